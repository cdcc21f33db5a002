import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ListStore} from '../../src/store/list-store.js';
import {createPicker, createSelection} from '../../src/store/index.js';
import {ChangingServer, type ServerHabits} from '../support/changing-server.js';
import {storeOn, walkToEnd} from '../support/store-scene.js';

const habits = (facts: Partial<ServerHabits>): ServerHabits => ({
  length: 60,
  pages: {cap: 50},
  total: 'none',
  saysPageSize: false,
  ...facts,
});

describe('A list of 60 with a page size of 24', () => {
  for (const [what, facts, most] of [
    ['all at once, whatever is asked for (a static file)', {pages: 'everything'}, 4],
    ['50 a page', {pages: {fixed: 50}}, 7],
    ['10 a page', {pages: {cap: 10}}, 24],
    ['as asked for, without another word', {}, 8],
    ['as asked for, with the page size', {saysPageSize: true}, 5],
    ['as asked for, with its length', {total: 'true'}, 3],
    ['10 a page, with its length', {pages: {cap: 10}, total: 'true'}, 6],
    ['with its last page again after the end', {repeatsLastPage: true}, 9],
    ['20 a page, with its last page again', {pages: {cap: 20}, repeatsLastPage: true}, 12],
    ['with a total of 1e99', {total: 1e99}, 8],
    ['with a total of -1', {total: -1}, 8],
    ['with a total of 0', {total: 0}, 8],
    ['with a total of 30', {total: 30}, 9],
    ['with a total of 24.5', {total: 24.5}, 8],
    ['with a total of 500', {total: 500}, 12],
  ] as const) {
    it(`is complete when it comes ${what}, after ${most} requests at most`, async () => {
      const server = new ChangingServer(habits(facts), []);
      const store = storeOn(server, {autoPages: 100});
      await store.load();
      const shown = await walkToEnd(store, server);
      assert.deepEqual([...shown].sort(), [...server.ids].sort());
      assert.ok(server.requestCount <= most, `There were ${server.requestCount} requests.`);
      const {requestCount} = server;
      store.ensureRange(0, store.state.items.length);
      await server.idle();
      assert.ok(server.requestCount <= requestCount + 6, 'It does not go on asking.');
    });
  }

  for (const total of ['none', 'true', 5000] as const) {
    it(`ends soon if the server always sends the first page: total ${total}`, async () => {
      const server = new ChangingServer(habits({pages: 'always-first', total}), []);
      const store = storeOn(server, {autoPages: 100});
      await store.load();
      const shown = await walkToEnd(store, server);
      assert.ok(shown.length >= 24);
      assert.ok(server.requestCount <= 20, `There were ${server.requestCount} requests.`);
    });
  }

  for (const total of ['none', 'true'] as const) {
    it(`misses none of the others if five are deleted before page 2: total ${total}`, async () => {
      const server = new ChangingServer(habits({total, saysPageSize: true}), [
        {type: 'none'},
        {type: 'delete', at: 0, count: 5},
      ]);
      const store = storeOn(server, {autoPages: 100});
      await store.load();
      const shown = await walkToEnd(store, server);
      await walkToEnd(store, server);
      const ids = new Set([...shown, ...(await walkToEnd(store, server))]);
      assert.deepEqual(
        server.ids.filter((id) => !ids.has(id)),
        [],
      );
    });
  }
});

