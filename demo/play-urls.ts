import type {PublishUrls} from '../proxy/src/index.js';

/** Names of the clips that also exist as HLS. */
const STREAMS = ['aurora-1'];

/**
 * The play addresses of a clip of the catalogue, as the vendor returns them: two qualities, and HLS for some clips.
 *
 * @param clip - Path of the clip in the catalogue, such as `media/clips/ocean-1.mp4`.
 * @param folder - URL of the catalogue, which ends with a slash.
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
