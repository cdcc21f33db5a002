import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import type {Fetcher} from '../../src/data/video-page-query.js';
import {createListStore} from '../../src/store/index.js';
import {createLive} from '../../src/store/live.js';
import {requestTo} from '../support/store-scene.js';

// In a file without real requests: Node's timers of a connection must not be mixed with replaced ones.

/** A store with a stream that the test controls, as it does the time. */
async function timedScene(test: TestContext, {isShort = false} = {}) {
  test.mock.timers.enable({apis: ['setTimeout', 'Date']});
  const scene = {listRequests: 0, streams: 0, closed: 0};
  let stream: ReadableStreamDefaultController<Uint8Array> | undefined;
  const openStream = (signal: AbortSignal | null | undefined) => {
    scene.streams++;
    signal?.addEventListener('abort', () => scene.closed++);
    return new ReadableStream<Uint8Array>({
      start: (controller) => (isShort ? controller.close() : void (stream = controller)),
      cancel: () => void scene.closed++,
    });
  };
  const fetcher: Fetcher = (address, {signal}) => {
    const headers = {'content-type': 'text/event-stream'};
    if (address.includes('/events')) {
      return Promise.resolve(new Response(openStream(signal), {headers}));
    }
    scene.listRequests++;
    const video = {videoId: 'a', videoName: 'A', transcodeState: 3};
    const data = {videoListInfo: [video], videoTotal: 1};
    return Promise.resolve(Response.json({code: 200, message: 'success', pageSize: 24, data}));
  };
  const request = requestTo(fetcher);
  const store = createListStore({request});
  let happens: (type: string) => void = () => {};
  const live = createLive(store, {
    signals: {
      isVisible: () => true,
      subscribe: (listener) => {
        happens = (type) => listener({type});
        return () => {};
      },
    },
  });
  test.after(() => live.disconnect());
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second++) {
      test.mock.timers.tick(1000);
      for (let turn = 0; turn < 8; turn++) await new Promise(setImmediate);
    }
  };
  await store.load();
  live.configure({url: request.url, fetcher, pollInterval: 15_000});
  await pass(1);
  assert.equal(scene.listRequests, 2, 'The list is requested again when the stream is open.');
  const send = (text: string) => stream!.enqueue(new TextEncoder().encode(text));
  return {scene, pass, send, happens: (type: string) => happens(type)};
}

describe('A stream of changes', () => {
  it('is replaced when it sends no more heartbeats (apache/couchdb-couch#137)', async (test) => {
    const {scene, pass, send} = await timedScene(test);
    for (let count = 0; count < 3; count++) {
      await pass(15);
      send(':\n\n');
    }
    await pass(40);
    assert.equal(scene.streams, 1);
    await pass(40);
    assert.ok(scene.closed > 0, 'The lost connection is closed.');
    assert.equal(scene.streams, 2);
    assert.equal(scene.listRequests, 3, 'Missed changes are requested.');
  });

  it('is kept while its heartbeats come, however rarely', async (test) => {
    const {scene, pass, send} = await timedScene(test);
    for (let count = 0; count < 6; count++) {
      await pass(120);
      send(':\n\n');
    }
    assert.equal(scene.streams, 1);
  });

  for (const first of ['', ':ok\n\n', 'event: video\n\n']) {
    it(`is kept if the server sends no heartbeats, but ${JSON.stringify(first)}`, async (test) => {
      const {scene, pass, send} = await timedScene(test);
      send(first);
      await pass(3600);
      assert.equal(scene.streams, 1);
    });
  }

  it('is replaced at once when the browser is online again', async (test) => {
    const {scene, pass, happens} = await timedScene(test);
    happens('visibilitychange');
    await pass(1);
    assert.equal(scene.streams, 1);
    happens('online');
    await pass(1);
    assert.equal(scene.streams, 2);
    assert.equal(scene.closed, 1);
  });

  it('that ends at once is opened again more and more rarely (sanity-io/client#1236)', async (test) => {
    const {scene, pass} = await timedScene(test, {isShort: true});
    await pass(3600);
    assert.ok(scene.streams <= 3600 / 15 + 10, `There were ${scene.streams} streams.`);
    const polls = scene.listRequests - 2;
    assert.ok(polls >= 10 && polls <= 25, `The list was polled ${polls} times.`);
  });
});
