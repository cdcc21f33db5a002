import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {readSettings, SettingsError} from '../../src/command/settings.js';
import {nodeCallerAddress} from '../../src/command/caller-address.js';
import {HELP} from '../../src/command/help.js';
import {EventReader} from '../support/event-reader.js';
import {FAKE_KEYS, startFakeVendor} from '../support/fake-vendor.js';
import {runCommand, startProcess} from '../support/proxy-process.js';
import {aFolder, asker} from '../support/proxy-scene.js';
import {anEnvelope} from '../../../test/support/records.js';
import {someRecords} from '../support/vendor-scene.js';

const SECRET = 'a-secret-of-some-length';

describe('the command', () => {
  it('explains every setting with --help', async (test) => {
    const {code, output} = await runCommand(test, ['--help']).ended;
    assert.equal(code, 0);
    assert.match(output, /Usage: cloud-vod-gallery-proxy/);
    const read = new Set<string>();
    const environment = new Proxy({}, {get: (_, name) => void read.add(String(name))});
    readSettings(environment);
    assert.ok(read.size > 15);
    for (const name of read) assert.match(HELP, new RegExp(`\\b${name}\\b`));
  });

  it('shows its usage for unknown arguments', async (test) => {
    for (const args of [['proxy'], ['--port=1']]) {
      const {code, output, errors} = await runCommand(test, args).ended;
      assert.equal(code, 2);
      assert.equal(output, '');
      assert.match(errors, /Unknown arguments[^]*Usage/);
    }
  });

  it('names all bad settings at once, and repeats no secret', async (test) => {
    const environment = {PORT: 'http', VOD_SECRET_KEY: 'tiger', CALLBACK_SECRET: 'lion'};
    const {code, errors} = await runCommand(test, [], environment).ended;
    assert.equal(code, 1);
    assert.match(errors, /PORT must be/);
    assert.match(errors, /VOD_ACCESS_KEY and VOD_SECRET_KEY/);
    assert.match(errors, /CALLBACK_SECRET must/);
    assert.doesNotMatch(errors, /tiger|lion/);
  });

  it('says why it cannot start', async (test) => {
    const folder = await aFolder(test);
    const {code, errors} = await runCommand(test, [], {DATABASE_URL: `file:${folder}`}).ended;
    assert.equal(code, 1);
    assert.match(errors, /cannot start: .*open/);
  });

  it('serves lists of the vendor, stops at a signal, and never prints a secret', async (test) => {
    const vendor = await startFakeVendor({records: someRecords(3)});
    test.after(() => vendor.close());
    const {child, url, ended} = await startProcess(test, {
      VOD_ACCESS_KEY: FAKE_KEYS.accessKey,
      VOD_SECRET_KEY: FAKE_KEYS.secretKey,
      VOD_ENDPOINT: vendor.url,
      DATABASE_URL: `file:${join(await aFolder(test), 'sub', 'videos.db')}`,
      CALLBACK_SECRET: SECRET,
      CALLBACK_ADDRESSES: '127.0.0.0/8',
    });
    const {list, callback} = asker(url);
    assert.equal((await list()).source, 'getVideoList');
    assert.equal((await callback('/callbacks/wrong', anEnvelope([]))).status, 403);
    const right = `/callbacks/${encodeURIComponent(SECRET)}`;
    assert.equal((await callback(right, anEnvelope([]))).status, 200);
    assert.equal((await callback(right, 'nonsense')).status, 400);
    vendor.misbehave({kind: 'http', status: 500});
    await list('?pageSize=1');
    const reader = await EventReader.open(`${url}/videos/events`);
    await reader.next();
    child.kill('SIGTERM');
    assert.ok(Number((await reader.next())?.retry) >= 2_000, 'when to come back');
    assert.equal(await reader.next(), undefined);
    const {code, output, errors} = await ended;
    assert.equal(code, 0);
    assert.match(output, /^Serving http:\/\/127\.0\.0\.1:\d+\/videos from the vendor\.$/m);
    assert.match(errors, /callback refused: wrong secret/);
    for (const secret of [SECRET, encodeURIComponent(SECRET), ...Object.values(FAKE_KEYS)]) {
      assert.ok(!(output + errors).includes(secret), secret);
    }
  });
});

