import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {readdir} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import sharp from 'sharp';
import {anEnvelope, aRecord, type WireRecord} from '../../../test/support/records.js';
import {signLink, type CoverOptions, type VideoProxyOptions} from '../../src/index.js';
import {FAKE_KEYS, startFakeVendor} from '../support/fake-vendor.js';
import {pictureHost} from '../support/picture-host.js';
import {startProcess} from '../support/proxy-process.js';
import {aFolder, asker, proxyScene, type Scene} from '../support/proxy-scene.js';

type Options = VideoProxyOptions & {
  readonly records?: readonly WireRecord[];
  readonly host?: Parameters<typeof pictureHost>[1];
  readonly how?: Partial<CoverOptions>;
};

/** A proxy with covers, and a host of images with the cover of the video `a`. */
async function coverScene(test: Scene, {host: answer, how, ...options}: Options = {}) {
  const host = await pictureHost(test, answer);
  const folder = await aFolder(test);
  const records = [aRecord({videoId: 'a', imageUrl: `${host.url}//live/a.jpg`})];
  const covers = {folder, privateHosts: [host.host], ...how};
  const scene = await proxyScene(test, {records, covers, ...options});
  const told = async (query = '') => (await (await scene.ask(`/videos${query}`)).json()).covers;
  const cover = (query = '', accept = 'image/avif,image/webp,*/*', id = 'a') =>
    scene.ask(`/videos/${id}/cover${query}`, {headers: {accept}});
  return {...scene, host, folder, covers, told, cover};
}

async function metadataOf(response: Response) {
  assert.equal(response.status, 200);
  const {format, width, height} = await sharp(await response.arrayBuffer()).metadata();
  return {format, width, height};
}

