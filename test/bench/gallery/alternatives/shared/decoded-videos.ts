import {decodeVideoPage} from '../../../../../src/model/decode-video-page.js';
import type {Video} from '../../../../../src/model/video.js';

/** All videos of one response, as the gallery's `Video` objects. */
export async function fetchDecodedVideos(): Promise<readonly Video[]> {
  const url = document.querySelector<HTMLElement>('[data-all]')!.dataset['all']!;
  const page = decodeVideoPage(await (await fetch(url)).json());
  if ('fault' in page) throw new Error(page.fault);
  return page.videos;
}
