import {clampPageSize, type Fetcher} from '../../data/video-page-query.js';
import {pageUrl} from '../../internal/page-url.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {ListSettings} from '../../features/feature.js';
import type {ListRequest} from '../../store/list-state.js';

/** Who asks when nobody else is named. */
const DEFAULT_FETCHER: Fetcher = (url, init) => fetch(url, init);

/** Cookies go to the page's own origin when nothing else is said. */
export const DEFAULT_CREDENTIALS = 'same-origin';

/** Milliseconds a request may take when nothing else is said. */
export const DEFAULT_TIMEOUT = 15_000;

/** How the proxy is asked; undefined without a proxy. */
export function requestOf(
  {src, method, source, credentials, fetcher, headers, timeout, pageSize}: ListSettings,
  base: string,
): ListRequest | undefined {
  const url = pageUrl(src, base);
  if (!url) {
    if (src) warnOnce(`src="${src}" is not an http: or https: address.`);
    return undefined;
  }
  // Lit sets what an attribute was removed from to null, frameworks what they no longer have to undefined.
  return {
    url,
    pageSize: clampPageSize(pageSize),
    method,
    credentials: credentials ?? DEFAULT_CREDENTIALS,
    headers: headers ?? {},
    timeout: timeout > 0 ? timeout : DEFAULT_TIMEOUT,
    source,
    fetcher: fetcher ?? DEFAULT_FETCHER,
  };
}
