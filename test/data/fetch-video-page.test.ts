import {assert} from '@open-wc/testing/pure';
import {fetchVideoPage} from '../../src/data/fetch-video-page.js';
import {VideoListError} from '../../src/data/video-list-error.js';
import type {VideoPageQuery} from '../../src/data/video-page-query.js';
import {answering, holding, silent, type TestServer} from '../support/test-server.js';
import {collectGarbage} from '../support/garbage.js';
import {anAnswer, anEnvelope, aPageTitled, aRecord} from '../support/records.js';

const patient = new AbortController().signal;

/** Requests the first page from a server. */
function ask({url}: TestServer, changes: Partial<VideoPageQuery> = {}, signal = patient) {
  const query: VideoPageQuery = {
    url: new URL(url, location.href).href,
    pageIndex: 1,
    pageSize: 24,
    method: 'get',
    credentials: 'same-origin',
    headers: {},
    timeout: 5000,
    source: undefined,
    fetcher: (...args) => fetch(...args),
    ...changes,
  };
  return fetchVideoPage(query, signal);
}

/** The error of a failed request. */
async function failure(...args: Parameters<typeof ask>): Promise<VideoListError> {
  const error: unknown = await ask(...args).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof VideoListError))
    throw new Error(`It does not fail, but: ${String(error)}`);
  return error;
}

