/** What servers in front add to a tag when they compress an answer: `-gzip` (Apache), `;br`, `--gzip` and the like. */
const CODING = /(?:--?|;)(?:gzip|br|zstd|deflate)$/;

/**
 * Whether `If-None-Match` names a tag, as it is or as a server in front has changed it: made weak, or with the name of a
 * coding at its end. Weak comparison is what is asked for here (RFC 9110, 13.1.2).
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

/** The tag of the same answer in gzip: its bytes are others. */
export function gzipTag(etag: string): string {
  return `${etag.slice(0, -1)}-gzip"`;
}
