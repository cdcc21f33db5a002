/** Sets the only custom state of an element, which pages can style with `:state(…)`. */
export function showState({states}: ElementInternals, state: string): void {
  states.clear();
  states.add(state);
}
