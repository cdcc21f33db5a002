import assert from 'node:assert/strict';
import type {IncomingMessage} from 'node:http';
import {describe, it} from 'node:test';
import type {VideoStore} from '../src/index.js';
import {aRecord, anEnvelope} from '../../test/support/records.js';
import {clientAt} from './support/clients.js';
import {EventReader} from './support/event-reader.js';
import {aStore, proxyScene, videosInOrder, type Scene} from './support/proxy-scene.js';
import {until} from '../../test/support/until.js';

const SECRET = 'secret';

async function streamScene(test: Scene, options: Parameters<typeof proxyScene>[1] = {}) {
  const scene = await proxyScene(test, {callbackSecret: SECRET, ...options});
  const at = (address: string) => {
    const {open, ask} = clientAt(test, address);
    const listen = (query = '') => open(`${scene.url}/videos/events${query}`);
    return {listen, ask: (path: string) => ask(scene.url + path)};
  };
  const listen = async (lastEventId?: string) => {
    const reader = await EventReader.open(`${scene.url}/videos/events`, lastEventId);
    test.after(() => reader.close());
    return reader;
  };
  const upload = async (records: readonly object[]) => {
    const {status} = await scene.callback(`/callbacks/${SECRET}`, anEnvelope(records));
    assert.equal(status, 200);
  };
  return {...scene, at, listen, upload};
}

describe('streams of one address', () => {
  it('leave connections for others', {timeout: 60_000}, async (test) => {
    const events = {maxStreams: 60, maxStreamsPerClient: 20};
    const {at, lines} = await streamScene(test, {events});
    const [greedy, other] = [at('127.0.0.2'), at('127.0.0.3')];
    const streams = await Promise.all(Array.from({length: 100}, () => greedy.listen()));
    const statuses = streams.map(({statusCode}) => statusCode);
    assert.equal(statuses.filter((status) => status === 200).length, 20);
    assert.equal(statuses.filter((status) => status === 429).length, 80);
    const refused = streams.find(({statusCode}) => statusCode === 429);
    assert.ok(Number(refused?.headers['retry-after']) > 0);
    assert.equal((await other.listen()).statusCode, 200);
    // List requests are not refused by the limit of streams.
    assert.equal((await greedy.ask('/videos')).status, 200);
    // Behind a server in front, all users may have this address.
    assert.equal(lines.length, 1, lines.join('\n'));
    assert.match(lines[0] ?? '', /127\.0\.0\.2.*limit "streams".*TRUST_PROXY/);
  });

  it('are not counted after their end', {timeout: 60_000}, async (test) => {
    const {at} = await streamScene(test, {events: {maxStreamsPerClient: 2}});
    const {listen} = at('127.0.0.2');
    for (let n = 0; n < 5; n++) {
      const streams = await Promise.all([listen(), listen()]);
      assert.deepEqual(
        streams.map(({statusCode}) => statusCode),
        [200, 200],
      );
      streams.forEach((stream) => stream.destroy());
      await until(async () => {
        const again = await listen();
        again.destroy();
        return again.statusCode === 200;
      });
      await until(() => canOpenTwo(listen));
    }
  });

  it('are not counted if the store fails', {timeout: 60_000}, async (test) => {
    const {store} = await aStore(test);
    let isBroken = true;
    const lastSequence = () =>
      isBroken ? Promise.reject(new Error('gone')) : store.lastSequence();
    const broken = overriding(store, {lastSequence});
    const {at} = await streamScene(test, {store: broken, events: {maxStreams: 1}});
    const {listen} = at('127.0.0.2');
    for (let n = 0; n < 3; n++) assert.equal((await listen()).statusCode, 500);
    isBroken = false;
    assert.equal((await listen()).statusCode, 200);
  });
});

