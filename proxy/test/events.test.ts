import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {describe, it} from 'node:test';
import {createVideoProxy, openVideoStore} from '../src/index.js';
import {EventReader, type ReadEvent} from './support/event-reader.js';
import {aStore, proxyScene, storeWith, videosInOrder, type Scene} from './support/proxy-scene.js';
import {aRecord, anEnvelope} from '../../test/support/records.js';
import {until} from '../../test/support/until.js';

/** Long enough that earlier events cannot come from polling. */
const NEVER_MS = 3_600_000;

async function liveScene(test: Scene, options: Parameters<typeof proxyScene>[1] = {}) {
  const scene = await proxyScene(test, {
    callbackSecret: 'secret',
    ...options,
    events: {pollMs: NEVER_MS, heartbeatMs: NEVER_MS, ...options.events},
  });
  const listen = async (lastEventId?: string, query = '') => {
    const reader = await EventReader.open(`${scene.url}/videos/events${query}`, lastEventId);
    test.after(() => reader.close());
    return reader;
  };
  const upload = async (...videoIds: string[]) => {
    const records = videoIds.map((videoId) => aRecord({videoId}));
    assert.equal((await scene.callback('/callbacks/secret', anEnvelope(records))).status, 200);
  };
  return {...scene, listen, upload};
}

