import assert from 'node:assert/strict';
import {connect} from 'node:net';
import {describe, it} from 'node:test';
import {anEnvelope, aRecord} from '../../../test/support/records.js';
import type {VideoStore} from '../../src/index.js';
import {aStore, proxyScene, storeWith, videosInOrder, type Scene} from '../support/proxy-scene.js';
import {until} from '../../../test/support/until.js';

const USERS = 300;

/** Far fewer than the number of users. */
const FEW = 40;

/** Users with separate connections, each of whom sends a new request as soon as a response starts. */
function usersWhoNeverPause(test: Scene, url: string) {
  const {port} = new URL(url);
  const answers = {count: 0};
  for (let n = 0; n < USERS; n++) {
    const socket = connect(Number(port), '127.0.0.1');
    const ask = () => socket.write('GET /videos?pageSize=1 HTTP/1.1\r\nhost: localhost\r\n\r\n');
    socket.on('connect', ask).on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      if (!chunk.toString('latin1').startsWith('HTTP/1.1 200')) return;
      answers.count += 1;
      ask();
    });
    test.after(() => socket.destroy());
  }
  return answers;
}

/** The store, and the maximum number of lists that were started in one turn of the event loop. */
function countedByTurn(store: VideoStore): {counted: VideoStore; most: () => number} {
  let most = 0;
  let inThisTurn = 0;
  const list: VideoStore['list'] = (query) => {
    if (inThisTurn === 0) setImmediate(() => (inThisTurn = 0));
    most = Math.max(most, ++inThisTurn);
    return store.list(query);
  };
  return {counted: storeWith(store, {list}), most: () => most};
}

describe('users who request without a pause', () => {
  it('are answered a few in each turn of the event loop, so that a callback has its turn between them', async (test) => {
    const {store} = await aStore(test, videosInOrder(3));
    const {counted, most} = countedByTurn(store);
    const {url, callback} = await proxyScene(test, {store: counted, callbackSecret: 'secret'});
    const answers = usersWhoNeverPause(test, url);
    await until(() => answers.count > 3 * USERS);
    const sent = await callback('/callbacks/secret', anEnvelope([aRecord({videoId: 'new'})]));
    assert.equal(sent.status, 200);
    assert.ok(most() < FEW, `${most()} lists were begun in one turn`);
  });

  it('are all answered', async (test) => {
    const {url} = await proxyScene(test, {records: videosInOrder(3)});
    const asked = Array.from({length: USERS}, () => fetch(`${url}/videos?pageSize=1`));
    for (const {status} of await Promise.all(asked)) assert.equal(status, 200);
  });
});