describe('fetchVideoPage()', () => {
  it('returns the page of the proxy', async () => {
    const page = await ask(await answering(aPageTitled('First', 'Second')));
    assert.deepEqual(
      page.videos.map(({title}) => title),
      ['First', 'Second'],
    );
  });

  it('resolves a relative cover against the address of the proxy', async () => {
    const body = JSON.stringify(anEnvelope([aRecord({imageUrl: 'covers/1.webp'})]));
    const page = await ask(await answering({body}));
    assert.equal(
      page.videos[0]?.coverUrl,
      new URL('/test-server/covers/1.webp', location.href).href,
    );
  });

  it('reads an answer in the charset that its content type names', async () => {
    const body = JSON.stringify(anEnvelope([aRecord({videoName: 'name'})]));
    // 海港的清晨 in GBK.
    const inGbk = '\xba\xa3\xb8\xdb\xb5\xc4\xc7\xe5\xb3\xbf';
    const answer = {body: btoa(body.replace('name', inGbk)), encoding: 'base64'} as const;
    const page = await ask(await answering({...answer, type: 'application/json; charset=gbk'}));
    assert.equal(page.videos[0]?.title, '海港的清晨');
  });

  it('keeps all digits of an id above 2^53', async () => {
    const body = JSON.stringify(anEnvelope([aRecord()])).replace('"id-1"', '9007199254740993');
    assert.equal((await ask(await answering({body}))).videos[0]?.id, '9007199254740993');
  });

  for (const timeout of [Infinity, NaN, -1, 0, 2 ** 31, 2 ** 60]) {
    it(`returns the page with a timeout of ${timeout}`, async () => {
      const page = await ask(await answering(aPageTitled('First')), {timeout});
      assert.lengthOf(page.videos, 1);
    });
  }

  describe('without a response', () => {
    it('fails with "network" and the message of fetch', async () => {
      const server = await answering({drop: true});
      const error = await failure(server);
      assert.equal(error.code, 'network');
      assert.include(error.message, server.url);
      assert.match(error.message, /offline.*CORS/);
      assert.instanceOf(error.cause, TypeError);
      assert.isUndefined(error.status);
    });

    it('fails with "timeout" after the time limit', async () => {
      const server = await silent();
      const error = await failure(server, {timeout: 60});
      assert.equal(error.code, 'timeout');
      assert.include(error.message, server.url);
      assert.include(error.message, '60 ms');
      assert.isDefined(error.cause);
    });

    for (const answer of [{drop: true}, {...aPageTitled('First'), halt: true}]) {
      it(`has no token in its message: ${Object.keys(answer).at(-1)}`, async () => {
        const server = await answering(answer);
        const {href} = new URL(`${server.url}?token=secret`, location.href);
        const error = await failure(server, {url: href, timeout: 300});
        assert.include(error.message, server.url);
        assert.notInclude(error.message, 'secret');
      });
    }

    it('aborts the request after the time limit', async () => {
      const server = await silent();
      // Long enough for a busy browser to send the request.
      const failed = failure(server, {timeout: 1000});
      await server.requests({count: 1});
      await failed;
      assert.isTrue((await server.requests({aborted: 1}))[0]?.aborted);
    });
  });

  // WebKit garbage-collects a signal of `AbortSignal.any` that only `fetch` references.
  describe('after a garbage collection', () => {
    it('still fails with "timeout" after the time limit', async () => {
      const failed = failure(await silent(), {timeout: 1000});
      await collectGarbage();
      assert.equal((await failed).code, 'timeout');
    });

    it('still aborts the request by signal', async () => {
      const server = await silent();
      const controller = new AbortController();
      const asked = ask(server, {timeout: 60_000}, controller.signal);
      await server.requests({count: 1});
      await collectGarbage();
      controller.abort(new Error('The user has left.'));
      assert.match(String(await asked.catch((error: unknown) => error)), /has left/);
    });
  });

  it('fails with "timeout" when the response stops half-way', async () => {
    const error = await failure(await answering({...aPageTitled('First'), halt: true}), {
      timeout: 200,
    });
    assert.equal(error.code, 'timeout');
  });

  it('fails with "http" for an error status', async () => {
    const error = await failure(await answering(anAnswer('<h1>Oops</h1>', 500)));
    assert.equal(error.code, 'http');
    assert.equal(error.status, 500);
    assert.match(error.message, /HTTP status 500/);
  });

  it('fails with "http" for an envelope of success with an error status', async () => {
    const body = JSON.stringify(anEnvelope([aRecord()]));
    assert.equal((await failure(await answering(anAnswer(body, 502)))).code, 'http');
  });

  for (const body of ['<!doctype html><p>Sign in</p>', '{"code":200,"data":{"video', '']) {
    it(`fails with "not-json" for ${JSON.stringify(body)}`, async () => {
      const error = await failure(await answering(anAnswer(body)));
      assert.equal(error.code, 'not-json');
      assert.match(error.message, /incomplete JSON/);
      assert.instanceOf(error.cause, SyntaxError);
      assert.equal(error.status, 200);
    });
  }

  for (const body of ['{}', '[]', 'null', '{"code":200}', '{"code":200,"data":{"videos":[]}}']) {
    it(`fails with "bad-envelope" for ${body}`, async () => {
      const error = await failure(await answering(anAnswer(body)));
      assert.equal(error.code, 'bad-envelope');
      assert.match(error.message, /is missing/);
      assert.equal(error.status, 200);
    });
  }

  for (const [code, message, status] of [
    [1502, '视频不存在', 200],
    [1535, 'No permission', 200],
    [24112000, 'Parameter error', 400],
    [0, 'Nothing', 200],
  ] as const) {
    it(`fails with "vendor" for code ${code} with HTTP status ${status}`, async () => {
      const error = await failure(
        await answering(anAnswer(JSON.stringify({code, message}), status)),
      );
      assert.equal(error.code, 'vendor');
      assert.equal(error.vendorCode, code);
      assert.equal(error.status, status);
      assert.include(error.message, `${code}`);
      assert.include(error.message, message);
    });
  }

  it('rejects with errors that have a readable name', async () => {
    const error = await failure(await answering(anAnswer('{}')));
    assert.instanceOf(error, Error);
    assert.match(String(error), /^VideoListError: The proxy answers with .*\.$/);
  });

  it('rejects with the reason of an abort, not with another error', async () => {
    const server = await holding(aPageTitled('First'));
    const controller = new AbortController();
    const asked = ask(server, {}, controller.signal);
    await server.requests({count: 1});
    const reason = new Error('The user has left.');
    controller.abort(reason);
    const rejection = await asked.catch((error: unknown) => error);
    assert.equal(rejection, reason);
    assert.isTrue((await server.requests({aborted: 1}))[0]?.aborted);
  });
});
