import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {SavedListState, HistoryRouter} from '../../../src/elements/video-list/page-history.js';
import {atRest} from '../../hosts/scene.js';
import {heard} from '../../support/events.js';
import {answering, holding, paged, pagesOf} from '../../support/test-server.js';
import {
  cardsOf,
  hasState,
  part,
  render,
  renderSettled,
  settled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {aPageTitled} from '../../support/records.js';

// Clears the history entry, so that it does not affect the next test.
beforeEach(() => {
  history.replaceState(null, '');
});
afterEach(() => {
  history.replaceState(null, '');
});

/** Title of the first card that a user sees. */
function firstTitle(list: Element) {
  const card = cardsOf(list).find((card) => card.getBoundingClientRect().bottom > 1);
  return card ? textOf(card, 'title') : '';
}

/** The saved state of the list with an id. */
const keptFor = (id: string) =>
  (history.state as Record<string, SavedListState> | null)?.[`video-list#${id}`];

/** Simulates a user who returns: the page creates all elements again. */
async function comeBack(list: VideoListElement, template: TemplateResult) {
  list.parentElement?.remove();
  scrollTo({top: 0, behavior: 'instant'});
  const scene = await render<HTMLElement>(html`<div>${template}</div>`);
  return scene.firstElementChild as VideoListElement;
}

/** Loads more until there are this many cards. The list may load some automatically. */
async function grownTo(list: VideoListElement, length: number) {
  const grown = () => Number(cardsOf(list)[0]?.ariaSetSize) >= length;
  for (let pages = 0; pages < length && !grown(); pages++) {
    await list.loadMore();
    await new Promise(requestAnimationFrame);
  }
  await until(grown, `${length} cards`);
}

async function firstVisit(template: TemplateResult) {
  const scene = await render<HTMLElement>(html`<div>${template}</div>`);
  const list = scene.firstElementChild as VideoListElement;
  await settled(list);
  return list;
}

/** A router that lets tests read the saved states. */
function aRouter(known?: unknown) {
  const written: SavedListState[] = [];
  const router: HistoryRouter = {
    read: () => known as SavedListState | undefined,
    write: (_list, saved) => written.push(saved),
  };
  return {router, written};
}

describe('A <video-list history>', () => {
  for (const [how, total] of [
    ['knows its length', true],
    ['grows', false],
  ] as const) {
    it(`brings a user back to where they were when it ${how}`, async () => {
      const server = await paged(300, {total});
      const template = html`
        <video-list id="videos" history src=${server.url} page-size="50"></video-list>
      `;
      const list = await firstVisit(template);
      await grownTo(list, 150);
      await list.scrollToVideo('id-45');
      scrollBy({top: 1500, behavior: 'instant'});
      await until(() => (keptFor('videos')?.index ?? 0) > 45);
      // It is unknown until the first card in view is in the document.
      await until(() => keptFor('videos')?.offset !== undefined);
      const kept = keptFor('videos');
      const title = `Video ${(kept?.index ?? NaN) + 1}`;

      const again = await comeBack(list, template);
      await until(() => firstTitle(again) === title);
      assert.isTrue(hasState(again, 'ready'));
      assert.isAtLeast(Number(cardsOf(again)[0]?.ariaSetSize), 150);
      // A scroll position may be rounded to a pixel of the screen.
      const {offset: offsetNow = NaN, ...stateNow} = keptFor('videos') ?? {};
      const {offset = NaN, ...saved} = kept ?? {};
      assert.deepEqual(stateNow, saved, 'The saved state is still known.');
      assert.closeTo(offsetNow, offset, 1);
    });
  }

  it('restores the position at its end', async () => {
    const server = await paged(60);
    const template = html`
      <video-list id="videos" history src=${server.url} page-size="24"></video-list>
    `;
    const list = await firstVisit(template);
    await grownTo(list, 60);
    await list.scrollToVideo('id-60');
    scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'});
    await until(() => (keptFor('videos')?.index ?? 0) > 40, 'the position is saved');
    await atRest(list);
    const {index} = keptFor('videos')!;
    const before = scrollY;
    list.parentElement!.remove();
    // A scrolled list has cards around its view from the beginning.
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);

    const again = await firstVisit(template);
    await until(() => keptFor('videos')?.index === index && scrollY > 0, 'the user is back');
    await until(() => cardsOf(again)[0]!.index < index - 2, 'there are cards around the view');
    await atRest(again);
    assert.closeTo(scrollY, before, 1);
  });

  it('requests only the first page and the pages that were in view', async () => {
    const server = await paged(100_000, {total: true});
    const template = html`
      <video-list id="videos" history src=${server.url} page-size="50"></video-list>
    `;
    const list = await firstVisit(template);
    scrollTo({top: document.documentElement.scrollHeight / 2, behavior: 'instant'});
    await until(() => (keptFor('videos')?.index ?? 0) > 40_000);
    await until(() => !!firstTitle(list));
    const title = firstTitle(list);
    const {length} = await server.requests();
    const again = await comeBack(list, template);
    await until(() => firstTitle(again) === title);
    assert.isAtMost((await server.requests()).length, length + 4);
  });

  it('restores filters before the first request', async () => {
    const server = await paged(10);
    const template = html`
      <video-list id="videos" history src=${server.url} toolbar="search state"></video-list>
    `;
    const list = await firstVisit(template);
    Object.assign(list, {search: 'sea', state: 'available'});
    await until(() => keptFor('videos')?.filters.search === 'sea');
    const {length} = await server.requests();
    const again = await comeBack(list, template);
    await settled(again);
    assert.equal(again.search, 'sea');
    assert.equal((part(again, 'search') as HTMLInputElement).value, 'sea');
    const requests = await server.requests({count: length + 1});
    assert.lengthOf(requests, length + 1);
    assert.deepInclude(requests.at(-1)?.query, {videoName: 'sea', videoStatus: '0'});
  });

  it('restores filters without results', async () => {
    const server = await answering(aPageTitled('First'), pagesOf(0));
    const template = html`
      <video-list id="videos" history src=${server.url} toolbar="search"></video-list>
    `;
    const list = await firstVisit(template);
    list.search = 'unicorn';
    await until(() => hasState(list, 'empty') && keptFor('videos')?.filters.search === 'unicorn');
    const again = await comeBack(list, template);
    await until(() => hasState(again, 'empty'));
    assert.equal((part(again, 'search') as HTMLInputElement).value, 'unicorn');
  });

  it('restores the open result page', async () => {
    const server = await paged(100);
    const template = html`
      <video-list id="videos" history src=${server.url} paging="pages" page-size="10"></video-list>
    `;
    const list = await firstVisit(template);
    list.page = 4;
    await until(() => keptFor('videos')?.page === 4);
    const again = await comeBack(list, template);
    await until(() => titlesIn(again)[0] === 'Video 31');
    assert.equal(again.page, 4);
  });

  it('keeps the state of the page in its history entry', async () => {
    const {url} = await paged(10);
    history.replaceState({route: '/videos', scroll: [1, 2]}, '');
    await firstVisit(html`<video-list id="videos" history src=${url}></video-list>`);
    await until(() => keptFor('videos') !== undefined);
    assert.deepInclude(history.state, {route: '/videos', scroll: [1, 2]});
  });

  it('does not restore filters that are locked now', async () => {
    const {url} = await paged(10);
    const {router} = aRouter({filters: {state: 'available', search: 'sea'}, page: 1});
    const list = await renderSettled(
      html`<video-list
        src=${url}
        locked="state"
        state="unavailable"
        .history=${router}
      ></video-list>`,
    );
    assert.deepInclude(list, {state: 'unavailable', search: 'sea'});
  });

  it('makes no entries of its own', async () => {
    const {url} = await paged(300, {total: true});
    const {length} = history;
    const {href} = location;
    await firstVisit(html`<video-list id="videos" history src=${url}></video-list>`);
    scrollTo({top: 2000, behavior: 'instant'});
    await until(() => (keptFor('videos')?.index ?? 0) > 0);
    assert.equal(history.length, length);
    assert.equal(location.href, href);
  });

  it('works next to another list', async () => {
    const {url} = await paged(10);
    const scene = await render<HTMLElement>(html`
      <div>
        <video-list id="one" history src=${url} search="one"></video-list>
        <video-list id="two" history src=${url} search="two"></video-list>
      </div>
    `);
    const [one, two] = [...scene.children] as [VideoListElement, VideoListElement];
    await until(() => !!keptFor('one') && !!keptFor('two'));
    assert.equal(keptFor('one')?.filters.search, one.search);
    assert.equal(keptFor('two')?.filters.search, two.search);
  });

  it('does not write to the entry of another page', async () => {
    const {url} = await paged(300, {total: true});
    const list = await firstVisit(html`<video-list id="videos" history src=${url}></video-list>`);
    await until(() => keptFor('videos') !== undefined);
    scrollTo({top: 2000, behavior: 'instant'});
    await until(() => (cardsOf(list)[0]?.index ?? 0) > 0);
    // Navigates like a router: another history entry, another page.
    history.pushState({route: '/elsewhere'}, '');
    list.remove();
    // Waits until a list that was created later has saved its position: the removed list would have saved its position
    // earlier.
    const {router, written} = aRouter();
    await renderSettled(html`<video-list .history=${router} src=${url}></video-list>`);
    await until(() => written.length > 0);
    assert.deepEqual(history.state, {route: '/elsewhere'});
    history.back();
    await until(() => (history.state as {route?: string} | null)?.route !== '/elsewhere');
  });

  it('does not forget the position while the videos are on their way', async () => {
    const server = await holding(pagesOf(300, {total: true}));
    const saved = {filters: {}, page: 1, pageCount: 12, index: 120};
    const {router, written} = aRouter(saved);
    const list = await render<VideoListElement>(
      html`<video-list src=${server.url} .history=${router}></video-list>`,
    );
    // Waits until a list that does not have to wait has saved its position.
    const other = aRouter();
    const {url} = await paged(10);
    await renderSettled(html`<video-list .history=${other.router} src=${url}></video-list>`);
    await until(() => other.written.length > 0);
    assert.isEmpty(written);
    await server.release();
    await until(() => written.length > 0 && hasState(list, 'ready'));
    assert.isAbove(written[0]?.index ?? 0, 110);
  });

  for (const off of ['no attribute', 'history="false"']) {
    it(`is off with ${off}`, async () => {
      const {url} = await paged(300, {total: true});
      const list = await render<VideoListElement>(
        html`<video-list id="videos" src=${url}></video-list>`,
      );
      if (off !== 'no attribute') list.setAttribute('history', 'false');
      const {router, written} = aRouter();
      await renderSettled(html`<video-list .history=${router} src=${url}></video-list>`);
      await until(() => written.length > 0);
      assert.isNull(history.state);
    });
  }
});