describe('a stream of events', () => {
  it('sends a video at once when its callback is stored', async (test) => {
    const {listen, upload} = await liveScene(test);
    const reader = await listen();
    await reader.next();
    await upload('v1');
    const {videoId, record} = await reader.nextVideo();
    assert.equal(videoId, 'v1');
    assert.deepEqual(record, JSON.parse(JSON.stringify(aRecord({videoId: 'v1'}))));
  });

  it('has headers against buffering and compression', async (test) => {
    const {listen} = await liveScene(test, {allowedOrigins: ['https://a.example']});
    const {headers} = (await listen()).response;
    assert.match(headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(headers.get('cache-control'), 'no-cache, no-transform');
    assert.equal(headers.get('x-accel-buffering'), 'no');
    assert.match(headers.get('vary') ?? '', /origin/i);
  });

  it('starts with the position and the reconnection time, and without old videos', async (test) => {
    const {listen, upload} = await liveScene(test, {
      records: videosInOrder(3),
      events: {retryMs: 1234},
    });
    const reader = await listen();
    assert.deepEqual(await reader.next(), {retry: '1234', id: '3'});
    await upload('new');
    assert.deepEqual((await reader.nextVideo()).videoId, 'new');
  });

  it('ends if the store fails while it opens, and can be opened again', async (test) => {
    const {store} = await aStore(test, videosInOrder(3));
    let isFailing = true;
    const changesSince: typeof store.changesSince = (...args) =>
      isFailing ? Promise.reject(new Error('gone')) : store.changesSince(...args);
    const {listen, upload, lines} = await liveScene(test, {
      store: storeWith(store, {changesSince}),
    });
    const ended = await listen('1');
    while (await ended.next());
    // A disconnecting client once ended the whole process.
    ended.close();
    assert.match(lines.join('\n'), /a stream ends.*gone/);
    isFailing = false;
    const reader = await listen('3');
    await upload('new');
    assert.equal((await reader.nextVideo()).videoId, 'new');
  });

  it('is not opened for a client that has disconnected meanwhile', async (test) => {
    const {store} = await aStore(test, videosInOrder(3));
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    let isAsked = false;
    const lastSequence = async () => {
      isAsked = true;
      await isAnswered;
      return store.lastSequence();
    };
    const {url, proxy, socketFrom} = await liveScene(test, {
      store: storeWith(store, {lastSequence}),
      events: {maxStreamsPerClient: 1},
    });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET /videos/events HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await until(() => isAsked);
    const {localPort} = socket;
    socket.destroy();
    await until(() => socketFrom(localPort)?.destroyed === true);
    answer();
    // The stream of the disconnected client is free again.
    await until(async () => {
      const reader = await EventReader.open(`${url}/videos/events`);
      test.after(() => reader.close());
      return reader.response.status === 200;
    });
    assert.equal(proxy.status().streams, 1);
  });

  it('is sent to all clients', async (test) => {
    const {listen, upload} = await liveScene(test);
    const readers = await Promise.all([listen(), listen(), listen()]);
    await Promise.all(readers.map((reader) => reader.next()));
    await upload('v1', 'v2');
    for (const reader of readers) {
      assert.equal((await reader.nextVideo()).videoId, 'v1');
      assert.equal((await reader.nextVideo()).videoId, 'v2');
    }
  });

  it('sends nothing if a callback changes nothing', async (test) => {
    const {listen, upload} = await liveScene(test);
    const reader = await listen();
    await upload('v1');
    await upload('v1');
    await upload('v2');
    const heard = [await reader.nextVideo(), await reader.nextVideo()];
    assert.deepEqual(
      heard.map(({videoId}) => videoId),
      ['v1', 'v2'],
    );
  });

  it('continues where a client has stopped', async (test) => {
    const {listen, upload} = await liveScene(test);
    const before = await listen();
    await upload('v1');
    const {id} = await before.nextVideo();
    before.close();
    await upload('v2');
    await upload('v3');
    for (const reader of [await listen(id), await listen(undefined, `?lastEventId=${id}`)]) {
      assert.equal((await reader.nextVideo()).videoId, 'v2');
      assert.equal((await reader.nextVideo()).videoId, 'v3');
    }
    const reader = await listen(id);
    await upload('v4');
    const heard: unknown[] = [];
    for (let n = 0; n < 3; n++) heard.push((await reader.nextVideo()).videoId);
    assert.deepEqual(heard, ['v2', 'v3', 'v4']);
  });

  it('continues from a list, whose header has the position', async (test) => {
    const {listen, upload, ask} = await liveScene(test);
    await upload('on the list');
    const {headers} = await ask('/videos');
    await upload('between list and stream');
    const reader = await listen(headers.get('x-last-event-id') ?? '');
    assert.equal((await reader.nextVideo()).videoId, 'between list and stream');
  });

  it('sends everything that was missed, in order and once, while more arrives', async (test) => {
    const {listen, store, upload} = await liveScene(test, {records: videosInOrder(500)});
    const reader = await listen('0');
    const heard: string[] = [];
    for (let n = 0; n < 510; n++) {
      if (n < 200 && n % 20 === 0) await upload(`late-${n}`);
      heard.push(String((await reader.nextVideo()).id));
    }
    assert.deepEqual(
      heard,
      Array.from({length: 510}, (_, index) => String(index + 1)),
    );
    assert.equal(await store.lastSequence(), 510);
  });

  for (const id of ['99999', 'x', '-1', '1e9']) {
    it(`starts at the present position for the id ${id}`, async (test) => {
      const {listen} = await liveScene(test, {records: videosInOrder(2)});
      assert.equal((await (await listen(id)).next())?.id, '2');
    });
  }

  it('sends heartbeats when nothing happens', async (test) => {
    const {listen} = await liveScene(test, {events: {heartbeatMs: 5}});
    const reader = await listen();
    await reader.next();
    for (let n = 0; n < 3; n++) assert.deepEqual(await reader.next(), {comment: ''});
  });

  it('sends what another process stores in the same database', async (test) => {
    const {url} = await aStore(test);
    const stores = await Promise.all([openVideoStore({url}), openVideoStore({url})]);
    test.after(() => Promise.all(stores.map((store) => store.close())));
    const here = await liveScene(test, {store: stores[0], events: {pollMs: 5}});
    const there = await liveScene(test, {store: stores[1]});
    const reader = await here.listen();
    await reader.next();
    await there.upload('elsewhere');
    assert.equal((await reader.nextVideo()).videoId, 'elsewhere');
  });

  it('queries the database for changes only while there are clients', async (test) => {
    const {store} = await aStore(test);
    let looks = 0;
    const counting = {
      ...bound(store),
      changesSince(sequence: number, limit: number) {
        looks++;
        return store.changesSince(sequence, limit);
      },
    };
    const {listen, proxy} = await liveScene(test, {store: counting, events: {pollMs: 1}});
    const reader = await listen();
    await until(() => looks > 3);
    reader.close();
    // Without clients, the count stays the same: two equal values, with store calls in between.
    await until(async () => {
      const before = looks;
      for (let n = 0; n < 20; n++) await store.lastSequence();
      await new Promise((resolve) => setTimeout(resolve, 20));
      return looks === before;
    });
    proxy.close();
  });

  it('disconnects a client that does not read, and keeps the others', async (test) => {
    const {url, listen, store, callback, socketFrom, lines} = await liveScene(test, {
      events: {maxQueuedBytes: 20_000},
    });
    const quick = await listen();
    await quick.next();
    const {port, hostname} = new URL(url);
    const slow = connect(Number(port), hostname);
    test.after(() => slow.destroy());
    slow.on('error', () => {});
    slow.write('GET /videos/events HTTP/1.1\r\nhost: x\r\n\r\n');
    await new Promise((resolve) => slow.once('readable', resolve));
    const serverEnd = socketFrom(slow.localPort);
    assert.equal(serverEnd?.destroyed, false);
    // The socket buffers of the slow client must be full before the proxy queues anything.
    const videoDescription = 'x'.repeat(60_000);
    let sent = 0;
    while (!serverEnd?.destroyed && sent < 500) {
      const updateTime = String(2_000_000_000 + ++sent);
      const record = aRecord({videoId: 'big', videoDescription, updateTime});
      await callback('/callbacks/secret', anEnvelope([record]));
      assert.equal((await quick.nextVideo()).id, String(sent));
    }
    assert.ok(serverEnd?.destroyed, `still connected after ${sent} events of 60 kB`);
    assert.match(lines.join(), /slow/);
    assert.equal(await store.lastSequence(), sent);
  });

  it('is refused when there are too many', async (test) => {
    const {listen, ask} = await liveScene(test, {events: {maxStreams: 2}});
    const first = await listen();
    await listen();
    const refused = await ask('/videos/events');
    assert.equal(refused.status, 503);
    assert.ok(Number(refused.headers.get('retry-after')) > 0);
    assert.equal((await refused.json()).code, 503);
    first.close();
    await until(async () => {
      const response = await ask('/videos/events', {method: 'GET'});
      void response.body?.cancel();
      return response.status === 200;
    });
  });

  it('answers HEAD without opening a stream', async (test) => {
    const {ask} = await liveScene(test, {events: {maxStreams: 1}});
    for (let n = 0; n < 3; n++) {
      const {status, headers} = await ask('/videos/events', {method: 'HEAD'});
      assert.equal(status, 200);
      assert.match(headers.get('content-type') ?? '', /event-stream/);
    }
  });
});

describe('closing the proxy', () => {
  it('ends all streams, also of clients that are still catching up, and opens no more', async (test) => {
    const {listen, proxy, ask} = await liveScene(test, {records: videosInOrder(100)});
    const readers = await Promise.all([listen(), listen('0')]);
    await readers[0]?.next();
    proxy.close();
    for (const reader of readers) {
      let last: ReadEvent | undefined;
      for (let block; (block = await reader.next());) last = block;
      const retryMs = Number(last?.retry);
      assert.ok(retryMs >= 2_000 && retryMs <= 10_000, 'when to come back');
    }
    assert.equal((await ask('/videos/events')).status, 503);
  });

  it('leaves no timers', {timeout: 20_000}, async (test) => {
    const {store} = await aStore(test);
    const timers = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
    const before = timers();
    const proxy = createVideoProxy({store});
    const abort = new AbortController();
    const open = () => proxy(new Request('http://x/videos/events', {signal: abort.signal}));
    const responses = [await open(), await open()];
    assert.ok(timers() > before);
    await responses[0]?.body?.cancel();
    abort.abort();
    // Reads of the store in flight have time limits.
    await until(() => timers() === before);
    await open();
    proxy.close();
    await until(() => timers() === before);
  });
});

function bound<T extends object>(target: T): T {
  return new Proxy(target, {
    get: (object, name) => {
      const value = Reflect.get(object, name);
      return typeof value === 'function' ? value.bind(object) : value;
    },
    ownKeys: () => Object.getOwnPropertyNames(Object.getPrototypeOf(target)),
    getOwnPropertyDescriptor: () => ({enumerable: true, configurable: true}),
  });
}
