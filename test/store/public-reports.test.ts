import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {ListStore} from '../../src/store/list-store.js';
import {ChangingServer, type Mutation, type ServerHabits} from '../support/changing-server.js';
import {storeOn, walkToEnd} from '../support/store-scene.js';

const NOTHING: Mutation = {type: 'none'};

function serverOf(script: readonly Mutation[], facts: Partial<ServerHabits> = {}) {
  const habits = {length: 60, pages: {cap: 50}, total: 'none', saysPageSize: false} as const;
  return new ChangingServer({...habits, ...facts}, script);
}

async function walked(server: ChangingServer): Promise<[ListStore, readonly string[]]> {
  const store = storeOn(server, {autoPages: 100});
  await store.load();
  await walkToEnd(store, server);
  server.stop();
  return [store, await walkToEnd(store, server)];
}

// Bugs that were reported for other lists. Each report is named.
for (const total of ['none', 'true'] as const) {
  describe(`Reports about other lists, tested with this one (total: ${total})`, () => {
    it('new items push others to the next page, which shows them twice (NodeBB/NodeBB#14071)', async () => {
      const server = serverOf([NOTHING, {type: 'insert', at: 0, count: 5}], {total});
      const [, shown] = await walked(server);
      assert.equal(new Set(shown).size, shown.length);
      assert.deepEqual(
        [...server.constant].filter((id) => !shown.includes(id)),
        [],
      );
    });

    it('two deleted on page 1 make page 2 skip two (galaxyproject/galaxy#2707)', async () => {
      const server = serverOf([NOTHING, {type: 'delete', at: 0, count: 2}], {total});
      const [, shown] = await walked(server);
      assert.deepEqual(
        server.ids.filter((id) => !shown.includes(id)),
        [],
      );
    });

    it('a whole page deleted leaves an empty list (ushahidi/platform#1698)', async () => {
      const server = serverOf([NOTHING, {type: 'delete', at: 0, count: 24}], {total});
      const store = storeOn(server);
      await store.load();
      await store.refresh();
      assert.equal(store.state.phase, 'ready');
      assert.equal(store.state.items.at(0)?.id, 'v24');
      server.stop();
      assert.deepEqual(await walkToEnd(store, server), server.ids);
    });

    it('a refresh after the last page was deleted sends requests endlessly (TanStack/query#1124)', async () => {
      const server = serverOf([], {total});
      const [store] = await walked(server);
      server.ids.splice(30);
      await store.refresh();
      await server.idle();
      assert.deepEqual(await walkToEnd(store, server), server.ids);
      const {requestCount} = server;
      await walkToEnd(store, server);
      assert.ok(server.requestCount - requestCount <= 3);
    });

    it('a page that is tried again begins with the first page (TanStack/query#8046)', async () => {
      const server = serverOf([NOTHING, {type: 'fail', how: 429}], {total});
      const store = storeOn(server, {paging: 'button'});
      await store.load();
      await store.loadMore();
      assert.equal(store.state.error?.status, 429);
      assert.equal(store.state.items.length, 24, 'What was there stays.');
      const {requestCount} = server;
      await store.retry();
      assert.equal(server.requestCount, requestCount + 1);
      assert.equal(store.state.items.at(24)?.id, 'v24');
    });
  });
}

describe('Reports about other lists, tested with this one', () => {
  it('the last page always claims that there is another one (tapexyz/tape#88)', async () => {
    const server = serverOf([], {total: 500});
    const [store, shown] = await walked(server);
    assert.deepEqual(shown, server.ids);
    assert.equal(store.state.hasNext, false);
    assert.ok(server.requestCount <= 20, `There were ${server.requestCount} requests.`);
  });

  it('the last page is repeated after the end (metafizzy/infinite-scroll#546)', async () => {
    const server = serverOf([], {length: 48});
    const {fetcher} = server;
    // For each page after the last one, the server sends the last page.
    server.fetcher = (address, init) => {
      const url = new URL(address);
      const last = Math.ceil(48 / Number(url.searchParams.get('pageSize')));
      const asked = Number(url.searchParams.get('pageIndex'));
      url.searchParams.set('pageIndex', String(Math.min(asked, last)));
      return fetcher(url.href, init);
    };
    const [store, shown] = await walked(server);
    assert.deepEqual(shown, server.ids);
    assert.equal(store.state.hasNext, false);
    assert.ok(server.requestCount <= 12, `There were ${server.requestCount} requests.`);
  });
});
