import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {parseListQuery} from '../src/list-query.js';
import {proxyScene, videosInOrder} from './support/proxy-scene.js';

describe('an invalid request', () => {
  const cases: readonly [query: string, blamed: string][] = [
    ['pageSize=many', 'pageSize'],
    ['pageSize=2.5', 'pageSize'],
    ['pageSize=1e1', 'pageSize'],
    ['pageIndex=0x2', 'pageIndex'],
    ['pageIndex=2001&pageSize=50', 'pageIndex'],
    ['pageIndex=99999999999999999999', 'pageIndex'],
    ['listOrder=2', 'listOrder'],
    ['listOrder=newest', 'listOrder'],
    ['videoStatus=2', 'videoStatus'],
    ['transcodeState=0', 'transcodeState'],
    ['transcodeState=6', 'transcodeState'],
    ['startTime=yesterday', 'startTime'],
    ['startTime=2024-03-01', 'startTime'],
    ['endTime=2024-02-30%2012:00:00', 'endTime'],
    ['endTime=2024-02-28%2025:00:00', 'endTime'],
    [`videoName=${'x'.repeat(501)}`, 'videoName'],
    ['secretKey=1', 'secretKey'],
    ['PageSize=1', 'PageSize'],
    ['__proto__=1', '__proto__'],
    ['pageSize=1&pageSize=2', 'pageSize'],
  ];
  for (const [query, blamed] of cases) {
    it(`is refused: ${query.slice(0, 40)}`, async (test) => {
      const {ask} = await proxyScene(test);
      const response = await ask(`/videos?${query}`);
      const {code, message, data} = await response.json();
      assert.deepEqual([response.status, code, data], [400, 400, null]);
      assert.match(message, new RegExp(`^"?${blamed}"? \\w+`));
      assert.equal(response.headers.get('cache-control'), 'no-store');
    });
  }

  const bodies: readonly [body: string, status: number][] = [
    ['{"pageSize":', 400],
    ['[1]', 400],
    ['"text"', 400],
    ['{"pageSize":{"a":1}}', 400],
    ['{"videoName":["a"]}', 400],
    ['{"pageSize":true}', 400],
    ['{"sort":"asc"}', 400],
    [JSON.stringify({videoName: 'x'.repeat(20_000)}), 413],
  ];
  for (const [body, status] of bodies) {
    it(`is refused as a body: ${body.slice(0, 40)}`, async (test) => {
      const {ask} = await proxyScene(test);
      const response = await ask('/videos', {method: 'POST', body});
      assert.equal(response.status, status);
      assert.equal((await response.json()).code, status);
    });
  }

  it('is refused for categories too', async (test) => {
    const {ask} = await proxyScene(test);
    assert.equal((await ask('/categories?listOrder=1')).status, 400);
    assert.equal((await ask('/categories?pageSize=x')).status, 400);
  });
});

describe('a page outside the allowed range', () => {
  it('becomes the nearest size and number', async (test) => {
    const {list} = await proxyScene(test, {records: videosInOrder(60)});
    assert.equal((await list('?pageSize=1000')).data.videoTotal, 50);
    assert.equal((await list('?pageSize=0')).data.videoTotal, 1);
    assert.deepEqual(await list('?pageIndex=-3'), await list('?pageIndex=1'));
  });

  it('may be the last that the vendor allows', async (test) => {
    const {ask} = await proxyScene(test);
    assert.equal((await ask('/videos?pageIndex=2000&pageSize=50')).status, 200);
  });
});

describe('parseListQuery', () => {
  it('makes equal requests equal', () => {
    const written = [
      {pageSize: '10', videoName: '  sea ', createUser: 'b, a', videoId: ''},
      {createUser: 'a,b,,a', videoName: 'sea', listOrder: 0, pageIndex: 1, endTime: null},
    ];
    const [first, second] = written.map((parameters) => JSON.stringify(parseListQuery(parameters)));
    assert.equal(first, second);
    assert.equal(
      first,
      '{"pageIndex":1,"pageSize":10,"listOrder":0,"videoName":"sea","createUser":"a,b"}',
    );
  });
});
