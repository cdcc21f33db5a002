import type {Video} from './video.js';

/** Converts an id to a string. Pages may use numbers or `bigint`s. */
export function toVideoId(id: string | number | bigint | null | undefined): string {
  return String(id ?? '');
}

/**
 * Normalizes the videos of a host page: ids become unique strings, and entries that are not objects are removed. Of videos
 * with the same id and title, one is kept. If videos with different titles have the same id, the second one gets a new id:
 * `5~2`. Returns `videos` itself if nothing changes.
 */
export function normalizeVideos(videos: readonly Video[]): readonly Video[] {
  const byId = new Map<string, Video>();
  /** Titles of the videos with the same id, for ids that occur more than once. */
  const titles = new Map<string, Set<string>>();
  for (const video of videos) {
    // Skip entries that are not objects.
    if (typeof (video as unknown) !== 'object' || !video) continue;
    let id = toVideoId(video.id);
    const first = byId.get(id);
    if (first) {
      const known = titles.get(id) ?? new Set([first.title]);
      titles.set(id, known);
      if (known.has(video.title)) continue;
      known.add(video.title);
      id = freeId(id, byId);
      // A later video with this id is a different one.
      titles.set(id, new Set());
    }
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
