import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {aRecord, anEnvelope} from '../../../test/support/records.js';
import type {FakeVendor} from '../support/fake-vendor.js';
import {vendorScene} from '../support/vendor-scene.js';

const FRESH_MS = 30_000;
const STALE_MS = 5 * 60_000;

/** Makes the vendor answer with a body and HTTP status 200. */
function answerWith(vendor: FakeVendor, body: string | Uint8Array, type = 'application/json') {
  vendor.misbehave({kind: 'http', status: 200, body, headers: {'content-type': type}});
}

/** The records of an answer, as text. */
function recordsIn({envelope}: {readonly envelope: object}): Record<string, unknown>[] {
  const {data} = envelope as {data: {videoListInfo: Record<string, unknown>[]}};
  return data.videoListInfo;
}

/** The video name 视频 in GBK. */
const NAME_IN_GBK = Buffer.from([0xca, 0xd3, 0xc6, 0xb5]);

describe('an odd answer of the vendor', () => {
  it('with a record that is nested 8,000 deep loses that record alone', async (t) => {
    const {answers, vendor} = await vendorScene(t);
    const deep = `{"videoId":"deep","x":${'['.repeat(8_000)}${']'.repeat(8_000)}}`;
    const [before, after] = ['before', 'after'].map((videoId) =>
      JSON.stringify(aRecord({videoId})),
    );
    const list = JSON.stringify(anEnvelope([])).replace(
      '"videoListInfo":[]',
      `"videoListInfo":[${before},${deep},${after}]`,
    );
    assert.ok(list.includes('deep'));
    answerWith(vendor, list);
    const ids = recordsIn(await answers.get('getVideoList', {})).map(({videoId}) => videoId);
    assert.deepEqual(ids, ['before', 'after']);
  });

  for (const type of ['application/json; charset=GBK', 'application/json;charset="gb2312"']) {
    it(`in ${type} is read in that charset`, async (t) => {
      const {answers, vendor} = await vendorScene(t);
      const [start, end] = JSON.stringify(anEnvelope([aRecord({videoName: 'NAME'})])).split('NAME');
      const body = Buffer.concat([Buffer.from(start!), NAME_IN_GBK, Buffer.from(end!)]);
      answerWith(vendor, body, type);
      const [record] = recordsIn(await answers.get('getVideoList', {}));
      assert.equal(record?.['videoName'], '视频');
    });
  }

  it('with the code 429 under HTTP status 200 closes the limit, like the status', async (t) => {
    const {answers, clock, vendor} = await vendorScene(t);
    answerWith(vendor, '{"code":429,"message":"too many"}');
    const first = answers.get('getVideoList', {});
    await assert.rejects(first, {code: 'rate-limited', status: 429, retryAfterSeconds: 30});
    vendor.behave();
    await assert.rejects(answers.get('getVideoList', {pageIndex: 2}), {code: 'rate-limited'});
    await assert.rejects(answers.get('getPublishCode', {videoId: 'id-1'}), {code: 'rate-limited'});
    assert.equal(vendor.calls.length, 1);
    await clock.advance(30_000);
    assert.equal((await answers.get('getVideoList', {})).isStale, false);
  });

  for (const body of ['{"code":200}', '{"code":200,"data":null}', '{"code":200,"data":{}}']) {
    it(`${body} does not take the place of a good copy`, async (t) => {
      const {answers, clock, vendor} = await vendorScene(t);
      const good = await answers.get('getVideoList', {});
      answerWith(vendor, body);
      await clock.advance(FRESH_MS + STALE_MS);
      const old = await answers.get('getVideoList', {});
      assert.deepEqual([old.isStale, old.envelope], [true, good.envelope]);
      vendor.behave();
      await clock.advance(1_000);
      assert.equal((await answers.get('getVideoList', {})).isStale, false);
    });
  }
});
