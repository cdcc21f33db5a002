/** Sets the custom state of an element, and removes the previous one. Pages select it with `:state(…)`. */
export function showState({states}: ElementInternals, state: string): void {
  states.clear();
  states.add(state);
}
