import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {Video} from '../../../src/model/video.js';
import {isChromium} from '../../support/engine.js';
import {holding, paged, pagesOf, type TestServer} from '../../support/test-server.js';
import {press, pressShiftTab} from '../../support/input.js';
import {
  hasPart,
  hasState,
  isFocused,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
  styleOf,
  textOf,
  until,
} from '../../support/page.js';
import {aVideo, COVER, PIXEL, videosTitled} from '../../support/videos.js';

const ALL = 100_000;

const box = (element: Element) => element.getBoundingClientRect();

/** All cards that are in the DOM, skeletons too. */
const drawn = (list: Element) => partsOf(list, 'card') as VideoCardElement[];

/** Position of a card in the list, from 1, as screen readers announce it. */
const placeOf = (card: Element) => Number(card.ariaPosInSet);

/** The visible area of an element: that of the window, or of a scroll container. */
function viewOf(scroller: Element) {
  const {top, bottom} = box(scroller);
  return scroller === document.scrollingElement ? {top: 0, bottom: innerHeight} : {top, bottom};
}

const page = () => document.scrollingElement as HTMLElement;

function isInView(card: Element, scroller: Element = page()) {
  const view = viewOf(scroller);
  const {top, bottom} = box(card);
  return bottom > view.top + 1 && top < view.bottom - 1;
}

const cardsInView = (list: Element, scroller: Element = page()) =>
  drawn(list).filter((card) => isInView(card, scroller));

/** The lowest visible position, from 1; NaN without a visible card. */
const firstInView = (list: Element, scroller?: Element) =>
  cardsInView(list, scroller).map(placeOf)[0] ?? NaN;

/** Scrolls to a position, from 0 for the top to 1 for the end, like dragging the scrollbar. */
function dragTo(part: number, scroller: Element = page()) {
  const {scrollHeight, clientHeight} = scroller;
  scroller.scrollTo({top: part * (scrollHeight - clientHeight), behavior: 'instant'});
}

/** Whether the whole view shows the right videos. */
function isFilled(list: Element, scroller: Element = page()) {
  const cards = cardsInView(list, scroller);
  return (
    isCovered(list, scroller) &&
    cards.every((card) => textOf(card, 'title') === `Video ${placeOf(card)}`)
  );
}

/** Whether the whole view has cards or skeletons. */
function isCovered(list: Element, scroller: Element = page()) {
  const view = viewOf(scroller);
  const cards = drawn(list).map(box);
  const {rowGap} = getComputedStyle(part(list, 'grid'));
  const {top, bottom} = box(part(list, 'grid'));
  const from = Math.max(view.top, top);
  const to = Math.min(view.bottom, bottom);
  const isBare = (y: number) =>
    !cards.some((card) => card.top - parseFloat(rowGap) <= y && card.bottom >= y);
  for (let y = from + 1; y < to; y += 10) if (isBare(y)) return false;
  return cards.length > 0;
}

/** The list of 100,000 videos in its usual position on a page. */
async function longList(
  server: TestServer,
  around: (list: TemplateResult) => TemplateResult = (list) => html`<div>${list}</div>`,
) {
  const scene = await render<HTMLElement>(
    around(html`<video-list src=${server.url} page-size="50"></video-list>`),
  );
  const list = scene.querySelector('video-list') as VideoListElement;
  await settled(list);
  // The scrollbar that the list causes makes it narrower.
  await until(() => isSpanned(list));
  return list;
}

/** Whether the list has the height of all its rows, which have the same height. */
function isSpanned(list: VideoListElement) {
  const [card] = drawn(list) as [VideoCardElement];
  const rows = Math.ceil(Number(card.ariaSetSize) / columnsOf(list));
  const pitch = box(card).height + parseFloat(styleOf(part(list, 'grid'), 'row-gap'));
  return Math.abs(box(part(list, 'grid')).height - rows * pitch) < pitch;
}

