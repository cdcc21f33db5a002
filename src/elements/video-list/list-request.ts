import {clampTimeout} from '../../data/time-limit.js';
import {clampPageSize, DEFAULT_CREDENTIALS, defaultFetcher} from '../../data/video-page-query.js';
import {pageUrl} from '../../internal/page-url.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {ListSettings} from '../../features/feature.js';
import type {ListRequest} from '../../store/list-state.js';

/** The request of a list; undefined without a proxy. */
export function requestOf(
  {src, method, source, credentials, fetcher, headers, timeout, pageSize}: ListSettings,
  base: string,
): ListRequest | undefined {
  const url = pageUrl(src, base);
  if (!url) {
    if (src) warnOnce(`src="${src}" is not an http: or https: address.`);
    return undefined;
  }
  // Lit sets a property to null when its attribute is removed, and frameworks set it to undefined.
  return {
    url,
    pageSize: clampPageSize(pageSize),
    method,
    credentials: credentials ?? DEFAULT_CREDENTIALS,
    headers: headers ?? {},
    timeout: clampTimeout(timeout),
    source,
    fetcher: fetcher ?? defaultFetcher,
  };
}
