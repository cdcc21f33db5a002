import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {signLink} from '../../src/index.js';
import {aRecord} from '../../../test/support/records.js';
import {proxyScene} from '../support/proxy-scene.js';

type Fetch = (input: string | URL, init?: RequestInit) => Promise<Response>;

/** A list, as far as the example knows it. */
interface ListWithFetcher {
  fetcher?: (url: string, init: RequestInit) => Promise<Response>;
}

type Example = (list: ListWithFetcher, fetch: Fetch, firstToken: string) => void;

const KEY = {id: 'k', secret: 'a secret of at least 32 characters'};

/** The example of the documentation, as it is written there. */
async function exampleOfDocs(): Promise<Example> {
  const page = await readFile(new URL('../../../docs/access.md', import.meta.url), 'utf8');
  const code = /```js\n([^`]*list\.fetcher = [^]*?)```/.exec(page)?.[1];
  assert.ok(code, 'the example is there');
  const module = `export default (list, fetch, firstToken) => {${code}};`;
  const imported: unknown = await import(`data:text/javascript,${encodeURIComponent(module)}`);
  return (imported as {default: Example}).default;
}

describe("the documentation's fetcher", () => {
  it('asks for a fresh token once when the first one is over, and goes on with it', async (test) => {
    const {url} = await proxyScene(test, {records: [aRecord()], linkKeys: [KEY]});
    const expired = await signLink(KEY, {}, Date.now() - 1_000);
    const fresh = await signLink(KEY, {}, Date.now() + 60_000);
    let tokens = 0;
    const fetchWithTokens: Fetch = (input, init) => {
      if (!String(input).endsWith('/gallery-token')) return fetch(input, init);
      tokens += 1;
      return Promise.resolve(new Response(fresh));
    };
    const list: ListWithFetcher = {};
    (await exampleOfDocs())(list, fetchWithTokens, expired);
    for (const path of ['/videos?pageSize=5', '/categories', `/videos?token=${expired}`]) {
      assert.equal((await list.fetcher?.(url + path, {}))?.status, 200, path);
    }
    assert.equal(tokens, 1);
  });

  it('gives up after one: the list then says so', async (test) => {
    const {url} = await proxyScene(test, {linkKeys: [KEY]});
    const expired = await signLink(KEY, {}, Date.now() - 1_000);
    let tokens = 0;
    const fetchWithTokens: Fetch = (input, init) => {
      if (!String(input).endsWith('/gallery-token')) return fetch(input, init);
      tokens += 1;
      return Promise.resolve(new Response(expired));
    };
    const list: ListWithFetcher = {};
    (await exampleOfDocs())(list, fetchWithTokens, expired);
    assert.equal((await list.fetcher?.(`${url}/videos`, {}))?.status, 401);
    assert.equal(tokens, 1);
  });
});