/** Drags the scrollbar and waits until the videos are there. */
async function goTo(list: VideoListElement, part: number, scroller?: Element) {
  dragTo(part, scroller);
  await until(() => isFilled(list, scroller));
}

/** Numbers of the requested pages. */
async function pagesAsked(server: TestServer) {
  const requests = await server.requests();
  return requests.map(({query}) => Number(query['pageIndex']));
}

/** The number of cards, rounded up to rows, that fill three viewports: the visible one, one above, and one below. */
function mostCards(list: VideoListElement) {
  const [first] = cardsInView(list).map(box);
  const rows = Math.ceil((3 * innerHeight) / (first?.height ?? NaN)) + 2;
  return rows * columnsOf(list);
}

function columnsOf(list: VideoListElement) {
  return new Set(drawn(list).map((card) => Math.round(box(card).left))).size;
}

/** The card at a position, from 1. */
function cardAtPlace(list: VideoListElement, place: number) {
  const card = drawn(list).find((card) => placeOf(card) === place);
  if (!card) throw new Error(`There is no card at place ${place}.`);
  return card;
}

/** Whether there is a card with its video at a position. A placeholder cannot have the focus. */
const hasArrived = (list: VideoListElement, place: number) =>
  drawn(list).some((card) => placeOf(card) === place && hasPart(card, 'link'));

/** Scrolls towards a position, because the scrollbar alone does not reach it exactly. */
function scrollTowards(list: VideoListElement, place: number) {
  const distance = (place - firstInView(list)) * box(drawn(list)[0]!).height;
  scrollBy({top: Math.max(-500, Math.min(500, distance)), behavior: 'instant'});
}

const hasFocus = (card: Element) => isFocused(part(card, 'link'));

