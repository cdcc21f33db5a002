import type {Language} from '../../elements/language-controller.js';
import {videoDate} from '../../elements/video-card/video-date.js';
import {durationParts} from '../../model/duration.js';
import type {Video} from '../../model/video.js';

/** Values of `show` besides `description`. */
export type Detail = 'date' | 'author' | 'duration' | 'size';

/** Bytes in one unit: powers of 1000, as in `Intl`. */
const SIZES = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** A detail of a video as text; empty if it is not known. */
export const describe: Readonly<Record<Detail, (video: Video, language: Language) => string>> = {
  date: videoDate,
  author: ({createdBy = ''}) => createdBy,
  duration: ({durationSeconds}, {tag}) => (durationSeconds ? shortTime(durationSeconds, tag) : ''),
  size: ({sizeBytes}, {tag}) => (sizeBytes ? shortSize(sizeBytes, tag) : ''),
};

/** "1 hr 5 min", "12 min", "45 sec": the two largest units. */
function shortTime(totalSeconds: number, tag: string): string {
  const {hours, minutes, seconds} = durationParts(totalSeconds);
  const parts = [
    hours && write(hours, 'hour', tag),
    minutes && write(minutes, 'minute', tag),
    !hours && seconds && write(seconds, 'second', tag),
  ];
  return parts.filter(Boolean).join(' ');
}

/** "340 MB", "1.2 GB". */
function shortSize(bytes: number, tag: string): string {
  const [unit, size] = SIZES.find(([, size]) => bytes >= size) ?? ['kilobyte', 1e3];
  const amount = bytes / size;
  return write(amount, unit, tag, amount < 10 ? 1 : 0);
}

const formats = new Map<string, Intl.NumberFormat>();

function write(value: number, unit: string, tag: string, maximumFractionDigits = 0) {
  const key = `${tag} ${unit} ${maximumFractionDigits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(tag, {style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits});
  formats.set(key, format);
  return format.format(value);
}
