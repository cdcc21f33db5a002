import {assert} from '@open-wc/testing/pure';
import {failureReason} from '../../src/model/failure-reason.js';

describe('failureReason()', () => {
  for (const [failure, reason] of [
    [{vendorCode: 1535, status: 200}, 'no-permission'],
    [{vendorCode: 403, status: 403}, 'no-permission'],
    [{status: 401}, 'no-permission'],
    [{vendorCode: 1502, status: 404}, 'no-such-video'],
    [{vendorCode: 1503}, 'no-such-video'],
    [{vendorCode: 1504}, 'no-such-video'],
    [{vendorCode: 1000, status: 200}, 'bad-category'],
    [{vendorCode: 24112000, status: 400}, 'bad-filter'],
    [{vendorCode: 400, status: 400}, 'bad-filter'],
    [{vendorCode: 429, status: 429}, 'too-many-calls'],
    [{status: 429}, 'too-many-calls'],
    [{vendorCode: 401, vendorMessage: 'The timestamp is too old'}, 'clock'],
    [{vendorCode: 24010003, vendorMessage: '签名验证失败: 时间戳过期'}, 'clock'],
  ] as const) {
    it(`is "${reason}" for ${JSON.stringify(failure)}`, () => {
      assert.equal(failureReason(failure), reason);
    });
  }

  for (const failure of [
    {},
    {status: 200},
    {status: 400},
    {status: 404},
    {status: 502},
    {vendorCode: 0, status: 200},
    {vendorCode: 7, vendorMessage: 'constructor'},
  ]) {
    it(`is none for ${JSON.stringify(failure)}`, () => {
      assert.isUndefined(failureReason(failure));
    });
  }
});
