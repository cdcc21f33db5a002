import {assert} from '@open-wc/testing/pure';
import {videoStates, type Video} from '../../src/model/video.js';

const states = (facts: Partial<Video>) => videoStates({id: 'id-1', title: '', ...facts});

describe('videoStates()', () => {
  it('is empty for a playable video', () => {
    assert.deepEqual(states({}), []);
    const plays = {transcoding: 'transcoded', availability: 'available', encrypted: false} as const;
    assert.deepEqual(states(plays), []);
    assert.deepEqual(states({transcoding: 'transcoded-unencrypted', availability: 'unknown'}), []);
  });

  it('contains the most important first', () => {
    const facts = {encrypted: true, availability: 'unavailable', transcoding: 'failed'} as const;
    assert.deepEqual(states(facts), ['failed', 'unavailable', 'encrypted']);
  });

  for (const transcoding of ['transcoding', 'not-transcoded', 'failed'] as const) {
    it(`contains that a video is ${transcoding}`, () => {
      assert.deepEqual(states({transcoding}), [transcoding]);
    });
  }
});
