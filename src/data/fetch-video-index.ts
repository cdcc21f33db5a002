import {videoAddress} from '../model/video-address.js';
import {readEnvelope, SUCCESS_CODE} from '../wire/envelope.js';
import {isObject, readCount} from '../wire/fields.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import {timeLimit} from './time-limit.js';
import {videoPageRequest, type VideoPageQuery} from './video-page-query.js';

/**
 * Requests the index of a video in a list from `{videoId}/index` below the list, with the filters and the order of the
 * list. -1 if it is not in the list, or the request fails.
 */
export async function fetchVideoIndex(query: VideoPageQuery, videoId: string): Promise<number> {
  const address = videoAddress(query.url, videoId, 'index');
  // The query in `src` filters the list too.
  address.search = new URL(query.url).search;
  const [url, init] = videoPageRequest({...query, method: 'get', url: address.href});
  try {
    const signal = timeLimit(query.timeout);
    const response = await query.fetcher(url, {...init, signal});
    const envelope = readEnvelope(parseJson(await bodyText(response)).json);
    const data = envelope?.code === SUCCESS_CODE ? envelope.data : undefined;
    return (isObject(data) ? readCount(data['index']) : undefined) ?? -1;
  } catch {
    return -1;
  }
}
