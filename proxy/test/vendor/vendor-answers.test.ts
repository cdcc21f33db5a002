import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deferred, someRecords, throughRetries, vendorScene} from '../support/vendor-scene.js';
import {until} from '../../../test/support/until.js';

const FRESH_MS = 30_000;
const STALE_MS = 5 * 60_000;

/** The titles in an answer to getVideoList. */
function titlesIn({envelope}: {readonly envelope: unknown}): string[] {
  const {data} = envelope as {data: {videoListInfo: {videoName: string}[]}};
  return data.videoListInfo.map(({videoName}) => videoName);
}

describe('an answer of the vendor', () => {
  it('contains the requested page', async (t) => {
    const {answers, vendor} = await vendorScene(t, {
      vendor: {
        categories: [{labelName: 'Nature', nodeId: '7'}],
        publishUrls: (videoId) => [{urlType: 'PC', originUrl: `https://media.example/${videoId}`}],
      },
    });
    const list = await answers.get('getVideoList', {pageIndex: 2, pageSize: 2});
    assert.deepEqual(titlesIn(list), ['Video 118', 'Video 117']);
    const {envelope: play} = await answers.get('getPublishCode', {videoId: 'id-5', codeType: 4});
    const url = {urlType: 'PC', originUrl: 'https://media.example/id-5'};
    assert.deepEqual(play['data'], {encrypt: 0, videoUrl: [url]});
    const {envelope: categories} = await answers.get('getCategoryList', {});
    assert.match(JSON.stringify(categories), /Nature/);
    assert.deepEqual(vendor.refusedCalls, []);
  });

  it('is one call for a thousand simultaneous requests', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    const all = await Promise.all(
      Array.from({length: 1_000}, (_, n) =>
        answers.get(
          'getVideoList',
          n % 2 ? {pageIndex: 1, pageSize: 5} : {pageSize: 5, pageIndex: 1},
        ),
      ),
    );
    assert.equal(vendor.calls.length, 1);
    assert.equal(new Set(all.map(({envelope}) => envelope)).size, 1);
  });

  it('is another call for another page, another video, another operation', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    await Promise.all([
      answers.get('getVideoList', {}),
      answers.get('getVideoList', {pageIndex: 2}),
      answers.get('getCategoryList', {}),
    ]);
    assert.equal(vendor.calls.length, 3);
  });

  it('is kept while it is fresh, the same object every time', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t, {freshMs: FRESH_MS});
    const first = await answers.get('getVideoList', {});
    await clock.advance(FRESH_MS - 1);
    const second = await answers.get('getVideoList', {});
    assert.equal(vendor.calls.length, 1);
    assert.equal(second.envelope, first.envelope);
    assert.equal(second.isStale, false);
    assert.equal(second.receivedAtMs, first.receivedAtMs);
    assert.equal(second.freshUntilMs, first.receivedAtMs + FRESH_MS);
  });

  it('is returned stale at once while one refresh runs, then fresh', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    await answers.get('getVideoList', {});
    vendor.change({records: someRecords(1)});
    await clock.advance(FRESH_MS);
    const held = deferred();
    vendor.misbehave({kind: 'slow', until: held.promise});
    const stale = await Promise.all(
      Array.from({length: 100}, () => answers.get('getVideoList', {})),
    );
    assert.ok(stale.every(({isStale}) => isStale));
    assert.equal(titlesIn(stale[0]!)[0], 'Video 120');
    await vendor.call(2);
    held.resolve();
    await until(async () => !(await answers.get('getVideoList', {})).isStale);
    assert.deepEqual(titlesIn(await answers.get('getVideoList', {})), ['Video 1']);
    assert.equal(vendor.calls.length, 2);
  });

  it('is awaited if the copy is too old', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t, {staleMs: STALE_MS});
    await answers.get('getVideoList', {});
    vendor.change({records: someRecords(1)});
    await clock.advance(FRESH_MS + STALE_MS);
    const answer = await answers.get('getVideoList', {});
    assert.deepEqual([answer.isStale, titlesIn(answer)], [false, ['Video 1']]);
  });

  it('is evicted as the least recently used', async (t) => {
    const {answers, vendor} = await vendorScene(t, {maxCacheEntries: 2});
    const page = (pageIndex: number) => answers.get('getVideoList', {pageIndex});
    await page(1);
    await page(2);
    await page(1);
    await page(3);
    await page(1);
    assert.equal(vendor.calls.length, 3);
    await page(2);
    assert.equal(vendor.calls.length, 4);
  });

  it('is not cached if it is larger than the cache', async (t) => {
    const {answers, vendor} = await vendorScene(t, {maxCacheBytes: 1_000});
    await answers.get('getVideoList', {});
    await answers.get('getVideoList', {});
    assert.equal(vendor.calls.length, 2);
  });
});

