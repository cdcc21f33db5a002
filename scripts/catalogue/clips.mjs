/** The clip that plays for a video: its cover, which zooms out and then stands still for as long as the video lasts. */

/** Both qualities of a clip, by the folder that they are in; `side` is the shorter one in pixels. */
export const QUALITIES = [
  {folder: '', side: 270, rate: 10, crf: 34},
  {folder: 'small/', side: 144, rate: 5, crf: 37},
];

const RATIOS = {landscape: 16 / 9, portrait: 9 / 16, classic: 4 / 3, square: 1};

/** Shown where a video has no cover that could be drawn. */
const OTHER_COVER = 'silk-1';

/** The clip's name for an entry of the library. */
export function clipFor({cover}) {
  return cover?.includes('/') ? cover.replace('/', '-') : `no-cover-${OTHER_COVER}`;
}

/** The clips of these entries, each name once: the cover that it is made of, its shape and its seconds. */
export function clipsOf(entries) {
  const clips = entries.map((entry) => ({
    name: clipFor(entry),
    cover: `${clipFor(entry).replace('no-cover-', '')}.webp`,
    ratio: RATIOS[entry.shape ?? 'landscape'],
    seconds: entry.time,
  }));
  return [...new Map(clips.map((clip) => [clip.name, clip])).values()];
}

/** Width and height of a picture in a quality: even numbers, as the encoder wants them. */
export function sizeOf({ratio}, {side}) {
  const [width, height] = ratio < 1 ? [side, side / ratio] : [side * ratio, side];
  return [even(width), even(height)];
}

function even(length) {
  return 2 * Math.round(length / 2);
}