describe('A <video-list> of 100,000 videos', () => {
  it('can be scrolled through from end to end at once', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    assert.isTrue(isSpanned(list));
    assert.deepEqual(await pagesAsked(server), [1]);
    dragTo(1);
    await until(() => cardsInView(list).some((card) => textOf(card, 'title') === `Video ${ALL}`));
  });

  it('has few cards in the DOM, wherever the user is', async () => {
    const list = await longList(await paged(ALL, {total: true}));
    for (const part of [0, 0.01, 0.5, 0.98, 1, 0.25]) {
      await goTo(list, part);
      assert.isAtMost(drawn(list).length, mostCards(list));
    }
  });

  it('shows skeletons after a jump into the middle, then the videos, for one or two requests', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    await server.answer({...pagesOf(ALL, {total: true}), held: true});
    dragTo(0.5);
    await until(() => firstInView(list) > 40_000);
    assert.isTrue(isCovered(list));
    assert.isTrue(cardsInView(list).every(({ariaHidden}) => ariaHidden === 'true'));
    const before = cardsInView(list).map((card) => JSON.stringify([placeOf(card), box(card)]));
    const {scrollTop} = page();

    await server.requests({count: 2});
    await server.answer(pagesOf(ALL, {total: true}));
    await server.release();
    await until(() => isFilled(list));

    assert.closeTo(firstInView(list), ALL / 2, 500);
    assert.isAtMost((await server.requests()).length, 3);
    assert.equal(page().scrollTop, scrollTop);
    assert.deepEqual(
      cardsInView(list).map((card) => JSON.stringify([placeOf(card), box(card)])),
      before,
      'Nothing moves.',
    );
  });

  if (isChromium) {
    it('causes no layout shift', async () => {
      const shifts: PerformanceEntry[] = [];
      const observer = new PerformanceObserver((seen) => shifts.push(...seen.getEntries()));
      const list = await longList(await paged(ALL, {total: true}));
      observer.observe({type: 'layout-shift'});
      for (const part of [0.5, 0.1, 0.9]) await goTo(list, part);
      // As fast as a user who looks for something: between one view and a fifth of it in a frame.
      for (let step = 1; step <= 60; step++) {
        page().scrollBy({top: innerHeight / (1 + (step % 5)), behavior: 'instant'});
        await new Promise(requestAnimationFrame);
      }
      await until(() => isFilled(list));
      shifts.push(...observer.takeRecords());
      observer.disconnect();
      assert.isEmpty(shifts.map((shift) => JSON.stringify(shift)));
    });
  }

  it('never has empty areas, at any scroll speed', async () => {
    const list = await longList(await paged(ALL, {total: true}));
    const bare: number[] = [];
    for (let step = 1; step <= 20; step++) {
      const {scrollTop} = page();
      dragTo(step / 20);
      await until(() => page().scrollTop !== scrollTop);
      // Scroll events are fired with the next frame, before it is painted.
      await new Promise(requestAnimationFrame);
      if (!isCovered(list)) bare.push(step);
    }
    assert.isEmpty(bare);
    assert.isTrue(cardsInView(list).every((card) => placeOf(card) > ALL - 1000));
  });

  it('does not request pages that the user only scrolls past', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    for (let step = 1; step <= 40; step++) {
      dragTo(step / 80);
      // Fires the event itself instead of waiting for frames: on a busy machine, a frame may be as long as the delay after
      // scrolling.
      document.dispatchEvent(new Event('scroll'));
    }
    await until(() => isFilled(list));
    assert.isAtMost((await server.requests()).length, 3);
  });

  it('loads other pages when one has failed, and that one when the user retries', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    await server.answer({status: 503});
    dragTo(0.5);
    await until(() => hasPart(list, 'retry'));
    const {length} = await server.requests();
    await server.answer(pagesOf(ALL, {total: true}));
    await goTo(list, 0.25);
    assert.isTrue(hasPart(list, 'retry'), 'It has not been loaded yet.');
    dragTo(0.5);
    await until(() => firstInView(list) > 40_000);
    part(list, 'retry').click();
    await until(() => isFilled(list) && !hasPart(list, 'retry'));
    const asked = (await server.requests()).slice(length).map(({query}) => query['pageIndex']);
    assert.equal(new Set(asked).size, asked.length, 'Each page was asked for once.');
  });

  it('releases pages far away, and requests them again when the user comes back', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    await goTo(list, 0.25);
    const [page = NaN] = (await pagesAsked(server)).slice(1);
    await goTo(list, 0.75);
    await goTo(list, 0.25);
    const asked = (await pagesAsked(server)).filter((other) => other === page);
    assert.lengthOf(asked, 2);
  });

  it('keeps the pages nearby', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    await goTo(list, 0.5);
    const {length} = await server.requests();
    const scrollTop = Math.round(page().scrollTop);
    for (const top of [scrollTop + 200, scrollTop - 200, scrollTop]) {
      page().scrollTo({top, behavior: 'instant'});
      await until(() => Math.round(page().scrollTop) === top && isFilled(list));
    }
    assert.isAtMost((await server.requests()).length, length + 1);
  });

  it('has the same height, whatever is loaded', async () => {
    const list = await longList(await paged(ALL, {total: true}));
    const {scrollHeight} = page();
    for (const part of [0.3, 0.7, 1, 0]) {
      await goTo(list, part);
      assert.closeTo(page().scrollHeight, scrollHeight, 1);
    }
  });

  describe('in one column, which is longer than browsers can lay out', () => {
    async function tooLong(selection = 'none') {
      const {url} = await paged(ALL, {total: true});
      return renderSettled(html`
        <video-list
          selection=${selection}
          src=${url}
          page-size="50"
          style="--video-list-column: 100%"
        ></video-list>
      `);
    }

    it('follows the scrollbar from the first video to the last', async () => {
      const list = await tooLong();
      for (const part of [0.25, 0.5, 0.75, 0.5]) {
        await goTo(list, part);
        assert.isAtMost(drawn(list).length, mostCards(list));
        assert.closeTo(firstInView(list), ALL * part, ALL / 1000);
      }
      await goTo(list, 1);
      assert.equal(placeOf(cardsInView(list).at(-1)!), ALL);
      await goTo(list, 0);
      assert.equal(firstInView(list), 1);
    });

    it('scrolls exactly by small steps, also beyond the laid-out rows', async () => {
      const list = await tooLong();
      for (const part of [0.5, 0.9999, 0.0001]) {
        await goTo(list, part);
        for (const step of [1, 1, -1, -1, -1, 1].map((sign) => sign * 0.6 * innerHeight)) {
          const [card] = cardsInView(list) as [VideoCardElement];
          const place = placeOf(card);
          const {top} = box(card);
          scrollBy({top: step, behavior: 'instant'});
          await new Promise(requestAnimationFrame);
          await new Promise(requestAnimationFrame);
          const after = box(cardAtPlace(list, place));
          // At this distance from the top, positions in browsers are not more precise.
          assert.closeTo(after.top, top - step, 4, `from ${part}, by ${step}`);
        }
      }
    });

    it('is in view after End, Home, and a key far from it', async () => {
      const list = await tooLong('single');
      const isFocusedAt = (place: number) => {
        const focused = list.shadowRoot?.activeElement;
        return !!focused && placeOf(focused) === place && isInView(focused);
      };
      list.focus();
      await until(() => isFocusedAt(1));
      for (const [key, place] of [
        ['End', ALL],
        ['ArrowUp', ALL - 1],
        ['Home', 1],
        ['ArrowDown', 2],
      ] as const) {
        await press(key);
        await until(() => isFocusedAt(place));
      }
      for (const part of [0.5, 1]) {
        await goTo(list, part);
        await press('ArrowDown');
        await until(() => isFocusedAt(part === 1 ? 4 : 3));
      }
    });

    it('moves to any video, and from there with Tab', async () => {
      const server = await paged(ALL, {total: true});
      const list = await renderSettled(html`
        <video-list src=${server.url} page-size="50" style="--video-list-column: 100%"></video-list>
      `);
      for (const place of [ALL / 2, ALL, 1]) {
        await goTo(list, place / ALL);
        await until(() => {
          if (!hasArrived(list, place)) scrollTowards(list, place);
          return hasArrived(list, place);
        });
        cardAtPlace(list, place).focus();
        assert.isTrue(await list.scrollToVideo(`id-${place}`));
        await until(() => isInView(cardAtPlace(list, place)));
        if (place < ALL) {
          await goTo(list, 0.7);
          await press('Tab');
          await until(() => hasFocus(cardAtPlace(list, place + 1)));
          await until(() => isInView(cardAtPlace(list, place + 1)));
        }
      }
    });

    it('keeps a video near an end of the list where it has scrolled to', async () => {
      const server = await paged(ALL, {total: true});
      const list = await renderSettled(html`
        <video-list src=${server.url} page-size="50" style="--video-list-column: 100%"></video-list>
      `);
      for (const place of [2, ALL - 1]) {
        await goTo(list, place === 2 ? 0 : 1);
        await until(() => hasArrived(list, place));
        // The focused card stays in memory.
        cardAtPlace(list, place).focus();
        await goTo(list, 0.5);
        assert.isTrue(await list.scrollToVideo(`id-${place}`));
        const {top} = box(cardAtPlace(list, place));
        // The scroll event is fired with the next frame.
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
        assert.approximately(box(cardAtPlace(list, place)).top, top, 1, `place ${place}`);
      }
    });
  });

  it('announces the position of each card and the length of the list', async () => {
    const list = await longList(await paged(ALL, {total: true}));
    await goTo(list, 0.5);
    const places = drawn(list).map(placeOf);
    const [first = NaN] = places;
    assert.deepEqual(
      places,
      places.map((_, index) => first + index),
      'In order, none left out.',
    );
    assert.isTrue(drawn(list).every(({ariaSetSize}) => ariaSetSize === `${ALL}`));
  });

  it('hides items that have not loaded from screen readers', async () => {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    await server.answer({...pagesOf(ALL, {total: true}), held: true});
    dragTo(0.5);
    await until(() => firstInView(list) > 40_000);
    assert.isTrue(
      drawn(list).every(({ariaHidden, role}) => ariaHidden === 'true' && role === null),
    );
    await server.answer(pagesOf(ALL, {total: true}));
    await server.requests({count: 2});
    await server.release();
    await until(() => isFilled(list));
    assert.isTrue(
      cardsInView(list).every(({ariaHidden, role}) => ariaHidden === null && role === 'listitem'),
    );
  });

  it('sends no request when it is removed right after a jump', async () => {
    const [server, other] = [await paged(ALL, {total: true}), await paged(ALL, {total: true})];
    const scene = await render<HTMLElement>(html`
      <div>
        <video-list src=${server.url} page-size="50"></video-list>
      </div>
    `);
    const list = scene.querySelector('video-list') as VideoListElement;
    await settled(list);
    dragTo(0.5);
    await until(() => firstInView(list) > 40_000);
    list.remove();
    // Waits for the request of another list, after which the first one would have sent its request too.
    const staying = await longList(other);
    await goTo(staying, 0.5);
    assert.lengthOf(await server.requests(), 1);
  });
});

