import {assert} from '@open-wc/testing/pure';
import {normalizeVideos, toVideoId} from '../../src/model/normalize-videos.js';
import type {Video} from '../../src/model/video.js';
import {aVideo, videosTitled} from '../support/videos.js';

/** Videos with these ids of any type, each with a different title. */
const videosWithIds = (...ids: unknown[]) =>
  ids.map((id, index) => aVideo({id: id as string, title: `Video ${index}`}));

const idsOf = (videos: readonly Video[]) => videos.map(({id}) => id);

describe('normalizeVideos()', () => {
  it('returns the same objects if nothing has to change', () => {
    const videos = videosTitled('First', 'Second');
    assert.strictEqual(normalizeVideos(videos), videos);
  });

  it('converts number ids to texts, and keeps the order', () => {
    const ids = [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];
    assert.deepEqual(idsOf(normalizeVideos(videosWithIds(...ids))), ids.map(String));
  });

  it('keeps all digits of a bigint', () => {
    const ids = [9007199254740993n, 9007199254740992n];
    assert.deepEqual(idsOf(normalizeVideos(videosWithIds(...ids))), ids.map(String));
  });

  it('does not change the objects of the page', () => {
    const videos = videosWithIds(5);
    normalizeVideos(videos);
    assert.typeOf(videos[0]!.id, 'number');
  });

  it('contains a repeated video once', () => {
    const [first, second] = [aVideo({title: 'First'}), aVideo({id: 'id-2', title: 'Second'})];
    assert.deepEqual(normalizeVideos([first, second, {...first}]), [first, second]);
    assert.lengthOf(normalizeVideos([aVideo({id: 5 as never}), aVideo({id: '5'})]), 1);
  });

  it('never merges two different videos', () => {
    for (const ids of [
      [5, '5'],
      ['a', 'a', 'a'],
      [undefined, null, ''],
      [2 ** 53, 2 ** 53 + 1],
      ['a~2', 'a', 'a', 'a~2'],
    ]) {
      const videos = normalizeVideos(videosWithIds(...ids));
      assert.lengthOf(new Set(idsOf(videos)), ids.length, JSON.stringify(ids));
      assert.deepEqual(
        videos.map(({title}) => title),
        ids.map((_, index) => `Video ${index}`),
      );
    }
  });

  it('keeps the first of equal ids unchanged', () => {
    assert.deepEqual(idsOf(normalizeVideos(videosWithIds(5, '5', 5n))), ['5', '5~2', '5~3']);
  });

  it('ignores values that are not videos', () => {
    const video = aVideo();
    const odd = [null, undefined, 'text', 5, video] as Video[];
    assert.deepEqual(normalizeVideos(odd), [video]);
  });

  it('accepts ids that are names of inherited properties', () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    assert.deepEqual(idsOf(normalizeVideos(videosWithIds(...ids))), ids);
  });

  it('is quick with 100,000 videos', () => {
    const videos = Array.from({length: 100_000}, (_, index) => aVideo({id: index as never}));
    assert.lengthOf(normalizeVideos(videos), 100_000);
  });
});

describe('toVideoId()', () => {
  it('converts any id to a text', () => {
    assert.deepEqual(['a', 5, 5n, 0, null, undefined].map(toVideoId), ['a', '5', '5', '0', '', '']);
  });
});
