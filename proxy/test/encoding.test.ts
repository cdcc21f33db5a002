import assert from 'node:assert/strict';
import {get} from 'node:http';
import {connect} from 'node:net';
import {describe, it} from 'node:test';
import {deflateSync, gunzipSync, gzipSync} from 'node:zlib';
import {acceptsGzip} from '../src/accepts-gzip.js';
import {namesTag} from '../src/entity-tags.js';
import {anEnvelope, aRecord} from '../../test/support/records.js';
import {proxyScene, videosInOrder} from './support/proxy-scene.js';
import {until} from '../../test/support/until.js';

const CALLBACKS = {callbackSecret: 'a-secret-of-some-length'};
const PATH = `/callbacks/${CALLBACKS.callbackSecret}`;

/** The raw response, because `fetch` would decompress it. */
function rawAnswer(url: string, headers: Record<string, string> = {}) {
  return new Promise<{status: number; headers: Record<string, unknown>; body: Buffer}>(
    (resolve, reject) => {
      get(url, {headers}, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      }).on('error', reject);
    },
  );
}

describe('A list', () => {
  it('is compressed with gzip if accepted, with a Vary header', async (test) => {
    const {url} = await proxyScene(test, {
      records: videosInOrder(50),
      allowedOrigins: ['https://a.example'],
    });
    const address = `${url}/videos?pageSize=50`;
    const plain = await rawAnswer(address);
    const packed = await rawAnswer(address, {'accept-encoding': 'br;q=1, gzip;q=0.8'});
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.ok(
      packed.body.length * 4 < plain.body.length,
      `${packed.body.length} of ${plain.body.length}`,
    );
    assert.deepEqual(gunzipSync(packed.body), plain.body);
    assert.equal(Number(packed.headers['content-length']), packed.body.length);
    for (const {headers} of [plain, packed])
      assert.equal(headers['vary'], 'Origin, Accept-Encoding');
    assert.notEqual(packed.headers['etag'], plain.headers['etag']);
  });

  it('is a 304 for clients that have either form', async (test) => {
    const {url} = await proxyScene(test, {records: videosInOrder(50)});
    const address = `${url}/videos?pageSize=50`;
    const plain = await rawAnswer(address);
    const packed = await rawAnswer(address, {'accept-encoding': 'gzip'});
    for (const known of [plain, packed]) {
      for (const headers of [{}, {'accept-encoding': 'gzip'}] as Record<string, string>[]) {
        const again = await rawAnswer(address, {
          ...headers,
          'if-none-match': String(known.headers['etag']),
        });
        assert.equal(again.status, 304);
        assert.equal(again.body.length, 0);
        assert.equal(again.headers['vary'], 'Origin, Accept-Encoding');
      }
    }
  });

  it('is not compressed if it is short', async (test) => {
    const {url} = await proxyScene(test);
    const {headers} = await rawAnswer(`${url}/videos`, {'accept-encoding': 'gzip'});
    assert.equal(headers['content-encoding'], undefined);
  });
});

describe('Accept-Encoding', () => {
  const headers: Readonly<Record<string, boolean>> = {
    gzip: true,
    'GZIP, deflate, br, zstd': true,
    'x-gzip': true,
    '*': true,
    'gzip;q=0.001': true,
    'gzip; q=0': false,
    'gzip;q=0, *;q=1': false,
    'br, *;q=0': false,
    identity: false,
    '': false,
    'gzip;q=much': false,
  };
  for (const [header, isTaken] of Object.entries(headers)) {
    it(`${isTaken ? 'takes' : 'does not take'} gzip: ${header}`, () => {
      assert.equal(acceptsGzip(header), isTaken);
    });
  }
});

describe('If-None-Match', () => {
  const matching = [
    '"abc+/"',
    'W/"abc+/"',
    '"abc+/-gzip"',
    'W/"abc+/-gzip"',
    '"abc+/-br"',
    '"abc+/;br"',
    '"abc+/--gzip"',
    '"x", "abc+/"',
    '"a,b", W/"abc+/-gzip" , "y"',
    ' * ',
  ];
  for (const header of matching) {
    it(`names the tag: ${header}`, () => assert.ok(namesTag(header, '"abc+/"')));
  }
  for (const header of ['"abc"', 'abc+/', '"abc+/-x"', '"*"', '', '"', '-gzip']) {
    it(`does not: ${header}`, () => assert.ok(!namesTag(header, '"abc+/"')));
  }
});