describe('Containers of a <video-list> of 100,000 videos', () => {
  it('is a box that scrolls', async () => {
    const list = await longList(
      await paged(ALL, {total: true}),
      (list) =>
        html`<div>
          <p style="height: 150px">Above</p>
          <div style="height: 400px; overflow: auto">${list}</div>
        </div>`,
    );
    const scroller = list.parentElement as HTMLElement;
    for (const part of [0.5, 1, 0.1]) {
      await goTo(list, part, scroller);
      assert.isAtMost(drawn(list).length, mostCards(list));
    }
  });

  it('is a box that scrolls inside another that does', async () => {
    const list = await longList(
      await paged(ALL, {total: true}),
      (list) =>
        html`<div style="height: 500px; overflow: auto">
          <p style="height: 800px">Above</p>
          <div style="height: 400px; overflow: auto">${list}</div>
        </div>`,
    );
    const scroller = list.parentElement as HTMLElement;
    dragTo(1, scroller.parentElement as HTMLElement);
    await goTo(list, 0.5, scroller);
    assert.closeTo(firstInView(list, scroller), ALL / 2, 500);
  });

  it('is below other things on the page', async () => {
    const list = await longList(
      await paged(ALL, {total: true}),
      (list) =>
        html`<div>
          <p style="height: 3000px">Above</p>
          ${list}
        </div>`,
    );
    await goTo(list, 0.5);
    assert.closeTo(firstInView(list), ALL / 2, 500);
  });

  it('is the shadow root of an element that scrolls', async () => {
    const {url} = await paged(ALL, {total: true});
    const scene = await render<HTMLElement>(html`<div></div>`);
    const root = scene.attachShadow({mode: 'open'});
    root.innerHTML = `
      <div style="height: 400px; overflow: auto">
        <video-list src=${url} page-size="50"></video-list>
      </div>`;
    const list = root.querySelector('video-list') as VideoListElement;
    await settled(list);
    await goTo(list, 0.5, root.firstElementChild as Element);
  });

  it('is the slot of an element that scrolls', async () => {
    const {url, release} = await holding(pagesOf(ALL, {total: true}));
    const scene = await render<HTMLElement>(
      html`<div><video-list src=${url} page-size="50"></video-list></div>`,
    );
    const list = scene.querySelector('video-list') as VideoListElement;
    // Like an element that is defined after the list.
    const root = scene.attachShadow({mode: 'open'});
    root.innerHTML = '<div style="height: 400px; overflow: auto"><slot></slot></div>';
    await release();
    await settled(list);
    await goTo(list, 0.5, root.firstElementChild as Element);
  });

  it('is a page from right to left', async () => {
    const list = await longList(
      await paged(ALL, {total: true}),
      (list) => html`<div dir="rtl">${list}</div>`,
    );
    await goTo(list, 0.5);
    const [first, second] = cardsInView(list);
    assert.isAbove(box(first as Element).left, box(second as Element).left);
    const {left} = box(first as Element);
    first?.focus({preventScroll: true});
    await goTo(list, 0.9);
    assert.equal(box(first as Element).left, left, 'It stays in its column.');
  });
});

