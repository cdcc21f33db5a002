import {leftFor, SHARES} from './call-rule.js';
import type {VendorStatus} from './vendor-answers.js';
import {OPERATIONS} from './vendor-call.js';
import type {VendorCaller} from './vendor-caller.js';

/** The state of the vendor and its budget, as this process knows it. */
export function vendorStatus(
  counts: Pick<VendorStatus, 'fresh' | 'stale' | 'misses' | 'failures' | 'shared'>,
  caller: VendorCaller,
  nowMs: number,
): VendorStatus {
  const {rule, calls, closedUntilMs} = caller.budgetStatus();
  const isClosed = closedUntilMs > nowMs;
  const left = SHARES.map(
    (share) => [share, isClosed ? 0 : leftFor(calls, share, rule.limit)] as const,
  );
  return {
    ...counts,
    calls: caller.calls,
    budgetLimit: rule.limit,
    budgetLeft: isClosed ? 0 : rule.limit - calls.length,
    budgetLeftFor: Object.fromEntries(left) as VendorStatus['budgetLeftFor'],
    openBreakers: OPERATIONS.filter((name) => caller.breakerOf(name).state !== 'closed'),
  };
}
