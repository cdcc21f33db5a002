import {createVendorAnswers, type VendorOptions} from '../../src/vendor/vendor-answers.js';
import {FakeClock} from './fake-clock.js';
import {FAKE_KEYS, startFakeVendor, type FakeVendorOptions} from './fake-vendor.js';
import {aRecord} from '../../../test/support/records.js';

/** Maximum pause before a retry in milliseconds. */
const LONGEST_PAUSE_MS = 1_000;

/** A fake vendor with 120 videos, a `VendorAnswers` for it, and the clock of both. */
export async function vendorScene(
  test: {after(cleanUp: () => Promise<void>): void},
  {
    vendor: vendorOptions = {},
    ...options
  }: Partial<VendorOptions> & {vendor?: FakeVendorOptions} = {},
) {
  const clock = new FakeClock();
  const vendor = await startFakeVendor({
    records: someRecords(120),
    now: clock.now,
    ...vendorOptions,
  });
  test.after(() => vendor.close());
  const lines: string[] = [];
  const settings = {
    ...FAKE_KEYS,
    endpoint: vendor.url,
    now: clock.now,
    sleep: clock.sleep,
    log: (line: string) => lines.push(line),
    ...options,
  };
  /** Simulates another process with the same settings. */
  const anotherProcess = () => createVendorAnswers(settings);
  return {clock, vendor, answers: anotherProcess(), anotherProcess, lines};
}

/** Advances the clock through the pauses before retries until the promise has settled. */
export async function throughRetries<T>(clock: FakeClock, result: Promise<T>): Promise<T> {
  const settled = result.then(
    () => undefined,
    () => undefined,
  );
  for (;;) {
    const pauseMs = await Promise.race([settled, clock.asleep(LONGEST_PAUSE_MS)]);
    if (pauseMs === undefined) return result;
    await clock.advance(pauseMs);
  }
}

/** A promise that a test settles itself. */
export function deferred() {
  let resolve!: () => void;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return {promise, resolve};
}

/** Videos `id-1` (the oldest) to `id-<count>`. */
export function someRecords(count: number) {
  return Array.from({length: count}, (_, index) =>
    aRecord({
      videoId: `id-${index + 1}`,
      videoName: `Video ${index + 1}`,
      createTime: String(1_700_000_000 + index),
    }),
  );
}