describe('The focus in a <video-list> of 100,000 videos', () => {
  /** A list with the focus on a card whose page is removed from memory when the user scrolls on. */
  async function focused() {
    const server = await paged(ALL, {total: true});
    const list = await longList(server);
    await goTo(list, 0.3);
    const card = cardsInView(list).at(-1) as VideoCardElement;
    card.focus({preventScroll: true});
    return {server, list, card, place: placeOf(card)};
  }

  it('is kept when the user scrolls far away', async () => {
    const {list, card, place} = await focused();
    for (const part of [0.6, 0.9, 0]) {
      await goTo(list, part);
      assert.isTrue(hasFocus(card));
      assert.equal(placeOf(card), place);
      assert.equal(textOf(card, 'title'), `Video ${place}`);
      assert.isFalse(isInView(card));
      assert.isAtMost(drawn(list).length, mostCards(list) + 3);
    }
  });

  it('is on a card at the same position when the user returns', async () => {
    const {list, card, place} = await focused();
    const {top, left} = box(card);
    await goTo(list, 0.8);
    await goTo(list, 0.3);
    assert.isTrue(hasFocus(card));
    assert.equal(placeOf(card), place);
    assert.closeTo(box(card).top, top, 1);
    assert.closeTo(box(card).left, left, 1);
  });

  it('moves to the next card with Tab, and scrolls it into view', async () => {
    const {list, place} = await focused();
    await goTo(list, 0.7);
    await press('Tab');
    const next = cardAtPlace(list, place + 1);
    assert.isTrue(hasFocus(next));
    await until(() => isInView(next) && hasArrived(list, place + 2));
    await press('Tab');
    await until(() => hasFocus(cardAtPlace(list, place + 2)));
  });

  it('moves to the previous card with Shift and Tab, and scrolls it into view', async () => {
    const {list, place} = await focused();
    await goTo(list, 0.7);
    await pressShiftTab();
    const previous = cardAtPlace(list, place - 1);
    assert.isTrue(hasFocus(previous));
    await until(() => isInView(previous) && hasArrived(list, place - 2));
    await pressShiftTab();
    await until(() => hasFocus(cardAtPlace(list, place - 2)));
  });

  it('selects the focused video, at any distance', async () => {
    const {list, place} = await focused();
    await goTo(list, 0.7);
    await press('Enter');
    await until(() => list.current === `id-${place}`);
  });
});

