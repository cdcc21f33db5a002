import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {openVideoStore} from '../src/index.js';
import {EventReader} from './support/event-reader.js';
import {startProcess} from './support/proxy-process.js';
import {aFolder, asker} from './support/proxy-scene.js';
import {aRecord, anEnvelope} from '../../test/support/records.js';

const SECRET = 'a-secret-of-some-length';
const ROUNDS = 6;
const SENDERS = 4;

describe('a proxy that is killed repeatedly', () => {
  it('has every video whose callback it had acknowledged', {timeout: 120_000}, async (test) => {
    const databaseUrl = `file:${join(await aFolder(test), 'videos.db')}`;
    const acknowledged: string[] = [];
    let round = 0;

    while (round++ < ROUNDS) {
      const environment = {DATABASE_URL: databaseUrl, CALLBACK_SECRET: SECRET};
      const {child, url, ended} = await startProcess(test, environment);
      const {callback} = asker(url);
      const killAfter = acknowledged.length + 1 + Math.floor(Math.random() * 150);
      const send = async (sender: number) => {
        for (let n = 0; ; n++) {
          const videoId = `${round}-${sender}-${n}`;
          const envelope = anEnvelope([aRecord({videoId})]);
          const response = await callback(`/callbacks/${encodeURIComponent(SECRET)}`, envelope);
          assert.equal(response.status, 200);
          acknowledged.push(videoId);
          if (acknowledged.length === killAfter) child.kill('SIGKILL');
        }
      };
      const senders = Array.from({length: SENDERS}, (_, sender) => send(sender));
      for (const result of await Promise.allSettled(senders)) {
        assert.ok(
          result.status === 'rejected' && !(result.reason instanceof assert.AssertionError),
        );
      }
      assert.equal((await ended).signal, 'SIGKILL');
    }

    const store = await openVideoStore({url: databaseUrl});
    const changes = await store.changesSince(0, 100_000);
    await store.close();
    const kept = new Set(changes.map(({record}) => record['videoId']));
    assert.ok(acknowledged.length >= ROUNDS);
    assert.deepEqual(
      acknowledged.filter((videoId) => !kept.has(videoId)),
      [],
    );
  });
});

describe('two processes on one database', () => {
  it('announce what either of them stores, and lose nothing when both write', async (test) => {
    const environment = {
      DATABASE_URL: `file:${join(await aFolder(test), 'videos.db')}`,
      CALLBACK_SECRET: SECRET,
    };
    const processes = await Promise.all([
      startProcess(test, environment),
      startProcess(test, environment),
    ]);
    const readers = await Promise.all(
      processes.map(({url}) => EventReader.open(`${url}/videos/events`)),
    );
    test.after(() => readers.forEach((reader) => reader.close()));
    const expected = new Set<string>();
    const sent = processes.flatMap(({url}, index) =>
      Array.from({length: 25}, async (_, n) => {
        const videoId = `${index}-${n}`;
        expected.add(videoId);
        const envelope = anEnvelope([aRecord({videoId})]);
        const headers = {'x-callback-secret': SECRET};
        assert.equal((await asker(url).callback('/callbacks', envelope, headers)).status, 200);
      }),
    );
    await Promise.all(sent);
    for (const reader of readers) {
      const heard = new Set<unknown>();
      while (heard.size < expected.size) heard.add((await reader.nextVideo()).videoId);
      assert.deepEqual([...heard].sort(), [...expected].sort());
    }
  });
});