describe('A router of the page’s own', () => {
  it('is used instead of the browser’s history', async () => {
    const server = await paged(300, {total: true});
    const saved = {filters: {search: 'sea'}, page: 1, pageCount: 1, index: 200};
    const {router, written} = aRouter(saved);
    const list = await renderSettled(
      html`<video-list src=${server.url} .history=${router}></video-list>`,
    );
    await until(() => firstTitle(list) !== '' && scrollY > 0);
    const [request] = await server.requests();
    assert.equal(request?.query['videoName'], 'sea');
    await until(() => written.length > 0);
    assert.equal(written.at(-1)?.filters.search, 'sea');
    assert.closeTo(written.at(-1)?.index ?? 0, 200, 8);
    assert.isNull(history.state);
  });

  it('can be set after the list has been rendered', async () => {
    const server = await paged(300, {total: true});
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    assert.equal(firstTitle(list), 'Video 1');
    const saved = {filters: {search: 'sea'}, page: 1, pageCount: 1, index: 200};
    const {router, written} = aRouter(saved);
    list.history = router;
    await until(() => written.length > 0);
    assert.closeTo(written[0]?.index ?? 0, 200, 8);
    const requests = await server.requests({count: 2});
    assert.equal(requests.at(-1)?.query['videoName'], 'sea');
  });

  it('gets the position at once when the page is left during a scroll', async () => {
    const {url} = await paged(300, {total: true});
    const {router, written} = aRouter();
    await renderSettled(html`<video-list src=${url} .history=${router}></video-list>`);
    await until(() => written.length > 0);
    scrollTo({top: 3000, behavior: 'instant'});
    await new Promise((resolve) => addEventListener('scroll', resolve, {once: true}));
    const {length} = written;
    dispatchEvent(new PageTransitionEvent('pagehide'));
    assert.lengthOf(written, length + 1);
    assert.isAbove(written.at(-1)!.index, 10);
  });

  it('keeps the top of the page if the user was there, above the list', async () => {
    const {url} = await paged(300, {total: true});
    const {router, written} = aRouter({filters: {}, page: 1, pageCount: 1, index: 0, offset: 2000});
    await renderSettled(
      html`<video-list style="margin-top: 2000px" src=${url} .history=${router}></video-list>`,
    );
    await until(() => written.length > 0);
    assert.equal(scrollY, 0);
    assert.equal(written.at(-1)?.index, 0);
  });

  it('does not save a scroll of the browser before the position is restored', async () => {
    const server = await holding(pagesOf(300, {total: true}));
    const {router, written} = aRouter({filters: {}, page: 1, pageCount: 1, index: 200});
    const list = await render<VideoListElement>(
      html`<video-list
        style="margin-top: 2000px"
        src=${server.url}
        .history=${router}
      ></video-list>`,
    );
    // As the scroll restoration of a browser.
    scrollTo({top: 2100, behavior: 'instant'});
    await server.requests();
    await server.release();
    await until(() => written.length > 0 && hasState(list, 'ready'));
    assert.closeTo(written[0]!.index, 200, 8);
  });

  it('does not scroll a user who has scrolled meanwhile', async () => {
    const server = await holding(pagesOf(300, {total: true}));
    const {router, written} = aRouter({filters: {}, page: 1, pageCount: 1, index: 200});
    await render(html`<video-list src=${server.url} .history=${router}></video-list>`);
    await server.requests();
    dispatchEvent(new WheelEvent('wheel'));
    scrollTo({top: 1200, behavior: 'instant'});
    await new Promise((resolve) => addEventListener('scroll', resolve, {once: true}));
    await server.release();
    await until(() => written.length > 0);
    assert.isBelow(written[0]!.index, 50);
  });

  // sveltejs/kit#365: Safari throws after 100 changes of the history in 30 seconds, by whoever.
  it('gets a position again that it could not store', async () => {
    const {url} = await paged(10);
    const {router, written} = aRouter();
    let refusals = 0;
    const refusing: HistoryRouter = {
      ...router,
      write() {
        refusals += 1;
        throw new DOMException('Too many changes of the history.', 'SecurityError');
      },
    };
    const list = await renderSettled(
      html`<video-list src=${url} .history=${refusing}></video-list>`,
    );
    await until(() => refusals > 0);
    list.history = router;
    dispatchEvent(new PageTransitionEvent('pagehide'));
    assert.lengthOf(written, 1);
  });

  it('gets plain data and the list', async () => {
    const {url} = await paged(10);
    const lists: Element[] = [];
    const written: SavedListState[] = [];
    const router: HistoryRouter = {
      read: (list) => void lists.push(list),
      write: (list, saved) => written.push(saved) && lists.push(list),
    };
    const list = await renderSettled(
      html`<video-list src=${url} search="sea" .history=${router}></video-list>`,
    );
    await until(() => written.length > 0);
    assert.isTrue(lists.every((other) => other === list));
    assert.deepEqual(JSON.parse(JSON.stringify(written[0])), {
      filters: {search: 'sea'},
      page: 1,
      pageCount: 1,
      index: 0,
      offset: Math.round(cardsOf(list)[0]!.getBoundingClientRect().top),
    });
  });
});

