import {filterChoices, sorts, type VideoFilters} from '../model/video-filters.js';
import {MAX_PAGE_SIZE, type VideoSource} from '../wire/envelope.js';

/** How parameters are sent: in the address, or as the vendor's POST body. */
export type RequestMethod = 'get' | 'post';

/** Used like `fetch`. It must pass on `init.signal`, so that requests can be aborted. */
export type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/** Calls the global `fetch` of that moment, which the host page may have replaced. */
export const defaultFetcher: Fetcher = (url, init) => fetch(url, init);

/** Default credentials: cookies for the same origin. */
export const DEFAULT_CREDENTIALS = 'same-origin';

/** A request for one result page. */
export interface VideoPageQuery {
  /** Absolute address of the proxy; its query is kept. */
  readonly url: string;
  /** From 1. */
  readonly pageIndex: number;
  /** 1 to 50. */
  readonly pageSize: number;
  readonly filters?: VideoFilters | undefined;
  readonly method: RequestMethod;
  readonly credentials: RequestCredentials;
  readonly headers: Readonly<Record<string, string>>;
  /** Time limit for the whole response in milliseconds. */
  readonly timeout: number;
  /** The document that the response follows; see `decodeVideoPage`. */
  readonly source: VideoSource | undefined;
  readonly fetcher: Fetcher;
}

/** Default number of records on a page. */
export const DEFAULT_PAGE_SIZE = 24;

/** Default number of result pages up to which a list of unknown length grows automatically. */
export const DEFAULT_AUTO_PAGES = 5;

/** Limits a page size to what the vendor allows; the default if it is not a number. */
export function clampPageSize(size: number | null): number {
  return Math.min(Math.max(Math.trunc(size ?? NaN), 1), MAX_PAGE_SIZE) || DEFAULT_PAGE_SIZE;
}

/** Converts a query to arguments of `fetch`, with the vendor's parameter names (getVideoList). */
export function videoPageRequest(query: VideoPageQuery): [url: string, init: RequestInit] {
  const {method, pageIndex, pageSize, filters = {}, credentials, headers} = query;
  const parameters = Object.entries({pageIndex, pageSize, ...vendorFilters(filters)}).filter(
    ([, value]) => value || value === 0,
  );
  const url = new URL(query.url);
  if (/post/i.test(method)) {
    return [
      url.href,
      {
        method,
        credentials,
        headers: {'content-type': 'application/json', ...headers},
        body: JSON.stringify(Object.fromEntries(parameters)),
      },
    ];
  }
  for (const [name, value] of parameters) url.searchParams.set(name, String(value));
  return [url.href, {credentials, headers}];
}

function vendorFilters({createdFrom, createdTo, ...filters}: VideoFilters) {
  const order = numberOf('order', filters) ?? NaN;
  return {
    listOrder: order % 2,
    sortBy: sorts[order >> 1],
    videoName: filters.search,
    videoId: filters.videoId,
    videoStatus: numberOf('state', filters),
    transcodeState: numberOf('transcoding', filters, 1),
    videoClassification: filters.category,
    createUser: filters.createdBy,
    startTime: createdFrom && vendorTime(createdFrom, '00:00:00'),
    endTime: createdTo && vendorTime(createdTo, '23:59:59'),
  };
}

/** The vendor's number of a choice, counted from `first`; undefined for other values. */
function numberOf(name: keyof typeof filterChoices, filters: VideoFilters, first = 0) {
  const place = filterChoices[name].findIndex((choice) => choice === filters[name]);
  return place < 0 ? undefined : place + first;
}

/** Formats a time as `2016-01-01 12:00:00`, the only format that the vendor accepts. */
function vendorTime(text: string, ofDay: string): string {
  const [day = '', time = ''] = text.split(/[T ]/);
  return `${day} ${time}${ofDay.slice(time.length)}`;
}
