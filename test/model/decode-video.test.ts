import {assert} from '@open-wc/testing/pure';
import {decodeVideo} from '../../src/model/decode-video.js';
import type {Video} from '../../src/model/video.js';
import type {VideoSource} from '../../src/wire/envelope.js';
import {aRecord, type WireRecord} from '../support/records.js';

/** The video of an ordinary record with these changes. */
function decoded(changes: WireRecord, source: VideoSource = 'callback'): Video {
  const video = decodeVideo(aRecord(changes), {source, baseUrl: 'https://example.com/api/list'});
  if (!video) throw new Error('The record is refused.');
  return video;
}

const firstFile = (file: WireRecord, source?: VideoSource) =>
  decoded({videoResolutions: [file]}, source).resolutions?.[0];

describe('decodeVideo()', () => {
  it('reads every field of an ordinary record', () => {
    const player = {flashPlayerId: 'p1', flashPlayerName: 'basic', flashImageRatio: 1};
    const video = decoded({...player, flashAutoPlay: 0, imageUrl: '/covers/1.webp'});
    assert.deepEqual(video, {
      id: 'id-1',
      title: 'A walk by the sea',
      description: 'Waves, mostly.',
      coverUrl: 'https://example.com/covers/1.webp',
      durationSeconds: 65,
      sizeBytes: 11_153_160,
      createdAtMs: Date.UTC(2024, 2, 1, 12),
      uploadedAtMs: Date.UTC(2024, 2, 1, 12),
      updatedAtMs: Date.UTC(2024, 2, 1, 12, 1),
      createdBy: 'editor',
      categories: ['nature', 'sea'],
      publishDomain: 'media.example.com',
      encrypted: false,
      availability: 'available',
      transcoding: 'transcoded',
      origin: 'upload',
      player: {id: 'p1', name: 'basic', aspectRatio: '4:3', autoplay: false},
      resolutions: [
        {width: 1920, height: 1080, sizeBytes: 11_153_160, clarity: 'original', device: 'source'},
      ],
    });
  });

  for (const [source, state, availability] of [
    ['callback', '0', 'unavailable'],
    ['callback', '1', 'available'],
    ['getVideoList', 0, 'available'],
    ['getVideoList', 1, 'unavailable'],
  ] as const) {
    it(`decodes videoState ${state} of ${source} as ${availability}`, () => {
      assert.equal(decoded({videoState: state}, source).availability, availability);
      assert.equal(decoded({videoState: String(state)}, source).availability, availability);
      assert.equal(decoded({videoState: Number(state)}, source).availability, availability);
    });
  }

  for (const [encrypt, state, transcoding] of [
    [0, 1, 'transcoded'],
    [0, 2, 'not-transcoded'],
    [0, 3, 'transcoding'],
    [0, 4, 'failed'],
    // Undocumented, but in the callback document's own example.
    [0, 5, 'not-transcoded'],
    [1, 1, 'transcoded'],
    [1, 2, 'transcoded-unencrypted'],
    [1, 3, 'transcoding'],
    [1, 4, 'failed'],
    [1, 5, 'not-transcoded'],
  ] as const) {
    it(`decodes transcodeState ${state} with encrypt ${encrypt} as ${transcoding}`, () => {
      assert.equal(decoded({encrypt, transcodeState: state}).transcoding, transcoding);
      const asText = {encrypt: String(encrypt), transcodeState: String(state)};
      assert.equal(decoded(asText).transcoding, transcoding);
    });
  }

  for (const [source, names] of [
    ['callback', ['original', 'fluent', 'low', 'standard', 'high']],
    ['getVideoList', ['original', 'fluent', 'standard', 'high', 'super']],
  ] as const) {
    it(`names the clarities of ${source}: ${names.join(', ')}`, () => {
      assert.deepEqual(
        [1, 2, 3, 4, 5].map((clarity) => firstFile({clarity}, source)?.clarity),
        [...names],
      );
      assert.equal(firstFile({clarity: -99}, source)?.clarity, 'live-recording');
      assert.equal(firstFile({clarity: 17}, source)?.clarity, 'unknown');
    });
  }

  for (const [source, devices] of [
    ['callback', {'-1': 'source', '0': 'pc', '1': 'source', '2': 'mobile'}],
    ['getVideoList', {'-1': 'source', '0': 'pc', '1': 'mobile', '2': 'unknown'}],
  ] as const) {
    it(`distinguishes the devices of ${source}`, () => {
      for (const [serverType, device] of Object.entries(devices)) {
        assert.equal(firstFile({serverType}, source)?.device, device, `serverType ${serverType}`);
      }
    });
  }

  for (const [code, origin] of [
    [0, 'other'],
    [1, 'upload'],
    [2, 'live-recording'],
    [3, 'fetch'],
    [4, 'trimming'],
    [5, 'splicing'],
    [6, 'edge-live-recording'],
    [10, 'common-live-recording'],
    [11, 'upload-sdk'],
    [12, 'upload-tool'],
    [7, 'unknown'],
  ] as const) {
    it(`decodes videoSourceCode ${code} as ${origin}`, () => {
      assert.equal(decoded({videoSourceCode: code}).origin, origin);
      assert.equal(decoded({videoSourceCode: String(code)}).origin, origin);
    });
  }

  it('reads sizes as bytes, in spite of the documents', () => {
    assert.equal(decoded({videoSize: '11153160'}).sizeBytes, 11_153_160);
    assert.equal(firstFile({fileSize: 5579209})?.sizeBytes, 5_579_209);
  });

  it('reads the player from both of its names', () => {
    const byList = {playerId: 'p2', playerName: 'mobile'};
    assert.deepInclude(decoded(byList).player, {id: 'p2', name: 'mobile'});
    const byCallback = {flashPlayerId: 'p1', flashPlayerName: 'basic'};
    assert.deepInclude(decoded(byCallback).player, {id: 'p1', name: 'basic'});
    const emptyCallback = {flashPlayerId: '', flashPlayerName: 'null'};
    assert.deepInclude(decoded({...emptyCallback, ...byList}).player, {id: 'p2', name: 'mobile'});
  });

  it('keeps a cover on plain http with a double slash as it is', () => {
    const imageUrl = 'http://media.example.com//live/cover.jpg';
    assert.equal(decoded({imageUrl}).coverUrl, imageUrl);
  });
});
