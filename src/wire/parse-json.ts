/** Matches whole numbers with so many digits that a JavaScript number may not be exact. */
const HAS_LONG_NUMBER = /[[,:\s]-?\d{16,}[\s,\]}]/;

/** Matches the tokens that are needed to find them: an escaped character, a quote, a long whole number. */
const TOKENS = /\\.|"|(?<=[[,:\s])-?\d{16,}(?=[\s,\]}])/gs;

/**
 * Parses JSON. A whole number that JavaScript would round becomes a string with all of its digits, so that ids above 2^53
 * stay different. Does not throw: if the text is not JSON, `cause` is the error.
 */
export function parseJson(text: string): {json?: unknown; cause?: unknown} {
  try {
    return {json: JSON.parse(HAS_LONG_NUMBER.test(text) ? quoteLongNumbers(text) : text)};
  } catch (cause) {
    return {cause};
  }
}

/** Matches one short token at a time, because an expression for a whole JSON text causes a stack overflow on a long text. */
function quoteLongNumbers(text: string): string {
  let isInText = false;
  return text.replace(TOKENS, (token) => {
    if (token === '"') isInText = !isInText;
    const isNumber = !isInText && token.length > 2;
    return isNumber && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
  });
}
