import assert from 'node:assert/strict';
import {describe, it, type TestContext} from 'node:test';
import {healFirstAnswer} from '../../src/store/heal.js';
import {createListStore} from '../../src/store/index.js';
import {requestTo} from '../support/store-scene.js';

const page = {
  code: 200,
  message: 'success',
  pageSize: 24,
  data: {videoListInfo: [{videoId: 'a', videoName: 'A'}], videoTotal: 1},
};

const failure = (status: number, headers: Record<string, string> = {}) =>
  new Response('Oops', {status, headers});

/** A store whose server sends these responses in order, and then the page. The test controls the time. */
async function sceneOf(test: TestContext, ...answers: (() => Response)[]) {
  test.mock.timers.enable({apis: ['setTimeout', 'Date']});
  const scene = {requests: 0, isVisible: true, listeners: new Set<(event: Event) => void>()};
  const store = createListStore({
    request: requestTo(() => {
      scene.requests++;
      return Promise.resolve(answers.shift()?.() ?? Response.json(page));
    }),
  });
  const errors: unknown[] = [];
  store.subscribe((_state, change) => change?.type === 'error' && errors.push(change.error));
  healFirstAnswer(store, {
    isVisible: () => scene.isVisible,
    subscribe: (listener) => {
      scene.listeners.add(listener);
      return () => scene.listeners.delete(listener);
    },
  });
  await store.load();
  const pass = async (milliseconds: number) => {
    test.mock.timers.tick(milliseconds);
    for (let turn = 0; turn < 4; turn++) await new Promise(setImmediate);
  };
  const happens = (type: string) =>
    scene.listeners.forEach((listener) => listener(new Event(type)));
  return {store, scene, errors, pass, happens};
}

describe('A first answer that is a failure', () => {
  for (const status of [500, 503, 429]) {
    it(`is requested again automatically: ${status}`, async (test) => {
      const {store, scene, errors, pass} = await sceneOf(test, () => failure(status));
      assert.equal(store.state.phase, 'error');
      await pass(3000);
      assert.equal(store.state.phase, 'ready');
      assert.equal(scene.requests, 2);
      assert.equal(errors.length, 1);
    });
  }

  it('is requested five times at most, after longer and longer pauses', async (test) => {
    const {store, scene, errors, pass} = await sceneOf(
      test,
      ...Array.from({length: 99}, () => () => failure(500)),
    );
    await pass(900);
    assert.equal(scene.requests, 1, 'Not before a second has passed.');
    for (let minute = 0; minute < 60; minute++) await pass(60_000);
    assert.equal(scene.requests, 6);
    assert.equal(store.state.phase, 'error');
    assert.equal(errors.length, 1, 'The user is told once.');
    await store.retry();
    assert.equal(scene.requests, 7, 'The button stays.');
  });

  for (const status of [429, 503]) {
    it(`is not requested before the end of \`Retry-After\`: ${status}`, async (test) => {
      const busy = () => failure(status, {'retry-after': '30'});
      const {store, scene, pass} = await sceneOf(test, busy);
      await pass(29_000);
      assert.equal(scene.requests, 1);
      await pass(1000);
      assert.equal(scene.requests, 2);
      assert.equal(store.state.phase, 'ready');
    });
  }

  it('accepts a date in Retry-After', async (test) => {
    const soon = () => failure(503, {'retry-after': new Date(Date.now() + 20_000).toUTCString()});
    const {scene, pass} = await sceneOf(test, soon);
    await pass(18_000);
    assert.equal(scene.requests, 1);
    await pass(3000);
    assert.equal(scene.requests, 2);
  });

  it('is left to the user if the server asks for an hour', async (test) => {
    const {store, scene, pass, happens} = await sceneOf(test, () =>
      failure(429, {'retry-after': '3600'}),
    );
    await pass(3_700_000);
    happens('online');
    await pass(0);
    assert.equal(scene.requests, 1);
    await store.retry();
    assert.equal(store.state.phase, 'ready');
  });

  it('is requested after the pause of each Retry-After', async (test) => {
    const busy = (seconds: string) => () => failure(503, {'retry-after': seconds});
    const {store, scene, pass} = await sceneOf(test, busy('10'), busy('40'));
    await pass(10_000);
    assert.equal(scene.requests, 2);
    await pass(39_000);
    assert.equal(scene.requests, 2);
    await pass(1000);
    assert.equal(store.state.phase, 'ready');
  });

  for (const status of [400, 404, 501]) {
    it(`is not requested again: ${status}`, async (test) => {
      const {scene, pass} = await sceneOf(test, () => failure(status));
      await pass(600_000);
      assert.equal(scene.requests, 1);
    });
  }

  it('is not requested while the page is hidden, but when it is shown again', async (test) => {
    const {store, scene, pass, happens} = await sceneOf(test, () => failure(500));
    scene.isVisible = false;
    happens('visibilitychange');
    await pass(600_000);
    assert.equal(scene.requests, 1);
    scene.isVisible = true;
    happens('visibilitychange');
    await pass(0);
    assert.equal(store.state.phase, 'ready');
  });

  it('is requested at once when the page is online again', async (test) => {
    const {store, pass, happens} = await sceneOf(test, () => failure(503));
    happens('online');
    await pass(0);
    assert.equal(store.state.phase, 'ready');
  });
});
