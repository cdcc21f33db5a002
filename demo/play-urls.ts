import type {PublishUrls} from '../proxy/src/index.js';

/** Clips that there are as HLS as well. */
const STREAMS = ['aurora-1'];

/**
 * What the vendor would answer about a clip of the catalogue: two qualities, and for some the original as HLS.
 *
 * @param clip - `media/clips/ocean-1.mp4`
 * @param folder - Address of the catalogue, with a slash at its end.
 */
export function playUrls(clip: string, folder: string): PublishUrls[] {
  const [, name = ''] = /([\w-]+)\.mp4$/.exec(clip) ?? [];
  const clips = `${folder}media/clips`;
  return [
    {
      urlType: 'PC',
      ...(STREAMS.includes(name) && {originUrl: `${clips}/${name}/film.m3u8`}),
      sdUrl: folder + clip,
      fluentUrl: `${clips}/small/${name}.mp4`,
    },
  ];
}
