import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {request as httpRequest} from 'node:http';
import {connect} from 'node:net';
import {text} from 'node:stream/consumers';
import {describe, it} from 'node:test';
import {SECRET_HEADER} from '../src/index.js';
import {proxyScene, type Scene} from './support/proxy-scene.js';
import {aRecord, anEnvelope} from '../../test/support/records.js';

const SECRET = 'correct horse battery';
const PATH = `/callbacks/${encodeURIComponent(SECRET)}`;

const callbackScene = (test: Scene, options: Parameters<typeof proxyScene>[1] = {}) =>
  proxyScene(test, {callbackSecret: SECRET, ...options});

describe('an upload callback', () => {
  it('adds its videos to the list', async (test) => {
    const {callback, list} = await callbackScene(test);
    const file = new URL('../../demo/catalogue/example.json', import.meta.url);
    const example = JSON.parse(await readFile(file, 'utf8'));
    const response = await callback(PATH, example);
    assert.equal(response.status, 200);
    const answer = await response.json();
    assert.equal(answer.code, 200);
    assert.deepEqual(answer.data, {stored: 2, unchanged: 0, rejected: []});
    assert.deepEqual((await list()).data.videoListInfo, example.data.videoListInfo);
  });

  it('may carry the secret in a header', async (test) => {
    const {callback, ids} = await callbackScene(test);
    const envelope = anEnvelope([aRecord({videoId: 'v'})]);
    const response = await callback('/callbacks', envelope, {[SECRET_HEADER]: SECRET});
    assert.equal(response.status, 200);
    assert.deepEqual(await ids(), ['v']);
  });

  it('is refused with a wrong secret, with the reason in the log only', async (test) => {
    const {callback, ids, lines} = await callbackScene(test);
    const envelope = anEnvelope([aRecord()]);
    const attempts = [
      callback('/callbacks/wrong', envelope),
      callback(`${PATH}x`, envelope),
      callback(PATH.slice(0, -1), envelope),
      callback('/callbacks', envelope),
      callback('/callbacks', envelope, {[SECRET_HEADER]: 'wrong'}),
      callback('/callbacks/wrong', envelope, {[SECRET_HEADER]: SECRET}),
    ];
    for (const response of await Promise.all(attempts)) {
      assert.equal(response.status, 403);
      assert.deepEqual(await response.json(), {code: 403, message: 'Forbidden.', data: null});
    }
    assert.deepEqual(await ids(), []);
    assert.equal(lines.length, attempts.length);
    assert.doesNotMatch(lines.join(), /correct|wrong\b(?! secret)/);
  });

  it('is refused when no secret is set', async (test) => {
    const {callback} = await proxyScene(test);
    for (const path of ['/callbacks', '/callbacks/', '/callbacks/undefined']) {
      assert.equal((await callback(path, anEnvelope([aRecord()]))).status, 404);
    }
  });

  const addresses: readonly [address: string | undefined, status: number][] = [
    ['203.0.113.7', 200],
    ['203.0.113.99', 200],
    ['::ffff:203.0.113.7', 200],
    ['198.51.100.1', 200],
    ['2001:db8:1::5', 200],
    ['203.0.114.7', 403],
    ['198.51.100.2', 403],
    ['2001:db8:2::5', 403],
    ['nonsense', 403],
    [undefined, 403],
  ];
  for (const [address, status] of addresses) {
    it(`from ${address} is answered ${status} when addresses are listed`, async (test) => {
      const {callback, lines} = await callbackScene(test, {
        callbackAddresses: ['203.0.113.0/24', '198.51.100.1', '2001:db8:1::/48'],
        callerAddress: () => address,
      });
      assert.equal((await callback(PATH, anEnvelope([aRecord()]))).status, status);
      assert.equal((await callback('/callbacks/wrong', anEnvelope([]))).status, 403);
      assert.equal(lines.length, status === 403 ? 2 : 1);
      for (const line of lines) assert.match(line, status === 403 ? /not from/ : /wrong secret/);
      assert.doesNotMatch(lines.join(), /correct|nonsense/);
    });
  }

  const noEnvelopes: readonly [body: string, status: number, reason: RegExp][] = [
    ['', 400, /JSON/],
    ['{"code":200,', 400, /JSON/],
    ['videoId=1', 400, /JSON/],
    ['[]', 400, /code/],
    ['null', 400, /code/],
    ['{"data":{"videoListInfo":[]}}', 400, /code/],
    ['{"code":200}', 400, /videoListInfo/],
    ['{"code":200,"data":{"videoListInfo":{}}}', 400, /videoListInfo/],
    ['{"code":1502,"message":"no","data":{"videoListInfo":[]}}', 422, /1502/],
    ['{"code":200,"data":{"videoListInfo":[1,{}]}}', 422, /None/],
  ];
  for (const [body, status, reason] of noEnvelopes) {
    it(`is answered ${status} and why: ${body || 'nothing'}`, async (test) => {
      const {callback, ids} = await callbackScene(test);
      const response = await callback(PATH, body);
      assert.equal(response.status, status);
      const answer = await response.json();
      assert.equal(answer.code, status);
      assert.match(answer.message, reason);
      assert.deepEqual(await ids(), []);
    });
  }

  it('with some invalid records stores the valid ones, and names the others', async (test) => {
    const {callback, ids} = await callbackScene(test);
    const bad = [null, 'text', [], {}, {videoId: ' '}, {videoId: 'x'.repeat(129)}];
    const huge = aRecord({videoId: 'huge', videoDescription: 'x'.repeat(70_000)});
    const good = [aRecord({videoId: 'one', createTime: '2'}), {videoId: 2}];
    const response = await callback(PATH, anEnvelope([...bad, huge, ...good]));
    assert.equal(response.status, 200);
    const {stored, rejected} = (await response.json()).data;
    assert.equal(stored, 2);
    assert.deepEqual(
      rejected.map(({index}: {index: number}) => index),
      [0, 1, 2, 3, 4, 5, 6],
    );
    for (const {reason} of rejected) assert.match(reason, /object|videoId|large/);
    assert.deepEqual(await ids(), ['one', 2]);
  });

  it('distinguishes videos with ids above 2^53', async (test) => {
    const {callback, ids} = await callbackScene(test);
    const text = JSON.stringify(anEnvelope([aRecord({videoId: 'a'}), aRecord({videoId: 'b'})]));
    const body = text.replace('"a"', '9007199254740993').replace('"b"', '9007199254740992');
    assert.equal((await callback(PATH, body)).status, 200);
    assert.deepEqual((await ids()).toSorted(), ['9007199254740992', '9007199254740993']);
  });

  it('with an empty list is accepted', async (test) => {
    const {callback} = await callbackScene(test);
    assert.equal((await callback(PATH, {code: '200', data: {videoTotal: 0}})).status, 200);
  });

  it('that is repeated changes nothing', async (test) => {
    const {callback, store} = await callbackScene(test);
    const envelope = anEnvelope([aRecord({videoId: 'v'})]);
    await callback(PATH, envelope);
    const sequence = await store.lastSequence();
    const again = await (await callback(PATH, envelope)).json();
    assert.deepEqual(again.data, {stored: 0, unchanged: 1, rejected: []});
    assert.equal(await store.lastSequence(), sequence);
  });

  it('that is late does not overwrite a newer one', async (test) => {
    const {callback, list} = await callbackScene(test);
    const told = (videoName: string, updateTime: string) =>
      callback(PATH, anEnvelope([aRecord({videoId: 'v', videoName, updateTime})]));
    await told('second', '1700000002');
    assert.deepEqual((await (await told('first', '1700000001')).json()).data.stored, 0);
    assert.equal((await list()).data.videoListInfo[0]?.['videoName'], 'second');
    await told('third', '1700000003');
    const {data} = await list();
    assert.equal(data.total, 1);
    assert.equal(data.videoListInfo[0]?.['videoName'], 'third');
  });

  it('is refused above the size limit before it is read', async (test) => {
    const {callback, ids} = await callbackScene(test, {maxCallbackBytes: 5_000});
    const records = Array.from({length: 50}, (_, index) => aRecord({videoId: `v${index}`}));
    const response = await callback(PATH, anEnvelope(records));
    assert.equal(response.status, 413);
    assert.match((await response.json()).message, /5000 bytes/);
    assert.deepEqual(await ids(), []);
    assert.equal((await callback(PATH, anEnvelope([aRecord()]))).status, 200);
  });

  it('is refused above the size limit without a Content-Length', async (test) => {
    const {url} = await callbackScene(test, {maxCallbackBytes: 5_000});
    assert.equal(await statusOfEndlessPost(url + PATH), 413);
  });

  it('is not shown to pages of other origins', async (test) => {
    const {callback} = await callbackScene(test, {allowedOrigins: ['*']});
    const {headers} = await callback(PATH, anEnvelope([]), {origin: 'https://a.example'});
    assert.equal(headers.get('access-control-allow-origin'), null);
  });

  it('that is incomplete stores nothing', async (test) => {
    const {url, ids, ask} = await callbackScene(test);
    const {port, hostname} = new URL(url);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify(anEnvelope([aRecord({videoId: 'half'})]));
    const head = `POST ${PATH} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n`;
    await new Promise((resolve) => socket.write(head + body.slice(0, -5), resolve));
    socket.destroy();
    await ask('/videos');
    assert.deepEqual(await ids(), []);
  });
});

/** Sends chunks until a response arrives. */
function statusOfEndlessPost(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, {method: 'POST'}, (response) => {
      clearInterval(timer);
      void text(response).then(() => resolve(response.statusCode), reject);
      request.destroy();
    });
    const timer = setInterval(() => request.write(' '.repeat(1_000)), 1);
    request.on('error', (error) => {
      clearInterval(timer);
      reject(error);
    });
  });
}