describe('a cover', () => {
  const formats: readonly [accept: string, type: string][] = [
    ['image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'image/avif'],
    ['image/webp,image/png,*/*;q=0.5', 'image/webp'],
    ['IMAGE/WEBP;q=0.5', 'image/webp'],
    ['image/avif;q=0,image/webp;q=0.0', 'image/jpeg'],
    ['*/*', 'image/jpeg'],
    ['image/avifs', 'image/jpeg'],
  ];
  it('is in the best format that the client can show', async (test) => {
    const {cover} = await coverScene(test);
    for (const [accept, type] of formats) {
      const response = await cover('?w=160', accept);
      assert.equal(response.headers.get('content-type'), type, accept);
      assert.match(response.headers.get('vary') ?? '', /\bAccept\b(?!-)/);
      const {format, width} = await metadataOf(response);
      assert.deepEqual([format === 'heif' ? 'avif' : format, width], [type.slice(6), 160]);
    }
  });

  it('has one of a few widths, and is never enlarged', async (test) => {
    const {cover, host} = await coverScene(test);
    const widths: readonly [query: string, width: number][] = [
      ['?w=1', 160],
      ['?w=161', 320],
      ['?w=640', 640],
      ['', 640],
      ['?w=99999999', 1280],
    ];
    for (const [query, expected] of widths) {
      assert.equal((await metadataOf(await cover(query, '*/*'))).width, expected, query);
    }
    for (const query of ['?w=big', '?w=1.5', '?w=1&w=2']) {
      assert.equal((await cover(query)).status, 400, query);
    }
    assert.deepEqual(host.requests, ['//live/a.jpg']);
  });

  it('has a tenth of the original’s size, and contains only an image', async (test) => {
    const {cover, host} = await coverScene(test);
    const response = await cover('?w=320');
    assert.ok((await response.clone().arrayBuffer()).byteLength < host.picture.length / 10);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(response.headers.get('cross-origin-resource-policy'), 'cross-origin');
  });

  it('can be cached forever with its version, and for a minute without', async (test) => {
    const {cover, told} = await coverScene(test);
    const [version] = (await told()).of.a;
    const caching = async (query: string) => (await cover(query)).headers.get('cache-control');
    assert.equal(await caching(`?w=160&v=${version}`), 'public, max-age=31536000, immutable');
    assert.equal(await caching('?w=160'), 'public, max-age=60');
    assert.equal(await caching('?w=160&v=old'), 'public, max-age=60');
    const etag = (await cover('?w=160')).headers.get('etag') ?? '';
    const request = {headers: {'if-none-match': etag, accept: 'image/avif'}};
    assert.equal(
      (await (await coverScene(test)).ask('/videos/a/cover?w=160', request)).status,
      304,
    );
  });

  it('has another version when the video has changed, but not for another signature', async (test) => {
    const {told, store, host} = await coverScene(test);
    const version = async () => (await told()).of.a[0];
    const first = await version();
    const change = (record: WireRecord) =>
      store.upsert([aRecord({videoId: 'a', imageUrl: `${host.url}//live/a.jpg`, ...record})]);
    await change({imageUrl: `${host.url}//live/a.jpg?sign=2`});
    assert.equal(await version(), first);
    await change({updateTime: '1900000000'});
    const second = await version();
    await change({updateTime: '1900000000', imageUrl: `${host.url}/b.jpg`});
    assert.equal(new Set([first, second, await version()]).size, 3);
  });

  it('is fetched and resized once for any number of requests', async (test) => {
    const {cover, host, proxy} = await coverScene(test);
    const all = await Promise.all(Array.from({length: 20}, () => cover('?w=320')));
    assert.deepEqual(new Set(all.map(({status}) => status)), new Set([200]));
    assert.deepEqual([host.requests.length, proxy.status().covers?.prepared], [1, 1]);
  });

  it('comes from the disk afterwards, also for the next process', async (test) => {
    const first = await coverScene(test);
    await first.cover('?w=320');
    assert.match((await first.cover('?w=320')).headers.get('cache-status') ?? '', /; hit/);
    const {records} = await first.store.list({pageIndex: 1, pageSize: 1, listOrder: 0});
    const again = await proxyScene(test, {records: records, covers: first.covers});
    const headers = {accept: 'image/avif'};
    const response = await again.ask('/videos/a/cover?w=320', {headers});
    assert.match(response.headers.get('cache-status') ?? '', /; hit/);
    assert.equal(first.host.requests.length, 1);
  });

  it('adds its colours to lists when it is known', async (test) => {
    const {told, cover, store, covers} = await coverScene(test);
    assert.equal((await told()).of.a.length, 1);
    await cover('?w=160');
    const [, colors] = (await told()).of.a;
    const strongest = String(colors)
      .split(',')
      .map((color) => {
        const parts = [1, 3, 5].map((start) => parseInt(color.slice(start, start + 2), 16));
        return parts.indexOf(Math.max(...parts));
      });
    assert.deepEqual(strongest, [0, 1, 2]);
    assert.deepEqual((await told()).widths, [160, 320, 480, 640, 960, 1280]);
    const {records} = await store.list({pageIndex: 1, pageSize: 1, listOrder: 0});
    const again = await proxyScene(test, {records: records, covers});
    const list = await (await again.ask('/videos')).json();
    assert.equal(list.covers.of.a[1], colors);
  });

  it('does not exist without a cover, or if covers are not served', async (test) => {
    const {cover, told} = await coverScene(test, {
      records: [aRecord({videoId: 'a', imageUrl: 'null'})],
    });
    assert.equal((await cover()).status, 404);
    assert.deepEqual((await told()).of, {});
    const without = await proxyScene(test, {records: [aRecord({videoId: 'a'})]});
    assert.equal((await without.ask('/videos/a/cover')).status, 501);
    assert.equal((await (await without.ask('/videos')).json()).covers, undefined);
  });

  it('may be read by the host itself', async (test) => {
    const picture = await sharp({create: {width: 9, height: 9, channels: 3, background: 'red'}})
      .png()
      .toBuffer();
    const read = (imageUrl: string) => (imageUrl === '/here.png' ? picture : undefined);
    const {cover, host} = await coverScene(test, {
      how: {read},
      records: [
        aRecord({videoId: 'a', imageUrl: '/here.png'}),
        aRecord({videoId: 'b', imageUrl: '/gone.png'}),
      ],
    });
    assert.equal((await metadataOf(await cover())).width, 9);
    assert.equal((await cover('', '*/*', 'b')).status, 404);
    assert.deepEqual(host.requests, []);
  });
});

describe('access to a cover', () => {
  const key = {id: 'k', secret: 'x'.repeat(32)};

  it('is that to its video', async (test) => {
    const {ask, told, host} = await coverScene(test, {linkKeys: [key]});
    const inAMinute = Date.now() + 60_000;
    const token = await signLink(key, {categories: ['none']}, inAMinute);
    assert.equal((await ask('/videos/a/cover')).status, 401);
    assert.equal((await ask(`/videos/a/cover?token=${token}`)).status, 404);
    assert.deepEqual(host.requests, []);
    const right = await signLink(key, {}, inAMinute);
    const [version] = (await told(`?token=${right}`)).of.a;
    const response = await ask(`/videos/a/cover?token=${right}&v=${version}`);
    const caching = response.headers.get('cache-control') ?? '';
    const [, seconds] = /^private, max-age=(\d+), immutable$/.exec(caching) ?? [];
    assert.ok(Number(seconds) <= 60, caching);
  });

  it('does not name covers if images cannot send the token', async (test) => {
    const {ask, told} = await coverScene(test, {linkKeys: [key]});
    const token = await signLink(key, {}, Date.now() + 60_000);
    const headers = {authorization: `Bearer ${token}`};
    assert.equal((await (await ask('/videos', {headers})).json()).covers, undefined);
    assert.ok((await told(`?token=${token}`)).of.a);
  });

  it('needs no call to the vendor when a list has shown the video', async (test) => {
    const host = await pictureHost(test);
    const records = ['a', 'b'].map((videoId) =>
      aRecord({videoId, imageUrl: `${host.url}/${videoId}.jpg`, videoClassification: 'sea'}),
    );
    const vendor = await startFakeVendor({records});
    test.after(() => vendor.close());
    const {ask} = await proxyScene(test, {
      vendor: {...FAKE_KEYS, endpoint: vendor.url},
      mode: 'vendor',
      scope: {categories: ['sea']},
      covers: {folder: await aFolder(test), privateHosts: [host.host]},
    });
    await ask('/videos');
    for (const id of ['a', 'b', 'a']) assert.equal((await ask(`/videos/${id}/cover`)).status, 200);
    assert.equal(vendor.calls.length, 1);
    const guesses = await Promise.all([...'0123456789ab'].map((n) => ask(`/videos/no-${n}/cover`)));
    assert.equal(guesses.filter(({status}) => status === 429).length, 2);
  });
});

describe('a cover that cannot be fetched', () => {
  const answers: readonly [name: string, answer: Options['host'], status: number, log: RegExp][] = [
    ['is not there', (_, response) => response.writeHead(404).end('<svg/>'), 404, /no such cover/],
    ['is an error', (_, response) => response.writeHead(500).end(), 502, /status is 500/],
    ['is HTML', (_, response) => response.end('<!doctype html>'), 502, /not a JPEG/],
    [
      'is an SVG that says it is a JPEG',
      (_, response) =>
        response.writeHead(200, {'content-type': 'image/jpeg'}).end('<svg xmlns=""/>'),
      502,
      /not a JPEG/,
    ],
    ['is empty', (_, response) => response.end(), 502, /not a JPEG/],
    [
      'is a JPEG in name only',
      (_, response) => response.end('\xff\xd8\xff nothing', 'latin1'),
      502,
      /./,
    ],
    [
      'says that it is huge',
      (_, response) => response.writeHead(200, {'content-length': 1e9}).flushHeaders(),
      502,
      /more than/,
    ],
    [
      'is compressed',
      (_, response) => response.writeHead(200, {'content-encoding': 'gzip'}).end('x'),
      502,
      /compressed/,
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, {'content-length': 1000});
        response.write('\xff\xd8\xff', 'latin1', () => response.destroy());
      },
      502,
      /./,
    ],
    [
      'redirects for ever',
      (_, response) => response.writeHead(302, {location: '/again'}).end(),
      502,
      /too many redirects/,
    ],
    [
      'redirects into the network',
      (_, response) => response.writeHead(302, {location: 'http://169.254.169.254/latest/'}).end(),
      502,
      /not a public address/,
    ],
    [
      'redirects to a file',
      (_, response) => response.writeHead(301, {location: 'file:///etc/passwd'}).end(),
      502,
      /not http/,
    ],
  ];
  for (const [name, answer, status, log] of answers) {
    it(`${name}: ${status}, remembered for a while`, async (test) => {
      const {cover, lines, host, folder} = await coverScene(test, {host: answer});
      const response = await cover();
      const {code, message, data} = await response.json();
      assert.deepEqual([response.status, code, data], [status, status, null]);
      assert.doesNotMatch(message, /127|169|status|JPEG/);
      assert.match(lines.join('\n'), log);
      const {length} = host.requests;
      assert.equal((await cover('?w=160')).status, status);
      assert.equal(host.requests.length, length);
      assert.deepEqual(await readdir(folder), []);
    });
  }

  const refused = [
    'http://127.0.0.1:PORT/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0/',
    'http://10.0.0.1/',
    'https://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00:ec2::254]/',
    'http://user:pass@img.example/',
    'http://img.example:22/',
    'file:///etc/passwd',
    'ftp://img.example/a.jpg',
    'data:image/png;base64,AAAA',
    'gopher://127.0.0.1/',
    'a.jpg',
  ];
  it('is at an address that may not be requested', async (test) => {
    const other = await pictureHost(test);
    const records = refused.map((imageUrl, index) =>
      aRecord({videoId: `v${index}`, imageUrl: imageUrl.replace('127.0.0.1:PORT', other.host)}),
    );
    const {cover, lines} = await coverScene(test, {records});
    for (const index of refused.keys()) {
      assert.equal((await cover('', '*/*', `v${index}`)).status, 502, refused[index]);
    }
    assert.deepEqual(other.requests, []);
    assert.equal(
      lines.filter((line) => /the address is|Invalid URL/.test(line)).length,
      refused.length,
    );
  });

  it('is on a host that is not allowed', async (test) => {
    const records = [
      'http://img.example/a.jpg',
      'http://localhost/a.jpg',
      'http://a.localhost/',
    ].map((imageUrl, index) => aRecord({videoId: `v${index}`, imageUrl}));
    const {cover, lines} = await coverScene(test, {records, how: {hosts: ['*.localhost']}});
    for (const id of ['v0', 'v1', 'v2']) assert.equal((await cover('', '*/*', id)).status, 502);
    assert.equal(lines.filter((line) => /not on an allowed host/.test(line)).length, 2);
  });

  it('does not write text of a record as a separate line', async (test) => {
    const {cover, lines} = await coverScene(test, {
      records: [aRecord({videoId: 'a', imageUrl: 'http://x.invalid/\r\nInjected: 1'})],
    });
    assert.equal((await cover()).status, 502);
    assert.ok(lines.every((line) => !/[\r\n]/.test(line)));
  });
});

