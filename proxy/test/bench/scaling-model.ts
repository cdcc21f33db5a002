/** The behaviour of the users. Rates are per second of the busiest hour. */
export interface Audience {
  readonly usersPerDay: number;
  /** How many times busier the busiest hour is than the average one. */
  readonly peakFactor: number;
  /** Result pages that a user loads. */
  readonly pagesPerUser: number;
  /** Number of different result pages that users load. */
  readonly differentPages: number;
  /** Seconds that a user stays on the page. */
  readonly staySeconds: number;
  /** Share of the users whose gallery is `live`, from 0 to 1. */
  readonly liveShare: number;
  /** Upload callbacks per day. */
  readonly callbacksPerDay: number;
}

/** The caches of the deployment. */
export interface Setup {
  /** Seconds that a CDN caches a list; 0 without a CDN. */
  readonly cdnSeconds: number;
  /** Number of CDN locations, each with its own cache. */
  readonly cdnCaches: number;
  /** Seconds that the proxy caches a list (`VOD_FRESH_SECONDS`). */
  readonly freshSeconds: number;
}

/** The capacity of one process: about half of the measured values. */
export interface Capacity {
  readonly requestsPerSecond: number;
  readonly streams: number;
}

/** The resulting load. */
export interface Load {
  readonly requestsPerSecond: number;
  readonly cdnHitRatio: number;
  readonly proxyRequestsPerSecond: number;
  readonly vendorCallsPerFiveMinutes: number;
  readonly streams: number;
  readonly writesPerSecond: number;
  readonly processes: number;
}

const DAY_SECONDS = 86_400;
const FIVE_MINUTES = 300;

/** Transactions for a call to the vendor: the counter, the lease and the response. */
const WRITES_PER_CALL = 3;

/**
 * The rate of requests to the server behind a cache: of requests at random times, one in `rate × seconds + 1` finds an
 * expired copy. One cycle is the lifetime of the copy and the wait for the next request.
 */
export function behindCache(ratePerPage: number, seconds: number): number {
  return ratePerPage / (1 + ratePerPage * seconds);
}

/** Iterations after which requests and calls, which depend on each other, no longer change. */
const ROUNDS = 50;

/**
 * Requests to the proxy and calls to the vendor for one page. During each call the proxy sends one stale copy, which a CDN
 * does not cache, so the next request goes to the proxy as well.
 *
 * @param rate - Requests of users per second.
 */
export function ratesOfPage(
  rate: number,
  {cdnSeconds, cdnCaches, freshSeconds}: Setup,
): {readonly requests: number; readonly calls: number} {
  const kept = (rate / cdnCaches) * cdnSeconds;
  let calls = 0;
  let requests = rate;
  for (let round = 0; round < ROUNDS; round++) {
    requests = (rate + calls * kept) / (1 + kept);
    calls = behindCache(requests, freshSeconds);
  }
  return {requests, calls};
}

/** The load of the busiest hour. */
export function loadOf(audience: Audience, setup: Setup, capacity: Capacity): Load {
  const {usersPerDay, peakFactor, pagesPerUser, differentPages, staySeconds} = audience;
  const usersPerSecond = (usersPerDay * peakFactor) / DAY_SECONDS;
  const requestsPerSecond = usersPerSecond * pagesPerUser;
  const page = ratesOfPage(requestsPerSecond / differentPages, setup);
  const proxyRequestsPerSecond = page.requests * differentPages;
  const callsPerSecond = page.calls * differentPages;
  const streams = usersPerSecond * staySeconds * audience.liveShare;
  const callbacksPerSecond = (audience.callbacksPerDay * peakFactor) / DAY_SECONDS;
  return {
    requestsPerSecond,
    cdnHitRatio: 1 - proxyRequestsPerSecond / requestsPerSecond,
    proxyRequestsPerSecond,
    vendorCallsPerFiveMinutes: callsPerSecond * FIVE_MINUTES,
    streams,
    writesPerSecond: callbacksPerSecond + Math.min(1, callsPerSecond) * WRITES_PER_CALL,
    processes: Math.max(
      1,
      Math.ceil(proxyRequestsPerSecond / capacity.requestsPerSecond),
      Math.ceil(streams / capacity.streams),
    ),
  };
}
