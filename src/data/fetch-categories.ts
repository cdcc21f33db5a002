import {readCategories, type CategoryRecord} from '../wire/categories.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import type {VideoPageQuery} from './video-page-query.js';

/** Asks the proxy for the names of all categories. None on any failure. */
export async function fetchCategories(query: VideoPageQuery): Promise<readonly string[]> {
  const records = await fetchCategoryRecords(query, 'categories');
  return records.map(({name}) => name);
}

/**
 * Asks the proxy for all categories: beside its list, at `categories` or `categories/tree`, with the list's token. None on
 * any failure.
 */
export async function fetchCategoryRecords(
  query: VideoPageQuery,
  path: 'categories' | 'categories/tree',
): Promise<readonly CategoryRecord[]> {
  const {url, fetcher, credentials, headers, timeout} = query;
  const signal = AbortSignal.timeout(timeout);
  try {
    const address = new URL(path, url);
    const token = new URL(url).searchParams.get('token');
    if (token) address.searchParams.set('token', token);
    const response = await fetcher(address.href, {credentials, headers, signal});
    return readCategories(parseJson(await bodyText(response)).json);
  } catch {
    return [];
  }
}
