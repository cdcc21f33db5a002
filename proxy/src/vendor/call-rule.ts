/** Purpose of a call: a list that a user waits for, play addresses, the renewal of a copy, or reconciling. */
export type CallShare = 'list' | 'play' | 'refresh' | 'reconcile';

/** A request for a call. */
export interface CallRequest {
  readonly share: CallShare;
  /** Key of the client. Missing if no client waits. */
  readonly client?: string | undefined;
}

/** A call that was made or is planned. */
export interface Call extends CallRequest {
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** The limit of calls, and how it is divided. */
export interface CallRule {
  /** Maximum number of calls in any window; at least 1. */
  readonly limit: number;
  /** Length of a window in milliseconds. */
  readonly windowMs: number;
  /** Whether the limit is divided by purpose and client. Default: false. */
  readonly isShared?: boolean | undefined;
}

/** Part of the limit that is reserved for each purpose. The rest is for all. */
const RESERVED: Readonly<Record<CallShare, number>> = {
  list: 0.2,
  play: 0.2,
  refresh: 0.1,
  reconcile: 0,
};

/** All purposes. */
export const SHARES = Object.keys(RESERVED) as readonly CallShare[];

/** Maximum part of the limit for reconciling, which no user waits for. */
const RECONCILE_MAX = 0.1;

/** Maximum part of the limit for one client while calls are scarce. */
const CLIENT_MAX = 0.1;

/** Part of the limit that is granted at once, without limits for clients. */
const UNSPACED = 0.5;

/**
 * The earliest time at which one more call is within the limit, in every window of time.
 *
 * The first half of the calls is granted at once. The rest is spread over the time until the oldest call leaves the window.
 * So after many calls a new client waits for seconds and not for minutes, and the whole limit can still be used.
 *
 * @param calls - Calls of the last window, oldest first, then planned calls.
 */
export function nextTurn(
  calls: readonly Call[],
  request: CallRequest,
  rule: CallRule,
  nowMs: number,
): number {
  return Math.max(turnOfAll(calls, rule, nowMs), turnOfShare(calls, request, rule));
}

/** The same without shares and clients. */
export function turnOfAll(calls: readonly Call[], rule: CallRule, nowMs: number): number {
  const {limit} = rule;
  const last = calls.at(-1)?.atMs ?? -Infinity;
  const rushTurn = whenFewerThan(calls, Math.ceil(limit * UNSPACED), rule);
  const spacedTurn = Math.max(spaced(calls, rule), whenFewerThan(calls, limit, rule));
  return Math.max(nowMs, last, Math.min(rushTurn, spacedTurn));
}

/** When a window contains fewer than this number of calls. */
function whenFewerThan(calls: readonly Call[], count: number, {windowMs}: CallRule): number {
  return (calls.at(-count)?.atMs ?? -Infinity) + windowMs;
}

/** Time of the next call if the remaining ones are spread until the oldest leaves the window. */
function spaced(calls: readonly Call[], {limit, windowMs}: CallRule): number {
  const last = calls.at(-1)?.atMs;
  if (last === undefined) return -Infinity;
  const first = firstIndex(calls.length, (index) => calls[index]!.atMs > last - windowMs);
  const left = Math.max(0, limit - (calls.length - first));
  // Whole milliseconds, so that sums are exact.
  return last + Math.ceil((calls[first]!.atMs + windowMs - last) / (left + 1));
}

/** When enough calls have left the window for this purpose and this client. */
function turnOfShare(calls: readonly Call[], request: CallRequest, rule: CallRule): number {
  if (!rule.isShared) return -Infinity;
  const first = firstIndex(calls.length, (index) =>
    hasRoom(calls.slice(index), request, rule.limit),
  );
  return first === 0 ? -Infinity : calls[first - 1]!.atMs + rule.windowMs;
}

/** Binary search: the first index for which the condition holds; `length` if there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [least, most] = [0, length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (holds(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

/** How many calls are left for a purpose. */
export function leftFor(calls: readonly Call[], share: CallShare, limit: number): number {
  const used = (of: CallShare) => calls.filter((call) => call.share === of).length;
  const taken = SHARES.filter((other) => other !== share).reduce(
    (sum, other) => sum + Math.max(used(other), reservedFor(other, limit)),
    used(share),
  );
  const most = share === 'reconcile' ? atLeastOne(limit * RECONCILE_MAX) - used(share) : Infinity;
  return Math.max(0, Math.min(limit - taken, most));
}

function hasRoom(calls: readonly Call[], {share, client}: CallRequest, limit: number): boolean {
  if (client !== undefined && calls.length >= limit * UNSPACED) {
    const own = calls.filter((call) => call.client === client).length;
    if (own >= atLeastOne(limit * CLIENT_MAX)) return false;
  }
  // Reserved calls stay available even if other purposes have used more than their part.
  const used = calls.filter((call) => call.share === share).length;
  return used < reservedFor(share, limit) || leftFor(calls, share, limit) > 0;
}

function reservedFor(share: CallShare, limit: number): number {
  return Math.floor(limit * RESERVED[share]);
}

function atLeastOne(calls: number): number {
  return Math.max(1, Math.floor(calls));
}
