/** Converts the library into records as in the vendor's responses, including their inconsistencies. */
import {hash, randomFrom} from './random.mjs';

/** Folder of the covers, relative to the catalogue. */
const COVER_BASE = 'media/covers/';

/** The newest upload: 2026-10-30 16:42 in the account's time zone, in Unix seconds. */
const NEWEST = Date.UTC(2026, 9, 30, 8, 42) / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** The shorter side of every quality, best first, and its approximate data rate. */
const QUALITIES = {
  '4320p': {side: 4320, bytesPerSecond: 10_400_000},
  '2160p': {side: 2160, bytesPerSecond: 3_900_000},
  '1440p': {side: 1440, bytesPerSecond: 1_900_000},
  '1080p': {side: 1080, bytesPerSecond: 980_000},
  '720p': {side: 720, bytesPerSecond: 430_000},
  '480p': {side: 480, bytesPerSecond: 190_000},
  '360p': {side: 360, bytesPerSecond: 110_000},
  '240p': {side: 240, bytesPerSecond: 56_000},
};

const RATIOS = {landscape: 16 / 9, portrait: 9 / 16, classic: 4 / 3, square: 1};

/** The fields of each state, according to the callback document. */
const STATES = {
  transcoded: {encrypt: 0, transcodeState: '1'},
  waiting: {encrypt: 0, transcodeState: '2'},
  transcoding: {encrypt: 0, transcodeState: '3'},
  failed: {encrypt: 0, transcodeState: '4'},
  recording: {encrypt: 0, transcodeState: '1', videoSourceCode: 2},
  unavailable: {encrypt: 0, transcodeState: '1', videoState: '0'},
  encrypted: {encrypt: 1, transcodeState: '1'},
  'encrypted-clear': {encrypt: 1, transcodeState: '2'},
  'encrypted-transcoding': {encrypt: 1, transcodeState: '3'},
  'encrypted-failed': {encrypt: 1, transcodeState: '4'},
  'encrypted-waiting': {encrypt: 1, transcodeState: '5'},
};

const PLAYERS = [
  {id: 'DF2DAF233DDA', name: 'basic player'},
  {id: '6B1C09E4A7F2', name: 'norrvik dark'},
  {id: 'null', name: 'null'},
];

/** The records of a library, which is sorted from new to old. */
export function makeRecords(library) {
  const times = uploadTimes(library.length);
  return library.map((entry, index) => makeRecord(entry, times[index], index));
}

/** One record. `time` is the time of the upload in Unix seconds. `index` is the seed of ids and inconsistencies. */
export function makeRecord(entry, time, index) {
  const random = randomFrom(`record ${index} ${entry.title}`);
  const state = STATES[entry.state ?? 'transcoded'];
  const files = makeFiles(entry, random);
  const record = {
    createUser: entry.by,
    encrypt: state.encrypt,
    flashAutoPlay: random() < 0.5 ? 1 : 0,
    flashImageRatio: entry.shape === 'classic' ? 1 : 0,
    ...player(random),
    imageUrl: entry.cover ? COVER_BASE + coverFile(entry) : '',
    publishDomain: 'vod.norrvik.example',
    transcodeState: state.transcodeState,
    ...timestamps(time, random),
    videoClassification: entry.in || 'null',
    videoDescription: entry.about ?? (random() < 0.2 ? 'null' : ''),
    videoDuration: String(entry.time),
    videoId: idFor(`${index} ${entry.title}`),
    videoName: entry.title,
    videoResolutions: files,
    videoSize: String(files.reduce((sum, file) => sum + Number(file.fileSize), 0)),
    videoSourceCode: state.videoSourceCode ?? pick(random, [1, 1, 1, 11, 12, 3, 0]),
    videoState: state.videoState ?? '1',
    ...entry.wire,
  };
  return entry.only ? keep(record, entry.only) : withInconsistencies(record, random);
}

/** The file name of a cover: `ridge-1.webp`. */
function coverFile({cover}) {
  return `${cover.replace('/', '-')}.webp`;
}

/** File name, scene, width and height of the covers of a library. */
export function coversOf(library) {
  const sizes = {
    landscape: [640, 360],
    portrait: [360, 640],
    classic: [480, 360],
    square: [480, 480],
  };
  return library
    .filter(({cover}) => cover?.includes('/'))
    .map((entry) => {
      const [width, height] = sizes[entry.shape ?? 'landscape'];
      const [scene, variant] = entry.cover.split('/');
      return {scene, variant: Number(variant), width, height, file: coverFile(entry)};
    });
}