describe('The cards of a long <video-list>', () => {
  const videos = Array.from({length: 10_000}, (_, index) =>
    aVideo({id: `id-${index + 1}`, title: `Video ${index + 1}`}),
  );

  it('can be of videos that the page sets', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    for (const part of [0, 0.5, 1]) {
      await goTo(list, part);
      assert.isAtMost(drawn(list).length, mostCards(list));
      assert.equal(drawn(list)[0]?.ariaSetSize, '10000');
    }
    assert.isTrue(isInView(cardAtPlace(list, 10_000)));
  });

  it('stay the same while they are in view', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    await goTo(list, 0.5);
    const before = new Map(drawn(list).map((card) => [placeOf(card), card]));
    page().scrollBy({top: innerHeight, behavior: 'instant'});
    const first = firstInView(list);
    await until(() => isFilled(list) && Math.max(...drawn(list).map(placeOf)) > first + 4);
    const stayed = drawn(list).filter((card) => before.has(placeOf(card)));
    assert.isAbove(stayed.length, 3);
    assert.isTrue(stayed.every((card) => before.get(placeOf(card)) === card));
  });

  it('are used again for other videos', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    await goTo(list, 0.5);
    const before = new Set(drawn(list));
    // Half a row more or less may be near the view.
    const row = columnsOf(list);
    await goTo(list, 0.75);
    const added = drawn(list).filter((card) => !before.has(card));
    assert.isAtMost(added.length, row);
  });

  describe('that are used again', () => {
    /** Videos with covers. That of one video is still loading: only one, because browsers limit requests in flight. */
    async function covered(slow: Video) {
      const {url, release} = await holding(PIXEL);
      const all = videos.map((video) => ({...video, coverUrl: video === slow ? url : COVER}));
      const list = await renderSettled(html`<video-list .videos=${all}></video-list>`);
      await until(() =>
        cardsInView(list).every((card) => {
          const image = part(card, 'image');
          return hasState(card, 'cover-loaded') && image.getAnimations().length === 0;
        }),
      );
      return {list, all, release};
    }

    const showsCover = (card: Element) =>
      hasState(card, 'cover-loaded') || styleOf(part(card, 'image'), 'opacity') !== '0';

    it('do not show the cover of the previous video', async () => {
      const slow = videos[5000] as Video;
      const {list, release} = await covered(slow);
      // Cards around the view are drawn once a user moves.
      await goTo(list, 0.1);
      const before = new Set(drawn(list));
      await goTo(list, 0.5);
      const card = cardAtPlace(list, 5001);
      assert.isTrue(before.has(card), 'It is used again.');
      assert.isFalse(showsCover(card));
      // The event of the previous cover can come after the change.
      part(card, 'image').dispatchEvent(new Event('load'));
      assert.isFalse(showsCover(card));
      await release();
      await until(() => showsCover(card));
    });

    it('do not show it at the same indexes of another list', async () => {
      const {list, all, release} = await covered(videos[5000] as Video);
      const card = cardAtPlace(list, 1);
      list.videos = all.slice(5000);
      await settled(list);
      assert.isTrue(cardAtPlace(list, 1) === card && textOf(card, 'title') === 'Video 5001');
      assert.isFalse(showsCover(card));
      await release();
      await until(() => showsCover(card));
    });
  });
});

