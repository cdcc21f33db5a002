/** The query parameter that carries the token of a signed link. */
const TOKEN = 'token';

/**
 * The address at the proxy of one video, or of something about it: below the path of the list, with the token of its
 * address and nothing else of its query.
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

/** Dots lead to another folder, however they are encoded: encoded twice, they are an id that no video has. */
function encoded(videoId: string): string {
  return /^\.\.?$/.test(videoId) ? videoId.replaceAll('.', '%252E') : encodeURIComponent(videoId);
}
