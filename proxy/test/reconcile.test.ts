import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {aRecord} from '../../test/support/records.js';
import {openVideoStore} from '../src/index.js';
import {reconcile} from '../src/reconcile.js';
import {runCommand} from './support/proxy-process.js';
import {aFolder, aStore} from './support/proxy-scene.js';
import {FAKE_KEYS, startFakeVendor} from './support/fake-vendor.js';
import {vendorScene} from './support/vendor-scene.js';

const ALL = {pageIndex: 1, pageSize: 50, listOrder: 1};

/** The fake vendor lists these with the values of getVideoList, where 0 is available. */
describe('reconciling', () => {
  it('adds what callbacks have missed, and leaves the rest unchanged', async (test) => {
    const {store} = await aStore(test, [
      aRecord({videoId: 'same', videoState: '1', flashPlayerName: 'kept'}),
      aRecord({videoId: 'newer-here', videoName: 'newer', updateTime: '1709294999'}),
      aRecord({videoId: 'blocked-since', videoState: '1'}),
    ]);
    const {answers} = await vendorScene(test, {
      vendor: {
        records: [
          aRecord({videoId: 'same'}),
          aRecord({videoId: 'newer-here', videoName: 'older'}),
          aRecord({videoId: 'blocked-since', videoState: '0', updateTime: '1709294500'}),
          aRecord({videoId: 'missed'}),
        ],
      },
    });
    const before = await store.lastSequence();
    assert.deepEqual(await reconcile({vendor: answers, store}), {videos: 4, changed: 2});
    assert.equal(await store.lastSequence(), before + 2);
    const {records} = await store.list(ALL);
    const byId = new Map(records.map((record) => [record['videoId'], record]));
    assert.equal(byId.get('newer-here')?.['videoName'], 'newer');
    assert.equal(byId.get('same')?.['flashPlayerName'], 'kept');
    assert.equal(byId.get('blocked-since')?.['videoState'], '0');
    assert.equal(byId.get('missed')?.['videoState'], '1');
    assert.deepEqual(await reconcile({vendor: answers, store}), {videos: 4, changed: 0});
  });

  it('uses a tenth of the calls, and waits for them', async (test) => {
    const {store} = await aStore(test);
    const {answers, vendor, clock} = await vendorScene(test, {callsPerFiveMinutes: 20});
    let isOver = false;
    const result = reconcile({vendor: answers, store, clock}).finally(() => (isOver = true));
    await vendor.call(2);
    // 120 videos are three pages. Two calls are a tenth of the limit.
    while (!isOver) await clock.advance(1_000);
    assert.deepEqual(await result, {videos: 120, changed: 120});
    assert.ok(vendor.calls[2]!.atMs - vendor.calls[0]!.atMs >= 5 * 60_000);
  });

  it('is a command', {timeout: 60_000}, async (test) => {
    const vendor = await startFakeVendor({records: [aRecord({videoId: 'missed'})]});
    test.after(() => vendor.close());
    const url = `file:${join(await aFolder(test), 'videos.db')}`;
    const {ended} = runCommand(test, ['reconcile'], {
      DATABASE_URL: url,
      VOD_ACCESS_KEY: FAKE_KEYS.accessKey,
      VOD_SECRET_KEY: FAKE_KEYS.secretKey,
      VOD_ENDPOINT: vendor.url,
    });
    const {code, output, errors} = await ended;
    assert.equal(code, 0, errors);
    assert.match(output, /1 of 1 videos were not up to date/);
    const store = await openVideoStore({url});
    test.after(() => store.close());
    assert.equal((await store.list(ALL)).total, 1);
  });
});