describe('A <video-list> whose container changes', () => {
  for (const [from, to] of [
    [900, 320],
    [320, 900],
    [600, 590],
  ] as const) {
    for (const where of ['page', 'box'] as const) {
      it(`keeps what the user looks at on a ${where}, from ${from} to ${to} pixels`, async () => {
        const list = await longList(await paged(ALL / 2, {total: true}), (list) =>
          where === 'page'
            ? html`<div style="width: ${from}px">
                <p>Above</p>
                ${list}
              </div>`
            : html`<div>
                <p style="height: 150px">Above</p>
                <div style="width: ${from}px; height: 400px; overflow: auto">${list}</div>
              </div>`,
        );
        const container = list.parentElement as HTMLElement;
        const scroller = where === 'page' ? page() : container;
        await goTo(list, 0.4, scroller);
        const place = firstInView(list, scroller);
        const {width} = box(drawn(list)[0] as Element);
        container.style.width = `${to}px`;
        await until(() => box(drawn(list)[0] as Element).width !== width);
        await until(() => isFilled(list, scroller) && isInView(cardAtPlace(list, place), scroller));
        const {top} = viewOf(scroller);
        const card = cardAtPlace(list, place);
        assert.closeTo(box(card).top, top, box(card).height);
      });
    }
  }

  it('reserves the space of all videos again', async () => {
    const list = await longList(
      await paged(1000, {total: true}),
      (list) => html`<div style="width: 900px">${list}</div>`,
    );
    const columns = columnsOf(list);
    (list.parentElement as HTMLElement).style.width = '320px';
    await until(() => box(part(list, 'grid')).height > 999 * box(cardAtPlace(list, 1)).height);
    assert.isAbove(columns, 1);
    await goTo(list, 1);
    assert.isTrue(isInView(cardAtPlace(list, 1000)));
  });

  it('shows the same cards after it was hidden', async () => {
    const list = await renderSettled(html`
      <video-list hidden .videos=${videosTitled('Video 1', 'Video 2', 'Video 3')}></video-list>
    `);
    list.hidden = false;
    await until(() => isFilled(list) && drawn(list).length === 3);
  });
});
