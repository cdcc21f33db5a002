import assert from 'node:assert/strict';
import {get, request} from 'node:http';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {setTimeout as sleep} from 'node:timers/promises';
import {EventReader} from '../support/event-reader.js';
import {
  freePort,
  FRONT_SERVERS,
  isInstalled,
  startFront,
  type FrontServer,
} from '../support/front-servers.js';
import {startProcess} from '../support/proxy-process.js';
import {aFolder, asker, type Scene} from '../support/proxy-scene.js';
import {anEnvelope, aRecord} from '../../../test/support/records.js';
import {until} from '../../../test/support/until.js';

const SECRET = 'a-secret-of-some-length';
const CALLBACKS = `/api/callbacks/${SECRET}`;

/** The command behind a web server. */
async function frontScene(scene: Scene, name: FrontServer) {
  const port = await freePort();
  const environment = {
    DATABASE_URL: `file:${join(await aFolder(scene), 'videos.db')}`,
    CALLBACK_SECRET: SECRET,
    BASE_PATH: '/api',
    PORT: String(port),
    TRUST_PROXY: '1',
    LOG_FORMAT: 'json',
  };
  const startAgain = () => startProcess(scene, environment);
  const first = await startAgain();
  const url = await startFront(scene, name, port);
  return {...asker(url), url, direct: asker(`http://127.0.0.1:${port}`), first, startAgain};
}

/** Raw status and headers. */
function headersOf(url: string, headers: Record<string, string>) {
  return new Promise<{status: number; etag: string; coding: string | undefined}>(
    (resolve, reject) => {
      get(url, {headers}, (answer) => {
        answer.resume();
        const {etag = '', 'content-encoding': coding} = answer.headers;
        answer.on('end', () => resolve({status: answer.statusCode ?? 0, etag, coding}));
      }).on('error', reject);
    },
  );
}

/** Sends a body piece by piece, and returns the status of the response, also if it arrives before the end. */
function sendSlowly(url: string, pieces: number, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {'content-type': 'application/json', 'content-length': pieces * bytes};
    const sender = request(url, {method: 'POST', headers}, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    sender.on('error', reject);
    const piece = Buffer.alloc(bytes, ' ');
    void (async () => {
      for (let index = 0; index < pieces && !sender.destroyed; index++) {
        sender.write(piece);
        await sleep(2);
      }
      sender.end();
    })();
  });
}

for (const name of Object.keys(FRONT_SERVERS) as FrontServer[]) {
  const skip = isInstalled(name) ? false : `${name} IS NOT INSTALLED: what it does is not tested`;
  describe(`Behind ${name}`, {skip}, () => {
    it('lists are compressed, and not sent again to clients that have them', async (test) => {
      const {url, callback} = await frontScene(test, name);
      const records = Array.from({length: 50}, (_, index) => aRecord({videoId: `id-${index}`}));
      assert.equal((await callback(CALLBACKS, anEnvelope(records))).status, 200);
      const address = `${url}/api/videos?pageSize=50`;
      for (const headers of [{'accept-encoding': 'gzip'}, {'accept-encoding': 'identity'}]) {
        const first = await headersOf(address, headers);
        assert.equal(first.status, 200);
        assert.equal(first.coding, headers['accept-encoding'] === 'gzip' ? 'gzip' : undefined);
        for (const tag of [
          first.etag,
          `W/${first.etag.replace(/^W\//, '')}`,
          `"x", ${first.etag}`,
        ]) {
          const again = await headersOf(address, {...headers, 'if-none-match': tag});
          assert.equal(again.status, 304, tag);
        }
      }
    });

    it('short responses also keep their ETag if the server compresses them', async (test) => {
      const {url} = await frontScene(test, name);
      const headers = {'accept-encoding': 'gzip'};
      const {etag, coding} = await headersOf(`${url}/api/videos`, headers);
      assert.equal(coding, 'gzip');
      const again = await headersOf(`${url}/api/videos`, {...headers, 'if-none-match': etag});
      assert.equal(again.status, 304, etag);
    });

    it('events arrive at once', async (test) => {
      const {url, callback} = await frontScene(test, name);
      const reader = await EventReader.open(`${url}/api/videos/events`);
      test.after(() => reader.close());
      await reader.next();
      const startedAtMs = performance.now();
      await callback(CALLBACKS, anEnvelope([aRecord()]));
      assert.equal((await reader.nextVideo()).videoId, 'id-1');
      assert.ok(performance.now() - startedAtMs < 3_000);
    });

    it('too long a callback gets a 413, also if it is sent slowly', async (test) => {
      const {url} = await frontScene(test, name);
      assert.equal(await sendSlowly(url + CALLBACKS, 30, 100_000), 413);
      assert.equal(await sendSlowly(url + CALLBACKS, 600, 10_000), 413);
      // Refused for another reason, before the body.
      assert.equal(await sendSlowly(`${url}/api/callbacks/wrong`, 300, 10_000), 403);
    });

    it('streams continue after a restart of the proxy, without missing events', async (test) => {
      const {url, ask, callback, first, startAgain} = await frontScene(test, name);
      const reader = await EventReader.open(`${url}/api/videos/events`);
      await reader.next();
      await callback(CALLBACKS, anEnvelope([aRecord()]));
      const {id} = await reader.nextVideo();
      first.child.kill('SIGTERM');
      while (await reader.next());
      await first.ended;
      assert.ok([502, 503].includes((await ask('/api/videos')).status));
      const {url: directUrl} = await startAgain();
      const missed = anEnvelope([aRecord({videoId: 'id-2'})]);
      await asker(new URL(directUrl).origin).callback(CALLBACKS, missed);
      // Apache sends no requests for a minute after the server has refused a connection.
      const isBack = async () => (await ask('/api/videos')).status === 200;
      await until(isBack, 'an answer of the restarted server', 70_000);
      const next = await EventReader.open(`${url}/api/videos/events`, id);
      test.after(() => next.close());
      assert.equal((await next.nextVideo()).videoId, 'id-2');
    });

    it('ids arrive unchanged', async (test) => {
      const {ask, direct, callback} = await frontScene(test, name);
      for (const videoId of ['a b', 'ü/視頻', 'a+b', 'a%2Fb', '..', 'a?b#c']) {
        await callback(CALLBACKS, anEnvelope([aRecord({videoId})]));
        const query = `/api/videos?videoId=${encodeURIComponent(videoId)}`;
        assert.equal((await (await ask(query)).json()).data.videoListInfo[0]?.videoId, videoId);
      }
      for (const videoId of ['a b', 'ü', 'a+b', 'a%25b', 'a.php']) {
        const path = `/api/videos/${encodeURIComponent(videoId)}`;
        for (const route of [path, `${path}/play`])
          assert.equal(await (await ask(route)).text(), await (await direct.ask(route)).text());
      }
    });

    it('the address in the log is that of the client, not of the server', async (test) => {
      const {ask, first} = await frontScene(test, name);
      await (await ask('/api/videos', {headers: {'x-forwarded-for': '203.0.113.7'}})).text();
      const isLogged = () => first.errors().includes('"address":"127.0.0.1"');
      await until(isLogged, 'the address of the caller in the log');
      assert.doesNotMatch(first.errors(), /203\.0\.113\.7/);
    });
  });
}
