import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import type {Fetcher} from '../../src/data/video-page-query.js';
import {cardsOf} from '../support/page.js';

/** Milliseconds within which a list must be filled without scrolling. */
const PATIENCE = 1000;

/** Milliseconds until a list must have stopped changing. */
const REST_PATIENCE = 9000;

const PAGE_SIZE = 24;

/** A host page with a list in it. */
export interface Scene {
  /** The element around the host page. */
  readonly host: HTMLElement;
  readonly list: VideoListElement;
  /** The window that the list is shown in: the test's own, or that of an iframe. */
  readonly view: Window & typeof globalThis;
  readonly total: number;
  /** Requested result pages. */
  readonly requests: readonly string[];
  /** Uncaught errors, and errors on the console. */
  readonly faults: readonly string[];
}

/** How a list is set up in a host page. */
export interface ListSetup {
  readonly attributes?: string;
  /** Number of videos. */
  readonly total?: number;
  /** Whether `videos` is set, instead of requesting pages. */
  readonly handedOver?: boolean;
}

/** The markup of a list, whose videos `furnish` sets. */
export const listMarkup = ({attributes = ''}: ListSetup) =>
  `<video-list page-size="${PAGE_SIZE}" ${attributes}></video-list>`;

/** Sets the videos of a list. */
export function furnish(list: VideoListElement, {total = 600, handedOver}: ListSetup): string[] {
  const requests: string[] = [];
  const fetcher: Fetcher = (url) => {
    requests.push(url);
    const {searchParams} = new URL(url);
    return Promise.resolve(Response.json(answer(Number(searchParams.get('pageIndex')), total)));
  };
  if (handedOver) {
    list.videos = Array.from({length: total}, (_, index) => ({
      id: `id-${index + 1}`,
      title: `Video ${index + 1}`,
      durationSeconds: 65,
      resolutions: [{width: 1920, height: 1080}],
    }));
  } else {
    list.fetcher = fetcher;
    list.src = '/videos';
  }
  return requests;
}

function answer(pageIndex: number, total: number) {
  const first = (pageIndex - 1) * PAGE_SIZE;
  const length = Math.max(0, Math.min(PAGE_SIZE, total - first));
  const videoListInfo = Array.from({length}, (_, index) => ({
    videoId: `id-${first + index + 1}`,
    videoName: `Video ${first + index + 1}`,
    videoDuration: '65',
    videoResolutions: [{clarity: 5, width: 1920, height: 1080}],
  }));
  return {code: 200, message: 'success', data: {videoListInfo, videoTotal: length, total}};
}

/** Index of a card in the whole list. */
export const indexOf = (card: Element) => Number(card.ariaPosInSet) - 1;

/** Waits until a condition holds. Rejects with `what` after a second. */
export async function within(what: string, isSo: () => boolean, patience = PATIENCE) {
  const end = performance.now() + patience;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Not within ${patience} ms: ${what}.`);
    await nextFrame();
  }
}

/** Resolves with the next frame. */
export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Resolves when nothing has changed in a list for some frames. */
export async function atRest(list: Element): Promise<void> {
  const state = () => cardsOf(list).map(indexOf).join() + list.getBoundingClientRect().top;
  const end = performance.now() + REST_PATIENCE;
  let last = '';
  for (let still = 0; still < 8;) {
    if (performance.now() > end)
      throw new Error(`Still changing after ${REST_PATIENCE} ms: ${last}`);
    await nextFrame();
    const now = state();
    still = now === last ? still + 1 : 0;
    last = now;
  }
}
