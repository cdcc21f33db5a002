import type {Video} from './video.js';

/** `shown`, in its order, each video as `fresh` has it. */
export function updateVideos(shown: readonly Video[], fresh: readonly Video[]): Video[] {
  const freshById = new Map(fresh.map((video) => [video.id, video]));
  return shown.map((video) => freshById.get(video.id) ?? video);
}

/** Those of `videos` that are not among `others`. */
export function withoutVideos(videos: readonly Video[], others: readonly Video[]): Video[] {
  const ids = new Set(others.map(({id}) => id));
  return videos.filter(({id}) => !ids.has(id));
}