describe('the command', () => {
  it('serves covers, counts them, and can be set not to', async (test) => {
    const host = await pictureHost(test);
    const record = aRecord({videoId: 'a', imageUrl: `${host.url}/a.jpg`});
    const started = async (environment: Record<string, string>) => {
      const folder = await aFolder(test);
      const {url} = await startProcess(test, {
        DATABASE_URL: `file:${folder}/videos.db`,
        CALLBACK_SECRET: 'a-secret-of-some-length',
        METRICS_PATH: '/metrics',
        COVER_FOLDER: `${folder}/covers`,
        COVER_PRIVATE_HOSTS: host.host,
        ...environment,
      });
      const {ask, callback} = asker(url.replace('/videos', ''));
      await callback('/callbacks/a-secret-of-some-length', anEnvelope([record]));
      return ask;
    };
    const ask = await started({});
    assert.equal((await ask('/videos/a/cover?w=320')).status, 200);
    const page = await (await ask('/metrics')).text();
    assert.match(page, /^vod_proxy_cover_prepared_total 1$/m);
    assert.match(page, /^vod_proxy_requests_total\{route="cover",status="200"\} 1$/m);
    const without = await started({COVERS: '0'});
    assert.equal((await without('/videos/a/cover')).status, 501);
  });
});

describe('without sharp', () => {
  it('covers are sent in their original size', async (test) => {
    const host = await pictureHost(test);
    const folder = await aFolder(test);
    const script = `
      import {register} from 'node:module';
      register('data:text/javascript,' + encodeURIComponent(
        'export const resolve = (name, context, next) => { if (name === "sharp") throw new Error("none"); return next(name, context); };'));
      const {createVideoProxy, openVideoStore} = await import('./proxy/src/index.ts');
      const store = await openVideoStore({url: 'file::memory:'});
      await store.upsert([{videoId: 'a', imageUrl: '${host.url}/a.jpg'}]);
      const covers = {folder: ${JSON.stringify(folder)}, privateHosts: ['${host.host}']};
      const proxy = createVideoProxy({store, covers});
      const list = await (await proxy(new Request('http://p.example/videos'))).json();
      const cover = await proxy(new Request('http://p.example/videos/a/cover?w=160', {headers: {accept: 'image/avif'}}));
      const {byteLength} = await cover.arrayBuffer();
      console.log(JSON.stringify([list.covers.widths, cover.headers.get('content-type'), byteLength]));
      await store.close();`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
    const cwd = fileURLToPath(new URL('../../..', import.meta.url));
    const {stdout} = await promisify(execFile)(process.execPath, args, {cwd});
    assert.deepEqual(JSON.parse(stdout), [[], 'image/jpeg', host.picture.length]);
  });
});