describe('settings', () => {
  it('have defaults for everything', () => {
    const settings = readSettings({ALLOWED_ORIGINS: '', PORT: ' '});
    assert.equal(settings.mode, 'store');
    assert.deepEqual([settings.host, settings.port], ['127.0.0.1', 8080]);
    assert.equal(settings.database.url, 'file:./data/videos.db');
    assert.deepEqual(settings.allowedOrigins, []);
    assert.equal(settings.callbackSecret, undefined);
    assert.equal(settings.trustedProxies, 0);
  });

  it('are read', () => {
    const settings = readSettings({
      VOD_ACCESS_KEY: 'a',
      VOD_SECRET_KEY: 'b',
      VOD_SCHEME: 'WS3',
      VOD_TIMEOUT_SECONDS: '2.5',
      ALLOWED_ORIGINS: 'https://a.example, http://localhost:5173',
      CALLBACK_ADDRESSES: '10.0.0.0/8,::1',
      MAX_AGE_SECONDS: '0',
    });
    assert.equal(settings.mode, 'vendor');
    assert.equal(settings.vendor?.scheme, 'WS3');
    assert.equal(settings.vendor?.timeoutMs, 2500);
    assert.deepEqual(settings.allowedOrigins, ['https://a.example', 'http://localhost:5173']);
    assert.deepEqual(settings.callbackAddresses, ['10.0.0.0/8', '::1']);
    assert.equal(settings.caching.maxAgeSeconds, 0);
  });

  const bad: readonly [name: string, value: string][] = [
    ['PORT', '-1'],
    ['PORT', '65536'],
    ['VOD_MODE', 'demo'],
    ['VOD_MODE', 'vendor'],
    ['VOD_ENDPOINT', 'api.cdnetworks.com'],
    ['VOD_SCHEME', 'cnc'],
    ['VOD_TIMEOUT_SECONDS', '0'],
    ['VOD_TIME_ZONE', 'Asia/Shanghai'],
    ['DATABASE_URL', './data/videos.db'],
    ['ALLOWED_ORIGINS', 'https://a.example/'],
    ['ALLOWED_ORIGINS', 'a.example'],
    ['BASE_PATH', 'api'],
    ['TRUST_PROXY', 'yes'],
    ['CALLBACK_SECRET', 'fifteen letters'],
    ['CALLBACK_ADDRESSES', '10.0.0.0/33'],
    ['HEARTBEAT_SECONDS', 'often'],
    ['MAX_AGE_SECONDS', '1.5'],
    ['VOD_TIME_ZONE', '+25:99'],
    ['VOD_TIME_ZONE', '+08:60'],
    ['BASE_PATH', '//'],
    ['BASE_PATH', '/api//v1'],
    ['BASE_PATH', '/../api'],
    ['ALLOWED_ORIGINS', 'https://*.example.com'],
    ['ALLOWED_ORIGINS', 'null'],
    ['VOD_SECRET_KEY', '"quoted"'],
    ['VOD_ACCESS_KEY', "'quoted'"],
    ['VOD_SECRET_KEY', 'two\nlines'],
    ['DATABASE_URL', 'postgres://me:two\nlines@db.example/x'],
    ['VOD_ENDPOINT', 'https://api.cdnetworks.com/vod'],
    ['VOD_ENDPOINT', 'https://name:password@api.cdnetworks.com'],
    ['VOD_ENDPOINT', 'https://api.cdnetworks.com'],
    ['RECONCILE_HOURS', '6'],
    ['RECONCILE_HOURS', '721'],
    ['VOD_SECRETKEY', 'abc'],
    ['VOD_KEY', 'abc'],
    ['CALLBACK_SECRET', 'a/secret/that/is/long?'],
    ['CALLBACK_SECRET_FILE', '/no/such/file'],
    ['CALLBACK_SECRET_FILE', '/dev/null'],
    ['METRICS_PATH', 'metrics'],
    ['LOG_FORMAT', 'xml'],
    ['SHUTDOWN_DRAIN_SECONDS', '-1'],
    ['COVERS', 'yes'],
    ['COVER_CACHE_MB', '0'],
    ['COVER_HOSTS', 'https://img.example.com'],
    ['COVER_HOSTS', '*'],
    ['COVER_HOSTS', 'a.*.example.com'],
    ['COVER_PRIVATE_HOSTS', 'media.internal/covers'],
    ['COVER_DIR', '/data'],
  ];
  for (const [name, value] of bad) {
    it(`are refused: ${name}=${value}`, () => {
      assert.throws(
        () => readSettings({[name]: value}),
        (error) => error instanceof SettingsError && error.problems.join().startsWith(name),
      );
    });
  }
});

