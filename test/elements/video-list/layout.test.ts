import {assert} from '@open-wc/testing/pure';
import {setViewport} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../../src/define.js';
import type {CardLayout} from '../../../src/index.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {answering, holding} from '../../support/test-server.js';
import {
  cardAt,
  cardsIn,
  isFocused,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
  until,
} from '../../support/page.js';
import {aPage, aPageOf, aRecord} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

const box = (element: Element) => element.getBoundingClientRect();
const videos = videosTitled('First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth');

/** The number of cards in a row. */
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

  it('is half a column wide in a box that is as narrow as its content', async () => {
    const list = await listIn('width: min-content');
    assert.equal(box(list).width, 128);
  });

  it('has columns and gaps with the widths of the page', async () => {
    const list = await listIn('width: 600px; --video-list-column: 100px; --video-list-gap: 10px');
    assert.equal(columns(list), 5);
    const [first, second] = [box(cardAt(list, 0)), box(cardAt(list, 1))];
    assert.closeTo(second.left - first.right, 10, 0.1);
  });

  it('has rows of cards with equal heights, whatever they contain', async () => {
    const odd = [
      {videoId: 'a', videoName: 'A title that goes on and on '.repeat(9)},
      {videoId: 'b', videoName: '', uploadTime: '', createTime: '', videoResolutions: []},
      {videoId: 'c', imageUrl: '/test-server/none', transcodeState: 4, encrypt: 1, videoState: 0},
    ];
    const {url} = await answering(aPage(odd.map(aRecord)));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    const heights = cardsIn(list).map((card) => box(card).height);
    assert.isAbove(heights[0] ?? 0, 100);
    assert.equal(new Set(heights).size, 1, heights.join(', '));
  });

  it('does not jump when the videos arrive', async () => {
    const server = await holding(aPageOf(8));
    const scene = await render(html`
      <div>
        <video-list src=${server.url} page-size="8" paging="none"></video-list>
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

    await server.release();
    await settled(list);

    assert.equal(box(rest).top, top);
    assert.deepEqual(
      cardsIn(list).map((card) => JSON.stringify(box(card))),
      skeletons,
    );
  });

  it('runs from right to left on a right-to-left page', async () => {
    const list = await listIn('width: 600px', 'rtl');
    const [first, second] = [box(cardAt(list, 0)), box(cardAt(list, 1))];
    assert.isAbove(first.left, second.right);
    const thumbnail = box(part(cardAt(list, 0), 'thumbnail'));
    const duration = box(part(cardAt(list, 0), 'duration'));
    assert.isBelow(duration.left - thumbnail.left, thumbnail.right - duration.right);
  });
});

describe('A <video-list> in a window of 320 pixels, as at 400 % of a usual one', () => {
  afterEach(() => setViewport({width: 800, height: 600}));

  for (const layout of ['grid', 'list', 'row'] as const) {
    it(`never makes the page scroll sideways with layout="${layout}"`, async () => {
      await setViewport({width: 320, height: 256});
      const list = await renderSettled(html`
        <video-list layout=${layout} toolbar="search order state" .videos=${videos}></video-list>
      `);
      await until(() => box(list).width <= 320);
      const {scrollWidth, clientWidth} = document.documentElement;
      assert.equal(scrollWidth, clientWidth);
      if (layout !== 'row') assert.equal(columns(list), 1);
    });
  }
});

describe('A <video-list> with layout="list"', () => {
  it('has one column, and each cover beside its text', async () => {
    const list = await listIn('width: 900px');
    list.layout = 'list';
    await settled(list);
    assert.equal(columns(list), 1);
    for (const card of cardsIn(list)) {
      const [thumbnail, body] = [box(part(card, 'thumbnail')), box(part(card, 'body'))];
      assert.isAtMost(thumbnail.right, body.left);
      assert.equal(thumbnail.top, body.top);
    }
  });

  it('has the text beside the cover also in a narrow container', async () => {
    const list = await listIn('width: 280px');
    list.layout = 'list';
    await settled(list);
    const card = cardAt(list, 0);
    assert.isAtLeast(box(part(card, 'body')).left, box(part(card, 'thumbnail')).right);
    assert.isAtMost(box(card).width, 280);
  });

  it('has the cover on the right in right-to-left text', async () => {
    const list = await listIn('width: 600px', 'rtl');
    list.layout = 'list';
    await settled(list);
    const card = cardAt(list, 0);
    assert.isAtLeast(box(part(card, 'thumbnail')).left, box(part(card, 'body')).right);
  });
});

describe('A <video-list> whose layout changes', () => {
  const many = videosTitled(...Array.from({length: 1000}, (_, index) => `Video ${index + 1}`));
  const LAYOUTS: readonly CardLayout[] = ['grid', 'list', 'row'];

  const cardOf = (list: VideoListElement, index: number) =>
    partsOf(list, 'card').find(
      (card) => (card as VideoListElement & {index: number}).index === index,
    );

  /** Whether a card can be seen, in the window and in the row. */
  const isSeen = (list: VideoListElement, index: number) => {
    const card = cardOf(list, index);
    if (!card) return false;
    const [{top, left, bottom, right}, shelf] = [box(card), box(part(list, 'shelf'))];
    const isInWindow = bottom > 0 && top < innerHeight;
    return isInWindow && right > shelf.left && left < shelf.right;
  };

  it('spans all of its cards, even if these stay as wide as they were', async () => {
    const scene = await render(html`
      <div style="width: 500px; --video-list-column: 240px">
        <video-list .videos=${many}></video-list>
      </div>
    `);
    const list = scene.firstElementChild as VideoListElement;
    await settled(list);
    const {width} = box(cardAt(list, 0));
    list.layout = 'row';
    await settled(list);
    assert.equal(box(cardAt(list, 0)).width, width);
    await until(() => part(list, 'shelf').scrollWidth > 1000 * width);
    list.layout = 'grid';
    await settled(list);
    await until(() => box(list).height > 500 * 200);
    assert.equal(columns(list), 2);
  });

  for (const from of LAYOUTS) {
    for (const to of LAYOUTS.filter((layout) => layout !== from)) {
      it(`from ${from} to ${to} keeps focus, selection and the user’s place`, async () => {
        const list = await renderSettled(
          html`<video-list layout=${from} current="id-501" .videos=${many}></video-list>`,
        );
        await list.scrollToVideo('id-501');
        await until(() => isSeen(list, 500) && !cardOf(list, 500)?.matches('.apart'));
        const card = cardOf(list, 500);
        card?.focus({preventScroll: true});
        list.layout = to;
        await settled(list);
        await until(() => isSeen(list, 500));
        assert.isTrue(cardOf(list, 500) === card);
        assert.isTrue(isFocused(part(card as Element, 'link')));
        assert.isTrue(card?.hasAttribute('selected'));
        assert.isBelow(partsOf(list, 'card').length, 60);
        // The cards have the same positions as in a list that had the new layout from the beginning.
        await until(() => partsOf(list, 'card').every((card) => !card.classList.contains('apart')));
        assert.isTrue(partsOf(list, 'card').every(({style}) => style.length === 0));
      });
    }
  }
});
