import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {describe, it} from 'node:test';
import {proxyScene, videosInOrder} from './support/proxy-scene.js';
import {aRecord} from '../../test/support/records.js';

describe('a list from the store', () => {
  it('has ten videos on a page, newest first, and the total', async (test) => {
    const {list} = await proxyScene(test, {records: videosInOrder(25)});
    const {code, message, data} = await list();
    assert.deepEqual({code, message}, {code: 200, message: 'success'});
    assert.equal(data.total, 25);
    assert.equal(data.videoTotal, 10);
    assert.equal(data.videoListInfo[0]?.['videoId'], 'id-025');
    assert.equal(data.videoListInfo[9]?.['videoId'], 'id-016');
  });

  it('does not name its source, because records have the format of callbacks', async (test) => {
    const {list} = await proxyScene(test, {records: videosInOrder(1)});
    assert.equal((await list()).source, undefined);
  });

  for (const order of [0, 1]) {
    it(`shows every video once when paged through in order ${order}`, async (test) => {
      const {ids} = await proxyScene(test, {records: videosInOrder(25)});
      const pages: unknown[] = [];
      for (const page of [1, 2, 3, 4]) {
        pages.push(...(await ids(`?pageSize=7&pageIndex=${page}&listOrder=${order}`)));
      }
      const oldestFirst = videosInOrder(25).map(({videoId}) => videoId);
      assert.deepEqual(pages, order === 0 ? oldestFirst.reverse() : oldestFirst);
    });
  }

  it('has an empty page behind the last one', async (test) => {
    const {list} = await proxyScene(test, {records: videosInOrder(3)});
    const {data} = await list('?pageIndex=2');
    assert.deepEqual(data, {videoTotal: 0, total: 3, videoListInfo: []});
  });

  it('sorts by upload time without a creation time, and by id within one second', async (test) => {
    const records = [
      aRecord({videoId: 'created', createTime: '1700000005', uploadTime: '1600000000'}),
      aRecord({videoId: 'uploaded', createTime: undefined, uploadTime: '1700000004'}),
      aRecord({videoId: 'updated', createTime: 'null', uploadTime: '', updateTime: '1700000003'}),
      aRecord({videoId: 'twin-b', createTime: '1700000002'}),
      aRecord({videoId: 'twin-a', createTime: '1700000002'}),
      aRecord({videoId: 'dated', createTime: '2023-11-15 06:13:21'}),
    ];
    const {ids} = await proxyScene(test, {records});
    const oldestFirst = ['dated', 'twin-a', 'twin-b', 'updated', 'uploaded', 'created'];
    assert.deepEqual(await ids('?listOrder=1'), oldestFirst);
    assert.deepEqual(await ids('?listOrder=0'), oldestFirst.reverse());
  });

  it('returns records unchanged', async (test) => {
    const file = new URL('../../demo/catalogue/example.json', import.meta.url);
    const example = JSON.parse(await readFile(file, 'utf8'));
    const {list} = await proxyScene(test, {records: example.data.videoListInfo});
    assert.deepEqual((await list()).data.videoListInfo, example.data.videoListInfo);
  });

  it('is the same by POST as by GET', async (test) => {
    const {list} = await proxyScene(test, {records: videosInOrder(25)});
    const body = JSON.stringify({pageIndex: 2, pageSize: 3, listOrder: 1});
    const posted = await list('', {method: 'POST', body});
    assert.deepEqual(posted, await list('?pageIndex=2&pageSize=3&listOrder=1'));
  });

  it('also reads parameters from the address of a POST, but prefers the body', async (test) => {
    const {list} = await proxyScene(test, {records: videosInOrder(25)});
    const body = JSON.stringify({pageIndex: 2, pageSize: null});
    const posted = await list('?pageSize=3&pageIndex=1', {method: 'POST', body});
    assert.deepEqual(posted, await list('?pageSize=3&pageIndex=2'));
  });
});

