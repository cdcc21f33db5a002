import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createVendorAnswers} from '../../src/vendor/vendor-answers.js';
import {VendorError} from '../../src/vendor/vendor-error.js';
import {FAKE_KEYS, startFakeVendor, type Misbehaviour} from '../support/fake-vendor.js';
import {throughRetries, vendorScene} from '../support/vendor-scene.js';

interface Expected {
  readonly when: string;
  readonly does: Misbehaviour;
  readonly code: string;
  readonly status: number;
  readonly vendorCode?: number;
  /** Number of calls, including retries. */
  readonly calls: number;
}

const aVendorError = (vendorCode: number, status: number): Expected => ({
  when: `reports error ${vendorCode}`,
  does: {kind: 'vendor-error', code: vendorCode},
  code: 'vendor',
  status,
  vendorCode,
  calls: 1,
});

const aStatus = (httpStatus: number, calls: number): Expected => ({
  when: `answers with HTTP status ${httpStatus}`,
  does: {kind: 'http', status: httpStatus, body: '<html>secret of the house</html>'},
  code: 'http',
  status: 502,
  calls,
});

const EXPECTED: readonly Expected[] = [
  aVendorError(1502, 404),
  aVendorError(1503, 400),
  aVendorError(1504, 400),
  aVendorError(1000, 400),
  aVendorError(24112000, 400),
  aVendorError(1535, 403),
  aVendorError(1532, 502),
  aVendorError(9999, 502),
  aStatus(401, 1),
  aStatus(404, 1),
  aStatus(500, 1),
  aStatus(502, 3),
  aStatus(503, 3),
  aStatus(504, 3),
  {when: 'is not JSON', does: {kind: 'not-json'}, code: 'not-json', status: 502, calls: 1},
  {when: 'is half JSON', does: {kind: 'half-json'}, code: 'not-json', status: 502, calls: 1},
  {when: 'never ends', does: {kind: 'endless'}, code: 'not-json', status: 502, calls: 1},
  {when: 'is cut off', does: {kind: 'cut-off'}, code: 'network', status: 502, calls: 3},
  {when: 'hangs up', does: {kind: 'reset'}, code: 'network', status: 502, calls: 3},
];

/** What the promise rejects with. */
async function failureOf(result: Promise<unknown>): Promise<VendorError> {
  const error = await result.then(
    () => assert.fail('It did not fail.'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof VendorError, String(error));
  return error;
}

describe('a vendor that', () => {
  for (const {when, does, code, status, vendorCode, calls} of EXPECTED) {
    it(`${when} is a ${code} error with status ${status}, after ${calls} call(s)`, async (t) => {
      const {answers, clock, vendor} = await vendorScene(t);
      vendor.misbehave(does);
      const error = await failureOf(throughRetries(clock, answers.get('getVideoList', {})));
      assert.deepEqual([error.code, error.status, error.vendorCode], [code, status, vendorCode]);
      assert.equal(vendor.calls.length, calls);
      assert.deepEqual(vendor.refusedCalls, []);
      assert.doesNotMatch(error.message, /secret of the house/);
    });
  }

  it('does not answer is a timeout with status 504, and its connection is closed', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t, {timeoutMs: 3_000, deadlineMs: 60_000});
    vendor.misbehave({kind: 'hang'});
    const failure = failureOf(answers.get('getVideoList', {}));
    for (const attempt of [1, 2, 3]) {
      const {ended} = await vendor.call(attempt);
      await clock.advance(await clock.asleep(3_000));
      assert.equal(await ended, 'gone');
      // A pause follows, except after the last call.
      if (attempt < 3) await clock.advance(await clock.asleep(1_000));
    }
    const {code, status} = await failure;
    assert.deepEqual([code, status], ['timeout', 504]);
  });

  it('does not answer is given up at the deadline of the whole call', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t, {timeoutMs: 60_000, deadlineMs: 5_000});
    vendor.misbehave({kind: 'hang'});
    const failure = failureOf(answers.get('getVideoList', {}));
    const {ended} = await vendor.call(1);
    await clock.advance(5_000);
    assert.equal((await failure).code, 'timeout');
    assert.equal(await ended, 'gone');
    assert.equal(vendor.calls.length, 1);
  });

  it('does not exist causes a network error', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    await vendor.close();
    const {code, message} = await failureOf(throughRetries(clock, answers.get('getVideoList', {})));
    assert.equal(code, 'network');
    assert.match(message, /ECONNREFUSED/);
  });

  it('fails once is called again, without an error for the client', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    vendor.misbehave({kind: 'reset'}, 1);
    const {envelope} = await throughRetries(clock, answers.get('getVideoList', {}));
    assert.equal(envelope['code'], 200);
    assert.equal(vendor.calls.length, 2);
    assert.deepEqual(vendor.refusedCalls, []);
  });

  it('redirects is not followed, so that no header gets to another host', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    const elsewhere = await startFakeVendor();
    t.after(() => elsewhere.close());
    vendor.misbehave({kind: 'http', status: 307, headers: {location: elsewhere.url}});
    assert.equal((await failureOf(answers.get('getVideoList', {}))).code, 'http');
    assert.equal(elsewhere.calls.length, 0);
  });

  it('refuses the keys is an error of the operator, not of the client', async (t) => {
    const {answers, vendor} = await vendorScene(t, {secretKey: 'another/secret+key=='});
    const {code, status, vendorCode} = await failureOf(answers.get('getVideoList', {}));
    assert.deepEqual([code, status, vendorCode], ['vendor', 502, 401]);
    assert.equal(vendor.refusedCalls[0]?.refused, 'signature');
  });

  it('asks for a pause of years is called again after an hour', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    vendor.misbehave({kind: 'http', status: 429, headers: {'retry-after': '1e300'}}, 1);
    const {retryAfterSeconds} = await failureOf(answers.get('getVideoList', {}));
    assert.equal(retryAfterSeconds, 3_600);
    await clock.advance(3_600_000);
    await answers.get('getVideoList', {});
    assert.equal(vendor.calls.length, 2);
  });

  it('reports that the limit is reached is not called for the given time', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    vendor.misbehave({kind: 'http', status: 429, headers: {'retry-after': '40'}}, 1);
    const first = await failureOf(answers.get('getVideoList', {}));
    assert.deepEqual(
      [first.code, first.status, first.retryAfterSeconds],
      ['rate-limited', 429, 40],
    );
    const second = await failureOf(answers.get('getVideoList', {pageIndex: 2}));
    assert.deepEqual([second.code, second.retryAfterSeconds], ['rate-limited', 40]);
    assert.equal(vendor.calls.length, 1);
    await clock.advance(40_000);
    assert.equal((await answers.get('getVideoList', {})).isStale, false);
  });

  it('reports an invalid parameter causes a 400', async (t) => {
    const {answers} = await vendorScene(t);
    const {status, vendorCode} = await failureOf(answers.get('getVideoList', {pageSize: 51}));
    assert.deepEqual([status, vendorCode], [400, 24112000]);
  });
});

