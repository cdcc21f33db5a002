import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {signLink} from '../../src/index.js';
import {aRecord} from '../../../test/support/records.js';
import {clientAt} from '../support/clients.js';
import {proxyScene, type Scene, type WireEnvelope} from '../support/proxy-scene.js';

const SHOP = 'https://shop.example.com';
const PRESS = 'https://press.example.com';
const KEY = {id: 'k', secret: 'a secret of at least 32 characters'};

const RECORDS = [
  aRecord({videoId: 'shop-1', videoClassification: 'shop'}),
  aRecord({videoId: 'press-1', videoClassification: 'press'}),
  aRecord({videoId: 'inside-1', videoClassification: 'inside'}),
];

async function sitesScene(test: Scene, options: Parameters<typeof proxyScene>[1] = {}) {
  const scene = await proxyScene(test, {
    records: RECORDS,
    publishUrls: () => [],
    sites: {
      shop: {scope: {categories: ['shop']}, allowedOrigins: [SHOP]},
      press: {scope: {categories: ['press']}, allowedOrigins: [PRESS], playOrigins: [PRESS]},
      members: {linkKeys: [KEY]},
    },
    ...options,
  });
  const idsAt = async (path: string) => {
    const {data} = (await (await scene.ask(path)).json()) as WireEnvelope;
    return data.videoListInfo.map(({videoId}) => videoId);
  };
  return {...scene, idsAt, ...clientAt(test, '127.0.0.1')};
}

describe('a site', () => {
  it('has its own videos, play addresses and categories', async (test) => {
    const {idsAt, url, ask} = await sitesScene(test);
    assert.deepEqual(await idsAt('/sites/shop/videos'), ['shop-1']);
    assert.deepEqual(await idsAt('/sites/press/videos?videoClassification=press'), ['press-1']);
    assert.deepEqual(await idsAt('/sites/press/videos?videoClassification=shop'), []);
    assert.equal((await ask(`${url}/sites/shop/videos/shop-1/play`)).status, 200);
    assert.equal((await ask(`${url}/sites/shop/videos/press-1/play`)).status, 404);
    const {data} = JSON.parse((await ask(`${url}/sites/shop/categories`)).body);
    assert.equal(data.total, 1);
  });

  it('has its own origins', async (test) => {
    const {url, ask} = await sitesScene(test);
    const allowed = async (site: string, origin: string) => {
      const {headers} = await ask(`${url}/sites/${site}/videos`, {headers: {origin}});
      return headers['access-control-allow-origin'];
    };
    assert.equal(await allowed('shop', SHOP), SHOP);
    assert.equal(await allowed('press', SHOP), undefined);
    assert.equal(await allowed('press', PRESS), PRESS);
  });

  it('has its own keys', async (test) => {
    const {idsAt, url, ask} = await sitesScene(test);
    assert.equal((await ask(`${url}/sites/members/videos`)).status, 401);
    const token = await signLink(KEY, {categories: ['inside']}, Date.now() + 60_000);
    assert.deepEqual(await idsAt(`/sites/members/videos?token=${token}`), ['inside-1']);
    assert.equal((await ask(`${url}/sites/shop/videos?token=${token}`)).status, 200);
  });

  it('closes the root unless a scope or keys are set for it', async (test) => {
    const {url, ask} = await sitesScene(test);
    for (const path of ['/videos', '/categories', '/videos/shop-1/play', '/videos/events']) {
      assert.equal((await ask(url + path)).status, 404, path);
    }
    const open = await sitesScene(test, {scope: {categories: ['press', 'shop']}});
    assert.deepEqual(await open.idsAt('/videos'), ['shop-1', 'press-1']);
  });

  const tricks = [
    '/sites/shop/../../videos',
    '/sites/shop/%2e%2e/%2e%2e/videos',
    '/sites/shop/..%2f..%2fvideos',
    '/sites/shop%2f..%2f..%2fvideos',
    '/sites/shop//videos/../../../videos',
    '/sites/SHOP/videos',
    '/sites/shop%00/videos',
    '/sites/shop;x=1/videos',
    '/sites/press%2fvideos',
    '/sites/__proto__/videos',
    '/sites/constructor/videos',
    '/sites//videos',
    '/sites/videos',
    '/sites/members/../shop/videos/inside-1/play',
    '/sites/shop/videos/..%2f..%2f..%2fvideos%2finside-1/play',
    '/sites/shop/videos/inside-1%2fplay',
    '/sites/shop/videos/%2e%2e/inside-1/play',
    '/sites/shop/videos/INSIDE-1/play',
    '/sites/shop/videos/inside-1%00/play',
    '/sites/shop/videos/inside-1%20/play',
    '/sites/shop/videos/%69nside-1/play',
    '/sites/shop/videos?videoClassification=shop&videoClassification=inside',
    '/sites/shop/videos?videoClassification=inside%2Cshop%2Cpress',
    '/sites/shop/videos?VideoClassification=inside',
    '/sites/shop/videos?videoId=inside-1',
    '/sites/shop/videos?videoId=shop-1%27%20OR%201%3D1',
    '/sites/shop/videos?scope=%7B%7D',
    '/sites/shop/videos#/../../videos',
    '//sites/shop/videos',
    '/./sites/press/../shop/videos',
  ];
  it('cannot be left by a path or query in any notation', async (test) => {
    const {url, ask} = await sitesScene(test);
    for (const path of tricks) {
      const {status, body} = await ask(url + path);
      assert.doesNotMatch(body, /inside-1/, path);
      assert.ok([200, 400, 404].includes(status), `${path}: ${status}`);
      assert.equal(typeof JSON.parse(body).code, 'number', path);
    }
  });

  it('needs a name that can be written in only one way', async (test) => {
    for (const name of ['', 'Shop', 'a/b', '..', 'shop%20', 'ä']) {
      await assert.rejects(proxyScene(test, {sites: {[name]: {}}}), /not a valid name of a site/);
    }
  });
});

describe('a host', () => {
  const hosts: readonly [host: string, isAllowed: boolean][] = [
    ['www.example.com', true],
    ['WWW.Example.COM', true],
    ['www.example.com:8443', true],
    ['www.example.com.', true],
    ['localhost:8080', true],
    ['localhost', false],
    ['localhost:80', false],
    ['evil.example', false],
    ['www.example.com.evil.example', false],
    ['evil.example:443', false],
    ['127.0.0.1', false],
    ['[::1]:8080', false],
  ];
  for (const [host, isAllowed] of hosts) {
    it(`named ${host} is ${isAllowed ? '' : 'not '}answered for`, async (test) => {
      const {url} = await proxyScene(test, {
        records: RECORDS,
        allowedHosts: ['www.example.com', 'localhost:8080'],
        callbackSecret: 'secret',
      });
      const {ask} = clientAt(test, '127.0.0.1');
      const {status, body} = await ask(`${url}/videos`, {headers: {host}});
      assert.equal(status, isAllowed ? 200 : 421);
      if (!isAllowed) assert.equal(JSON.parse(body).code, 421);
      const options = {
        method: 'POST',
        headers: {host},
        body: '{"code":200,"data":{"videoTotal":0}}',
      };
      const callback = await ask(`${url}/callbacks/secret`, options);
      assert.equal(callback.status, isAllowed ? 200 : 421);
    });
  }
});
