import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {copyFile, mkdtemp, rename, rm, rmdir} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {aRecord, anEnvelope} from '../../test/support/records.js';
import {backUpStore, openVideoStore, restoreStore} from '../src/index.js';
import {StoreError} from '../src/store/store-error.js';
import {runCommand} from './support/proxy-process.js';
import {aFolder, aStore, proxyScene, videosInOrder, type Scene} from './support/proxy-scene.js';

const SECRET = 'a-secret-of-some-length';

/** Number of videos in a file, without its write-ahead log. */
async function countIn(test: Scene, file: string): Promise<number> {
  const alone = join(await aFolder(test), 'alone.db');
  await copyFile(file, alone);
  const store = await openVideoStore({url: `file:${alone}`});
  const {total} = await store.list({pageIndex: 1, pageSize: 1, listOrder: 0});
  await store.close();
  return total;
}

describe('the file of a store', () => {
  it('is complete after a clean stop, without its write-ahead log', async (test) => {
    const {store, url} = await aStore(test, videosInOrder(1_000));
    await store.close();
    assert.equal(await countIn(test, url.slice('file:'.length)), 1_000);
  });

  for (const [what, change] of [
    ['deleted', (file: string) => rm(file)],
    [
      'replaced',
      async (file: string) => {
        await copyFile(file, `${file}.other`);
        await rename(`${file}.other`, file);
      },
    ],
    ['left without its log', (file: string) => rm(`${file}-wal`)],
  ] as const) {
    it(`takes no callback when it was ${what}, and the operator is told`, async (test) => {
      const scene = await proxyScene(test, {callbackSecret: SECRET});
      const send = (videoId: string) =>
        scene.callback('/callbacks', anEnvelope([aRecord({videoId})]), {
          'x-callback-secret': SECRET,
        });
      assert.equal((await send('before')).status, 200);
      await change(scene.databaseUrl.slice('file:'.length));
      const response = await send('after');
      assert.equal(response.status, 503);
      assert.equal(response.headers.get('retry-after'), '30');
      assert.match(scene.lines.join('\n'), /was deleted or replaced/);
    });
  }

  it('is refused when it is no database', async (test) => {
    const file = join(await aFolder(test), 'videos.db');
    await copyFile(new URL(import.meta.url).pathname, file);
    await assert.rejects(openVideoStore({url: `file:${file}`}), /is not a database/);
  });
});

describe('a disk', () => {
  it('that is read-only is refused at the start', async (test) => {
    const folder = await aMount(test, 1024);
    if (!folder) return test.skip('*** NOT TESTED: a file system cannot be mounted here');
    const url = `file:${join(folder, 'videos.db')}`;
    await (await openVideoStore({url})).close();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    await assert.rejects(openVideoStore({url}), (error: Error) => {
      assert.match(error.message, new RegExp(`${folder}.*(read-only|cannot be opened)`));
      return true;
    });
  });

  it('that is full loses no acknowledged video, and is reported', async (test) => {
    const folder = await aMount(test, 1024);
    if (!folder) return test.skip('*** NOT TESTED: a file system cannot be mounted here');
    const store = await openVideoStore({url: `file:${join(folder, 'videos.db')}`});
    test.after(() => store.close());
    let kept = 0;
    await assert.rejects(
      async () => {
        for (; kept < 10_000; kept++) {
          await store.upsert([aRecord({videoId: `v${kept}`, videoDescription: 'x'.repeat(9_000)})]);
        }
      },
      (error: unknown) => error instanceof StoreError && error.code === 'full',
    );
    assert.ok(kept > 0);
    const {total} = await store.list({pageIndex: 1, pageSize: 1, listOrder: 0});
    assert.equal(total, kept);
  });
});

/** A small mounted disk; undefined if mounting is not possible. */
async function aMount(test: Scene, kilobytes: number): Promise<string | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'video-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'none', folder], {
      stdio: 'ignore',
    });
  } catch {
    await rmdir(folder);
    return undefined;
  }
  test.after(() => {
    execFileSync('umount', ['-l', folder]);
    return rmdir(folder);
  });
  return folder;
}

describe('a backup', () => {
  it('is consistent while the store is written to, and can be restored', async (test) => {
    const {store, url} = await aStore(test, videosInOrder(500));
    const file = join(await aFolder(test), 'backup.db');
    const written: Promise<unknown>[] = [];
    for (let n = 0; n < 20; n++) written.push(store.upsert([aRecord({videoId: `later-${n}`})]));
    const videos = await backUpStore(url, file);
    await Promise.all(written);
    assert.ok(videos >= 500 && videos <= 520, `${videos} videos`);
    await assert.rejects(backUpStore(url, file), /already exists/);

    await assert.rejects(restoreStore(url, file), /stop it first/);
    const last = await store.lastSequence();
    await store.close();
    const restored = await restoreStore(url, file);
    assert.equal(restored.videos, videos);
    const again = await openVideoStore({url});
    test.after(() => again.close());
    const {total} = await again.list({pageIndex: 1, pageSize: 1, listOrder: 0});
    assert.equal(total, videos);
    // A client with an older number receives all later changes.
    const [change] = await again.upsert([aRecord({videoId: 'new'})]);
    assert.ok(change!.sequence > last);
    assert.equal(await countIn(test, restored.previous ?? ''), 520);
  });

  it(
    'can be restored twice, and the store before each is kept',
    {timeout: 60_000},
    async (test) => {
      const {store, url} = await aStore(test, videosInOrder(3));
      const file = join(await aFolder(test), 'backup.db');
      await backUpStore(url, file);
      await store.upsert([aRecord({videoId: 'newest'})]);
      await store.close();
      const kept: string[] = [];
      for (let n = 0; n < 2; n++) {
        const {ended} = runCommand(test, ['restore', file], {DATABASE_URL: url});
        const {code, output, errors} = await ended;
        assert.equal(code, 0, errors);
        assert.match(output, /^The store has 3 videos\./);
        kept.push(/\S+before-restore\S*(?=\.\n)/.exec(output)?.[0] ?? output);
      }
      const counts = kept.map((previous) => countIn(test, previous));
      assert.deepEqual(await Promise.all(counts), [4, 3]);
    },
  );

  it('can be restored where there is no store yet', async (test) => {
    const {url} = await aStore(test, videosInOrder(3));
    const folder = await aFolder(test);
    await backUpStore(url, join(folder, 'backup.db'));
    const restored = await restoreStore(`file:${folder}/new.db`, join(folder, 'backup.db'));
    assert.deepEqual(restored, {videos: 3, previous: undefined});
  });

  it('that is damaged is not restored', async (test) => {
    const {store, url} = await aStore(test, videosInOrder(3));
    await store.close();
    const file = join(await aFolder(test), 'backup.db');
    await copyFile(new URL(import.meta.url).pathname, file);
    await assert.rejects(restoreStore(url, file));
    assert.equal(await countIn(test, url.slice('file:'.length)), 3);
  });
});

describe('an updateTime that cannot be right', () => {
  it('does not keep out what comes later', async (test) => {
    const {store} = await aStore(test);
    const name = async () =>
      (await store.list({pageIndex: 1, pageSize: 1, listOrder: 0})).records[0]?.['videoName'];
    const now = String(Math.floor(Date.now() / 1000));
    await store.upsert([aRecord({videoName: 'first', updateTime: now})]);
    await store.upsert([aRecord({videoName: 'from 2100', updateTime: '4102444800'})]);
    assert.equal(await name(), 'from 2100');
    await store.upsert([aRecord({videoName: 'today', updateTime: now})]);
    assert.equal(await name(), 'today');
  });
});
