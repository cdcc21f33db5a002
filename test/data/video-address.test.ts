import {assert} from '@open-wc/testing/pure';
import {videoAddress} from '../../src/model/video-address.js';

const LIST = 'https://example.com/api/videos/?category=Sea&token=abc#top';

describe('The address of a video at the proxy', () => {
  for (const [id, path] of [
    ['id-1', 'id-1'],
    ['a b/ü?#%', 'a%20b%2F%C3%BC%3F%23%25'],
    ['.', '%252E'],
    ['..', '%252E%252E'],
    ['..a', '..a'],
  ] as const) {
    it(`is below that of the list, and has only the token of its query: ${id}`, () => {
      assert.equal(
        videoAddress(LIST, id, 'play').href,
        `https://example.com/api/videos/${path}/play?token=abc`,
      );
    });
  }
});
