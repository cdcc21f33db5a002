/** The query parameter with the token of a signed link. */
const TOKEN = 'token';

/**
 * The address of a video at the proxy, or of one of its sub-resources: below the path of the list, and with the token of its
 * query. Other parameters are removed.
 *
 * @param listUrl - Absolute address of the list, such as `https://www.example.com/api/videos?token=…`.
 * @param part - `play`, `index` or `cover`. Default: the video itself.
 */
export function videoAddress(listUrl: string, videoId: string, part?: string): URL {
  const url = new URL(listUrl);
  const token = url.searchParams.get(TOKEN);
  const parts = [url.pathname.replace(/\/+$/, ''), encoded(videoId), part];
  url.pathname = parts.filter((name) => name !== undefined).join('/');
  url.search = url.hash = '';
  if (token) url.searchParams.set(TOKEN, token);
  return url;
}

/** Even percent-encoded, `.` and `..` lead to another folder. Encoded twice, they are an id that does not exist. */
function encoded(videoId: string): string {
  return /^\.\.?$/.test(videoId) ? videoId.replaceAll('.', '%252E') : encodeURIComponent(videoId);
}
