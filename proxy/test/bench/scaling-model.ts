/** What viewers do, and what is set up for them. Rates are for each second of the busiest hour. */
export interface Audience {
  readonly usersPerDay: number;
  /** How many times busier the busiest hour is than the average one. */
  readonly peakFactor: number;
  /** Result pages that a user looks at. */
  readonly pagesPerUser: number;
  /** Different result pages that are looked at. */
  readonly differentPages: number;
  /** Seconds that a user stays. */
  readonly staySeconds: number;
  /** Part of the users whose gallery is `live`. */
  readonly liveShare: number;
  /** Upload callbacks in a day. */
  readonly callbacksPerDay: number;
}

/** What is set up. */
export interface Setup {
  /** Seconds that a CDN keeps a list; 0 without a CDN. */
  readonly cdnSeconds: number;
  /** Places of the CDN with a cache of their own. */
  readonly cdnCaches: number;
  /** Seconds that the proxy keeps a list (`VOD_FRESH_SECONDS`). */
  readonly freshSeconds: number;
}

/** What one process can do: about half of what the benchmark measures. */
export interface Capacity {
  readonly requestsPerSecond: number;
  readonly streams: number;
}

/** What arrives where. */
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

/** Transactions for a call to the vendor: the count, the lease and the answer. */
const WRITES_PER_CALL = 3;

/**
 * What is asked of the server behind a cache: of requests that come at random, one in `rate × seconds + 1` finds the copy too
 * old. The time of one cycle is that of the copy, and the wait for the next request.
 */
export function behindCache(ratePerPage: number, seconds: number): number {
  return ratePerPage / (1 + ratePerPage * seconds);
}

/** Rounds after which requests and calls, which depend on each other, no longer change. */
const ROUNDS = 50;

/**
 * Requests to the proxy and calls to the vendor for one page. Each call comes with one older copy, which no CDN keeps, so the
 * next request goes to the proxy as well.
 *
 * @param rate - Requests of users.
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
