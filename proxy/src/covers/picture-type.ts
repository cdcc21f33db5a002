/** How pictures begin, by their content types. */
const SIGNATURES: readonly [type: string, pattern: RegExp][] = [
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/avif', /^[^]{4}ftyp(?:avif|avis)/],
];

/**
 * The content type of a picture by its first bytes, whatever a server says; undefined for everything else, SVG included: it
 * may have scripts.
 */
export function pictureType(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  return SIGNATURES.find(([, pattern]) => pattern.test(start))?.[0];
}
