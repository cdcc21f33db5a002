import type {Video} from './video.js';

/** The id of a video as the gallery knows it: a text. A page may have numbers or `bigint`s. */
export function toVideoId(id: string | number | bigint | null | undefined): string {
  return String(id ?? '');
}

/**
 * Videos that a page hands over, fit to be shown: each is an object with an id that is a text, and no two have the
 * same id. The same video given twice (same id, same title) is there once. Of two different ones with the same id
 * the second gets an id of its own: `5~2`. Returns `videos` itself where nothing has to change.
 */
export function normalizeVideos(videos: readonly Video[]): readonly Video[] {
  const seen = new Set<string>();
  const byId = new Map<string, Video>();
  for (const video of videos) {
    // What is no object is nothing to show.
    if (typeof (video as unknown) !== 'object' || !video) continue;
    const ownId = toVideoId(video.id);
    const identity = JSON.stringify([ownId, video.title]);
    if (seen.has(identity)) continue;
    seen.add(identity);
    const id = byId.has(ownId) ? freeId(ownId, byId) : ownId;
    byId.set(id, video.id === id ? video : {...video, id});
  }
  const normal = [...byId.values()];
  const isSame =
    normal.length === videos.length && normal.every((video, index) => video === videos[index]);
  return isSame ? videos : normal;
}

function freeId(ownId: string, taken: ReadonlyMap<string, Video>): string {
  let number = 2;
  while (taken.has(`${ownId}~${number}`)) number++;
  return `${ownId}~${number}`;
}
