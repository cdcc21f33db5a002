import {assert, oneEvent} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {
  answering,
  paged,
  pagesOf,
  type Answer,
  type TestServer,
} from '../../support/test-server.js';
import {lastPageFirst} from '../../support/fetchers.js';
import {press} from '../../support/input.js';
import {
  cardAt,
  cardsIn,
  hasPart,
  hasState,
  isFocused,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {anAnswer, aPage, aRecord, recordsTitled} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

const broken = anAnswer('Oops', 500);

const held = (answer: Answer): Answer => ({...answer, held: true});

/** The titles of the videos of `paged`, between two numbers. */
const titles = (from: number, to: number) =>
  Array.from({length: to - from + 1}, (_, index) => `Video ${from + index}`);

/** The page numbers of all requests, in order. */
async function pagesAsked(server: TestServer, count = 1): Promise<number[]> {
  return (await server.requests({count})).map(({query}) => Number(query['pageIndex']));
}

/** Number of items of the list, with or without a card in the DOM. */
const lengthOf = (list: VideoListElement) => Number(cardAt(list, 0).ariaSetSize);

/** Waits until the list has this many items. */
const untilLength = (list: VideoListElement, length: number) =>
  until(() => cardsIn(list).length > 0 && lengthOf(list) === length);

const focusedTitle = (list: VideoListElement) => {
  const card = cardsIn(list).find((card) => isFocused(part(card, 'link')));
  return card && textOf(card, 'title');
};

/** Scrolls to the present end of the list. */
function scrollToEnd() {
  scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'});
}

// Starts at the top. Otherwise the browser keeps the scroll position of the previous test.
beforeEach(() => {
  scrollTo({top: 0, behavior: 'instant'});
});

/** A list with one column and covers of this height. */
async function columnOf(height: number, template: TemplateResult): Promise<VideoListElement> {
  const scene = await render(html`
    <div>
      <style>
        video-list {
          --video-list-column: 100%;
        }
        video-list::part(card-thumbnail) {
          block-size: ${height}px;
        }
      </style>
      ${template}
    </div>
  `);
  const list = scene.querySelector('video-list') as VideoListElement;
  await settled(list);
  return list;
}

/** A list with pages of two. Each card is higher than the viewport. */
const tallList = (src: string) =>
  columnOf(1500, html`<video-list src=${src} page-size="2"></video-list>`);

describe('A <video-list> of unknown length', () => {
  it('requests one page while its end is far from the view', async () => {
    const server = await paged(20);
    const list = await tallList(server.url);
    assert.equal(lengthOf(list), 2);
    await list.refresh();
    assert.deepEqual(await pagesAsked(server), [1, 1]);
  });

  it('grows as the user nears its end', async () => {
    const server = await paged(20);
    const list = await tallList(server.url);
    for (const length of [4, 6]) {
      scrollToEnd();
      await untilLength(list, length);
    }
    assert.deepEqual(await pagesAsked(server), [1, 2, 3]);
    assert.include(titlesIn(list), 'Video 4');
  });

  it('keeps the scroll position when it grows, with the end of the page in view', async () => {
    const server = await answering(pagesOf(4), held(pagesOf(4)));
    const list = await tallList(server.url);
    list.after(Object.assign(document.createElement('p'), {textContent: 'The end of the page'}));
    scrollToEnd();
    await server.requests({count: 2});
    const {scrollY} = window;
    await server.release();
    await untilLength(list, 4);
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    assert.equal(window.scrollY, scrollY);
  });

  it('fills a view that one page does not', async () => {
    const server = await paged(7);
    const list = await renderSettled(
      html`<video-list src=${server.url} page-size="3"></video-list>`,
    );
    await untilLength(list, 7);
    assert.deepEqual(titlesIn(list), titles(1, 7));
    assert.isFalse(hasPart(list, 'more'));
  });

  for (const [autoPages, attribute] of [
    [5, undefined],
    [2, '2'],
    [1, '1'],
    [1, '0'],
  ] as const) {
    it(`has ${autoPages} pages, then a button: auto-pages="${attribute ?? ''}"`, async () => {
      const server = await paged(40);
      const list = document.createElement('video-list');
      Object.assign(list, {src: server.url, pageSize: 2});
      if (attribute) list.setAttribute('auto-pages', attribute);
      (await render(html`<div></div>`)).append(list);
      await settled(list);
      await untilLength(list, 2 * autoPages);
      await until(() => textOf(list, 'more') === 'Load more');
      scrollToEnd();
      await list.refresh();
      assert.equal(lengthOf(list), 2 * autoPages);
    });
  }

  it('continues automatically when the page allows more pages', async () => {
    const server = await paged(40);
    const list = await renderSettled(
      html`<video-list src=${server.url} page-size="2" auto-pages="2"></video-list>`,
    );
    await untilLength(list, 4);
    list.autoPages = 3;
    await untilLength(list, 6);
    list.removeAttribute('auto-pages');
    await untilLength(list, 10);
  });

  for (const [what, last, length] of [
    ['a short page', 5, 5],
    ['an empty page', 4, 4],
  ] as const) {
    it(`ends with ${what}`, async () => {
      const server = await paged(last);
      const list = await renderSettled(
        html`<video-list src=${server.url} page-size="2"></video-list>`,
      );
      assert.deepEqual((await pagesAsked(server, 3)).slice(0, 3), [1, 2, 3]);
      await until(() => !hasPart(list, 'more'));
      assert.equal(lengthOf(list), length);
      await list.loadMore();
      // Later requests read the list again, with larger pages.
      const growing = (await server.requests()).filter(({query}) => query.pageSize === '2');
      assert.lengthOf(growing, 3);
    });
  }

  it('shows once what has moved between pages', async () => {
    const [a, b, c, d] = recordsTitled('A', 'B', 'C', 'D');
    const server = await answering(aPage([a, b]), aPage([b, c]), aPage([d]));
    const list = await renderSettled(
      html`<video-list src=${server.url} page-size="2"></video-list>`,
    );
    await until(() => titlesIn(list).join() === 'A,B,C,D');
    assert.equal(lengthOf(list), 4);
  });

  it('skips a page without new videos', async () => {
    const [a, b, c] = recordsTitled('A', 'B', 'C');
    const server = await answering(aPage([a, b]), aPage([a, b]), aPage([c]));
    const list = await renderSettled(
      html`<video-list src=${server.url} page-size="2"></video-list>`,
    );
    await until(() => titlesIn(list).join() === 'A,B,C');
  });
});

describe('A <video-list> of known length', () => {
  it('has items for its whole length at once, and requests those near the view', async () => {
    const server = await paged(100_000, {total: true});
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    assert.equal(lengthOf(list), 100_000);
    assert.isFalse(hasPart(list, 'more'));
    assert.deepEqual(await pagesAsked(server), [1]);
  });

  it('requests one or two pages after a jump into the middle', async () => {
    const server = await paged(1000, {total: true});
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    scrollTo({top: document.documentElement.scrollHeight / 2, behavior: 'instant'});
    await until(() => titlesIn(list).includes('Video 500'));
    const [first, ...rest] = await pagesAsked(server);
    assert.equal(first, 1);
    assert.isAtMost(rest.length, 3);
    assert.isTrue(rest.every((page) => page > 17 && page < 26));
  });

  it('aborts requests for pages that the user has scrolled past, and sends them again when the user comes back', async () => {
    const server = await answering(
      pagesOf(1000, {total: true}),
      held(pagesOf(1000, {total: true})),
      held(pagesOf(1000, {total: true})),
      held(pagesOf(1000, {total: true})),
      pagesOf(1000, {total: true}),
    );
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    const {scrollHeight} = document.documentElement;
    const scrollOn = (part: number) => scrollTo({top: scrollHeight * part, behavior: 'instant'});
    scrollOn(0.5);
    await server.requests({count: 2});
    const asked = (await pagesAsked(server)).length;
    scrollOn(0.9);
    await server.requests({count: asked + 1, aborted: 1});
    scrollOn(0.5);
    await server.requests({count: asked + 2});
    await server.release();
    await until(() => titlesIn(list).includes('Video 500'));
  });

  it('is an ordinary list with buttons if the page sets that', async () => {
    const server = await paged(100, {total: true});
    const list = await renderSettled(
      html`<video-list src=${server.url} paging="button" page-size="3"></video-list>`,
    );
    assert.equal(lengthOf(list), 3);
    assert.equal(textOf(list, 'more'), 'Load more');
  });
});

describe('A <video-list paging="button">', () => {
  const template = (src: string) =>
    html`<video-list src=${src} paging="button" page-size="2"></video-list>`;

  it('grows only when the button is pressed', async () => {
    const server = await paged(5);
    const list = await renderSettled(template(server.url));
    scrollToEnd();
    await list.refresh();
    assert.deepEqual(titlesIn(list), titles(1, 2));
    part(list, 'more').click();
    await until(() => titlesIn(list).length === 4);
    part(list, 'more').click();
    await until(() => titlesIn(list).length === 5);
    assert.isFalse(hasPart(list, 'more'));
    assert.deepEqual((await pagesAsked(server)).slice(0, 4), [1, 1, 2, 3]);
  });

  it('announces that it is loading, and keeps the focus on the button', async () => {
    const server = await answering(pagesOf(5), held(pagesOf(5)), pagesOf(5));
    const list = await renderSettled(template(server.url));
    const {width} = part(list, 'more').getBoundingClientRect();
    part(list, 'more').focus();
    await press('Enter');
    await until(() => part(list, 'more').ariaDisabled === 'true');
    assert.equal(textOf(list, 'status'), 'Loading videos');
    assert.isTrue(isFocused(part(list, 'more')));
    assert.equal(part(list, 'more').getBoundingClientRect().width, width);
    await press('Enter');
    await server.release();
    await until(() => titlesIn(list).length === 4);
    assert.deepEqual(await pagesAsked(server), [1, 2]);
    assert.equal(part(list, 'more').ariaDisabled, 'false');
  });

  it('puts the focus on the first new card', async () => {
    const server = await paged(5);
    const list = await renderSettled(template(server.url));
    for (const title of ['Video 3', 'Video 5']) {
      part(list, 'more').focus();
      await press('Enter');
      await until(() => focusedTitle(list) === title);
    }
  });

  it('moves the focus to the last card if there was nothing more', async () => {
    const server = await paged(2);
    const list = await renderSettled(template(server.url));
    part(list, 'more').focus();
    await press('Enter');
    await until(() => focusedTitle(list) === 'Video 2');
  });

  it('does not move the focus if the user has moved it meanwhile', async () => {
    const server = await answering(pagesOf(5), held(pagesOf(5)));
    const list = await renderSettled(template(server.url));
    part(list, 'more').focus();
    await press('Enter');
    await server.requests({count: 2});
    cardAt(list, 1).focus();
    const loaded = oneEvent(list, 'video-list-load');
    await server.release();
    await loaded;
    await settled(list);
    assert.lengthOf(titlesIn(list), 4);
    assert.equal(focusedTitle(list), 'Video 2');
  });

  it('announces the number of videos', async () => {
    const server = await paged(5);
    const list = await renderSettled(template(server.url));
    await list.loadMore();
    assert.equal(textOf(list, 'status'), '4 videos');
  });
});

describe('A page that fails', () => {
  for (const paging of ['auto', 'button'] as const) {
    it(`keeps the earlier pages and shows "Try again" below them: paging="${paging}"`, async () => {
      const server = await answering(pagesOf(6), pagesOf(6), broken, pagesOf(6));
      const list = await render<VideoListElement>(
        html`<video-list src=${server.url} paging=${paging} page-size="2"></video-list>`,
      );
      const errors = heard(list, 'video-list-error');
      await settled(list);
      // With "auto", the list loads the next two pages by itself.
      for (let pages = 0; paging === 'button' && pages < 2; pages++) await list.loadMore();
      await until(() => hasPart(list, 'retry'));
      assert.deepEqual(titlesIn(list), titles(1, 4));
      assert.isTrue(hasState(list, 'ready'));
      assert.deepEqual(
        errors.map(({detail}) => detail.error.code),
        ['http'],
      );
      const {bottom} = part(list, 'grid').getBoundingClientRect();
      assert.isAtLeast(part(list, 'message').getBoundingClientRect().top, bottom);
      assert.isFalse(hasPart(list, 'more'));
      part(list, 'retry').focus();
      await press('Enter');
      await until(() => focusedTitle(list) === 'Video 5');
      assert.deepEqual(titlesIn(list), titles(1, 6));
      assert.isFalse(hasPart(list, 'message'));
      assert.deepEqual((await pagesAsked(server)).slice(0, 4), [1, 2, 3, 3]);
    });
  }

  it('is not requested again automatically', async () => {
    const server = await answering(pagesOf(4), broken);
    const list = await renderSettled(
      html`<video-list src=${server.url} page-size="2"></video-list>`,
    );
    await until(() => hasPart(list, 'retry'));
    list.cardHref = '/{videoId}';
    await list.updateComplete;
    scrollToEnd();
    const failed = oneEvent(list, 'video-list-error');
    await list.loadMore();
    await failed;
    assert.deepEqual(await pagesAsked(server), [1, 2, 2]);
  });

  it('moves the focus to "Try again" after the keyboard was used', async () => {
    const server = await answering(pagesOf(4), broken);
    const list = await renderSettled(
      html`<video-list src=${server.url} paging="button" page-size="2"></video-list>`,
    );
    part(list, 'more').focus();
    await press('Enter');
    await until(() => hasPart(list, 'retry') && isFocused(part(list, 'retry')));
  });

  it('in the middle of a list of known length is requested again, and no other', async () => {
    const all = pagesOf(1000, {total: true});
    const server = await answering(all, broken);
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    scrollTo({top: document.documentElement.scrollHeight / 2, behavior: 'instant'});
    await until(() => hasPart(list, 'retry'));
    const asked = await pagesAsked(server);
    await server.answer(all);
    part(list, 'retry').click();
    await until(() => titlesIn(list).includes('Video 500'));
    await until(() => partsOf(list, 'card').every((card) => card.role === 'listitem'));
    const again = (await pagesAsked(server)).slice(asked.length);
    assert.isFalse(again.includes(1));
    assert.lengthOf(new Set(again), again.length);
    assert.isFalse(hasPart(list, 'message'));
  });
});

describe('A <video-list paging="pages">', () => {
  const template = (src: string, page = 1) =>
    html`<video-list src=${src} paging="pages" page-size="2" page=${page}></video-list>`;

  it('turns pages', async () => {
    const server = await paged(5);
    const list = await renderSettled(template(server.url));
    assert.deepEqual(titlesIn(list), titles(1, 2));
    assert.equal(textOf(list, 'page'), 'Page 1');
    for (const [button, page, from, to] of [
      ['next', 2, 3, 4],
      ['next', 3, 5, 5],
      ['previous', 2, 3, 4],
      ['previous', 1, 1, 2],
    ] as const) {
      part(list, button).click();
      await until(() => titlesIn(list).join() === titles(from, to).join());
      assert.equal(textOf(list, 'page'), `Page ${page}`);
      assert.equal(list.page, page);
      assert.equal(lengthOf(list), to - from + 1);
    }
    assert.deepEqual(await pagesAsked(server), [1, 2, 3, 2, 1]);
  });

  it('never shows the number of pages', async () => {
    const {url} = await paged(5, {total: true});
    const list = await renderSettled(template(url));
    assert.equal(
      part(list, 'pages').textContent.replace(/\s+/g, ' ').trim(),
      ['Previous page', 'Page 1', 'Next page'].join(' '),
    );
    assert.equal(lengthOf(list), 2);
  });

  it('keeps the focus on a disabled button', async () => {
    const {url} = await paged(3);
    const list = await renderSettled(template(url));
    assert.equal(part(list, 'previous').ariaDisabled, 'true');
    assert.equal(part(list, 'next').ariaDisabled, 'false');
    for (const [button, other, page, title] of [
      ['next', 'previous', 2, 'Video 3'],
      ['previous', 'next', 1, 'Video 1'],
    ] as const) {
      part(list, button).focus();
      await press('Enter');
      await until(() => titlesIn(list)[0] === title && part(list, button).ariaDisabled === 'true');
      assert.isTrue(isFocused(part(list, button)));
      assert.equal(part(list, other).ariaDisabled, 'false');
      await press('Enter');
      await list.updateComplete;
      assert.equal(list.page, page);
    }
  });

  it('opens the given page', async () => {
    const server = await paged(7);
    const list = await renderSettled(template(server.url, 3));
    assert.deepEqual(titlesIn(list), titles(5, 6));
    assert.equal(textOf(list, 'page'), 'Page 3');
    const loaded = oneEvent(list, 'video-list-load');
    list.page = 2;
    await loaded;
    assert.deepEqual(titlesIn(list), titles(3, 4));
    assert.deepEqual(await pagesAsked(server), [3, 2]);
  });

  for (const page of ['0', '-3', 'some', '1.9']) {
    it(`opens the first page for page="${page}", and goes on from there`, async () => {
      const {url} = await paged(5);
      const list = await renderSettled(
        html`<video-list src=${url} paging="pages" page-size="2" page=${page}></video-list>`,
      );
      assert.deepEqual(titlesIn(list), titles(1, 2));
      part(list, 'next').click();
      await until(() => titlesIn(list).join() === titles(3, 4).join());
      assert.equal(list.page, 2);
    });
  }

  it('does not open an empty page, and keeps the focus', async () => {
    const {url} = await paged(2);
    const list = await renderSettled(template(url));
    part(list, 'next').focus();
    await press('Enter');
    await until(() => part(list, 'next').ariaDisabled === 'true');
    assert.isTrue(isFocused(part(list, 'next')));
    assert.deepEqual(titlesIn(list), titles(1, 2));
    assert.equal(list.page, 1);
  });

  it('keeps the cards until the next page has loaded, and if that fails', async () => {
    const server = await answering(pagesOf(5), held(broken), pagesOf(5));
    const list = await renderSettled(template(server.url));
    part(list, 'next').click();
    await server.requests({count: 2});
    assert.deepEqual(titlesIn(list), titles(1, 2));
    const failed = oneEvent(list, 'video-list-error');
    await server.release();
    await failed;
    assert.deepEqual(titlesIn(list), titles(1, 2));
    part(list, 'retry').click();
    await until(() => titlesIn(list).join() === titles(3, 4).join());
    assert.deepEqual(await pagesAsked(server), [1, 2, 2]);
  });

  it('shows the page that was requested last, and aborts the others', async () => {
    const server = await answering(pagesOf(9), held(pagesOf(9)), pagesOf(9));
    const list = await renderSettled(template(server.url));
    list.page = 2;
    await server.requests({count: 2});
    list.page = 3;
    await until(() => titlesIn(list).join() === titles(5, 6).join());
    const requests = await server.requests({count: 3, aborted: 1});
    assert.deepEqual(
      requests.map(({aborted}) => aborted),
      [false, true, false],
    );
    await server.release();
    await list.refresh();
    assert.deepEqual(titlesIn(list), titles(5, 6));
  });

  it('requests the open page when it is refreshed during that request', async () => {
    const server = await answering(pagesOf(9), held(pagesOf(9)), pagesOf(9));
    const list = await renderSettled(template(server.url));
    list.page = 2;
    await server.requests({count: 2});
    await list.refresh();
    assert.deepEqual(titlesIn(list), titles(3, 4));
    assert.deepEqual(await pagesAsked(server), [1, 2, 2]);
  });

  it('shows the top of the page that is opened', async () => {
    const {url} = await paged(60);
    const list = await renderSettled(
      html`<video-list src=${url} paging="pages" page-size="20"></video-list>`,
    );
    scrollToEnd();
    await until(() => titlesIn(list)[0] !== 'Video 1');
    part(list, 'next').click();
    await until(() => titlesIn(list)[0] === 'Video 21');
    const {top, bottom} = cardAt(list, 0).getBoundingClientRect();
    assert.isTrue(top >= 0 && bottom <= innerHeight, 'The first card can be seen.');
  });
});

describe('A <video-list paging="none">', () => {
  it('has the first page and no button for more', async () => {
    const server = await paged(9);
    const list = await renderSettled(
      html`<video-list src=${server.url} paging="none" page-size="2"></video-list>`,
    );
    scrollToEnd();
    await list.refresh();
    assert.deepEqual(titlesIn(list), titles(1, 2));
    for (const name of ['more', 'pages', 'next', 'previous']) assert.isFalse(hasPart(list, name));
    assert.deepEqual(await pagesAsked(server), [1, 1]);
  });
});

describe('loadMore()', () => {
  const template = (src: string) =>
    html`<video-list src=${src} paging="button" page-size="2"></video-list>`;

  it('resolves when the next page is in the DOM', async () => {
    const {url} = await paged(5);
    const list = await renderSettled(template(url));
    const loads = heard(list, 'video-list-load');
    await list.loadMore();
    assert.deepEqual(titlesIn(list), titles(1, 4));
    assert.deepEqual(
      loads.map(({detail}) => detail.page.videos.map(({title}) => title)),
      [titles(3, 4)],
    );
  });

  it('sends one request for any number of calls during it', async () => {
    const server = await answering(pagesOf(9), held(pagesOf(9)), pagesOf(9));
    const list = await renderSettled(template(server.url));
    const more = [list.loadMore(), list.loadMore(), list.loadMore()];
    await server.requests({count: 2});
    await server.release();
    await Promise.all(more);
    assert.deepEqual(await pagesAsked(server), [1, 2]);
  });

  it('does nothing if there is nothing to load', async () => {
    const server = await paged(1);
    const [ended, bare, byHand] = await Promise.all([
      renderSettled(template(server.url)),
      render<VideoListElement>(html`<video-list></video-list>`),
      render<VideoListElement>(html`<video-list .videos=${videosTitled('A')}></video-list>`),
    ]);
    for (const list of [ended, bare, byHand]) await list.loadMore();
    assert.lengthOf(await server.requests(), 1);
    assert.deepEqual(titlesIn(byHand), ['A']);
  });
});

describe('refresh()', () => {
  /** A list of three pages of two videos, with the second one selected. */
  async function picked(...answers: Answer[]) {
    const server = await answering(pagesOf(6), pagesOf(6), pagesOf(6), ...answers);
    const list = await columnOf(
      400,
      html`<video-list
        src=${server.url}
        paging="button"
        page-size="2"
        current="id-2"
      ></video-list>`,
    );
    await list.scrollToVideo('id-2');
    await until(() => window.scrollY > 0);
    await list.loadMore();
    await list.loadMore();
    await until(() => titlesIn(list).length === 4);
    const {scrollY} = window;
    assert.isAbove(scrollY, 0);
    return {server, list, cards: cardsIn(list), scrollY};
  }

  const renamed = (count: number) =>
    pagesOf(recordsTitled(...Array.from({length: count}, (_, index) => `Renamed ${index + 1}`)));

  for (const [outcome, answer, title] of [
    ['until the answer is there', renamed(6), 'Renamed 2'],
    ['when it fails', broken, 'Video 2'],
  ] as const) {
    it(`keeps cards, position and selection ${outcome}`, async () => {
      const {server, list, cards, scrollY} = await picked(held(answer));
      const isAsItWas = () => {
        assert.isTrue(cardsIn(list).every((card, index) => card === cards[index]));
        assert.equal(window.scrollY, scrollY);
        assert.isTrue(cardAt(list, 1).selected);
      };
      const refreshed = list.refresh();
      await server.requests({count: 4});
      await list.updateComplete;
      isAsItWas();
      assert.equal(titlesIn(list)[1], 'Video 2');
      await server.release();
      await refreshed;
      await settled(list);
      isAsItWas();
      assert.equal(titlesIn(list)[1], title);
      assert.equal(hasPart(list, 'retry'), answer === broken);
    });
  }

  it('requests all loaded pages, and revalidates the browser cache', async () => {
    const {server, list} = await picked(pagesOf(6));
    await list.refresh();
    const requests = (await server.requests()).slice(3);
    assert.sameMembers(
      requests.map(({query}) => Number(query['pageIndex'])),
      [1, 2, 3],
    );
    assert.isTrue(requests.every(({headers}) => headers['cache-control'] === 'max-age=0'));
  });

  it('shows a list that has become shorter', async () => {
    const {list} = await picked(renamed(3));
    await list.refresh();
    await untilLength(list, 3);
    assert.isFalse(hasPart(list, 'more'));
    assert.equal(textOf(list, 'status'), '3 videos');
  });

  it('keeps the order of pages for any order of responses', async () => {
    const records = recordsTitled(...titles(1, 6));
    const {list} = await picked(pagesOf([aRecord({videoId: 'new', videoName: 'New'}), ...records]));
    const loads = heard(list, 'video-list-load');
    list.fetcher = lastPageFirst(3);
    await list.refresh();
    assert.deepEqual(
      loads.flatMap(({detail}) => detail.page.videos.map(({title}) => title)),
      ['New', ...titles(1, 5)],
    );
    assert.equal(lengthOf(list), 6);
  });

  it('shows the newer of two answers', async () => {
    const {server, list} = await picked(
      ...Array.from({length: 3}, () => held(pagesOf(6))),
      renamed(6),
    );
    const older = list.refresh();
    await server.requests({count: 6});
    await list.refresh();
    assert.equal(titlesIn(list)[1], 'Renamed 2');
    await server.requests({count: 9, aborted: 3});
    await server.release();
    await older;
    await list.updateComplete;
    assert.equal(titlesIn(list)[1], 'Renamed 2');
  });

  it('requests the first page if none has loaded', async () => {
    const server = await answering(broken, pagesOf(3));
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    await list.refresh();
    assert.deepEqual(titlesIn(list), titles(1, 3));
  });
});

describe('scrollToVideo()', () => {
  it('scrolls a video into view, and resolves to true', async () => {
    const {url} = await paged(48);
    const list = await renderSettled(html`<video-list src=${url} page-size="48"></video-list>`);
    assert.notInclude(titlesIn(list), 'Video 40');
    assert.isTrue(await list.scrollToVideo('id-40'));
    await until(() => titlesIn(list).includes('Video 41'));
    const card = cardsIn(list).find((card) => textOf(card, 'title') === 'Video 40') as Element;
    const {top, bottom} = card.getBoundingClientRect();
    // A browser scrolls by whole pixels, and the end of a card can be between two.
    assert.isTrue(top > -1 && bottom < innerHeight + 1, `${top} to ${bottom} can be seen.`);
    assert.isTrue(await list.scrollToVideo('id-1'));
    await until(() => scrollY < 100);
  });

  it('resolves to false for a video that is not loaded', async () => {
    const {url} = await paged(9);
    const list = await renderSettled(
      html`<video-list src=${url} paging="button" page-size="2"></video-list>`,
    );
    assert.isFalse(await list.scrollToVideo('id-3'));
    assert.isFalse(await list.scrollToVideo(''));
    await list.loadMore();
    assert.isTrue(await list.scrollToVideo('id-3'));
  });

  it('finds a video of `videos`', async () => {
    const videos = videosTitled(...titles(1, 48));
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    assert.isTrue(await list.scrollToVideo('id-48'));
    await until(() => titlesIn(list).includes('Video 47'));
    assert.isFalse(await list.scrollToVideo('id-49'));
  });

  it('resolves to false without a list', async () => {
    const list = await render<VideoListElement>(html`<video-list></video-list>`);
    assert.isFalse(await list.scrollToVideo('id-1'));
  });
});

describe('A <video-list> with `videos`', () => {
  it('shows all of them, with nothing to load', async () => {
    for (const paging of ['auto', 'button', 'pages', 'none']) {
      const list = await renderSettled(
        html`<video-list paging=${paging} .videos=${videosTitled(...titles(1, 60))}></video-list>`,
      );
      assert.equal(lengthOf(list), 60);
      for (const name of ['more', 'pages']) assert.isFalse(hasPart(list, name));
      list.remove();
    }
  });

  it('does not announce the aborted request', async () => {
    const server = await answering(held(pagesOf(9)));
    const list = await render<VideoListElement>(html`<video-list src=${server.url}></video-list>`);
    await server.requests();
    list.videos = videosTitled('By hand');
    await server.requests({aborted: 1});
    await settled(list);
    assert.deepEqual(titlesIn(list), ['By hand']);
    assert.equal(textOf(list, 'status'), '');
  });
});

describe('A change of the request', () => {
  for (const [what, change, expected] of [
    ['paging to pages', {paging: 'pages'}, titles(1, 2)],
    ['paging to none', {paging: 'none'}, titles(1, 2)],
    ['paging to auto', {paging: 'auto'}, titles(1, 9)],
    ['the size of a page', {pageSize: 3}, titles(1, 3)],
  ] as const) {
    it(`starts anew, and keeps the cards until the answer is there: ${what}`, async () => {
      const server = await answering(pagesOf(9), pagesOf(9), held(pagesOf(9)), pagesOf(9));
      const list = await renderSettled(
        html`<video-list src=${server.url} paging="button" page-size="2"></video-list>`,
      );
      await list.loadMore();
      Object.assign(list, change);
      await server.requests({count: 3});
      await list.updateComplete;
      assert.deepEqual(titlesIn(list), titles(1, 4));
      assert.isTrue(hasState(list, 'ready'));
      await server.release();
      await until(() => titlesIn(list).join() === expected.join());
      assert.equal((await pagesAsked(server))[2], 1);
    });
  }

  it('starts again when src changes, and keeps the cards until the response', async () => {
    const [older, newer] = [await paged(9), await answering(held(pagesOf(recordsTitled('New'))))];
    const list = await renderSettled(
      html`<video-list src=${older.url} paging="button" page-size="2"></video-list>`,
    );
    await list.loadMore();
    list.src = newer.url;
    await newer.requests();
    assert.deepEqual(titlesIn(list), titles(1, 4));
    // Loads nothing, because the next page could belong to either list.
    await list.loadMore();
    await newer.release();
    await until(() => titlesIn(list).join() === 'New');
    assert.deepEqual(await pagesAsked(newer), [1]);
  });

  it('aborts the request of the next page', async () => {
    const [older, newer] = [await answering(pagesOf(9), held(pagesOf(9))), await paged(1)];
    const list = await renderSettled(
      html`<video-list src=${older.url} paging="button" page-size="2"></video-list>`,
    );
    const more = list.loadMore();
    await older.requests({count: 2});
    list.src = newer.url;
    await older.requests({count: 2, aborted: 1});
    await more;
    await until(() => titlesIn(list).join() === 'Video 1');
    assert.equal(textOf(list, 'status'), '1 video');
  });

  it('does not append a page to the previous cards when it fails', async () => {
    const [older, newer] = [await paged(9), await answering(broken, pagesOf(recordsTitled('New')))];
    const list = await renderSettled(
      html`<video-list src=${older.url} paging="button" page-size="2"></video-list>`,
    );
    const failed = oneEvent(list, 'video-list-error');
    list.src = newer.url;
    await failed;
    await list.loadMore();
    assert.deepEqual(titlesIn(list), titles(1, 2));
    await list.refresh();
    assert.deepEqual(titlesIn(list), ['New']);
    assert.deepEqual(await pagesAsked(newer), [1, 1]);
  });

  it('loads automatically again when the attribute is removed', async () => {
    const {url} = await paged(9);
    const list = await renderSettled(
      html`<video-list src=${url} paging="none" page-size="3"></video-list>`,
    );
    list.removeAttribute('paging');
    await until(() => titlesIn(list).length === 9);
  });
});
