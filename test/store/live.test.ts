import assert from 'node:assert/strict';
import {once} from 'node:events';
import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {describe, it, type TestContext} from 'node:test';
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
