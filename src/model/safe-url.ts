/**
 * Converts an untrusted text to an absolute address; undefined unless it is `http:` or `https:`. `javascript:`, `data:` and
 * `blob:` must not become a link or a picture.
 *
 * @param base - Base of relative addresses. Without it, relative addresses are refused.
 */
export function safeUrl(text: string | undefined, base?: string): string | undefined {
  const url = text && URL.canParse(text, base) && new URL(text, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
