/** Makes `state` the one custom state of an element, for a page to style by `:state(…)`. */
export function showState({states}: ElementInternals, state: string): void {
  states.clear();
  states.add(state);
}
