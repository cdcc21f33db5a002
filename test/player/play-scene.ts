import {html} from '@open-wc/testing/pure';
import type {Fetcher} from '../../src/data/video-page-query.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import type {VideoPlayerElement} from '../../src/player/video-player.js';
import {cardAt, hasPart, part, renderSettled, until} from '../support/page.js';
import {anEnvelope, aRecord} from '../support/records.js';

/** A video of six seconds that exists. */
export const CLIP = new URL('/test/support/clips/code.mp4', location.href).href;
/** Another clip. */
export const OTHER_CLIP = new URL('/test/support/clips/ridge.mp4', location.href).href;

/** A test in browsers that can play films: WebKitGTK needs a package for that. */
export const itPlays: typeof it = document.createElement('video').canPlayType('video/mp4')
  ? it
  : (it.skip as typeof it);

export const LIST = new URL('/api/videos', location.href).href;

/** What the proxy answers to `…/{videoId}/play`. */
export interface PlayAnswer {
  readonly status?: number;
  readonly code?: number;
  readonly encrypt?: number;
  readonly expiresAtMs?: number;
  /** Addresses by the vendor's names. */
  readonly urls?: Readonly<Record<string, unknown>>;
}

/** A proxy with this many videos, beginning with `id-1`. `play` returns their play addresses. */
export function aProxy(
  play: (videoId: string, asked: number) => PlayAnswer = () => ({urls: {originUrl: CLIP}}),
  length = 3,
) {
  const asked: string[] = [];
  const fetcher: Fetcher = (address) => {
    const {pathname, searchParams} = new URL(address);
    const [videoId, part] = pathname
      .slice('/api/videos/'.length)
      .split('/')
      .map(decodeURIComponent);
    const record = (n: number) => aRecord({videoId: `id-${n}`, videoName: `Video ${n}`});
    if (!videoId) {
      const [index, size] = ['pageIndex', 'pageSize'].map((name) => Number(searchParams.get(name)));
      const all = Array.from({length}, (_, n) => record(n + 1));
      const records = all.slice((index! - 1) * size!, index! * size!);
      return answer({...anEnvelope(records), pageSize: size});
    }
    if (part !== 'play') {
      const n = Number(videoId.slice(3));
      return n <= length ? answer(anEnvelope([record(n)])) : answer({code: 404, message: ''}, 404);
    }
    asked.push(videoId);
    const {
      status = 200,
      code = status,
      encrypt = 0,
      urls = {},
      expiresAtMs,
    } = play(videoId, asked.length);
    const data = {encrypt, videoUrl: [{urlType: 'PC', ...urls}]};
    return answer({code, message: 'From the vendor', data, expiresAtMs}, status);
  };
  return {fetcher, asked};
}

const answer = (json: unknown, status = 200) =>
  Promise.resolve(new Response(JSON.stringify(json), {status}));

/** The media element of a player. */
export const mediaOf = (player: Element) => part(player, 'media') as HTMLVideoElement;

/** Waits until a player has a picture of this address. */
export const untilShown = (player: VideoPlayerElement, url = CLIP) =>
  until(
    () => !!player.media && player.media.currentSrc === url && player.media.readyState >= 1,
    `The player shows ${url}.`,
  );

/** A list that plays its videos in a dialog. */
export async function aDialogList(length = 3, pageSize = 24): Promise<VideoListElement> {
  const {fetcher} = aProxy(undefined, length);
  return renderSettled(html`
    <video-list
      play="dialog"
      page-size=${pageSize}
      paging="button"
      src=${LIST}
      .fetcher=${fetcher}
    ></video-list>
  `);
}

/** The player of a list. */
export const playerIn = (list: Element) => part(list, 'player') as VideoPlayerElement;
/** The dialog around it. */
export const dialogIn = (list: Element) => part(list, 'player-dialog') as HTMLDialogElement;

/** Picks a video. Resolves when the player of the list shows it. */
export async function pick(list: VideoListElement, index: number): Promise<VideoPlayerElement> {
  part(cardAt(list, index), 'link').click();
  await until(() => hasPart(list, 'player'));
  const player = playerIn(list);
  await until(() => player.video?.id === cardAt(list, index).video?.id);
  await untilShown(player);
  return player;
}
