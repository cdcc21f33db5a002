import assert from 'node:assert/strict';
import {createHmac} from 'node:crypto';
import {describe, it} from 'node:test';
import {signLink, type LinkKey, type Scope} from '../../src/index.js';
import {aRecord} from '../../../test/support/records.js';
import {EventReader} from '../support/event-reader.js';
import {proxyScene, type Scene, type WireEnvelope} from '../support/proxy-scene.js';

const OLD: LinkKey = {id: '2025', secret: 'an old secret of thirty-two characters'};
const NEW: LinkKey = {id: '2026', secret: 'PUBLIC and PRIVATE: a new secret, 32 long'};
const STRANGE: LinkKey = {id: '2026', secret: 'a secret that the proxy has never heard of'};

const SEA = aRecord({videoId: 'sea-1', videoClassification: 'sea'});
const NEWS = aRecord({videoId: 'news-1', videoClassification: 'news'});

const inAnHour = () => Date.now() + 3_600_000;

async function linkScene(test: Scene, options: Parameters<typeof proxyScene>[1] = {}) {
  const scene = await proxyScene(test, {
    records: [SEA, NEWS],
    linkKeys: [NEW, OLD],
    publishUrls: () => [],
    callbackSecret: 'secret',
    ...options,
  });
  const withToken = (token: string, path = '/videos') =>
    scene.ask(`${path}?token=${encodeURIComponent(token)}`);
  const idsWith = async (token: string) => {
    const response = await withToken(token);
    assert.equal(response.status, 200);
    const {data} = (await response.json()) as WireEnvelope;
    return data.videoListInfo.map(({videoId}) => videoId);
  };
  return {...scene, withToken, idsWith};
}

/** A token without our code, as from a host in another language or from an attacker. */
function tokenOf(header: object, claims: unknown, secret = NEW.secret): string {
  const part = (json: unknown) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}

