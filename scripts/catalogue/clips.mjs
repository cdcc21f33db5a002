/** The clip of a video: zooms out of the cover, and then shows a still picture until the duration of the video. */

/** Both qualities of a clip, with their folders. `side` is the shorter side in pixels. */
export const QUALITIES = [
  {folder: '', side: 270, rate: 10, crf: 34},
  {folder: 'small/', side: 144, rate: 5, crf: 37},
];

const RATIOS = {landscape: 16 / 9, portrait: 9 / 16, classic: 4 / 3, square: 1};

/** Used for videos without a drawn cover. */
const OTHER_COVER = 'silk-1';

/** The name of the clip of a library entry. */
export function clipFor({cover}) {
  return cover?.includes('/') ? cover.replace('/', '-') : `no-cover-${OTHER_COVER}`;
}

/** The clips of library entries, each name once: the cover, its aspect ratio and the duration in seconds. */
export function clipsOf(entries) {
  const clips = entries.map((entry) => ({
    name: clipFor(entry),
    cover: `${clipFor(entry).replace('no-cover-', '')}.webp`,
    ratio: RATIOS[entry.shape ?? 'landscape'],
    seconds: entry.time,
  }));
  return [...new Map(clips.map((clip) => [clip.name, clip])).values()];
}

/** Width and height of a clip in a quality. The encoder requires even numbers. */
export function sizeOf({ratio}, {side}) {
  const [width, height] = ratio < 1 ? [side, side / ratio] : [side * ratio, side];
  return [even(width), even(height)];
}

function even(length) {
  return 2 * Math.round(length / 2);
}
