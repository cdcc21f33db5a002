import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {crc32} from 'node:zlib';
import fc from 'fast-check';
import {DiskCache} from '../../src/covers/disk-cache.js';
import {fetchPicture} from '../../src/covers/fetch-picture.js';
import {HostRules} from '../../src/covers/host-rules.js';
import {loadPictures} from '../../src/covers/pictures.js';
import {isPublicAddress} from '../../src/covers/public-address.js';
import {WorkQueue} from '../../src/covers/work-queue.js';
import {pictureHost} from '../support/picture-host.js';
import {aFolder} from '../support/proxy-scene.js';
import {deferred} from '../support/vendor-scene.js';

const NEVER = new AbortController().signal;

describe('an address of the public internet', () => {
  const addresses: readonly [address: string, isPublic: boolean][] = [
    ['8.8.8.8', true],
    ['1.1.1.1', true],
    ['172.32.0.1', true],
    ['2606:4700:4700::1111', true],
    ['0.0.0.0', false],
    ['10.255.255.255', false],
    ['100.64.0.1', false],
    ['127.0.0.53', false],
    ['169.254.169.254', false],
    ['172.16.0.1', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['198.18.0.1', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::', false],
    ['::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a00:1', false],
    ['fe80::1', false],
    ['fe80::1%eth0', false],
    ['fc00::1', false],
    ['fd00:ec2::254', false],
    ['ff02::1', false],
    ['2002:a00:1::', false],
    ['2001:0:a00:1::', false],
    ['2001:db8::1', false],
    ['', false],
    ['localhost', false],
    ['127.1', false],
  ];
  for (const [address, isPublic] of addresses) {
    it(`is${isPublic ? '' : ' not'} ${address || 'empty'}`, () => {
      assert.equal(isPublicAddress(address), isPublic);
    });
  }
});

describe('the request of an image', () => {
  it('ends after its time limit, and when no client waits for it', async (test) => {
    const host = await pictureHost(test, (_, response) => response.write('\xff'));
    const limits = {rules: new HostRules({privateHosts: [host.host]}), maxBytes: 100};
    await assert.rejects(
      fetchPicture(host.url, {...limits, timeoutMs: 50}, NEVER),
      /abort|timeout/i,
    );
    const caller = new AbortController();
    const picture = fetchPicture(host.url, {...limits, timeoutMs: 60_000}, caller.signal);
    caller.abort(new Error('gone'));
    await assert.rejects(picture, /abort|gone/i);
  });

  it('refuses a name that resolves to a private address', async (test) => {
    const host = await pictureHost(test);
    const url = host.url.replace('127.0.0.1', 'localhost');
    const rules = new HostRules({hosts: [new URL(url).host]});
    const limits = {rules, maxBytes: 1e6, timeoutMs: 10_000};
    await assert.rejects(fetchPicture(url, limits, NEVER), /not a public address/);
    assert.deepEqual(host.requests, []);
  });

  it('stops at the limit without a Content-Length', async (test) => {
    const host = await pictureHost(test, (_, response) => {
      const more = () => response.write('x'.repeat(60_000), more);
      more();
    });
    const rules = new HostRules({privateHosts: [host.host]});
    const limits = {rules, maxBytes: 100_000, timeoutMs: 10_000};
    await assert.rejects(fetchPicture(host.url, limits, NEVER), /more than 100000 bytes/);
  });
});

describe('a small file of a huge image', () => {
  it('is not opened', async () => {
    const pictures = await loadPictures();
    assert.ok(pictures);
    const png = hugePng(30_000, 30_000);
    await assert.rejects(pictures.resize(png, 160, 'webp'), /pixel limit/);
    await assert.rejects(pictures.colors(png), /pixel limit/);
  });
});

describe('the folder of covers', () => {
  const names = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64));
  const [a = '', b = '', c = ''] = names;

  it('deletes only the least recently used files', async (test) => {
    const folder = await aFolder(test);
    await writeFile(join(folder, 'letter.txt'), 'x'.repeat(1000));
    await mkdir(join(folder, 'aa'));
    await writeFile(join(folder, 'aa', 'mine.txt'), 'x'.repeat(1000));
    const cache = new DiskCache(folder, 25, () => {});
    await cache.open();
    await cache.write(a, Buffer.alloc(10));
    await cache.write(b, Buffer.alloc(10));
    await cache.read(a);
    await cache.write(c, Buffer.alloc(10));
    assert.equal(cache.bytes, 20);
    assert.equal(await cache.read(b), undefined);
    assert.deepEqual([(await cache.read(a))?.length, (await cache.read(c))?.length], [10, 10]);
    assert.equal((await readFile(join(folder, 'letter.txt'))).length, 1000);
    assert.deepEqual((await readdir(join(folder, 'aa'))).sort(), [a, 'mine.txt'].sort());
  });

  it('is known again after a restart, in the order of use', async (test) => {
    const folder = await aFolder(test);
    const before = new DiskCache(folder, 1000, () => {});
    await before.open();
    for (const name of names) await before.write(name, Buffer.alloc(10));
    const old = new Date(Date.now() - 86_400_000);
    await utimes(join(folder, 'cc', c), old, old);
    const after = new DiskCache(folder, 30, () => {});
    await after.open();
    assert.equal(after.bytes, 30);
    assert.equal(await after.read(c), undefined);
  });

  it('never grows beyond its limit', async (test) => {
    const folder = await aFolder(test);
    const cache = new DiskCache(folder, 100, () => {});
    await cache.open();
    const steps = fc.array(fc.tuple(fc.constantFrom(...names), fc.nat(120)), {maxLength: 12});
    await fc.assert(
      fc.asyncProperty(steps, async (written) => {
        await Promise.all(written.map(([name, size]) => cache.write(name, Buffer.alloc(size))));
        const files = await Promise.all(
          names.map(async (name) => (await cache.read(name))?.length ?? 0),
        );
        const sum = files.reduce((total, size) => total + size, 0);
        assert.equal(cache.bytes, sum);
        assert.ok(sum <= 100);
      }),
      {numRuns: 20},
    );
  });

  it('reports once that it is not writable', async (test) => {
    const folder = await aFolder(test);
    const lines: string[] = [];
    const cache = new DiskCache(folder, 1000, (line) => lines.push(line));
    await cache.open();
    await writeFile(join(folder, 'aa'), 'a file where a folder should be');
    for (let n = 0; n < 3; n++) await cache.write(a, Buffer.alloc(1));
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? '', /cannot be stored/);
  });
});

