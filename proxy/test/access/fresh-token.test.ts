import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {signLink} from '../../src/index.js';
import {aRecord} from '../../../test/support/records.js';
import {proxyScene} from '../support/proxy-scene.js';

type Fetch = (path: string) => Promise<Response>;
type Example = (list: EventTarget, fetch: Fetch) => void;

const KEY = {id: 'k', secret: 'a secret of at least 32 characters'};

/** The example of the documentation, unchanged. */
async function exampleOfDocs(): Promise<Example> {
  const page = await readFile(new URL('../../../docs/access.md', import.meta.url), 'utf8');
  const code = /```js\n(list\.addEventListener\('video-list-unauthorized'[^]*?)```/.exec(page)?.[1];
  assert.ok(code, 'the example is there');
  const module = `export default (list, fetch) => {${code}};`;
  const imported: unknown = await import(`data:text/javascript,${encodeURIComponent(module)}`);
  return (imported as {default: Example}).default;
}

/** The token that the example sets in a list after this response of the page's server. */
async function tokenFrom(answer: Response): Promise<string> {
  const list = new EventTarget();
  const asked: string[] = [];
  (await exampleOfDocs())(list, (path) => {
    asked.push(path);
    return Promise.resolve(answer);
  });
  let token: string | Promise<string> | undefined;
  const detail = {renew: (fresh: string | Promise<string>) => (token = fresh)};
  list.dispatchEvent(Object.assign(new Event('video-list-unauthorized'), {detail}));
  assert.deepEqual(asked, ['/gallery-token']);
  assert.ok(token !== undefined, 'renew() was called while the event was handled');
  return token;
}

describe("the documentation's example of a fresh token", () => {
  it('gives the list a token that the proxy answers with videos and categories', async (test) => {
    const {ask} = await proxyScene(test, {records: [aRecord()], linkKeys: [KEY]});
    const expired = await signLink(KEY, {}, Date.now() - 1_000);
    const fresh = await signLink(KEY, {}, Date.now() + 60_000);
    const token = await tokenFrom(new Response(fresh));
    for (const path of ['/videos?pageSize=5&', '/categories?']) {
      assert.equal((await ask(`${path}token=${expired}`)).status, 401, path);
      assert.equal((await ask(`${path}token=${token}`)).status, 200, path);
    }
  });

  it('sets no token if the server has none, and the list shows the error', async () => {
    assert.equal(await tokenFrom(new Response('Sign in first.', {status: 403})), '');
  });
});
