import {assert, html} from '@open-wc/testing/pure';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import type {VideoPlayerElement} from '../../src/player/video-player.js';
import {hasPart, part, renderSettled, until} from '../support/page.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {LIST} from './play-scene.js';

const PAGE_SIZE = 8;
const LENGTH = 240;

/** A list with many result pages, and the page numbers that it has requested. Its videos have no play address. */
async function longList(play: string, hasTotal: boolean) {
  const pages: number[] = [];
  const fetcher = (address: string) => {
    const {pathname, searchParams} = new URL(address);
    if (pathname.endsWith('/play')) return Promise.resolve(new Response('', {status: 404}));
    const page = Number(searchParams.get('pageIndex'));
    pages.push(page);
    const first = (page - 1) * PAGE_SIZE;
    const records = Array.from({length: PAGE_SIZE}, (_, index) =>
      aRecord({videoId: `id-${first + index}`, videoName: `Video ${first + index}`}),
    );
    const total = hasTotal ? {total: LENGTH} : {};
    const data = {videoListInfo: records, videoTotal: PAGE_SIZE, ...total};
    return Promise.resolve(Response.json({...anEnvelope([]), pageSize: PAGE_SIZE, data}));
  };
  const list = await renderSettled(html`
    <video-list
      play=${play}
      page-size=${PAGE_SIZE}
      paging=${hasTotal ? 'auto' : 'button'}
      src=${LIST}
      .fetcher=${fetcher}
    ></video-list>
  `);
  return {list, pages};
}

/** Plays a video, and then goes to the next one a number of times. */
async function walk(list: VideoListElement, from: number, count: number) {
  list.current = `id-${from}`;
  await until(() => hasPart(list, 'player'));
  const player = part(list, 'player') as VideoPlayerElement;
  for (let number = from; number < from + count; number++) {
    await until(() => player.video?.id === `id-${number}`, `The player shows video ${number}.`);
    await until(() => hasPart(player, 'next'), `There is a video after ${number}.`);
    part(player, 'next').click();
    await until(() => list.current === `id-${number + 1}`, `Video ${number + 1} follows.`);
  }
}

/** The numbers that occur more than once. */
const repeated = (pages: readonly number[]) =>
  pages.filter((page, index) => pages.indexOf(page) !== index);

describe('The button for the next video', () => {
  for (const hasTotal of [true, false]) {
    const what = hasTotal ? 'known' : 'unknown';
    it(`leads through a list of ${what} length while its first cards are in view`, async () => {
      const {list, pages} = await longList('dialog', hasTotal);
      await walk(list, PAGE_SIZE - 1, 3 * PAGE_SIZE);
      assert.deepEqual(repeated(pages), [], 'No page is requested twice.');
    });
  }

  it('leads to the next result page while the user looks at the end of the list', async () => {
    const {list} = await longList('inline', true);
    await walk(list, PAGE_SIZE - 2, 1);
    await list.scrollToIndex(LENGTH - 1);
    await walk(list, PAGE_SIZE - 1, 2 * PAGE_SIZE);
  });
});