describe('when the vendor fails', () => {
  it('an old answer is returned, and the vendor is called rarely', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    await answers.get('getVideoList', {});
    await clock.advance(FRESH_MS + STALE_MS);
    vendor.misbehave({kind: 'http', status: 500});
    for (let n = 0; n < 50; n++) {
      assert.equal((await answers.get('getVideoList', {})).isStale, true);
    }
    assert.equal(vendor.calls.length, 2);
    await clock.advance(1_000);
    vendor.behave();
    assert.equal((await answers.get('getVideoList', {})).isStale, false);
  });

  it('an old answer is returned after a failed refresh', async (t) => {
    const {answers, clock, lines, vendor} = await vendorScene(t);
    await answers.get('getVideoList', {});
    await clock.advance(FRESH_MS);
    vendor.misbehave({kind: 'not-json'});
    assert.equal((await answers.get('getVideoList', {})).isStale, true);
    await until(() => lines.length > 0);
    assert.equal((await answers.get('getVideoList', {})).isStale, true);
    assert.equal(vendor.calls.length, 2);
  });

  it('an answer that is too old is not returned', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t, {staleIfErrorMs: 60 * 60_000});
    await answers.get('getVideoList', {});
    vendor.misbehave({kind: 'http', status: 500});
    await clock.advance(FRESH_MS + 60 * 60_000);
    await assert.rejects(answers.get('getVideoList', {}), {code: 'http'});
  });

  it('an old answer does not hide that a video is gone', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    const play = () => answers.get('getPublishCode', {videoId: 'id-1', codeType: 4});
    await play();
    vendor.change({records: []});
    await clock.advance(FRESH_MS + STALE_MS);
    await assert.rejects(play(), {vendorCode: 1502, status: 404});
    vendor.misbehave({kind: 'http', status: 500});
    await clock.advance(1_000);
    await assert.rejects(play(), {code: 'http'});
  });

  it('all requests within a second get the same error', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    const play = () => answers.get('getPublishCode', {videoId: 'nobody', codeType: 4});
    for (let n = 0; n < 20; n++) await assert.rejects(play(), {vendorCode: 1502});
    assert.equal(vendor.calls.length, 1);
    await clock.advance(1_000);
    await assert.rejects(play(), {vendorCode: 1502});
    assert.equal(vendor.calls.length, 2);
  });
});

describe('after an upload', () => {
  it('every list is requested again, and nothing else', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    await answers.get('getVideoList', {});
    await answers.get('getCategoryList', {});
    vendor.change({records: someRecords(121)});
    answers.invalidate();
    const answer = await answers.get('getVideoList', {});
    assert.deepEqual([answer.isStale, titlesIn(answer)[0]], [false, 'Video 121']);
    await answers.get('getCategoryList', {});
    assert.equal(vendor.calls.length, 3);
  });

  it('the old list is still there if the vendor fails', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    await answers.get('getVideoList', {});
    answers.invalidate();
    vendor.misbehave({kind: 'reset'});
    const answer = await throughRetries(clock, answers.get('getVideoList', {}));
    assert.deepEqual([answer.isStale, titlesIn(answer)[0]], [true, 'Video 120']);
  });

  it('a call that began before it is not used for the new list', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    const held = deferred();
    vendor.misbehave({kind: 'slow', until: held.promise}, 1);
    const before = answers.get('getVideoList', {});
    await vendor.call(1);
    answers.invalidate();
    const after = await answers.get('getVideoList', {});
    vendor.change({records: []});
    held.resolve();
    assert.deepEqual(titlesIn(await before), []);
    assert.equal((await answers.get('getVideoList', {})).envelope, after.envelope);
    assert.equal(vendor.calls.length, 2);
  });
});

