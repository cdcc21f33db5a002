/** Suffixes that servers in front add to a tag when they compress a response: `-gzip` (Apache), `;br`, `--gzip` and the like. */
const CODING = /(?:--?|;)(?:gzip|br|zstd|deflate)$/;

/**
 * Whether `If-None-Match` contains a tag, unchanged or as a server in front has changed it: made weak, or with the suffix
 * of a content coding. The comparison is weak, as RFC 9110, 13.1.2 requires.
 *
 * @param etag - The strong tag, in quotes, without such an end.
 */
export function namesTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true;
  const opaque = etag.slice(1, -1);
  const given = [...ifNoneMatch.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  return given.some((text) => text === opaque || text.replace(CODING, '') === opaque);
}

/** The tag of the gzipped response. A strong tag must differ, because the bytes differ. */
export function gzipTag(etag: string): string {
  return `${etag.slice(0, -1)}-gzip"`;
}
