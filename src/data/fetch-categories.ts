import {readCategoryNames} from '../wire/envelope.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import type {VideoPageQuery} from './video-page-query.js';

/** Asks the proxy for the names of all categories: beside its list, at `categories`. None on any failure. */
export async function fetchCategories(query: VideoPageQuery): Promise<readonly string[]> {
  const {url, fetcher, credentials, headers, timeout} = query;
  const signal = AbortSignal.timeout(timeout);
  try {
    const address = new URL('categories', url).href;
    const response = await fetcher(address, {credentials, headers, signal});
    return readCategoryNames(parseJson(await bodyText(response)).json);
  } catch {
    return [];
  }
}
