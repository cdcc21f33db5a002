/** Checks what the demo requires of the catalogue. Throws if it is violated. */
import assert from 'node:assert/strict';

/** Checks the records of the catalogue and their clips. */
export function checkCatalogue(records, clipPaths) {
  assert.equal(records.length, 120);
  const ids = records.map(({videoId}) => videoId);
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
  for (const id of ids) assert.match(id, /^[0-9A-F]{32}$/);
  checkOrder(records);
  checkStates(records);
  checkVariety(records);
  const playable = records.filter(isPlayable);
  assert.deepEqual(
    Object.keys(clipPaths),
    playable.map(({videoId}) => videoId),
  );
  const onFirstPage = records.slice(0, 24).filter(isPlayable).length;
  assert.ok(onFirstPage >= 20, `${onFirstPage} of the first 24 play`);
}

/** Whether a video can be played: it is transcoded and available, and its duration is not 0. */
export function isPlayable({encrypt, transcodeState, videoState, videoDuration}) {
  const isReady =
    Number(transcodeState) === 1 || (Number(encrypt) === 1 && Number(transcodeState) === 2);
  return isReady && videoState === '1' && Number(videoDuration) > 0;
}

function checkOrder(records) {
  const times = records.map(({uploadTime}) => Number(uploadTime));
  assert.deepEqual(
    times,
    [...times].sort((a, b) => b - a),
    'newest first',
  );
  assert.ok(times.at(-1) > Date.UTC(2024, 9, 1) / 1000, 'about two years');
}

function checkStates(records) {
  const seen = new Set(records.map(({encrypt, transcodeState}) => `${encrypt}/${transcodeState}`));
  for (const state of ['0/1', '0/2', '0/3', '0/4', '1/1', '1/2', '1/3', '1/4', '1/5', '3/9']) {
    assert.ok(seen.has(state), `encrypt/transcodeState ${state}`);
  }
  assert.ok(
    records.some(({videoState}) => videoState === '0'),
    'an unavailable video',
  );
}

function checkVariety(records) {
  const files = records.flatMap(({videoResolutions}) => videoResolutions ?? []);
  for (const size of ['7680x4320', '3840x2160', '1080x1920', '1440x1080', '1080x1080', '320x240']) {
    assert.ok(
      files.some(({width, height}) => `${width}x${height}` === size),
      size,
    );
  }
  assert.ok(
    files.some(({clarity}) => clarity === -99),
    'a live recording',
  );
  assert.ok(
    records.some(({imageUrl}) => imageUrl === ''),
    'no cover',
  );
  assert.ok(
    records.some(({imageUrl}) => imageUrl?.endsWith('/missing.webp')),
    'a broken cover',
  );
  assert.ok(
    records.some(({videoDuration}) => Number(videoDuration) > 3 * 3600),
    'three hours',
  );
  for (const duration of ['0', '', undefined]) {
    assert.ok(
      records.some(({videoDuration}) => videoDuration === duration),
      `duration ${duration}`,
    );
  }
}
