import {assert} from '@open-wc/testing/pure';
import {decodeVideo} from '../../src/model/decode-video.js';
import {aRecord, type WireRecord} from '../support/records.js';

const decoded = (record: unknown) => decodeVideo(record, {source: 'callback'});
const decodedWith = (changes: WireRecord) => decoded(aRecord(changes));

/** Fields of a record that affect only one property each, with the name of the property. */
const FIELDS = {
  videoDescription: 'description',
  imageUrl: 'coverUrl',
  videoDuration: 'durationSeconds',
  videoSize: 'sizeBytes',
  createTime: 'createdAtMs',
  uploadTime: 'uploadedAtMs',
  updateTime: 'updatedAtMs',
  createUser: 'createdBy',
  videoClassification: 'categories',
  publishDomain: 'publishDomain',
  encrypt: 'encrypted',
} as const;

describe('A damaged record', () => {
  for (const [field, property] of Object.entries(FIELDS)) {
    it(`has no ${property} when ${field} is missing, null, empty, "null" or no value at all`, () => {
      for (const nothing of [undefined, null, '', '  ', 'null', {}, []]) {
        const video = decodedWith({[field]: nothing});
        assert.isDefined(video);
        assert.isUndefined(video?.[property], JSON.stringify(nothing));
      }
    });
  }

  it('has an empty title if it has no name', () => {
    for (const nothing of [undefined, null, '', 'null', {}]) {
      assert.equal(decodedWith({videoName: nothing})?.title, '');
    }
  });

  it('accepts numbers where texts are documented', () => {
    const video = decodedWith({videoId: 42, videoName: 2024, videoDuration: 36, videoSize: 9});
    assert.deepInclude(video, {id: '42', title: '2024', durationSeconds: 36, sizeBytes: 9});
  });

  it('accepts texts where numbers are documented', () => {
    const file = {width: '1920', height: '1080', clarity: '1', serverType: '0', fileSize: '77'};
    assert.deepEqual(decodedWith({videoResolutions: [file]})?.resolutions, [
      {width: 1920, height: 1080, sizeBytes: 77, clarity: 'original', device: 'pc'},
    ]);
  });

  for (const field of ['videoState', 'transcodeState', 'videoSourceCode']) {
    it(`is unknown if ${field} is not in a table`, () => {
      for (const odd of [99, -1, '99', 'ready', 1.5, null, undefined, '', {}]) {
        const {availability, transcoding, origin} = decodedWith({[field]: odd}) ?? {};
        const property = {
          videoState: availability,
          transcodeState: transcoding,
          videoSourceCode: origin,
        }[field];
        assert.equal(property, 'unknown', JSON.stringify(odd));
      }
    });
  }

  it('has no duration and no size below zero', () => {
    const video = decodedWith({videoDuration: '-5', videoSize: -1});
    assert.isUndefined(video?.durationSeconds);
    assert.isUndefined(video?.sizeBytes);
  });

  it('keeps a zero-length video at zero', () => {
    assert.equal(decodedWith({videoDuration: '0'})?.durationSeconds, 0);
  });

  it('ignores player settings that no table lists', () => {
    const player = decodedWith({flashImageRatio: 7, flashAutoPlay: 'yes'})?.player;
    assert.isUndefined(player?.aspectRatio);
    assert.isUndefined(player?.autoplay);
  });

  it('has no files without a list of them', () => {
    for (const nothing of [undefined, null, '', 'null', {}, 5]) {
      assert.deepEqual(decodedWith({videoResolutions: nothing})?.resolutions, []);
    }
  });

  it('ignores an invalid file and keeps the others', () => {
    const files = [null, 'text', {width: 640, height: 360}];
    assert.deepInclude(decodedWith({videoResolutions: files})?.resolutions?.[0], {width: 640});
    assert.lengthOf(decodedWith({videoResolutions: files})?.resolutions ?? [], 1);
  });

  it('has no pixel size if a side is zero or negative', () => {
    const files = [{width: 0, height: -1, clarity: 2}];
    const file = decodedWith({videoResolutions: files})?.resolutions?.[0];
    assert.isUndefined(file?.width);
    assert.isUndefined(file?.height);
  });

  it('never has a cover that is a script or data', () => {
    for (const imageUrl of ['javascript:alert(1)', 'data:image/png;base64,AA', 'blob:x', '//']) {
      assert.isUndefined(decodedWith({imageUrl})?.coverUrl, imageUrl);
    }
  });

  for (const record of [null, undefined, 'text', 5, [], {}, {videoName: 'No id'}, {videoId: ''}]) {
    it(`is refused when it is ${String(JSON.stringify(record))}`, () => {
      assert.isUndefined(decoded(record));
    });
  }
});
