import {assert} from '@open-wc/testing/pure';
import {readEnvelope, readVideoListData} from '../../src/wire/envelope.js';

describe('readEnvelope()', () => {
  it('reads code, message and source, and returns the data unchanged', () => {
    const data = {anything: 'at all'};
    const envelope = {code: 200, message: 'success', source: 'getVideoList', pageSize: 24, data};
    assert.deepEqual(readEnvelope({...envelope, pageIndex: 1}), envelope);
  });

  it('accepts a code as text', () => {
    assert.equal(readEnvelope({code: '1502', message: '视频不存在'})?.code, 1502);
  });

  it('has an empty message if there is none', () => {
    assert.equal(readEnvelope({code: 200})?.message, '');
    assert.equal(readEnvelope({code: 200, message: null})?.message, '');
  });

  for (const json of [undefined, null, 'text', 5, [], [{code: 200}], {}, {code: 'success'}]) {
    it(`refuses ${String(JSON.stringify(json))} as an envelope`, () => {
      assert.isUndefined(readEnvelope(json));
    });
  }
});

describe('readVideoListData()', () => {
  it('returns the records unchanged', () => {
    const records = [{videoId: 'a'}, 5, null];
    assert.deepEqual(readVideoListData({videoListInfo: records, videoTotal: 3})?.records, records);
  });

  it('has the length of the list only if the response contains it', () => {
    assert.equal(readVideoListData({videoListInfo: [], total: 120})?.total, 120);
    assert.isUndefined(readVideoListData({videoListInfo: [], videoTotal: 24})?.total);
  });

  for (const total of [-1, 0, 1, 1e99, 2.5, 'many', '', 'null', null, true, [24], {}, 1e7 + 1]) {
    it(`has no total if a response with two records has ${JSON.stringify(total)}`, () => {
      assert.isUndefined(readVideoListData({videoListInfo: [{}, {}], total})?.total);
    });
  }

  it('accepts a total that is the length of the page, a text, or 0 without records', () => {
    assert.equal(readVideoListData({videoListInfo: [{}, {}], total: 2})?.total, 2);
    assert.equal(readVideoListData({videoListInfo: [{}, {}], total: '120'})?.total, 120);
    assert.equal(readVideoListData({videoListInfo: [], total: 0})?.total, 0);
  });

  it('reads the vendor’s count of the page, and the page size of the response', () => {
    const data = readVideoListData({videoListInfo: [{}], videoTotal: '24', pageSize: 50});
    assert.deepInclude(data, {videoTotal: 24, pageSize: 50});
    const odd = readVideoListData({videoListInfo: [{}], videoTotal: -1, pageSize: 0});
    assert.deepInclude(odd, {videoTotal: undefined, pageSize: undefined});
  });

  it('treats a total of 0 without a list as an empty page', () => {
    assert.deepEqual(readVideoListData({videoTotal: 0})?.records, []);
    assert.deepEqual(readVideoListData({videoTotal: '0', videoListInfo: null})?.records, []);
  });

  for (const data of [undefined, null, [], 'text', {}, {videoListInfo: {}}, {videoTotal: 2}]) {
    it(`finds no list in ${String(JSON.stringify(data))}`, () => {
      assert.isUndefined(readVideoListData(data));
    });
  }
});
