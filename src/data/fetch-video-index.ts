import {videoAddress} from '../model/video-address.js';
import {readEnvelope, SUCCESS_CODE} from '../wire/envelope.js';
import {isObject, readCount} from '../wire/fields.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import {videoPageRequest, type VideoPageQuery} from './video-page-query.js';

/**
 * Asks the proxy where in a list a video is: at `{videoId}/index` below the list, with its filters and its order. -1 if it is
 * not in the list, and on any failure.
 */
export async function fetchVideoIndex(query: VideoPageQuery, videoId: string): Promise<number> {
  const address = videoAddress(query.url, videoId, 'index');
  // What the page has put into the address of its list narrows the list down as well.
  address.search = new URL(query.url).search;
  const [url, init] = videoPageRequest({...query, method: 'get', url: address.href});
  try {
    const signal = AbortSignal.timeout(query.timeout);
    const response = await query.fetcher(url, {...init, signal});
    const envelope = readEnvelope(parseJson(await bodyText(response)).json);
    const data = envelope?.code === SUCCESS_CODE ? envelope.data : undefined;
    return (isObject(data) ? readCount(data['index']) : undefined) ?? -1;
  } catch {
    return -1;
  }
}
