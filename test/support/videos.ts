import type {Video} from '../../src/model/video.js';

/** A picture of the demo that exists. */
export const COVER = new URL('/demo/catalogue/media/covers/alpine-1.webp', location.href).href;

/** One transparent pixel, as the body of an answer. */
export const PIXEL = {
  type: 'image/png',
  encoding: 'base64',
  body: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
} as const;

/** A playable video, with some fields changed. */
export function aVideo(changes: Partial<Video> = {}): Video {
  return {
    id: 'id-1',
    title: 'A walk by the sea',
    durationSeconds: 65,
    uploadedAtMs: Date.UTC(2024, 2, 1, 12),
    availability: 'available',
    transcoding: 'transcoded',
    resolutions: [{width: 1920, height: 1080}],
    ...changes,
  };
}

/** Videos with these titles, and ids `id-1`, `id-2`, … */
export function videosTitled(...titles: string[]): Video[] {
  return titles.map((title, index) => aVideo({title, id: `id-${index + 1}`}));
}