describe('the filters of a list', () => {
  const records = [
    aRecord({
      videoId: 'sea',
      videoName: 'A Walk by the SEA',
      createUser: 'ana',
      createTime: '2024-03-01 12:00:00',
      videoClassification: 'Nature',
    }),
    aRecord({
      videoId: 'city',
      videoName: '城市漫步 100%',
      createUser: 'ben',
      createTime: '2024-03-02 12:00:00',
      videoClassification: 'City, "Old" town',
      videoState: 0,
    }),
    aRecord({
      videoId: 'night',
      videoName: 'Ночной ГОРОД',
      createUser: 'ana',
      createTime: '2024-03-03 12:00:00',
      videoClassification: 'City',
      transcodeState: '3',
    }),
    aRecord({
      videoId: 'bare',
      videoName: 'snake_case',
      createUser: 'null',
      createTime: '2024-03-04 12:00:00',
      videoClassification: 'null',
      transcodeState: 5,
    }),
  ];
  const cases: readonly [query: Record<string, string>, expected: readonly string[]][] = [
    [{videoName: 'walk by'}, ['sea']],
    [{videoName: 'sEa'}, ['sea']],
    [{videoName: 'a'}, ['bare', 'sea']],
    [{videoName: '漫步'}, ['city']],
    [{videoName: '城市漫'}, ['city']],
    [{videoName: 'город'}, ['night']],
    [{videoName: '0%'}, ['city']],
    [{videoName: '100%'}, ['city']],
    [{videoName: 'e_c'}, ['bare']],
    [{videoName: '_'}, ['bare']],
    [{videoName: '%'}, ['city']],
    [{videoName: '"'}, []],
    [{videoName: 'sea" OR "city'}, []],
    [{videoId: 'night'}, ['night']],
    [{videoId: 'nigh'}, []],
    [{videoStatus: '0'}, ['bare', 'night', 'sea']],
    [{videoStatus: '1'}, ['city']],
    [{transcodeState: '3'}, ['night']],
    [{transcodeState: '5'}, ['bare']],
    [{videoClassification: 'City'}, ['night', 'city']],
    [{videoClassification: 'Nature, City'}, ['night', 'city', 'sea']],
    [{videoClassification: '"Old" town'}, ['city']],
    [{videoClassification: 'Cit'}, []],
    [{createUser: 'ana'}, ['night', 'sea']],
    [{createUser: 'ben,ana'}, ['night', 'city', 'sea']],
    [{startTime: '2024-03-03 12:00:00'}, ['bare', 'night']],
    [{endTime: '2024-03-02 12:00:00'}, ['city', 'sea']],
    [{startTime: '2024-03-02 00:00:00', endTime: '2024-03-03 23:59:59'}, ['night', 'city']],
    [{createUser: 'ana', videoClassification: 'City'}, ['night']],
    [{createUser: 'ana', videoName: 'sea', videoStatus: '0'}, ['sea']],
    [{videoClassification: 'City', startTime: '2024-03-03 00:00:00'}, ['night']],
    [{videoId: 'sea', createUser: 'ben'}, []],
    [{videoName: ' '}, ['bare', 'night', 'city', 'sea']],
  ];
  for (const [query, expected] of cases) {
    it(`find ${expected.join(', ') || 'nothing'} by ${JSON.stringify(query)}`, async (test) => {
      const {list} = await proxyScene(test, {records});
      const {data} = await list(`?${new URLSearchParams(query)}`);
      assert.deepEqual(
        data.videoListInfo.map(({videoId}) => videoId),
        expected,
      );
      assert.equal(data.total, expected.length);
      const turned = await list(
        `?${new URLSearchParams({...query, listOrder: '1', pageSize: '2'})}`,
      );
      const oldest = [...expected].reverse().slice(0, 2);
      assert.deepEqual(
        turned.data.videoListInfo.map(({videoId}) => videoId),
        oldest,
      );
    });
  }
});

describe('the categories of a store', () => {
  it('are the used ones, each once', async (test) => {
    const records = [
      aRecord({videoId: '1', videoClassification: 'Sea,City'}),
      aRecord({videoId: '2', videoClassification: 'City'}),
      aRecord({videoId: '3', videoClassification: 'null'}),
    ];
    const {ask, store} = await proxyScene(test, {records});
    await store.upsert([
      aRecord({videoId: '1', videoClassification: 'Art', updateTime: '1800000000'}),
    ]);
    const {data} = await (await ask('/categories')).json();
    assert.equal(data.total, 2);
    const names = data.categoryList.map(({labelName}: {labelName: string}) => labelName);
    assert.deepEqual(names, ['Art', 'City']);
  });
});

describe('play addresses', () => {
  it('come from the host if it provides them', async (test) => {
    const publishUrls = (videoId: string) =>
      videoId === 'id 1'
        ? [{urlType: 'PC' as const, originUrl: 'https://a.example/1.mp4'}]
        : undefined;
    const {ask} = await proxyScene(test, {publishUrls});
    const {code, data} = await (await ask('/videos/id%201/play')).json();
    assert.equal(code, 200);
    assert.deepEqual(data.videoUrl, [{urlType: 'PC', originUrl: 'https://a.example/1.mp4'}]);
    const unknown = await ask('/videos/nobody/play');
    assert.equal(unknown.status, 404);
    assert.equal((await unknown.json()).code, 1502);
  });

  it('get status 501 without a source for them', async (test) => {
    const {ask} = await proxyScene(test);
    assert.equal((await ask('/videos/id-1/play')).status, 501);
  });
});