describe('secrets', () => {
  it('are in no error and no log line, whatever the vendor says', async (t) => {
    const {answers, clock, lines, vendor} = await vendorScene(t);
    const {accessKey, secretKey} = FAKE_KEYS;
    const leak = `密钥 ${secretKey} 的 ${accessKey} 无效`;
    const said: string[] = [];
    const faults = [...EXPECTED.map(({does}) => does)];
    faults.push(
      {kind: 'vendor-error', code: 7, message: leak},
      {kind: 'http', status: 500, body: leak},
    );
    for (const [pageIndex, fault] of faults.entries()) {
      vendor.misbehave(fault);
      const result = answers.get('getVideoList', {pageIndex: pageIndex + 1});
      const {message, stack, cause} = await failureOf(throughRetries(clock, result));
      said.push(message, String(stack), String(cause));
    }
    assert.ok(lines.length > faults.length, 'The log has a line for each failure and retry.');
    for (const line of [...said, ...lines]) {
      for (const secret of [accessKey, secretKey, 'Signature']) {
        assert.ok(!line.includes(secret), line);
      }
    }
  });

  it('with line breaks are refused before they can be sent, without being quoted', () => {
    const keys = {accessKey: 'key\r\nx: y', secretKey: 'secret'};
    assert.throws(
      () => createVendorAnswers(keys),
      (error: Error) => !error.message.includes('x: y'),
    );
    assert.throws(() => createVendorAnswers({accessKey: 'key', secretKey: ''}), TypeError);
  });
});

describe('the signing scheme', () => {
  it('can be the older one', async (t) => {
    const {answers, vendor} = await vendorScene(t, {scheme: 'WS3'});
    await answers.get('getVideoList', {pageIndex: 2, videoName: '发布会'});
    assert.deepEqual(vendor.refusedCalls, []);
    assert.match(String(vendor.calls[0]?.headers.authorization), /^WS3-HMAC-SHA256 /);
  });

  for (const [host, scheme] of [
    ['api.cloudv.haplat.net', 'WS3'],
    ['api.cdnetworks.com', 'CNC'],
    ['open.chinanetcenter.com', 'CNC'],
  ] as const) {
    it(`is ${scheme} on ${host} unless told otherwise`, async () => {
      const seen: string[] = [];
      const answers = createVendorAnswers({
        ...FAKE_KEYS,
        endpoint: `https://${host}`,
        fetch: (url, init) => {
          seen.push(url as string, String(new Headers(init?.headers).get('authorization')));
          return Promise.resolve(Response.json({code: 200, data: {}}));
        },
      });
      await answers.get('getCategoryList', {});
      assert.equal(seen[0], `https://${host}/vod/videoCategory/getCategoryList`);
      assert.ok(seen[1]?.startsWith(`${scheme}-HMAC-SHA256`));
    });
  }
});