/** 32 upper-case hexadecimal digits, the same for the same text. */
function idFor(text) {
  const words = ['a', 'b', 'c', 'd'].map((salt) => hash(`${salt} ${text} ${salt}`));
  return words.map((word) => word.toString(16).padStart(8, '0').toUpperCase()).join('');
}

/** Times of uploads over about two years: in groups, and mostly on working days. */
function uploadTimes(count) {
  const random = randomFrom('upload times');
  const gaps = Array.from({length: count}, () => 0.15 + 2.4 * random() ** 3);
  const scale = (715 * DAY) / gaps.reduce((sum, gap) => sum + gap, 0);
  let time = NEWEST;
  return gaps.map((gap) => {
    const now = time;
    time = Math.min(now - 2 * HOUR, toWorkingHours(now - gap * scale, random));
    return Math.round(now);
  });
}

/** Moves a time to between 08:30 and 18:30 of the same day, or of the Friday before if it is a Sunday. */
function toWorkingHours(time, random) {
  const zone = 8 * HOUR;
  let day = Math.floor((time + zone) / DAY);
  if (new Date(day * DAY * 1000).getUTCDay() === 0) day -= 2;
  return day * DAY - zone + (8.5 + 10 * random()) * HOUR;
}

/** Many records have no creation time, and the others have one of two formats. */
function timestamps(time, random) {
  const created = time - Math.round(5 + 400 * random());
  const updated = time + Math.round(8 + (random() < 0.2 ? 3 * DAY : 900) * random());
  const kind = random();
  const createTime = kind < 0.55 ? String(created) : accountTime(created);
  return {
    ...(kind < 0.75 && {createTime}),
    updateTime: String(updated),
    uploadTime: String(time),
  };
}

/** `2016-01-01 12:00:00` in the account's time zone, GMT+08:00. */
function accountTime(seconds) {
  return new Date((seconds + 8 * HOUR) * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The uploaded file and the transcoded files. */
function makeFiles(entry, random) {
  const names = Object.keys(QUALITIES);
  const best = names.indexOf(entry.size);
  const isTranscoded = !/waiting|transcoding|failed/.test(entry.state ?? '');
  const original = {...makeFile(entry, names[best], random, 1.35), clarity: 1, serverType: -1};
  const recording = {...original, clarity: -99, fileSize: original.fileSize + 5317};
  const smaller = isTranscoded ? names.slice(best + 1, best + 4) : [];
  const outputs = smaller.map((name, step) => ({
    ...makeFile(entry, name, random, 1),
    clarity: 5 - step,
    serverType: step === smaller.length - 1 ? 2 : 0,
  }));
  return [...(entry.state === 'recording' ? [recording] : []), original, ...outputs].map(inOrder);
}

function makeFile(entry, quality, random, factor) {
  const {side, bytesPerSecond} = QUALITIES[quality];
  const ratio = RATIOS[entry.shape ?? 'landscape'];
  const isUpright = ratio < 1;
  const long = Math.round((side * (isUpright ? 1 / ratio : ratio)) / 2) * 2;
  const seconds = Number(entry.time) || 0;
  const fileSize = Math.round(seconds * bytesPerSecond * factor * (0.85 + 0.3 * random()));
  return {width: isUpright ? side : long, height: isUpright ? long : side, fileSize};
}

function inOrder({clarity, fileSize, height, serverType, width}) {
  return {clarity, fileSize, height, serverType, width};
}

/** One document names the fields `flashPlayer…`, the other `player…`. */
function player(random) {
  const {id, name} = pick(random, PLAYERS);
  return random() < 0.85
    ? {flashPlayerId: id, flashPlayerName: name}
    : {playerId: id, playerName: name};
}

/** Makes some records inconsistent: numbers as text, text as numbers, null or missing fields. */
function withInconsistencies(record, random) {
  const changed = {...record};
  if (random() < 0.15) changed.transcodeState = Number(record.transcodeState);
  if (random() < 0.1) changed.encrypt = String(record.encrypt);
  if (random() < 0.1) changed.videoDescription = null;
  if (random() < 0.08) delete changed.flashAutoPlay;
  if (random() < 0.06) delete changed.publishDomain;
  if (random() < 0.04) delete changed.createUser;
  if (random() < 0.08) changed.videoDuration = record.videoDuration && Number(record.videoDuration);
  if (random() < 0.12) changed.videoResolutions = record.videoResolutions.map(asText);
  return changed;
}

function asText(file) {
  return Object.fromEntries(Object.entries(file).map(([name, value]) => [name, String(value)]));
}

function keep(record, names) {
  return Object.fromEntries(names.map((name) => [name, record[name]]));
}

function pick(random, list) {
  return list[Math.floor(random() * list.length)];
}
