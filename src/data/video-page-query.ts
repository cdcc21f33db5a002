import {MAX_PAGE_SIZE, type VideoSource} from '../wire/envelope.js';

/** How a page is asked for: in the address, or as the vendor's own POST body. */
export type RequestMethod = 'get' | 'post';

/** What a page is fetched with; called like `fetch`, and must honour `init.signal` to be abortable. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** Which page is asked for, and how. */
export interface VideoPageQuery {
  /** Absolute address of the proxy; a query of its own is kept. */
  readonly url: string;
  /** From 1. */
  readonly pageIndex: number;
  /** 1 to 50. */
  readonly pageSize: number;
  readonly method: RequestMethod;
  readonly credentials: RequestCredentials;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until the whole answer must be there. */
  readonly timeout: number;
  /** Which document the answer follows; see `decodeVideoPage`. */
  readonly source: VideoSource | undefined;
  readonly fetcher: Fetcher;
}

/** Records a page has when nothing else is said. */
export const DEFAULT_PAGE_SIZE = 24;

/** A whole number of records within what the vendor allows; the default for what is no number. */
export function clampPageSize(size: number | null): number {
  return Math.min(Math.max(Math.trunc(size ?? NaN), 1), MAX_PAGE_SIZE) || DEFAULT_PAGE_SIZE;
}

/** Writes a query down as the arguments of `fetch`, in the vendor's parameter names. */
export function videoPageRequest(query: VideoPageQuery): [url: string, init: RequestInit] {
  const {method, pageIndex, pageSize, credentials, headers} = query;
  const url = new URL(query.url);
  if (/post/i.test(method)) {
    return [
      url.href,
      {
        method,
        credentials,
        headers: {'content-type': 'application/json', ...headers},
        body: JSON.stringify({pageIndex, pageSize}),
      },
    ];
  }
  url.searchParams.set('pageIndex', String(pageIndex));
  url.searchParams.set('pageSize', String(pageSize));
  return [url.href, {credentials, headers}];
}
