import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {readSettings, SettingsError} from '../../src/command/settings.js';
import {aRecord, anEnvelope} from '../../../test/support/records.js';
import {runCommand, startProcess} from '../support/proxy-process.js';
import {aFolder, asker} from '../support/proxy-scene.js';

const NEW = 'a new secret of 32 characters at least';
const OLD = 'an old secret of 32 characters at least';

describe('settings of access', () => {
  it('are open by default', () => {
    const settings = readSettings({});
    assert.equal(settings.scope, undefined);
    assert.equal(settings.sites, undefined);
    assert.equal(settings.linkKeys, undefined);
    assert.equal(settings.allowedHosts, undefined);
  });

  it('are read', () => {
    const settings = readSettings({
      SCOPE_CATEGORIES: 'news, talks',
      SCOPE_AVAILABLE: '1',
      LINK_KEYS: `2026:${NEW},2025:${OLD}`,
      SITES: 'shop,shop-uk',
      SITE_SHOP_CATEGORIES: 'products',
      SITE_SHOP_ORIGINS: 'https://shop.example.com',
      SITE_SHOP_UK_CREATED_BY: 'ann',
      SITE_SHOP_UK_PLAY_ORIGINS: 'https://shop.example.co.uk',
      ALLOWED_HOSTS: 'www.example.com,localhost:8080',
      REQUESTS_PER_MINUTE: '0',
      MAX_STREAMS_PER_CLIENT: '7',
      CALLBACK_SECRET: 'sixteen-letters-new',
      CALLBACK_SECRET_PREVIOUS: 'sixteen-letters-old',
    });
    assert.deepEqual(settings.scope?.categories, ['news', 'talks']);
    assert.equal(settings.scope?.availableOnly, true);
    assert.deepEqual(
      settings.linkKeys?.map(({id}) => id),
      ['2026', '2025'],
    );
    assert.deepEqual(settings.sites?.['shop']?.scope?.categories, ['products']);
    assert.deepEqual(settings.sites?.['shop']?.allowedOrigins, ['https://shop.example.com']);
    assert.deepEqual(settings.sites?.['shop-uk']?.scope?.createdBy, ['ann']);
    assert.deepEqual(settings.sites?.['shop-uk']?.playOrigins, ['https://shop.example.co.uk']);
    assert.deepEqual(settings.allowedHosts, ['www.example.com', 'localhost:8080']);
    assert.equal(settings.limits.requestsPerMinute, 0);
    assert.equal(settings.maxStreamsPerClient, 7);
    assert.deepEqual(settings.callbackSecret, ['sixteen-letters-new', 'sixteen-letters-old']);
    for (const secret of [NEW, OLD]) assert.ok(settings.secrets.includes(secret), 'is masked');
  });

  const bad: readonly [name: string, value: string, more?: Record<string, string>][] = [
    ['SCOPE_CATAGORIES', 'news'],
    ['SCOPE_CATEGORIES', ','],
    ['SCOPE_AVAILABLE', 'yes'],
    ['SITES', 'Shop'],
    ['SITES', 'a/b'],
    ['SITE_SHOP_CATEGORIES', 'products'],
    ['SITE_SHOP_CATAGORIES', 'products', {SITES: 'shop'}],
    ['SITE_SHOP_ORIGINS', 'shop.example.com', {SITES: 'shop'}],
    ['PLAY_ORIGINS', 'https://a.example/path'],
    ['PLAY_ORIGINS', '*'],
    ['ALLOWED_HOSTS', 'https://www.example.com'],
    ['ALLOWED_HOSTS', '*.example.com'],
    ['LINK_KEYS', 'no-secret'],
    ['LINK_KEYS', 'id:short'],
    ['REQUESTS_PER_MINUTE', '-1'],
    ['MAX_STREAMS_PER_CLIENT', '0'],
    ['CALLBACK_SECRET_PREVIOUS', 'sixteen-letters-old'],
    ['CALLBACK_SECRET_PREVIOUS', 'short', {CALLBACK_SECRET: 'sixteen-letters-new'}],
  ];
  for (const [name, value, more] of bad) {
    it(`are refused by their names: ${name}=${value}`, () => {
      assert.throws(
        () => readSettings({...more, [name]: value}),
        (error) => error instanceof SettingsError && error.problems.join().includes(name),
      );
    });
  }
});

describe('the command', () => {
  it('makes links that it accepts', {timeout: 120_000}, async (test) => {
    const keys = {LINK_KEYS: `2026:${NEW}`};
    const made = await runCommand(test, ['sign-link', '{"categories":["sea"]}', '600'], keys).ended;
    assert.equal(made.code, 0, made.errors);
    const {url} = await startProcess(test, {
      ...keys,
      DATABASE_URL: `file:${await aFolder(test)}/videos.db`,
      CALLBACK_SECRET: 'sixteen-letters-new',
      CALLBACK_SECRET_PREVIOUS: 'sixteen-letters-old',
    });
    const {ask, ids, callback} = asker(url);
    const records = ['sea', 'news'].map((name) =>
      aRecord({videoId: name, videoClassification: name}),
    );
    const stored = await callback('/callbacks/sixteen-letters-old', anEnvelope(records));
    assert.equal(stored.status, 200);
    assert.equal((await ask('/videos')).status, 401);
    assert.deepEqual(await ids(`?token=${made.output.trim()}`), ['sea']);
  });

  it('explains why it cannot make a link', {timeout: 60_000}, async (test) => {
    const {code, errors} = await runCommand(test, ['sign-link', '{"all":1}', '0']).ended;
    assert.equal(code, 1);
    assert.match(errors, /LINK_KEYS[^]*SECONDS[^]*SCOPE/);
  });
});
