/** Collects all events of a name at a target. */
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

/** Collects warnings on the console during an action. */
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
