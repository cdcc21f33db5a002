/** Whole numbers with this many digits may lie beyond what a JavaScript number holds exactly. */
const HAS_LONG_NUMBER = /[[,:\s]-?\d{16,}[\s,\]}]/;

/** What must be told apart to find them: an escaped character, an end of a text, a long whole number. */
const TOKENS = /\\.|"|(?<=[[,:\s])-?\d{16,}(?=[\s,\]}])/gs;

/**
 * Parses JSON. A whole number that JavaScript would round becomes a text with all of its digits: two ids
 * above 2^53 stay two. For a text that is no JSON, `cause` says why. Does not throw.
 */
export function parseJson(text: string): {json?: unknown; cause?: unknown} {
  try {
    return {json: JSON.parse(HAS_LONG_NUMBER.test(text) ? quoteLongNumbers(text) : text)};
  } catch (cause) {
    return {cause};
  }
}

/** One small token at a time: an expression that matches a whole text overflows the stack on a long one. */
function quoteLongNumbers(text: string): string {
  let isInText = false;
  return text.replace(TOKENS, (token) => {
    if (token === '"') isInText = !isInText;
    const isNumber = !isInText && token.length > 2;
    return isNumber && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
  });
}
