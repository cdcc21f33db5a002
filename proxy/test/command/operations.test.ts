import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {FAKE_KEYS, startFakeVendor} from '../support/fake-vendor.js';
import {EventReader} from '../support/event-reader.js';
import {COMMAND, startProcess} from '../support/proxy-process.js';
import {aFolder, asker, type Scene} from '../support/proxy-scene.js';
import {anEnvelope, aRecord} from '../../../test/support/records.js';
import {until} from '../../../test/support/until.js';

const SECRET = 'a-secret-of-some-length';

/** The command with a separate store. */
async function started(scene: Scene, environment: Record<string, string> = {}) {
  const database = `file:${join(await aFolder(scene), 'videos.db')}`;
  const run = await startProcess(scene, {
    DATABASE_URL: database,
    CALLBACK_SECRET: SECRET,
    LOG_FORMAT: 'json',
    ...environment,
  });
  const {hostname, port} = new URL(run.url);
  return {...run, ...asker(run.url), hostname, port: Number(port)};
}

/** A raw connection. */
async function socketTo(scene: Scene, {hostname, port}: {hostname: string; port: number}) {
  const socket = connect(port, hostname);
  scene.after(() => socket.destroy());
  let received = '';
  socket.on('data', (chunk) => (received += String(chunk)));
  socket.on('error', () => {});
  const isClosed = {value: false};
  socket.once('close', () => (isClosed.value = true));
  await once(socket, 'connect');
  return {socket, received: () => received, isClosed: () => isClosed.value};
}

const post = (socket: Socket, length: number, part: string) =>
  socket.write(
    `POST /callbacks/${SECRET} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${part}`,
  );

