import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RateLimit} from '../../src/limits/rate-limit.js';
import type {AddPoints} from '../../src/limits/shared-counter.js';
import {aRecord, anEnvelope} from '../../../test/support/records.js';
import {clientAt} from '../support/clients.js';
import {aStore, proxyScene, storeWith, videosInOrder, type Scene} from '../support/proxy-scene.js';
import {until} from '../../../test/support/until.js';

const GALLERY = 'https://www.example.com';
const ENVELOPE = JSON.stringify(anEnvelope([aRecord()]));

async function limitedScene(test: Scene, requestsPerMinute: number) {
  const scene = await proxyScene(test, {
    records: videosInOrder(3),
    allowedOrigins: [GALLERY],
    callbackSecret: 'secret',
    limits: {requestsPerMinute},
  });
  const at = (address: string) => {
    const {ask} = clientAt(test, address);
    return (path: string, options?: Parameters<typeof ask>[1]) => ask(scene.url + path, options);
  };
  return {...scene, at};
}

describe('requests of one address', () => {
  it('have a limit, which does not affect other addresses', async (test) => {
    const {at} = await limitedScene(test, 5);
    const [greedy, other] = [at('127.0.0.2'), at('127.0.0.3')];
    for (let n = 0; n < 5; n++) assert.equal((await greedy('/videos')).status, 200);
    for (const path of ['/videos', '/categories', '/videos/id-001/play', '/videos/events']) {
      const {status, headers, body} = await greedy(path, {headers: {origin: GALLERY}});
      assert.equal(status, 429, path);
      const {code, message, data} = JSON.parse(body);
      assert.deepEqual([code, data], [429, null]);
      assert.match(message, /too many requests/);
      assert.equal(headers['cache-control'], 'no-store');
      assert.equal(headers['access-control-allow-origin'], GALLERY);
      const seconds = Number(headers['retry-after']);
      assert.ok(seconds >= 1 && seconds <= 60, headers['retry-after']);
      assert.equal(headers['ratelimit-policy'], '"requests";q=5;w=60');
      assert.equal(headers['ratelimit'], `"requests";r=0;t=${seconds}`);
    }
    assert.equal((await other('/videos')).status, 200);
  });

  it('have a limit on a server that listens on IPv6, also with a forged header', async (test) => {
    const {proxy} = await limitedScene(test, 2);
    const env = {incoming: {socket: {remoteAddress: '::ffff:203.0.113.5'}}};
    const statuses: number[] = [];
    for (let n = 0; n < 4; n++) {
      const headers = {'x-forwarded-for': `192.0.2.${n}`};
      statuses.push((await proxy(new Request('http://x/videos', {headers}), env)).status);
    }
    assert.deepEqual(statuses, [200, 200, 429, 429]);
  });

  it('may be those of all users, behind a server: the log says once what to set', async (test) => {
    const {at, lines, proxy, url} = await limitedScene(test, 2);
    for (let n = 0; n < 5; n++) await at('127.0.0.2')('/videos');
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /127\.0\.0\.2.*limit "requests".*TRUST_PROXY/);
    const env = {incoming: {socket: {remoteAddress: '203.0.113.5'}}};
    for (let n = 0; n < 5; n++) await proxy(new Request(`${url}/videos`), env);
    assert.equal(lines.length, 1, lines.join('\n'));
  });

  it('have headers only on uncacheable responses', async (test) => {
    const {at} = await limitedScene(test, 5);
    const ask = at('127.0.0.2');
    const listed = await ask('/videos');
    assert.equal(listed.headers['ratelimit'], undefined);
    const posted = await ask('/videos', {method: 'POST', body: '{}'});
    assert.match(String(posted.headers['ratelimit']), /^"requests";r=3;t=\d+$/);
    const bad = await ask('/videos?x=1');
    assert.match(String(bad.headers['ratelimit']), /^"requests";r=2;t=\d+$/);
  });

  it('do not include callbacks', async (test) => {
    const {at} = await limitedScene(test, 2);
    const vendor = at('127.0.0.2');
    for (let n = 0; n < 10; n++) {
      const {status} = await vendor('/callbacks/secret', {method: 'POST', body: ENVELOPE});
      assert.equal(status, 200);
    }
  });

  it('have no limit if the operator sets none', async (test) => {
    const {at} = await limitedScene(test, 0);
    for (let n = 0; n < 20; n++) assert.equal((await at('127.0.0.2')('/videos')).status, 200);
  });
});

