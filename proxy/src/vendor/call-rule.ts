/** What a call to the vendor is for: a list somebody waits for, a play address, a copy renewed, a look at everything. */
export type CallShare = 'list' | 'play' | 'refresh' | 'reconcile';

/** A call that somebody wants to make. */
export interface CallRequest {
  readonly share: CallShare;
  /** For whom: a text that is the same for all requests of one client. Missing where nobody waits. */
  readonly client?: string | undefined;
}

/** A call that was made, or is promised. */
export interface Call extends CallRequest {
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** How many calls, and who may have how many of them. */
export interface CallRule {
  /** Calls in any window; at least 1. */
  readonly limit: number;
  /** Milliseconds of a window. */
  readonly windowMs: number;
  /** Whether shares and clients are held apart. Default: false, all calls are alike. */
  readonly isShared?: boolean | undefined;
}

/** Part of the limit that is kept for each share. What is left is for whoever comes. */
const RESERVED: Readonly<Record<CallShare, number>> = {
  list: 0.2,
  play: 0.2,
  refresh: 0.1,
  reconcile: 0,
};

/** All purposes. */
export const SHARES = Object.keys(RESERVED) as readonly CallShare[];

/** Part of the limit that looking at everything may have at most: nobody waits for it. */
const RECONCILE_MAX = 0.1;

/** Part of the limit that one client may have, once others may be short of calls. */
const CLIENT_MAX = 0.1;

/** Part of a window's calls that go at once, and that no client is held back for. */
const UNSPACED = 0.5;

/**
 * The first moment at which one more call keeps to the rule: no window of time, wherever it begins, ever
 * holds more than the limit.
 *
 * The first half of a window's calls go at once; those left after that are spread over the time until the
 * oldest leaves the window: after a rush a new caller waits seconds, not minutes, and yet the whole limit
 * is used when it is needed.
 *
 * @param calls - Those of the last window, oldest first, then those that are promised.
 */
export function nextTurn(
  calls: readonly Call[],
  request: CallRequest,
  rule: CallRule,
  nowMs: number,
): number {
  return Math.max(turnOfAll(calls, rule, nowMs), turnOfShare(calls, request, rule));
}

/** The same, whoever asks and whatever for. */
export function turnOfAll(calls: readonly Call[], rule: CallRule, nowMs: number): number {
  const {limit} = rule;
  const last = calls.at(-1)?.atMs ?? -Infinity;
  const rushTurn = whenFewerThan(calls, Math.ceil(limit * UNSPACED), rule);
  const spacedTurn = Math.max(spaced(calls, rule), whenFewerThan(calls, limit, rule));
  return Math.max(nowMs, last, Math.min(rushTurn, spacedTurn));
}

/** When a window holds fewer calls than that. */
function whenFewerThan(calls: readonly Call[], count: number, {windowMs}: CallRule): number {
  return (calls.at(-count)?.atMs ?? -Infinity) + windowMs;
}

/** When the next call is due if those that are left last until the oldest is out of the window. */
function spaced(calls: readonly Call[], {limit, windowMs}: CallRule): number {
  const last = calls.at(-1)?.atMs;
  if (last === undefined) return -Infinity;
  const first = firstIndex(calls.length, (index) => calls[index]!.atMs > last - windowMs);
  const left = Math.max(0, limit - (calls.length - first));
  // In whole milliseconds, so that sums of them are exact.
  return last + Math.ceil((calls[first]!.atMs + windowMs - last) / (left + 1));
}

/** When so many calls have left the window that the share and the client have room. */
function turnOfShare(calls: readonly Call[], request: CallRequest, rule: CallRule): number {
  if (!rule.isShared) return -Infinity;
  const first = firstIndex(calls.length, (index) =>
    hasRoom(calls.slice(index), request, rule.limit),
  );
  return first === 0 ? -Infinity : calls[first - 1]!.atMs + rule.windowMs;
}

/** The first index for which it holds, and with which it holds for all after it; the length if there is none. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [least, most] = [0, length];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (holds(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}

/** How many more calls there may be for a purpose now, whoever asks. */
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
  // What is reserved is there, even if others have taken more than theirs.
  const used = calls.filter((call) => call.share === share).length;
  return used < reservedFor(share, limit) || leftFor(calls, share, limit) > 0;
}

function reservedFor(share: CallShare, limit: number): number {
  return Math.floor(limit * RESERVED[share]);
}

function atLeastOne(calls: number): number {
  return Math.max(1, Math.floor(calls));
}