describe('The command', () => {
  it('reports health, readiness and metrics', async (test) => {
    const {url, ask, callback, errors} = await started(test, {METRICS_PATH: '/metrics'});
    assert.deepEqual(await (await ask('/health')).json(), {status: 'alive'});
    const ready = await ask('/ready');
    assert.deepEqual(
      [ready.status, await ready.json()],
      [200, {status: 'ready', checks: {store: 'ok'}}],
    );
    await callback(`/callbacks/${SECRET}`, anEnvelope([aRecord()]));
    await callback('/callbacks/wrong', anEnvelope([]));
    await (await ask('/videos?token=a-token')).text();
    const reader = await EventReader.open(`${url}/videos/events`);
    const page = await (await ask('/metrics')).text();
    for (const line of [
      'vod_proxy_requests_total{route="callback",status="200"} 1',
      'vod_proxy_requests_total{route="callback",status="403"} 1',
      'vod_proxy_streams 1',
      'vod_proxy_store_duration_seconds_count{operation="upsert",result="ok"} 1',
    ]) {
      assert.ok(page.includes(`${line}\n`), `${line} is missing in:\n${page}`);
    }
    reader.close();
    await until(() => /"status":403/.test(errors()), 'the log of the refusal');
    const lines = errors()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const request = lines.find(({status}) => status === 403);
    assert.equal(request?.['path'], '/callbacks/***');
    assert.equal(request?.['address'], '127.0.0.1');
    const reason = lines.find(({message}) => String(message).startsWith('callback refused'));
    assert.equal(reason?.['request'] ?? request?.['request'], request?.['request']);
    assert.doesNotMatch(errors(), /a-token|a-secret/);
  });

  it('stays ready while the vendor does not answer, and reports that', async (test) => {
    const vendor = await startFakeVendor();
    test.after(() => vendor.close());
    vendor.misbehave({kind: 'reset'});
    const {ask} = await started(test, {
      METRICS_PATH: '/metrics',
      VOD_ACCESS_KEY: FAKE_KEYS.accessKey,
      VOD_SECRET_KEY: FAKE_KEYS.secretKey,
      VOD_ENDPOINT: vendor.url,
    });
    const metrics = async () => (await ask('/metrics')).text();
    const isOpen = /^vod_proxy_vendor_breaker_open\{operation="getVideoList"\} 1$/m;
    let pageIndex = 0;
    await until(
      async () => {
        await ask(`/videos?pageIndex=${++pageIndex}`);
        return isOpen.test(await metrics());
      },
      'the breaker opens',
      60_000,
    );
    await until(async () => {
      const ready = await ask('/ready');
      const {checks} = await ready.json();
      assert.equal(ready.status, 200);
      return checks.vendor === 'no answer';
    }, 'the word in /ready');
    const page = await metrics();
    assert.match(page, /^vod_proxy_vendor_breaker_open\{operation="getPublishCode"\} 0$/m);
    assert.match(page, /^vod_proxy_vendor_budget_limit 300$/m);
    const left = (share: string) =>
      Number(
        new RegExp(`^vod_proxy_vendor_budget_left_for\\{share="${share}"\\} (\\d+)$`, 'm').exec(
          page,
        )?.[1],
      );
    const calls = vendor.calls.length;
    assert.match(page, new RegExp(`^vod_proxy_vendor_budget_left ${300 - calls}$`, 'm'));
    // Of 300, 60 are reserved for lists, 60 for play addresses, 30 for refreshes.
    assert.equal(left('list'), 210 - calls);
    assert.equal(left('play'), 210);
    assert.equal(left('refresh'), 180);
    assert.equal(left('reconcile'), 30);
  });

  it('serves no metrics by default', async (test) => {
    const {ask} = await started(test);
    assert.equal((await ask('/metrics')).status, 404);
  });

  it('has metrics on a separate port', async (test) => {
    const {ask, output} = await started(test, {METRICS_PORT: '0'});
    assert.equal((await ask('/metrics')).status, 404);
    await until(() => /Metrics are at/.test(output()), 'the address of the metrics');
    const url = /http:\S+\/metrics/.exec(output())?.[0] ?? '';
    assert.match(await (await fetch(url)).text(), /^vod_proxy_info\{version="\d/m);
  });

  it('sends the id of the log line with each failure', async (test) => {
    const {ask, errors} = await started(test);
    const answer = await ask('/nothing');
    const id = answer.headers.get('x-request-id') ?? '';
    assert.match(id, /^[0-9a-f]{10}-\w+$/);
    await until(() => errors().includes(`"request":"${id}"`), 'the line');
  });

  it('keeps its log small for any number of refused requests', async (test) => {
    const {ask, errors} = await started(test);
    const startedAtMs = performance.now();
    const refused = Array.from({length: 40}, async () => {
      for (let index = 0; index < 50; index++) {
        await (await ask(`/callbacks/${'guess'.repeat(20)}`, {method: 'POST', body: '{}'})).text();
      }
    });
    await Promise.all(refused);
    const seconds = (performance.now() - startedAtMs) / 1000;
    // For each kind, fifty lines at once and ten a second, of 300 bytes: the refusal, its reason, limited attempts.
    const most = 3 * (50 + 10 * seconds) * 300;
    const {length} = errors();
    assert.ok(length < most, `${length} bytes in ${seconds} s for 2,000 refusals, not ${most}`);
  });
});

describe('At SIGTERM the command', () => {
  it('becomes unready at once, serves during the drain time, and then ends its streams', async (test) => {
    const {ask, child, ended, url} = await started(test, {SHUTDOWN_DRAIN_SECONDS: '3'});
    const reader = await EventReader.open(`${url}/videos/events`);
    await reader.next();
    child.kill('SIGTERM');
    await until(async () => (await ask('/ready')).status === 503, 'not ready');
    assert.equal((await ask('/health')).status, 200);
    const answer = await ask('/videos');
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('connection'), 'close');
    while (await reader.next());
    assert.equal((await ended).code, 0);
    await assert.rejects(ask('/health'));
  });

  it('ends at once without requests in flight, whatever connections are open', async (test) => {
    const command = await started(test);
    // A connection without a request, an idle one, and one with incomplete headers.
    await socketTo(test, command);
    const idle = await socketTo(test, command);
    idle.socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    await until(() => idle.received().includes('alive'), 'the answer');
    const half = await socketTo(test, command);
    half.socket.write('GET /videos HTTP/1.1\r\nHo');
    const startedAtMs = performance.now();
    command.child.kill('SIGTERM');
    assert.equal((await command.ended).code, 0);
    assert.ok(performance.now() - startedAtMs < 4_000, `${performance.now() - startedAtMs} ms`);
  });

  it('lets a request in flight finish', async (test) => {
    const command = await started(test);
    const body = JSON.stringify(anEnvelope([aRecord()]));
    const {socket, received, isClosed} = await socketTo(test, command);
    post(socket, body.length, body.slice(0, 20));
    await until(async () => (await command.ask('/health')).ok, 'the request');
    command.child.kill('SIGTERM');
    await until(
      async () =>
        !(await command.ask('/health').then(
          () => true,
          () => false,
        )),
      'the end of listening',
    );
    socket.write(body.slice(20));
    await until(() => /"stored":1/.test(received()), 'the answer');
    assert.match(received(), /^HTTP\/1\.1 200 /);
    await until(isClosed, 'the end of the connection');
    assert.equal((await command.ended).code, 0);
  });

  it('waits for a request only for the grace time', async (test) => {
    const command = await started(test, {SHUTDOWN_GRACE_SECONDS: '0.5'});
    const {socket} = await socketTo(test, command);
    post(socket, 1000, 'half');
    await until(async () => (await command.ask('/health')).ok, 'the request');
    command.child.kill('SIGTERM');
    assert.equal((await command.ended).code, 0);
  });
});

describe('Under npx the command', () => {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    it(`ends when npx does (${signal})`, async (test) => {
      const database = `file:${join(await aFolder(test), 'videos.db')}`;
      // As with npx: a process of npm, a shell in it, and the command in the shell.
      const code = `
        const {spawn} = require('node:child_process');
        const shell = spawn('sh', ['-c', '"${process.execPath}" "${COMMAND}"; true'], {stdio: 'inherit'});
        process.on('SIGTERM', () => { shell.kill('SIGTERM'); process.exit(); });`;
      const npx = spawn(process.execPath, ['-e', code], {
        env: {PATH: process.env['PATH'], PORT: '0', DATABASE_URL: database, npm_execpath: 'npx'},
      });
      test.after(() => npx.kill('SIGKILL'));
      let output = '';
      npx.stdout.on('data', (chunk) => (output += String(chunk)));
      await until(() => /http:\S+/.test(output), 'listening', 60_000);
      const health = new URL('/health', /http:\S+/.exec(output)![0]);
      assert.ok((await fetch(health)).ok);
      npx.kill(signal);
      await until(
        () =>
          fetch(health).then(
            () => false,
            () => true,
          ),
        'the end of the command',
      );
    });
  }
});