describe('a limit', () => {
  const options = {name: 'test', points: 2, seconds: 60, message: 'Too many.'};

  it('keeps a bounded number of clients apart', {timeout: 60_000}, async () => {
    const keys = new Set<string>();
    const counter = {
      consume: (key: string) => {
        const isFirstInDuration = !keys.has(key);
        keys.add(key);
        return Promise.resolve({remainingPoints: 1, msBeforeNext: 1_000, isFirstInDuration});
      },
      reward: () => Promise.reject(new Error('not asked')),
    };
    const limit = new RateLimit({...options, counter});
    for (let n = 0; n < 150_000; n++) await limit.take(`client ${n}`);
    assert.ok(keys.size <= 100_256, `${keys.size} counters`);
  });

  it('allows all requests when its counter fails', async () => {
    const fail = () => Promise.reject(new Error('the database is gone'));
    const limit = new RateLimit({...options, counter: {consume: fail, reward: fail}});
    assert.deepEqual(await limit.take('a client'), {});
    await limit.giveBack('a client');
  });
});

describe('guesses at the secret of callbacks', () => {
  it('are limited for each address, and logged with it', async (test) => {
    const {at, lines} = await limitedScene(test, 3_000);
    const attacker = at('127.0.0.2');
    const statuses: number[] = [];
    for (let n = 0; n < 15; n++) {
      const {status, headers} = await attacker(`/callbacks/guess-${n}`, {method: 'POST'});
      statuses.push(status);
      if (status === 429) assert.ok(Number(headers['retry-after']) >= 1);
    }
    assert.deepEqual(statuses, [...Array(10).fill(403), ...Array(5).fill(429)]);
    // The right secret is refused too. Otherwise, an attacker could recognize it.
    const right = {method: 'POST', body: ENVELOPE};
    assert.equal((await attacker('/callbacks/secret', right)).status, 429);
    assert.equal((await at('127.0.0.3')('/callbacks/secret', right)).status, 200);
    assert.ok(
      lines.every((line) => line.includes('127.0.0.2')),
      lines.join('\n'),
    );
    assert.doesNotMatch(lines.join(), /guess/);
  });

  it('are added up by processes with one store', {timeout: 60_000}, async (test) => {
    const {store} = await aStore(test);
    const windows = new Set<number>();
    let told = 0;
    const addRequestCounts: AddPoints = async (windowStartMs, points) => {
      const sums = await store.addRequestCounts!(windowStartMs, points);
      windows.add(windowStartMs);
      for (const count of points.values()) told += count;
      return sums;
    };
    const counted = storeWith(store, {addRequestCounts});
    const urls = [1, 2].map(async () => {
      return (await proxyScene(test, {store: counted, callbackSecret: 'secret'})).url;
    });
    const [here, there] = (await Promise.all(urls)) as [string, string];

    const guessed = async (address: string): Promise<number[]> => {
      const {ask} = clientAt(test, address);
      const guess = async (url: string) =>
        (await ask(`${url}/callbacks/wrong`, {method: 'POST'})).status;
      windows.clear();
      told = 0;
      const statuses: number[] = [];
      for (let n = 0; n < 10; n++) statuses.push(await guess(here));
      await until(() => told === 10);
      statuses.push(await guess(there));
      await until(() => told === 11);
      return [...statuses, await guess(there)];
    };
    let statuses = await guessed('127.0.0.2');
    // A new window has started meanwhile, so earlier counts do not apply.
    if (windows.size > 1) statuses = await guessed('127.0.0.4');
    assert.deepEqual(statuses, [...Array(11).fill(403), 429]);
  });

  it('do not block a client that knows the secret, such as the vendor behind the same address', async (test) => {
    const {at} = await limitedScene(test, 3_000);
    const ask = at('127.0.0.2');
    const right = {method: 'POST', body: ENVELOPE};
    assert.equal((await ask('/callbacks/secret', right)).status, 200);
    for (let n = 0; n < 20; n++) await ask('/callbacks/wrong', {method: 'POST'});
    assert.equal((await ask('/callbacks/secret', right)).status, 200);
  });

  it('may be two while the secret is changed', async (test) => {
    const secrets = ['the new secret', 'the old secret'];
    const {callback} = await proxyScene(test, {callbackSecret: secrets});
    for (const secret of secrets) {
      const path = `/callbacks/${encodeURIComponent(secret)}`;
      assert.equal((await callback(path, anEnvelope([aRecord()]))).status, 200);
    }
    assert.equal((await callback('/callbacks/another', anEnvelope([]))).status, 403);
    await assert.rejects(proxyScene(test, {callbackSecret: ['new', '']}), /callbackSecret/);
    await assert.rejects(proxyScene(test, {callbackSecret: []}), /callbackSecret/);
  });
});
