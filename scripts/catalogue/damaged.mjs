/** Valid, unusual and invalid records for the page of states. */
import {makeRecord} from './records.mjs';

const NOON = Date.UTC(2026, 9, 12, 4) / 1000;

const readable = [
  {
    title: 'A record that is in order',
    in: 'Tutorials',
    by: 'dev-relations',
    cover: 'ridge/1',
    size: '1080p',
    time: 125,
  },
  {
    title: 'Questions & answers: <video> or <audio>?',
    in: 'Talks & demos',
    by: 'anna "AL" <lindqvist>',
    cover: 'missing',
    size: '720p',
    time: 61,
    about: 'What <video> plays, and why.',
  },
  {
    title: 'A cover address that must not be followed',
    in: '',
    by: 'testUser',
    cover: '',
    size: '720p',
    time: 40,
    wire: {imageUrl: 'javascript:alert(1)'},
  },
  {
    title: 'Every value of the wrong kind',
    in: '',
    by: 'testUser',
    cover: '',
    size: '720p',
    time: '',
    wire: {
      createUser: 7,
      encrypt: 'yes',
      transcodeState: {},
      videoState: true,
      updateTime: 'yesterday',
      uploadTime: -1,
      videoDuration: 'long',
      videoResolutions: 'none',
      videoSize: 'NaN',
      videoClassification: ['a', 'b'],
    },
  },
  {
    title: 'Also in order',
    in: 'Sports',
    by: 'field-team',
    cover: 'stadium/2',
    size: '2160p',
    time: 48,
  },
];

/** Entries of `videoListInfo` that are not valid videos. */
const unreadable = [
  {videoName: 'A record without a videoId', videoState: '1', transcodeState: '1'},
  'a text where an object should be',
];

/** Seven entries. A gallery can show five of them. */
export function makeDamagedRecords() {
  const good = readable.map((entry, index) =>
    makeRecord(entry, NOON - index * 3600, `damaged ${index}`),
  );
  return [...good.slice(0, 3), unreadable[0], ...good.slice(3, 4), unreadable[1], ...good.slice(4)];
}
