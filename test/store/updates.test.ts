import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Updates} from '../../src/store/updates.js';
import {ChangingServer} from '../support/changing-server.js';
import {storeOn} from '../support/store-scene.js';

/** Number of new videos that a list announces after a change, if its user has scrolled down on its first page. */
async function newAfter(length: number, change: (ids: string[]) => void): Promise<number> {
  const habits = {length, pages: {cap: 50}, total: 'none', saysPageSize: true} as const;
  const server = new ChangingServer(habits, []);
  const store = storeOn(server);
  await store.load();
  change(server.ids);
  await new Updates(store, () => false).update();
  return store.state.newItemCount;
}

describe('The number of new videos of a list of 24 per page', () => {
  for (const length of [10, 60]) {
    it(`is 0 after a deletion: ${length} videos`, async () => {
      assert.equal(await newAfter(length, (ids) => ids.splice(3, 1)), 0);
    });

    it(`counts videos at the top: ${length} videos`, async () => {
      assert.equal(await newAfter(length, (ids) => ids.unshift('new-1', 'new-2')), 2);
    });

    it(`counts a video between others, as in a list by name: ${length} videos`, async () => {
      assert.equal(await newAfter(length, (ids) => ids.splice(5, 0, 'new')), 1);
    });

    it(`counts only the new one after an upload and a deletion: ${length} videos`, async () => {
      assert.equal(await newAfter(length, (ids) => ids.splice(0, 2, 'new')), 1);
    });
  }

  it('counts a video at the end of a short list, as in a list with the oldest first', async () => {
    assert.equal(await newAfter(10, (ids) => ids.push('new')), 1);
  });

  it('counts a whole page of new videos', async () => {
    const names = Array.from({length: 30}, (_, index) => `new-${index}`);
    assert.equal(await newAfter(60, (ids) => ids.unshift(...names)), 24);
  });
});
