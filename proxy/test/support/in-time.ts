import assert from 'node:assert/strict';
import {setTimeout as sleep} from 'node:timers/promises';

/** Milliseconds until something must have happened that is waited for; long, for machines that have other work. */
const PATIENCE_MS = 60_000;

/** Waits until something is the case; fails with its name when that takes too long. */
export async function inTime(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `not in time: ${what}`);
    await sleep(5);
  }
}
