import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {
  partsOf,
  part,
  render,
  renderSettled,
  settled,
  titlesIn,
  until,
} from '../../support/page.js';
import {anEnvelope, aRecord} from '../../support/records.js';

const TOTAL = 60_000;

/** A proxy with a store: any page of a long list, and the index of each video. */
function aStore(capabilities: object = {index: true}) {
  const asked: URL[] = [];
  const fetcher = (address: string) => {
    const url = new URL(address);
    asked.push(url);
    const [, id] = /v-(\d+)\/index$/.exec(url.pathname) ?? [];
    if (id) {
      const isThere = Number(id) < TOTAL;
      const data = {index: Number(id), total: TOTAL};
      return Promise.resolve(Response.json(isThere ? {code: 200, data} : {code: 1502}));
    }
    const size = Number(url.searchParams.get('pageSize'));
    const first = (Number(url.searchParams.get('pageIndex')) - 1) * size;
    const records = Array.from({length: Math.min(size, TOTAL - first)}, (_, at) =>
      aRecord({videoId: `v-${first + at}`, videoName: `Video ${first + at}`}),
    );
    const {data, ...envelope} = anEnvelope(records);
    const body = {...envelope, capabilities, data: {...(data as object), total: TOTAL}};
    return Promise.resolve(Response.json(body));
  };
  return {asked, fetcher};
}

/** Whether the cover at an index is completely in view and not covered. */
function isWhole(list: VideoListElement, index: number) {
  const card = (partsOf(list, 'card') as VideoCardElement[]).find((card) => card.index === index)!;
  const {top, bottom, left, width} = part(card, 'thumbnail').getBoundingClientRect();
  const isFree = (y: number) => document.elementFromPoint(left + width / 2, y) === list;
  return isFree(top + 1) && isFree((top + bottom) / 2) && isFree(bottom - 1);
}

const bars = {
  'nothing else': html``,
  'a header that sticks': html`<header
    style="position: sticky; top: 0; height: 90px; z-index: 2; background: #eee"
  ></header>`,
  'a fixed header and a fixed footer': html`<header
      style="position: fixed; inset: 0 0 auto; height: 70px; z-index: 2; background: #eee"
    ></header>
    <footer
      style="position: fixed; inset: auto 0 0; height: 60px; z-index: 2; background: #eee"
    ></footer>`,
};

afterEach(() => scrollTo({top: 0, behavior: 'instant'}));

describe('scrollToIndex() and scrollToVideo()', () => {
  for (const [what, bar] of Object.entries(bars)) {
    for (const layout of ['grid', 'list']) {
      it(`show a whole cover on a page with ${what}, in a ${layout}`, async () => {
        const {fetcher} = aStore();
        const scene = await render<HTMLElement>(
          html`<div style="padding-block: 90px">
            ${bar}<video-list src="/api/videos" layout=${layout} .fetcher=${fetcher}></video-list>
          </div>`,
        );
        const list = scene.querySelector('video-list')!;
        await settled(list);
        for (const index of [50_000, TOTAL - 1, 0, 33_333, 12, 49_991, 3]) {
          assert.isTrue(await list.scrollToIndex(index));
          assert.isTrue(isWhole(list, index), `${index} is in view`);
        }
      });
    }
  }

  it('respects the scroll-padding of the page', async () => {
    document.documentElement.style.scrollPaddingTop = '120px';
    const {fetcher} = aStore();
    const list = await renderSettled(
      html`<video-list src="/api/videos" .fetcher=${fetcher}></video-list>`,
    );
    await list.scrollToIndex(40_000);
    await list.scrollToIndex(20);
    document.documentElement.style.scrollPaddingTop = '';
    const card = (partsOf(list, 'card') as VideoCardElement[]).find(({index}) => index === 20)!;
    assert.isAtLeast(card.getBoundingClientRect().top, 119);
  });

  it('asks the proxy for the index of an unloaded video, with the present filters', async () => {
    const {asked, fetcher} = aStore();
    const list = await renderSettled(
      html`<video-list
        .src=${'/api/videos?token=t&x=1'}
        search="sea"
        order="oldest"
        .fetcher=${fetcher}
      ></video-list>`,
    );
    assert.isTrue(await list.scrollToVideo('v-41234'));
    assert.isTrue(isWhole(list, 41_234));
    await until(() => titlesIn(list).includes('Video 41234'), 'the video is loaded');
    const {pathname, searchParams} = asked.find(({pathname}) => pathname.endsWith('/index'))!;
    assert.equal(pathname, '/api/videos/v-41234/index');
    assert.deepInclude(Object.fromEntries(searchParams), {
      token: 't',
      x: '1',
      videoName: 'sea',
      listOrder: '1',
    });
  });

  it('return false for what does not exist, and if the proxy cannot find it', async () => {
    const {fetcher} = aStore();
    const list = await renderSettled(
      html`<video-list src="/api/videos" .fetcher=${fetcher}></video-list>`,
    );
    for (const index of [-1, TOTAL, 1.5, NaN, Infinity]) {
      assert.isFalse(await list.scrollToIndex(index), `${index}`);
    }
    assert.isFalse(await list.scrollToVideo('v-99999999'));
    assert.equal(scrollY, 0);
    list.remove();
    const old = aStore({});
    const other = await renderSettled(
      html`<video-list src="/api/videos" .fetcher=${old.fetcher}></video-list>`,
    );
    assert.isFalse(await other.scrollToVideo('v-41234'));
    assert.isFalse(old.asked.some(({pathname}) => pathname.endsWith('/index')));
    assert.isTrue(await other.scrollToVideo('v-3'));
  });

  it('turns to the page of a video with paging="pages"', async () => {
    const {fetcher} = aStore();
    const list = await renderSettled(
      html`<video-list
        src="/api/videos"
        paging="pages"
        page-size="10"
        .fetcher=${fetcher}
      ></video-list>`,
    );
    assert.isTrue(await list.scrollToVideo('v-57'));
    assert.equal(list.page, 6);
    assert.isTrue(isWhole(list, 7));
  });
});
