import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {answering, holding} from '../../support/far-end.js';
import {
  cardAt,
  cardsIn,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
} from '../../support/page.js';
import {aPage, aPageOf, aRecord} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

const box = (element: Element) => element.getBoundingClientRect();
const videos = videosTitled('First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth');

/** How many cards stand side by side. */
function columns(list: VideoListElement): number {
  const tops = cardsIn(list).map((card) => box(card).top);
  return tops.filter((top) => top === tops[0]).length;
}

/** A list in a box of a page. */
async function listIn(style: string, dir = 'ltr') {
  const scene = await render(
    html`<div dir=${dir} style=${style}><video-list .videos=${videos}></video-list></div>`,
  );
  const list = scene.firstElementChild as VideoListElement;
  await settled(list);
  return list;
}

describe('The layout of a <video-list>', () => {
  for (const [width, count] of [
    [320, 1],
    [600, 2],
    [1200, 4],
  ] as const) {
    it(`has ${count} column(s) in a container of ${width} pixels, whatever the window is`, async () => {
      const list = await listIn(`width: ${width}px`);
      assert.equal(columns(list), count);
      assert.equal(part(list, 'grid').scrollWidth, width);
    });
  }

  it('follows its container', async () => {
    const list = await listIn('width: 600px');
    (list.parentElement as HTMLElement).style.width = '320px';
    assert.equal(columns(list), 1);
  });

  it('fits into a container that is narrower than a column', async () => {
    const list = await listIn('width: 120px');
    assert.isAtMost(box(cardAt(list, 0)).width, 120);
  });

  it('has columns and gaps as wide as the page says', async () => {
    const list = await listIn('width: 600px; --video-list-column: 100px; --video-list-gap: 10px');
    assert.equal(columns(list), 5);
    const [first, second] = [box(cardAt(list, 0)), box(cardAt(list, 1))];
    assert.closeTo(second.left - first.right, 10, 0.1);
  });

  it('has rows of cards that are equally high, whatever is on them', async () => {
    const odd = [
      {videoId: 'a', videoName: 'A title that goes on and on '.repeat(9)},
      {videoId: 'b', videoName: '', uploadTime: '', createTime: '', videoResolutions: []},
      {videoId: 'c', imageUrl: '/far-end/none', transcodeState: 4, encrypt: 1, videoState: 0},
    ];
    const {url} = await answering(aPage(odd.map(aRecord)));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    const heights = cardsIn(list).map((card) => box(card).height);
    assert.isAbove(heights[0] ?? 0, 100);
    assert.equal(new Set(heights).size, 1, heights.join(', '));
  });

  it('does not jump when the videos arrive', async () => {
    const farEnd = await holding(aPageOf(8));
    const scene = await render(html`
      <div>
        <video-list src=${farEnd.url} page-size="8" paging="none"></video-list>
        <p>The rest of the page</p>
      </div>
    `);
    const [list, rest] = [...scene.children] as [VideoListElement, Element];
    await list.updateComplete;
    await Promise.all(
      partsOf(list, 'card').map((card) => (card as VideoListElement).updateComplete),
    );
    const skeletons = partsOf(list, 'card').map((card) => JSON.stringify(box(card)));
    const {top} = box(rest);
    assert.isAbove(top, 400);

    await farEnd.release();
    await settled(list);

    assert.equal(box(rest).top, top);
    assert.deepEqual(
      cardsIn(list).map((card) => JSON.stringify(box(card))),
      skeletons,
    );
  });

  it('runs from right to left on a page that does', async () => {
    const list = await listIn('width: 600px', 'rtl');
    const [first, second] = [box(cardAt(list, 0)), box(cardAt(list, 1))];
    assert.isAbove(first.left, second.right);
    const thumbnail = box(part(cardAt(list, 0), 'thumbnail'));
    const duration = box(part(cardAt(list, 0), 'duration'));
    assert.isBelow(duration.left - thumbnail.left, thumbnail.right - duration.right);
  });
});
