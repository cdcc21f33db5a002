/** Reads JSON; for a text that is none, `cause` says why. Does not throw. */
export function parseJson(text: string): {json?: unknown; cause?: unknown} {
  try {
    return {json: JSON.parse(text)};
  } catch (cause) {
    return {cause};
  }
}
