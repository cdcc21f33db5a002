/** The number of videos of a result page, and that `append` adds. */
export const PAGE_SIZE = 50;

/** A page of new videos that look like the others. */
export function moreVideos<V extends {readonly id: string}>(videos: readonly V[], n: number): V[] {
  return videos.slice(0, PAGE_SIZE).map((video) => ({...video, id: `${video.id}-${n}`}));
}