describe('a signed link', () => {
  it('shows the videos that it was signed for, everywhere', async (test) => {
    const {withToken, idsWith} = await linkScene(test);
    const token = await signLink(NEW, {categories: ['sea']}, inAnHour());
    assert.deepEqual(await idsWith(token), ['sea-1']);
    assert.equal((await withToken(token, '/videos/sea-1/play')).status, 200);
    assert.equal((await withToken(token, '/videos/news-1/play')).status, 404);
    const {data} = await (await withToken(token, '/categories')).json();
    assert.deepEqual(
      data.categoryList.map(({labelName}: {labelName: string}) => labelName),
      ['sea'],
    );
  });

  it('may be in a header, and works for POST', async (test) => {
    const {ask} = await linkScene(test);
    const authorization = `Bearer ${await signLink(NEW, {categories: ['news']}, inAnHour())}`;
    const response = await ask('/videos', {method: 'POST', body: '{}', headers: {authorization}});
    const {data} = (await response.json()) as WireEnvelope;
    assert.deepEqual(
      data.videoListInfo.map(({videoId}) => videoId),
      ['news-1'],
    );
  });

  it('narrows the scope of the gallery, and never widens it', async (test) => {
    const {idsWith} = await linkScene(test, {scope: {categories: ['sea']}});
    assert.deepEqual(await idsWith(await signLink(NEW, {}, inAnHour())), ['sea-1']);
    const other = await signLink(NEW, {categories: ['news']}, inAnHour());
    assert.deepEqual(await idsWith(other), []);
  });

  it('works with every key while keys are rotated, and with the first one without a key id', async (test) => {
    const {idsWith, withToken} = await linkScene(test);
    assert.equal((await idsWith(await signLink(OLD, {}, inAnHour()))).length, 2);
    const claims = {exp: Math.floor(inAnHour() / 1000), videos: {}};
    assert.equal((await idsWith(tokenOf({alg: 'HS256', typ: 'JWT'}, claims))).length, 2);
    const unnamedOld = tokenOf({alg: 'HS256', typ: 'JWT'}, claims, OLD.secret);
    assert.equal((await withToken(unnamedOld)).status, 403);
  });

  it('is answered 401 if it is missing or expired, because another one may help', async (test) => {
    const {ask, withToken} = await linkScene(test);
    const expired = await signLink(NEW, {}, Date.now() - 1_000);
    for (const path of ['/videos', '/categories', '/videos/sea-1/play', '/videos/events']) {
      for (const response of [await ask(path), await withToken(expired, path)]) {
        assert.equal(response.status, 401, path);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        const {code, message, data} = await response.json();
        assert.deepEqual([code, data], [401, null]);
        assert.match(message, /token/);
      }
    }
  });

  const now = Math.floor(Date.now() / 1000);
  const good = {exp: now + 3600, videos: {}};
  const header = {alg: 'HS256', typ: 'JWT', kid: '2026'};
  const forged: readonly [what: string, token: string][] = [
    ['of another secret', tokenOf(header, good, STRANGE.secret)],
    ['of a key that does not exist', tokenOf({...header, kid: '2024'}, good)],
    ['without a signature', tokenOf(header, good).replace(/[^.]*$/, '')],
    ['of the algorithm "none"', `${tokenOf({alg: 'none'}, good).replace(/[^.]*$/, '')}`],
    ['of the algorithm HS512', tokenOf({...header, alg: 'HS512'}, good)],
    ['whose scope was changed', changed(tokenOf(header, {...good, videos: {categories: ['sea']}}))],
    ['without an end', tokenOf(header, {videos: {}})],
    ['whose end is a text', tokenOf(header, {...good, exp: String(good.exp)})],
    ['for something else of the host', tokenOf(header, {exp: good.exp, sub: 'user-1'})],
    ['with a scope that is not known', tokenOf(header, {...good, videos: {catagories: ['sea']}})],
    ['with a scope that is no object', tokenOf(header, {...good, videos: 'all'})],
    ['that claims nothing', tokenOf(header, null)],
    ['cut off', tokenOf(header, good).slice(0, -5)],
    ['in one part', 'x'],
    ['of nothing but points', '..'],
    ['far too long', 'x'.repeat(5_000)],
    ['with a zero character', 'a.b.\0'],
  ];
  for (const [what, token] of forged) {
    it(`is answered 403 ${what}`, async (test) => {
      const {withToken} = await linkScene(test);
      const response = await withToken(token);
      assert.equal(response.status, 403);
      assert.deepEqual(await response.json(), {
        code: 403,
        message: 'The token is not valid.',
        data: null,
      });
    });
  }

  it('is refused when there are two of them', async (test) => {
    const {ask} = await linkScene(test);
    const token = await signLink(NEW, {}, inAnHour());
    assert.equal((await ask(`/videos?token=${token}&token=x`)).status, 403);
    assert.equal((await ask(`/videos?Token=${token}`)).status, 401);
  });

  it('is not cached publicly, and not longer than it is valid', async (test) => {
    const {withToken} = await linkScene(test, {caching: {maxAgeSeconds: 600}});
    const cachingOf = async (token: string) =>
      (await withToken(token)).headers.get('cache-control') ?? '';
    assert.equal(await cachingOf(await signLink(NEW, {}, inAnHour())), 'private, max-age=600');
    const short = await cachingOf(await signLink(NEW, {}, Date.now() + 20_000));
    assert.ok(Number(/^private, max-age=(\d+)$/.exec(short)?.[1]) < 20, short);
  });

  it('ends its event stream when it expires', {timeout: 20_000}, async (test) => {
    const {url} = await linkScene(test);
    const token = await signLink(NEW, {}, Date.now() + 2_000);
    const reader = await EventReader.open(`${url}/videos/events?token=${token}`);
    test.after(() => reader.close());
    assert.equal(reader.response.status, 200);
    while (await reader.next());
  });

  it('may expire at a fraction of a second, or after thousands of years', async (test) => {
    const {url, withToken} = await linkScene(test, {caching: {maxAgeSeconds: 600}});
    for (const exp of [now + 3600.123456, 1e13, 1e300, 1e307]) {
      const token = tokenOf(header, {...good, exp});
      assert.equal((await withToken(token)).headers.get('cache-control'), 'private, max-age=600');
      const reader = await EventReader.open(`${url}/videos/events?token=${token}`);
      test.after(() => reader.close());
      assert.equal(reader.response.status, 200, String(exp));
    }
  });

  it('gets events for videos in its scope, and an event "list" for others', async (test) => {
    const {url, callback} = await linkScene(test, {events: {pollMs: 10}});
    const token = await signLink(NEW, {categories: ['sea']}, inAnHour());
    const reader = await EventReader.open(`${url}/videos/events?token=${token}`);
    test.after(() => reader.close());
    await reader.next();
    const upload = (videoId: string, videoClassification: string) =>
      callback('/callbacks/secret', {
        code: 200,
        data: {videoListInfo: [aRecord({videoId, videoClassification})]},
      });
    await upload('secret-1', 'news');
    const ring = await reader.next();
    assert.deepEqual([ring?.event, ring?.data], ['list', '{}']);
    await upload('sea-2', 'sea');
    assert.equal((await reader.nextVideo()).videoId, 'sea-2');
  });

  it('cannot be made with a short secret or without an end', () => {
    const short = {id: 'k', secret: 'too short'};
    assert.throws(() => signLink(short, {}, inAnHour()), /32 characters/);
    assert.throws(() => signLink({...NEW, id: 'a b'}, {}, inAnHour()), /letters/);
    assert.throws(() => signLink(NEW, {}, NaN), /expiry time/);
    assert.throws(() => signLink(NEW, {all: true} as Scope, inAnHour()), /no "all"/);
  });
});

/** The same signature under another scope. */
function changed(token: string): string {
  const [header, , signature] = token.split('.');
  const claims = {exp: Math.floor(inAnHour() / 1000), videos: {}};
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}
