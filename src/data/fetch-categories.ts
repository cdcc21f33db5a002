import {readCategories, type CategoryRecord} from '../wire/categories.js';
import {parseJson} from '../wire/parse-json.js';
import {bodyText} from './body-text.js';
import {timeLimit} from './time-limit.js';
import type {VideoPageQuery} from './video-page-query.js';

/** Requests the names of all categories. Empty if the request fails. */
export async function fetchCategories(query: VideoPageQuery): Promise<readonly string[]> {
  const records = await fetchCategoryRecords(query, 'categories');
  return records.map(({name}) => name);
}

/**
 * Requests all categories from `categories` or `categories/tree` next to the list, with the token of the list. Empty if the
 * request fails.
 */
export async function fetchCategoryRecords(
  query: VideoPageQuery,
  path: 'categories' | 'categories/tree',
): Promise<readonly CategoryRecord[]> {
  const {url, fetcher, credentials, headers, timeout} = query;
  const signal = timeLimit(timeout);
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