describe('Turning pages', () => {
  it('never opens an empty page', async () => {
    const server = new ChangingServer(habits({length: 24}), []);
    const store = storeOn(server, {paging: 'pages'});
    await store.load();
    assert.equal(store.state.hasNext, true, 'A full page may not be the last.');
    await store.turnTo(2);
    assert.equal(store.state.page, 1);
    assert.equal(store.state.items.length, 24);
    assert.equal(store.state.hasNext, false);
  });

  for (const [what, facts] of [
    ['gives all at once, whatever is asked for', {pages: 'everything'}],
    ['gives 50 a page', {pages: {fixed: 50}}],
    ['gives 10 a page', {pages: {cap: 10}}],
    ['keeps to what is asked for', {}],
    ['says its page size', {saysPageSize: true}],
    ['says its length', {total: 'true'}],
    ['gives its last page again after the end', {repeatsLastPage: true}],
    ['does so with 20 a page', {pages: {cap: 20}, repeatsLastPage: true}],
    ['says a total of 1e99', {total: 1e99}],
    ['says a total of -1', {total: -1}],
    ['says a total of 30', {total: 30}],
  ] as const) {
    it(`shows all 60, and ends, if the server ${what}`, async () => {
      const server = new ChangingServer(habits(facts), []);
      const store = storeOn(server, {paging: 'pages'});
      await store.load();
      const {shown, turns} = await turnToEnd(store);
      assert.deepEqual([...shown].sort(), [...server.ids].sort());
      assert.ok(turns <= 7, `There were ${turns} turns.`);
    });
  }

  for (const total of ['none', 'true', 5000] as const) {
    it(`ends if the server always sends the first page: total ${total}`, async () => {
      const server = new ChangingServer(habits({pages: 'always-first', total}), []);
      const store = storeOn(server, {paging: 'pages'});
      await store.load();
      await turnToEnd(store);
      assert.equal(store.state.page, 1);
      assert.equal(store.state.items.length, 24);
      // The list may have grown since.
      await store.refresh();
      assert.equal(store.state.hasNext, true);
    });
  }
});

const idsShown = ({state}: ListStore) => state.items.loaded.map(({id}) => id);

/** Goes to the next page until there is none. */
async function turnToEnd(store: ListStore) {
  const shown = new Set(idsShown(store));
  let turns = 0;
  while (store.state.hasNext && turns < 50) {
    await store.turnTo(store.state.page + 1);
    assert.ok(store.state.items.length > 0, 'No page is empty.');
    for (const id of idsShown(store)) shown.add(id);
    turns++;
  }
  return {shown, turns};
}

describe('A range of a long list', () => {
  const long = async () => {
    const server = new ChangingServer(habits({length: 6000, total: 'true'}), []);
    const store = storeOn(server);
    const selection = createSelection(store, {mode: 'multiple'});
    await store.load();
    store.ensureRange(0, 12);
    await server.idle();
    return {server, store, selection, picker: createPicker(selection)};
  };
  /** Looks at what is there, far from what was picked first. */
  const leapTo = async ({server, store}: Awaited<ReturnType<typeof long>>, index: number) => {
    store.ensureRange(index - 6, index + 6);
    await server.idle();
  };

  it('is selected completely, and unloaded pages are fetched', async () => {
    const scene = await long();
    const {server, store, picker} = scene;
    await picker.pick(3);
    await leapTo(scene, 5002);
    const {requestCount} = server;
    let progress = 0;
    store.subscribe(
      ({selection}) => (progress = Math.max(progress, selection.progress?.done ?? 0)),
    );
    await picker.pick(5002, {isRange: true});
    const {videos} = store.state.selection;
    assert.equal(videos.length, 5000);
    assert.deepEqual(
      videos.map(({id}) => id),
      server.ids.slice(3, 5003),
    );
    assert.ok(progress > 4000);
    assert.ok(server.requestCount - requestCount <= 102);
  });

  it('respects the maximum, and requests only what is needed for it', async () => {
    const scene = await long();
    const {server, selection, picker} = scene;
    selection.configure({max: 100});
    await picker.pick(3);
    await leapTo(scene, 5002);
    const {requestCount} = server;
    await picker.pick(5002, {isRange: true});
    assert.equal(selection.videos.length, 100);
    assert.equal(selection.store.state.selection.refusal, 'full');
    assert.ok(server.requestCount - requestCount <= 6);
  });

  it('changes nothing if it is aborted', async () => {
    const scene = await long();
    const {store, picker} = scene;
    await picker.pick(3);
    await leapTo(scene, 5002);
    const picking = picker.pick(5002, {isRange: true});
    await new Promise(setImmediate);
    picker.stop();
    await picking;
    assert.deepEqual([...store.state.selection.ids], ['v3']);
    assert.equal(store.state.selection.progress, undefined);
  });

  it('includes loaded videos whose pages were released', async () => {
    const scene = await long();
    const {store, picker} = scene;
    for (let index = 12; index < 300; index += 12) await leapTo(scene, index);
    assert.ok(store.state.items.loaded.length < 120, 'Most of it was let go of.');
    await picker.pickAll();
    assert.ok(store.state.selection.videos.length >= 288);
  });
});