describe('a secret', () => {
  it('can be in a file, with a line break at its end', async (test) => {
    const file = join(await aFolder(test), 'key');
    await writeFile(file, 'from-a-file\n');
    const environment = {VOD_ACCESS_KEY: 'a', VOD_SECRET_KEY_FILE: file};
    const {vendor, secrets} = readSettings(environment);
    assert.equal(vendor?.secretKey, 'from-a-file');
    assert.ok(secrets.includes('from-a-file'));
    const twice = () => readSettings({...environment, VOD_SECRET_KEY: 'b'});
    assert.throws(twice, /VOD_SECRET_KEY and VOD_SECRET_KEY_FILE are both set/);
  });

  it('can be the password of a database, in every notation', () => {
    const {secrets} = readSettings({
      DATABASE_URL: 'postgres://me:p%40ss@db1.example:5432,db2.example/x',
    });
    assert.deepEqual(
      ['p%40ss', 'p@ss'].filter((text) => !secrets.includes(text)),
      [],
    );
  });

  it('is not repeated when it is wrong', () => {
    const wrong = {
      VOD_SECRET_KEY: 'tiger\nlion',
      VOD_ACCESS_KEY: '"zebra"',
      CALLBACK_SECRET: 'ant/ant/ant/ant/ant',
    };
    assert.throws(
      () => readSettings(wrong),
      (error) => error instanceof SettingsError && !/tiger|lion|zebra|ant\/ant/.test(error.message),
    );
  });
});

it('suggests the setting with the most similar name', () => {
  assert.throws(
    () => readSettings({VOD_SECRTE_KEY: 'x'}),
    /VOD_SECRTE_KEY is not a setting; VOD_SECRET_KEY is one/,
  );
});

describe("a caller's address", () => {
  const env = {incoming: {socket: {remoteAddress: '10.0.0.1'}}};
  const from = (trusted: number, forwarded?: string) => {
    const headers = new Headers(forwarded === undefined ? [] : [['x-forwarded-for', forwarded]]);
    return nodeCallerAddress(trusted)(new Request('http://x/', {headers}), env);
  };

  it('is that of the connection, whatever a header contains', () => {
    assert.equal(from(0, '203.0.113.7'), '10.0.0.1');
  });

  it('is the client address of the outermost trusted proxy', () => {
    assert.equal(from(1, 'made up, 203.0.113.7'), '203.0.113.7');
    assert.equal(from(2, 'made up, 203.0.113.7, 10.0.0.2'), '203.0.113.7');
  });

  const written: readonly [header: string, address: string | undefined][] = [
    ['203.0.113.7:61234', '203.0.113.7'],
    ['2001:db8::7', '2001:db8::7'],
    ['[2001:DB8::7]', '2001:db8::7'],
    ['[2001:db8::7]:443', '2001:db8::7'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['[::ffff:cb00:7107]:443', '203.0.113.7'],
    ['unknown', undefined],
    ['_hidden', undefined],
    ['203.0.113.7\t', '203.0.113.7'],
    ['203.0.113.777', undefined],
    ['', undefined],
  ];
  for (const [header, address] of written) {
    it(`is read with port and brackets: ${JSON.stringify(header)}`, () => {
      assert.equal(from(1, `made up, ${header}`), address);
    });
  }

  const forwarded: readonly [header: string, address: string | undefined][] = [
    ['for=203.0.113.7', '203.0.113.7'],
    ['proto=https;For="203.0.113.7:61234";by=10.0.0.2', '203.0.113.7'],
    ['for="[2001:db8::7]:4711";proto=http', '2001:db8::7'],
    ['for=unknown', undefined],
    ['for="_gazonk"', undefined],
    ['proto=https', undefined],
  ];
  for (const [header, address] of forwarded) {
    for (const before of ['', 'for=198.51.100.1, ', 'for="198.51.100.1, ', '"", for="\\", ']) {
      it(`is read from Forwarded: ${before}${header}`, () => {
        const headers = {forwarded: before + header, 'x-forwarded-for': '192.0.2.1'};
        const request = new Request('http://x/', {headers});
        assert.equal(nodeCallerAddress(1, 'forwarded')(request, env), address);
      });
    }
  }

  it('is unknown if there were fewer proxies than configured', () => {
    assert.equal(from(1), undefined);
    assert.equal(from(2, '203.0.113.7'), undefined);
  });
});