describe('A callback', () => {
  const json = JSON.stringify(anEnvelope([aRecord()]));
  const encoded = (pack: (text: string) => Buffer) => pack(json);

  const odd: readonly [string, string, string][] = [
    ['with a byte order mark', 'application/json', `\uFEFF${json}`],
    ['with two of them', 'application/json', `\uFEFF\uFEFF${json}`],
    [
      'as a form with one',
      'application/x-www-form-urlencoded',
      `\uFEFF${new URLSearchParams({json})}`,
    ],
    ['with a charset that is not named as one', 'application/json; utf-8', json],
  ];
  for (const [how, type, body] of odd) {
    it(`can come ${how}`, async (test) => {
      const {ask, ids} = await proxyScene(test, CALLBACKS);
      const headers = {'content-type': type};
      assert.equal((await ask(PATH, {method: 'POST', headers, body})).status, 200);
      assert.deepEqual(await ids(), ['id-1']);
    });
  }

  it('can wait for "100 Continue", and is refused before that', async (test) => {
    const {url} = await proxyScene(test, CALLBACKS);
    const {port} = new URL(url);
    /** Sends the headers, and the body only after "100 Continue". */
    const sent = async (path: string, length: number) => {
      const socket = connect(Number(port), '127.0.0.1');
      test.after(() => socket.destroy());
      socket.write(
        `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n` +
          `expect: 100-continue\r\nconnection: close\r\ncontent-length: ${length}\r\n\r\n`,
      );
      let answer = '';
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1');
        if (length === json.length && answer === 'HTTP/1.1 100 Continue\r\n\r\n')
          socket.write(json);
      });
      await until(() => /^HTTP\/1\.1 [2-5]/m.test(answer));
      return /^HTTP\/1\.1 ([2-5]..)/m.exec(answer)?.[1];
    };
    assert.equal(await sent(`${PATH}/`, json.length), '200');
    assert.equal(await sent('/callbacks/wrong', 100_000), '403');
    assert.equal(await sent(PATH, 100_000_000), '413');
  });

  for (const [coding, pack] of [
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['deflate', deflateSync],
  ] as const) {
    it(`can come in ${coding}`, async (test) => {
      const {ask, ids} = await proxyScene(test, CALLBACKS);
      const headers = {'content-type': 'application/json', 'content-encoding': coding};
      const body = new Uint8Array(encoded(pack));
      assert.equal((await ask(PATH, {method: 'POST', headers, body})).status, 200);
      assert.deepEqual(await ids(), ['id-1']);
    });
  }

  it('is refused if its encoding is broken, unknown, or expands too much', async (test) => {
    const {ask, ids} = await proxyScene(test, CALLBACKS);
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    assert.ok(bomb.length < 100_000);
    const bodies: readonly [coding: string, body: Buffer, status: number][] = [
      ['gzip', Buffer.from(json), 400],
      ['gzip', gzipSync(json).subarray(0, 60), 400],
      ['br', Buffer.from(json), 415],
      ['__proto__', Buffer.from(json), 415],
      ['gzip', bomb, 413],
    ];
    for (const [coding, body, status] of bodies) {
      const headers = {'content-encoding': coding};
      const answer = await ask(PATH, {method: 'POST', headers, body: new Uint8Array(body)});
      assert.equal(answer.status, status, coding);
    }
    assert.deepEqual(await ids(), []);
  });

  const forms: Readonly<Record<string, () => BodyInit>> = {
    'as a form': () => new URLSearchParams({sign: 'x', data: json}),
    'as a form of parts': () => {
      const form = new FormData();
      form.set('sign', 'x');
      form.set('callback', json);
      return form;
    },
    'as a file in a form': () => {
      const form = new FormData();
      form.set('file', new Blob([json]), 'callback.json');
      return form;
    },
  };
  for (const [way, bodyOf] of Object.entries(forms)) {
    it(`can come ${way}`, async (test) => {
      const {ask, ids} = await proxyScene(test, CALLBACKS);
      assert.equal((await ask(PATH, {method: 'POST', body: bodyOf()})).status, 200);
      assert.deepEqual(await ids(), ['id-1']);
    });
  }

  it('can be JSON with the type of a form, as from curl', async (test) => {
    const {callback} = await proxyScene(test, CALLBACKS);
    const type = {'content-type': 'application/x-www-form-urlencoded'};
    assert.equal((await callback(PATH, json, type)).status, 200);
    assert.equal((await callback(PATH, 'a=b&c=d', type)).status, 400);
    const parts = {'content-type': 'multipart/form-data; boundary=x'};
    assert.equal((await callback(PATH, '--x\r\nnonsense', parts)).status, 400);
  });
});