describe('a stream that reconnects', () => {
  it('gets an event "list" if it has missed too much', {timeout: 60_000}, async (test) => {
    const {listen, upload} = await streamScene(test, {
      records: videosInOrder(120),
      events: {maxReplay: 100},
    });
    const reader = await listen('0');
    assert.equal((await reader.next())?.id, '120');
    const told = await reader.next();
    assert.deepEqual([told?.event, told?.data, told?.id], ['list', '{}', '120']);
    await upload([aRecord({videoId: 'new'})]);
    assert.equal((await reader.nextVideo()).videoId, 'new');
    const near = await listen('30');
    await near.next();
    assert.equal((await near.nextVideo()).id, '31');
  });

  it(
    'shares its reads of the store with others, wherever each of them left off',
    {timeout: 60_000},
    async (test) => {
      const {store} = await aStore(test, videosInOrder(900));
      let reads = 0;
      const changesSince = (sequence: number, limit: number) => {
        reads += 1;
        return store.changesSince(sequence, limit);
      };
      const counting = overriding(store, {changesSince});
      const {listen} = await streamScene(test, {store: counting, events: {pollMs: 3_600_000}});
      const readers = await Promise.all(Array.from({length: 30}, (_, n) => listen(String(n))));
      for (const [n, reader] of readers.entries()) {
        for (let id = n + 1; id <= 900; id++)
          assert.equal((await reader.nextVideo()).id, String(id));
      }
      // 14 shared blocks, and the newest one for each stream.
      assert.ok(reads <= 14 + 30 * 2, `${reads} reads`);
    },
  );

  it('counts missed events against its limit', {timeout: 60_000}, async (test) => {
    const {at} = await streamScene(test, {
      records: videosInOrder(500),
      limits: {requestsPerMinute: 35},
    });
    const {listen} = at('127.0.0.2');
    const statuses: (number | undefined)[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await listen('?lastEventId=0')).statusCode);
    assert.deepEqual(statuses, [200, 200, 200, 429, 429]);
  });
});

describe('a burst of changes', () => {
  it('is sent to few listeners one by one', {timeout: 60_000}, async (test) => {
    const {listen, upload} = await streamScene(test);
    const reader = await listen();
    await reader.next();
    for (let n = 0; n < 10; n++) await upload(videos(n * 50, 50));
    for (let n = 0; n < 500; n++) assert.equal((await reader.nextVideo()).videoId, `v${n}`);
  });

  it(
    'reaches many as a request to ask for the list, and its end',
    {timeout: 60_000},
    async (test) => {
      const {store} = await aStore(test);
      // The store is checked when the test says so, because earlier checks would see several smaller bursts.
      const {upload, url} = await streamScene(test, {
        store,
        events: {pollMs: 3_600_000, maxStreamsPerClient: 1_000},
      });
      const {open} = clientAt(test, '127.0.0.2');
      const streams = await Promise.all(
        Array.from({length: 400}, () => open(`${url}/videos/events`)),
      );
      const ends = streams.map(
        (stream) => new Promise<string>((resolve) => collect(stream, 'id: 3001\n', resolve)),
      );
      // More than 100,000 deliveries: 3,000 changes for 400 listeners.
      await store.upsert(videos(0, 3_000));
      await upload(videos(3_000, 1));
      for (const text of await Promise.all(ends)) {
        const events: readonly string[] = text.match(/^event: \w+/gm) ?? [];
        assert.ok(events.includes('event: list'), 'asked to ask');
        // The last changes are sent one by one.
        assert.ok(events.length <= 25, `${events.length} events`);
        assert.match(text, /"videoId":"v3000"/);
      }
    },
  );

  it('does not delay other requests', {timeout: 60_000}, async (test) => {
    const {at, upload, url} = await streamScene(test, {events: {maxStreamsPerClient: 1_000}});
    const {open} = clientAt(test, '127.0.0.2');
    const streams = await Promise.all(
      Array.from({length: 200}, () => open(`${url}/videos/events`)),
    );
    streams.forEach((stream) => stream.resume());
    let isOver = false;
    const burst = (async () => {
      for (let n = 0; n < 20; n++) await upload(videos(n * 50, 50));
      isOver = true;
    })();
    let answers = 0;
    while (!isOver) {
      assert.equal((await at('127.0.0.3').ask('/videos')).status, 200);
      answers += 1;
    }
    await burst;
    assert.ok(answers >= 10, `${answers} answers during the burst`);
  });
});

function videos(from: number, count: number) {
  return Array.from({length: count}, (_, n) => aRecord({videoId: `v${from + n}`}));
}

/** Reads a stream until it contains a text. */
function collect(stream: IncomingMessage, until: string, done: (text: string) => void): void {
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.includes(until)) done(text);
  });
}

async function canOpenTwo(listen: () => Promise<IncomingMessage>): Promise<boolean> {
  const streams = [await listen(), await listen()];
  streams.forEach((stream) => stream.destroy());
  return streams.every(({statusCode}) => statusCode === 200);
}

/** A store with some methods replaced. */
function overriding(store: VideoStore, functions: Partial<VideoStore>): VideoStore {
  return new Proxy(store, {
    get: (target, name) => {
      const own = Reflect.get(functions, name) as unknown;
      const value = own ?? (Reflect.get(target, name) as unknown);
      return typeof value === 'function' ? value.bind(own ? functions : target) : value;
    },
  });
}
