import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {anEnvelope, aRecord} from '../../test/support/records.js';
import {createVideoProxy} from '../src/index.js';
import {ratesOfPage} from './bench/scaling-model.js';
import {withTable} from './bench/scaling.js';
import {FakeClock} from './support/fake-clock.js';
import {FAKE_KEYS} from './support/fake-vendor.js';

const SECONDS = 600;
const PAGES = 10;
const REQUESTS_PER_SECOND = 1;
const FRESH_SECONDS = 30;

/** Tolerance of an estimate for a load of this size, as a share. */
const TOLERANCE = 0.15;

/** Reproducible random numbers from 0 to 1 (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random requests of ten minutes to the real proxy, behind a cache that respects `s-maxage`. */
async function measured({hasCdn}: {hasCdn: boolean}) {
  const clock = new FakeClock();
  const random = randomNumbers(7);
  let calls = 0;
  const answer = JSON.stringify(anEnvelope([aRecord()]));
  const proxy = createVideoProxy({
    vendor: {
      ...FAKE_KEYS,
      now: clock.now,
      sleep: clock.sleep,
      freshMs: FRESH_SECONDS * 1000,
      fetch: () => {
        calls += 1;
        return Promise.resolve(new Response(answer));
      },
    },
  });
  const keptUntil = new Map<string, number>();
  let requests = 0;
  const endMs = clock.now() + SECONDS * 1000;
  while (clock.now() < endMs) {
    await clock.advance((-Math.log(1 - random()) / REQUESTS_PER_SECOND) * 1000);
    const url = `http://localhost/videos?pageIndex=${1 + Math.floor(random() * PAGES)}`;
    if (hasCdn && clock.now() < (keptUntil.get(url) ?? 0)) continue;
    requests += 1;
    const {status, headers} = await proxy(new Request(url));
    assert.equal(status, 200);
    const [, seconds = 0] = /s-maxage=(\d+)/.exec(headers.get('cache-control') ?? '') ?? [];
    keptUntil.set(url, clock.now() + Number(seconds) * 1000);
  }
  proxy.close();
  return {requests, calls};
}

function assertNear(actual: number, estimate: number, what: string): void {
  const difference = Math.abs(actual / estimate - 1);
  assert.ok(difference <= TOLERANCE, `${what}: ${actual}, estimated ${Math.round(estimate)}`);
}

describe('the estimate of the load', () => {
  it('is that of the documentation', async () => {
    const page = await readFile(new URL('../../docs/scaling.md', import.meta.url), 'utf8');
    assert.equal(page, withTable(page), 'npm run scaling --workspace proxy');
    assert.match(page, /\| 100,000,000 \|/);
  });

  for (const [what, hasCdn, cdnSeconds] of [
    ['without a CDN', false, 0],
    ['with a CDN', true, 10],
  ] as const) {
    it(`agrees with a load that was measured ${what}`, async (test) => {
      const {requests, calls} = await measured({hasCdn});
      const setup = {cdnSeconds, cdnCaches: 1, freshSeconds: FRESH_SECONDS};
      const page = ratesOfPage(REQUESTS_PER_SECOND / PAGES, setup);
      const estimate = {
        requests: page.requests * PAGES * SECONDS,
        calls: page.calls * PAGES * SECONDS,
      };
      test.diagnostic(`measured: ${requests} requests, ${calls} calls`);
      test.diagnostic(`estimated: ${JSON.stringify(estimate)}`);
      assertNear(requests, estimate.requests, 'requests to the proxy');
      assertNear(calls, estimate.calls, 'calls to the vendor');
    });
  }
});
