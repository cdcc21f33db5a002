/**
 * Decodes the body of an answer or a request by the `charset` of its content type; as UTF-8 where none is given, or one
 * that is not known. `fetch` itself takes every body for UTF-8.
 */
export function textDecoderFor(contentType: string | null): TextDecoder {
  const label = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}
