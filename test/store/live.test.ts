import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
import type {Fetcher} from '../../src/data/video-page-query.js';
import {createListStore} from '../../src/store/index.js';
import {createLive} from '../../src/store/live.js';
import {requestTo} from '../support/store-scene.js';
import {until} from '../support/until.js';

/** A server with a list of one video and a stream of changes, and a store with an open stream. */
async function sceneOf(test: TestContext) {
  const scene = {title: 'A', status: 200, asked: 0, streams: new Set<ServerResponse>()};
  const server = createServer(({url}, response) => {
    if (!url?.startsWith('/videos/events')) {
      const data = {videoListInfo: [{videoId: 'a', videoName: scene.title}], videoTotal: 1};
      response.end(JSON.stringify({code: 200, message: 'success', pageSize: 24, data}));
      return;
    }
    scene.asked++;
    if (scene.status !== 200) response.writeHead(scene.status).end();
    else {
      response.writeHead(200, {'content-type': 'text/event-stream'}).write('retry: 5\nid: 1\n\n');
      scene.streams.add(response);
    }
  });
  await once(server.listen(0), 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port}/videos?token=secret`;
  const store = createListStore({request: {...requestTo((url, init) => fetch(url, init)), url}});
  let comeBack = () => {};
  const live = createLive(store, {
    signals: {
      isVisible: () => true,
      subscribe: (listener) => {
        comeBack = () => listener();
        return () => {};
      },
    },
  });
  test.after(() => {
    live.disconnect();
    server.closeAllConnections();
    server.close();
  });
  const endStreams = () => {
    for (const stream of scene.streams) stream.destroy();
    scene.streams.clear();
  };
  await store.load();
  live.configure({url});
  await until(() => scene.streams.size === 1, 'a stream');
  return {scene, store, endStreams, comeBack: () => comeBack()};
}

describe('A store with a stream of changes', () => {
  for (const event of ['video', 'list']) {
    it(`sends a request at an event named ${event}`, async (test) => {
      const {scene, store} = await sceneOf(test);
      scene.title = 'B';
      for (const stream of scene.streams) stream.write(`event: ${event}\ndata: {}\n\n`);
      await until(() => store.state.items.at(0)?.title === 'B', 'the new title');
    });
  }

  for (const status of [502, 503, 500, 429]) {
    it(`reconnects automatically after some responses of ${status}, and shows missed changes`, async (test) => {
      const {scene, store, endStreams} = await sceneOf(test);
      Object.assign(scene, {title: 'B', status, asked: 0});
      endStreams();
      await until(() => scene.asked >= 3, 'three attempts');
      scene.status = 200;
      await until(() => store.state.items.at(0)?.title === 'B', 'the new title');
    });
  }

  for (const [status, isFinal] of [
    [404, true],
    [501, true],
    [502, false],
  ] as const) {
    it(`logs that it gives up only if it does: ${status}`, async (test) => {
      const {scene, endStreams} = await sceneOf(test);
      const warn = test.mock.method(console, 'warn', () => {});
      Object.assign(scene, {status, asked: 0});
      endStreams();
      await until(() => scene.asked >= (isFinal ? 1 : 4), 'an attempt');
      if (isFinal) await until(() => warn.mock.callCount() > 0, 'a warning');
      const said = warn.mock.calls.map(({arguments: [text]}) => String(text));
      assert.equal(said.length, isFinal ? 1 : 0, said.join());
      if (isFinal)
        assert.match(
          said[0]!,
          /localhost:\d+\/videos has no event stream\. .* is polled instead\./,
        );
    });
  }

  for (const status of [404, 501]) {
    it(`gives up after ${status}, until the user returns to the page`, async (test) => {
      const {scene, store, endStreams, comeBack} = await sceneOf(test);
      Object.assign(scene, {status, asked: 0});
      endStreams();
      await until(() => scene.asked === 1, 'an attempt');
      // Waits until another store has tried several times.
      const other = await sceneOf(test);
      Object.assign(other.scene, {status: 502, asked: 0});
      other.endStreams();
      await until(() => other.scene.asked >= 4, 'four attempts');
      assert.equal(scene.asked, 1);
      Object.assign(scene, {title: 'B', status: 200});
      comeBack();
      await until(() => store.state.items.at(0)?.title === 'B', 'the new title');
    });
  }
});

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
