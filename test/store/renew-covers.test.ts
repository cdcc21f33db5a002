import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createListStore} from '../../src/store/index.js';
import {createCoverRenewal} from '../../src/store/renew-covers.js';
import {requestTo} from '../support/store-scene.js';

const PAGE_SIZE = 10;
const MINUTE = 60_000;

/** A store on a server whose covers' addresses are signed anew with every answer; time is the test's. */
async function sceneOf({pages = 2} = {}) {
  const scene = {time: 0, signature: 1, status: 200};
  const requests: (string | null)[] = [];
  const store = createListStore({
    request: requestTo((address, init) => {
      const {searchParams} = new URL(address);
      const first = (Number(searchParams.get('pageIndex')) - 1) * PAGE_SIZE;
      requests.push(searchParams.get('pageIndex'));
      if (requests.length > pages)
        assert.equal(init.cache, 'no-cache', 'A kept copy has old addresses.');
      const videoListInfo = Array.from({length: PAGE_SIZE}, (_, index) => ({
        videoId: `v${first + index}`,
        videoName: `Video ${first + index}`,
        imageUrl: `https://covers.example/${first + index}.webp?signature=${scene.signature}`,
      }));
      const data = {videoListInfo, videoTotal: PAGE_SIZE, total: 30};
      const body = {code: 200, message: 'success', pageSize: PAGE_SIZE, data};
      return Promise.resolve(Response.json(body, {status: scene.status}));
    }, PAGE_SIZE),
  });
  await store.load();
  // As in a list, whose further functions are loaded after its first page.
  const covers = createCoverRenewal(store, () => scene.time);
  store.ensureRange(0, pages * PAGE_SIZE);
  await turn();
  assert.deepEqual(requests.splice(0), ['1', '2'].slice(0, pages));
  const fail = async (...indexes: number[]) => {
    for (const index of indexes) covers.failed(`v${index}`);
    await turn();
  };
  const signatureOf = (index: number) => store.state.items.at(index)?.coverUrl?.at(-1);
  scene.signature = 2;
  return {scene, store, requests, fail, signatureOf};
}

async function turn() {
  for (let count = 0; count < 4; count++) await new Promise(setImmediate);
}

describe('Covers whose signed addresses have expired', () => {
  it('are renewed once, with their result page', async () => {
    const {scene, store, requests, fail, signatureOf} = await sceneOf();
    const other = store.state.items.at(0);
    scene.time = 10 * MINUTE;
    await fail(11, 12);
    assert.deepEqual(requests, [], 'Two may have failed for another reason.');
    await fail(13);
    assert.deepEqual(requests, ['2']);
    assert.equal(signatureOf(11), '2');
    assert.equal(store.state.items.at(0), other, 'Nothing changes on other pages.');
    assert.equal(store.state.items.length, 30);
  });

  it('are renewed in a list of which only the first page has been loaded', async () => {
    const {scene, requests, fail, signatureOf} = await sceneOf({pages: 1});
    scene.time = 10 * MINUTE;
    await fail(1, 2, 3);
    assert.deepEqual(requests, ['1']);
    assert.equal(signatureOf(1), '2');
  });

  it('are not requested in a loop, but again after a while', async () => {
    const {scene, requests, fail} = await sceneOf();
    scene.time = 10 * MINUTE;
    for (let count = 0; count < 20; count++) await fail(1, 2, 3, 4, 11, 12, 13, 14);
    assert.deepEqual(requests, ['1'], 'As the first three had failed.');
    scene.time += 5 * MINUTE;
    await fail(11);
    assert.deepEqual(requests, ['1', '1', '2']);
  });

  it('are not renewed on a list that has just been opened', async () => {
    const {scene, requests, fail} = await sceneOf();
    scene.time = MINUTE / 2;
    await fail(1, 2, 3, 4, 5);
    assert.deepEqual(requests, []);
  });

  it('stay unchanged silently if the server fails', async () => {
    const {scene, store, requests, fail, signatureOf} = await sceneOf();
    Object.assign(scene, {time: 10 * MINUTE, status: 503});
    await fail(1, 2, 3);
    assert.deepEqual(requests, ['1']);
    assert.equal(store.state.error, undefined);
    assert.equal(signatureOf(1), '1');
  });
});
