import {
  decodeVideoPage,
  type DecodeOptions,
  type PageFault,
  type VideoPage,
} from '../model/decode-video-page.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import {readRetryAfter} from './retry-after.js';
import {timeLimit} from './time-limit.js';
import {VideoListError, type VideoListErrorCode} from './video-list-error.js';
import {videoPageRequest, type VideoPageQuery} from './video-page-query.js';

/**
 * Requests one result page.
 *
 * @param signal - Aborts the request; the promise then rejects with the signal's reason.
 * @param cache - Cache mode, as for `fetch`.
 * @throws {VideoListError} for every failure except an abort.
 */
export async function fetchVideoPage(
  query: VideoPageQuery,
  signal: AbortSignal,
  cache?: RequestCache,
): Promise<VideoPage> {
  const {fetcher, timeout, source} = query;
  const [url, request] = videoPageRequest(query);
  // Kept in a variable, because WebKit garbage-collects a combined signal that only `fetch` references.
  const either = AbortSignal.any([signal, timeLimit(timeout)]);
  try {
    const response = await fetcher(url, {...request, cache, signal: either});
    return readPage(response, await bodyText(response), {source, baseUrl: response.url || url});
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof VideoListError) throw cause;
    // The query may contain a token, and messages are shown in the console.
    const [code, why] = either.aborted
      ? (['timeout', ` within ${timeout} ms`] as const)
      : (['network', ': offline, or blocked by CORS or CSP'] as const);
    throw new VideoListError(code, `No answer from ${url.split('?')[0]}${why}.`, {cause});
  }
}

function readPage(
  {ok, status, headers}: Response,
  text: string,
  options: DecodeOptions,
): VideoPage {
  const {json, cause} = parseJson(text);
  const page = decodeVideoPage(json, options);
  if (!('fault' in page) && ok) return page;
  const {fault, vendorCode, vendorMessage}: Partial<PageFault> = 'fault' in page ? page : {};
  const retryAfterSeconds = readRetryAfter(headers.get('retry-after'));
  const details = {status, vendorCode, vendorMessage, retryAfterSeconds, cause};
  const fail = (code: VideoListErrorCode, answer = fault) =>
    new VideoListError(code, `The proxy answers with ${answer}.`, details);
  if (vendorCode !== undefined) throw fail('vendor');
  if (!ok) throw fail('http', `HTTP status ${status}`);
  throw cause ? fail('not-json', 'incomplete JSON, or none') : fail('bad-envelope');
}
