/**
 * An absolute address for text from outside, or undefined unless it leads to `http:` or `https:`:
 * no `javascript:`, `data:` or `blob:` ever becomes a link or a picture.
 *
 * @param base - What a relative address is relative to; without it, relative addresses are refused.
 */
export function safeUrl(text: string | undefined, base?: string): string | undefined {
  const url = text && URL.canParse(text, base) && new URL(text, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