describe('A slow client', () => {
  it('is disconnected: headers, bodies and idle connections have time limits', async (test) => {
    const command = await started(test, {
      HEADERS_TIMEOUT_SECONDS: '1',
      REQUEST_TIMEOUT_SECONDS: '2',
      IDLE_TIMEOUT_SECONDS: '1',
    });
    const silent = await socketTo(test, command);
    const headers = await socketTo(test, command);
    headers.socket.write('GET /videos HTTP/1.1\r\nHost: x\r\n');
    const body = await socketTo(test, command);
    post(body.socket, 1000, 'half of it');
    const idle = await socketTo(test, command);
    idle.socket.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    for (const [name, {isClosed}] of Object.entries({silent, headers, body, idle})) {
      await until(isClosed, `${name}: the end of the connection`);
    }
    assert.match(headers.received(), /^HTTP\/1\.1 408 /);
    assert.match(body.received(), /^HTTP\/1\.1 408 /);
    assert.equal((await command.ask('/videos')).status, 200);
  });

  it('does not block others, because the number of arriving bodies is limited', async (test) => {
    const command = await started(test, {MAX_UPLOADS: '5', METRICS_PATH: '/metrics'});
    const halves = [];
    for (let index = 0; index < 5; index++) {
      const half = await socketTo(test, command);
      post(half.socket, 1000, 'half');
      halves.push(half);
    }
    const uploads = async () =>
      Number(/^vod_proxy_uploads (\d+)$/m.exec(await (await command.ask('/metrics')).text())?.[1]);
    await until(async () => (await uploads()) === 5, 'five uploads');
    const next = await socketTo(test, command);
    post(next.socket, 1000, 'half');
    await until(() => next.received().includes('\r\n\r\n'), 'the refusal');
    assert.match(next.received(), /^HTTP\/1\.1 503 /);
    assert.match(next.received(), /retry-after: /i);
    assert.equal((await command.ask('/videos')).status, 200);
    for (const {socket} of halves) socket.destroy();
    await until(async () => (await uploads()) === 0, 'no upload');
    const answer = await command.callback(`/callbacks/${SECRET}`, anEnvelope([aRecord()]));
    assert.equal(answer.status, 200);
  });
});