describe('a client that disconnects', () => {
  it('aborts the call if no other client waits for it', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    vendor.misbehave({kind: 'hang'});
    const viewer = new AbortController();
    const result = answers.get('getVideoList', {}, viewer);
    const {ended} = await vendor.call(1);
    viewer.abort();
    await assert.rejects(result, {name: 'AbortError'});
    assert.equal(await ended, 'gone');
  });

  it('does not abort the call of another client', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    const held = deferred();
    vendor.misbehave({kind: 'slow', until: held.promise});
    const viewers = [new AbortController(), new AbortController(), new AbortController()] as const;
    const results = viewers.map((viewer) => answers.get('getVideoList', {}, viewer));
    const {ended} = await vendor.call(1);
    const [first, second] = results.map((result) => assert.rejects(result, {name: 'AbortError'}));
    viewers[0].abort();
    viewers[2].abort();
    await first;
    held.resolve();
    assert.equal((await results[1]!).isStale, false);
    assert.equal(await ended, 'answered');
    viewers[1].abort();
    await second!.catch(() => {});
  });

  it('does not share its aborted call with the next client', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    vendor.misbehave({kind: 'hang'}, 1);
    const viewer = new AbortController();
    const left = assert.rejects(answers.get('getVideoList', {}, viewer), {
      name: 'AbortError',
    });
    await vendor.call(1);
    viewer.abort();
    assert.equal((await answers.get('getVideoList', {})).isStale, false);
    await left;
    assert.equal(vendor.calls.length, 2);
  });

  it('does not create a signal if the answer is in memory', async (t) => {
    const {answers} = await vendorScene(t);
    await answers.get('getVideoList', {});
    const caller = {
      get signal(): AbortSignal {
        throw new Error('It is looked at.');
      },
    };
    assert.equal((await answers.get('getVideoList', {}, caller)).isStale, false);
  });

  it('before the call has started prevents it', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    await assert.rejects(answers.get('getVideoList', {}, {signal: AbortSignal.abort()}), {
      name: 'AbortError',
    });
    await answers.get('getVideoList', {pageIndex: 2});
    assert.equal(vendor.calls.length, 1);
  });

  it('between two attempts prevents the next one', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    vendor.misbehave({kind: 'reset'});
    const viewer = new AbortController();
    const left = assert.rejects(answers.get('getVideoList', {}, viewer), {
      name: 'AbortError',
    });
    await clock.asleep(1_000); // The pause before the second.
    viewer.abort();
    await left;
    await clock.advance(60_000);
    assert.equal(vendor.calls.length, 1);
  });
});

describe('the limit of the account', () => {
  it('answers 429 with Retry-After, while cached answers are returned', async (t) => {
    const {answers, vendor} = await vendorScene(t, {callsPerFiveMinutes: 2, maxWaitMs: 5_000});
    await answers.get('getVideoList', {pageIndex: 1});
    await assert.rejects(answers.get('getVideoList', {pageIndex: 2}), (error: unknown) => {
      const {code, status, retryAfterSeconds} = error as Record<string, unknown>;
      assert.deepEqual([code, status], ['rate-limited', 429]);
      assert.ok(Number(retryAfterSeconds) > 5 && Number(retryAfterSeconds) <= 305);
      return true;
    });
    assert.equal((await answers.get('getVideoList', {pageIndex: 1})).isStale, false);
    assert.equal(vendor.calls.length, 1);
  });

  it('waits shortly if that is enough', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t, {callsPerFiveMinutes: 300});
    const pages = Array.from({length: 150}, (_, n) =>
      answers.get('getVideoList', {pageIndex: n + 1}),
    );
    await Promise.all(pages);
    const next = answers.get('getVideoList', {pageIndex: 151});
    await clock.advance(2_100);
    await next;
    assert.equal(vendor.calls.length, 151);
  });

  it('returns an old answer without a wait', async (t) => {
    const {answers, vendor} = await vendorScene(t, {callsPerFiveMinutes: 1});
    await answers.get('getVideoList', {});
    answers.invalidate();
    assert.equal((await answers.get('getVideoList', {})).isStale, true);
    assert.equal(vendor.calls.length, 1);
  });

  it('is never exceeded in half an hour under load', async (t) => {
    const limit = 30;
    const {answers, clock, vendor} = await vendorScene(t, {
      callsPerFiveMinutes: limit,
      maxWaitMs: 0,
      freshMs: 5_000,
      staleMs: 10_000,
      vendor: {callsPerFiveMinutes: limit},
    });
    let turnedAway = 0;
    for (let second = 0; second < 30 * 60; second += 3) {
      const pages = Array.from({length: 5}, (_, n) => ({
        pageIndex: 1 + ((second * 7 + n * 31) % 40),
      }));
      const results = await Promise.allSettled([
        ...pages.map((page) => answers.get('getVideoList', page)),
        // Without these calls, their share would stay reserved.
        answers.get('getPublishCode', {videoId: `id-${1 + (second % 120)}`, codeType: 4}),
      ]);
      turnedAway += results.filter(({status}) => status === 'rejected').length;
      if (second % 60 === 0) answers.invalidate();
      await clock.advance(3_000);
    }
    assert.deepEqual(vendor.refusedCalls, []);
    // Checks that the load really reached the limit.
    assert.ok(turnedAway > 0);
    assert.ok(vendor.calls.length > 5 * limit, `${vendor.calls.length} calls`);
  });
});
