import {assert} from '@open-wc/testing/pure';
import {decodeVideoPage, type VideoPage} from '../../src/model/decode-video-page.js';

describe('The example of the vendor’s document', () => {
  it('decodes into exactly these two videos', async () => {
    const response = await fetch('/demo/catalogue/example.json');

    const page = decodeVideoPage(await response.json()) as VideoPage;

    assert.deepEqual(JSON.parse(JSON.stringify(page)), {
      videos: [
        {
          id: '9B0F7BA8BCB9D056D4C24ADDBF821D10',
          title: 'creattest_20170801171220',
          coverUrl:
            'http://ovptest.haplat.net//live/201708/4101630234a74ee8864e56ea88e5d290_20170801171220' +
            '/cloudv-cover/9B0F7BA8BCB9D056D4C24ADDBF821D10.jpg',
          durationSeconds: 36,
          sizeBytes: 11_153_160,
          uploadedAtMs: Date.UTC(2017, 7, 1, 9, 14, 26),
          updatedAtMs: Date.UTC(2017, 7, 1, 9, 14, 34),
          createdBy: 'testUser',
          publishDomain: 'ovptest.haplat.net',
          encrypted: false,
          availability: 'unavailable',
          transcoding: 'not-transcoded',
          origin: 'live-recording',
          player: {id: 'DF2DAF233DDA', name: 'basic player', aspectRatio: '16:9', autoplay: true},
          resolutions: [
            {
              width: 1364,
              height: 768,
              sizeBytes: 5_579_209,
              clarity: 'live-recording',
              device: 'source',
            },
            {width: 1364, height: 768, sizeBytes: 5_573_951, clarity: 'original', device: 'source'},
          ],
        },
        {
          id: 'E869FC95F3C7493ED56E8751C4AA7BEE',
          title: 'creattest_20170801171104',
          coverUrl:
            'http://ovptest.haplat.net//live/201708/4101630234a74ee8864e56ea88e5d290_20170801171104' +
            '/cloudv-cover/E869FC95F3C7493ED56E8751C4AA7BEE.jpg',
          durationSeconds: 15,
          sizeBytes: 5_064_917,
          uploadedAtMs: Date.UTC(2017, 7, 1, 9, 13, 10),
          updatedAtMs: Date.UTC(2017, 7, 1, 9, 13, 16),
          createdBy: 'testUser',
          publishDomain: 'ovptest.haplat.net',
          encrypted: false,
          availability: 'unavailable',
          transcoding: 'not-transcoded',
          origin: 'live-recording',
          player: {id: 'DF2DAF233DDA', name: 'basic player', aspectRatio: '16:9', autoplay: true},
          resolutions: [
            {
              width: 1364,
              height: 768,
              sizeBytes: 2_533_394,
              clarity: 'live-recording',
              device: 'source',
            },
            {width: 1364, height: 768, sizeBytes: 2_531_523, clarity: 'original', device: 'source'},
          ],
        },
      ],
      skipped: [],
      recordCount: 2,
      videoTotal: 2,
    });
  });
});
