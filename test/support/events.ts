/** Collects every event of a name that reaches a target, for a test to look at afterwards. */
export function heard<K extends keyof GlobalEventHandlersEventMap>(
  target: EventTarget,
  name: K,
): GlobalEventHandlersEventMap[K][] {
  const events: GlobalEventHandlersEventMap[K][] = [];
  target.addEventListener(name, (event) => {
    events.push(event as GlobalEventHandlersEventMap[K]);
  });
  return events;
}

/** What is said on the console's warning channel while something is done. */
export async function warningsDuring(action: () => unknown): Promise<string[]> {
  const said: string[] = [];
  const warn = console.warn;
  console.warn = (...words: unknown[]) => said.push(words.join(' '));
  try {
    await action();
  } finally {
    console.warn = warn;
  }
  return said;
}
