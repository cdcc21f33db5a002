/**
 * Returns a decoder for the `charset` of a content type; UTF-8 if it is missing or unknown. `Response.text()` always
 * decodes as UTF-8.
 */
export function textDecoderFor(contentType: string | null): TextDecoder {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
