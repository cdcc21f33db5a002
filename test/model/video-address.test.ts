import {assert} from '@open-wc/testing/pure';
import {videoAddress} from '../../src/model/video-address.js';

describe('the address of a video', () => {
  const cases: readonly [list: string, id: string, part: string | undefined, expected: string][] = [
    ['https://a.example/videos', 'id-1', undefined, 'https://a.example/videos/id-1'],
    ['https://a.example/api/videos/', 'id-1', 'play', 'https://a.example/api/videos/id-1/play'],
    ['https://a.example/', 'x', 'index', 'https://a.example/x/index'],
    [
      'https://a.example/videos?createUser=ana#top',
      'x',
      'cover',
      'https://a.example/videos/x/cover',
    ],
    [
      'https://a.example/videos?token=a%2Bb&a=1',
      'x',
      'play',
      'https://a.example/videos/x/play?token=a%2Bb',
    ],
    [
      'https://a.example/videos',
      'a/../b?c#d',
      'play',
      'https://a.example/videos/a%2F..%2Fb%3Fc%23d/play',
    ],
    [
      'https://a.example/videos',
      '视频 1',
      undefined,
      'https://a.example/videos/%E8%A7%86%E9%A2%91%201',
    ],
  ];
  for (const [list, id, part, expected] of cases) {
    it(`is ${expected}`, () => {
      assert.equal(videoAddress(list, id, part).href, expected);
    });
  }
});