describe('A saved state that is damaged or foreign', () => {
  const states: Record<string, unknown> = {
    'a text': 'nonsense',
    'a number': 7,
    'a list': [1, 2],
    empty: {},
    'without filters': {page: 1, pageCount: 1, index: 0},
    'with filters that are none': {filters: 'sea', page: 1, pageCount: 1, index: 0},
    'with numbers that are none': {filters: {}, page: 'two', pageCount: {}, index: 'far'},
    'with numbers below all': {filters: {}, page: -3, pageCount: -7, index: -1},
    'with no numbers': {filters: {}, page: NaN, pageCount: Infinity, index: NaN},
    'far beyond the end': {filters: {}, page: 1, pageCount: 1e9, index: 1e9},
    'with more than filters': {
      filters: {src: '/test-server/no-such-address', tabIndex: 3},
      page: 1,
    },
  };

  for (const [what, saved] of Object.entries(states)) {
    it(`costs nothing when it is ${what}`, async () => {
      const uncaught = heard(window, 'error');
      const server = await paged(9);
      const {router} = aRouter(saved);
      const list = await renderSettled(
        html`<video-list src=${server.url} .history=${router}></video-list>`,
      );
      await until(() => titlesIn(list)[0] === 'Video 1');
      await list.updateComplete;
      assert.lengthOf(titlesIn(list), 9);
      assert.equal(list.getAttribute('src'), server.url);
      assert.equal(list.src, server.url);
      assert.equal(list.tabIndex, -1);
      assert.isEmpty(uncaught);
    });
  }

  it('is ignored when the router throws', async () => {
    const {url} = await paged(9);
    const router: HistoryRouter = {
      read() {
        throw new Error('No storage in this frame.');
      },
      write: () => undefined,
    };
    const list = await renderSettled(html`<video-list src=${url} .history=${router}></video-list>`);
    assert.lengthOf(titlesIn(list), 9);
  });

  for (const state of ['/a-route', 7, [1, 2], true]) {
    it(`leaves a history entry of ${JSON.stringify(state)} as it is`, async () => {
      const {url} = await paged(9);
      history.replaceState(state, '');
      const list = await firstVisit(html`<video-list id="videos" history src=${url}></video-list>`);
      assert.lengthOf(titlesIn(list), 9);
      // Waits until a list that was created later has saved its position.
      const {router, written} = aRouter();
      await renderSettled(html`<video-list .history=${router} src=${url}></video-list>`);
      await until(() => written.length > 0);
      assert.deepEqual(history.state, state);
    });
  }
});