describe('the work on covers', () => {
  it('is limited to a few at the same time, and not done for disconnected clients', async () => {
    const queue = new WorkQueue(2, 10);
    const gates = [deferred(), deferred(), deferred(), deferred()];
    const left = new AbortController();
    let running = 0;
    let most = 0;
    const done = gates.map((gate, index) =>
      queue.run(
        async () => {
          most = Math.max(most, ++running);
          await gate.promise;
          running -= 1;
        },
        index === 2 ? left.signal : NEVER,
      ),
    );
    assert.equal(queue.waiting, 2);
    left.abort(new Error('left'));
    for (const gate of gates) gate.resolve();
    const results = await Promise.allSettled(done);
    assert.deepEqual(
      results.map(({status}) => status),
      ['fulfilled', 'fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual([most, running, queue.waiting], [2, 0, 0]);
  });

  it('refuses requests if too many are waiting', async () => {
    const queue = new WorkQueue(1, 1);
    const gate = deferred();
    const running = [queue.run(() => gate.promise, NEVER), queue.run(() => gate.promise, NEVER)];
    await assert.rejects(
      queue.run(() => gate.promise, NEVER),
      /too many covers/,
    );
    gate.resolve();
    await Promise.all(running);
  });
});

/** A tiny PNG file whose header claims any size. */
function hugePng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const ends = [
    chunk('IHDR', header),
    chunk('IDAT', Buffer.alloc(20)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return Buffer.concat([signature, ...ends]);
}
