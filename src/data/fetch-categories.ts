import {readCategoryNames} from '../wire/category-names.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import type {VideoPageQuery} from './video-page-query.js';

/**
 * Asks the proxy for the names of all categories: beside its list, at `categories`, with the list's token. None on any
 * failure.
 */
export async function fetchCategories(query: VideoPageQuery): Promise<readonly string[]> {
  const {url, fetcher, credentials, headers, timeout} = query;
  const signal = AbortSignal.timeout(timeout);
  try {
    const address = new URL('categories', url);
    const token = new URL(url).searchParams.get('token');
    if (token) address.searchParams.set('token', token);
    const response = await fetcher(address.href, {credentials, headers, signal});
    return readCategoryNames(parseJson(await bodyText(response)).json);
  } catch {
    return [];
  }
}
