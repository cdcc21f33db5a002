import {assert} from '@open-wc/testing/pure';
import fc from 'fast-check';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {urlNames, withParameters} from '../../../src/features/history/url-names.js';
import {heard, warningsDuring} from '../../support/events.js';
import {clickOn} from '../../support/input.js';
import {
  cardAt,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
  titlesIn,
  until,
} from '../../support/page.js';
import {aPage, recordsTitled} from '../../support/records.js';
import {answering, paged, type Answer} from '../../support/test-server.js';

/** The query of the test page. The test runner needs it. */
const home = location.pathname + location.search;

/** Sets the address of this page before a list exists, like a link or a reload. */
const visit = (parameters: string, hash = '') =>
  history.replaceState(null, '', home + (parameters && `&${parameters}`) + hash);

const valueOf = (name: string) => new URL(location.href).searchParams.get(name);
const valuesOf = (...names: string[]) => names.map(valueOf);

const aList = (template: TemplateResult) => renderSettled(template);

// An additional entry, so that a step too far back does not leave the page.
before(() => history.pushState(null, ''));

async function goBack(isThere: () => boolean) {
  history.back();
  await until(isThere, 'Back has arrived');
}

/** A server that finds videos by name, by id, and by page. */
const server = (...titles: string[]) =>
  answering(...Array.from({length: 12}, (): Answer => aPage(recordsTitled(...titles))));

function choose(list: VideoListElement, index: number, value: string) {
  const select = partsOf(list, 'choice')[index] as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change'));
}

function type(list: VideoListElement, text: string) {
  const field = part(list, 'search') as HTMLInputElement;
  field.value = text;
  field.form!.requestSubmit();
}

beforeEach(() => visit(''));
afterEach(() => visit(''));

describe('A <video-list history="url">', () => {
  it('starts with the filters of the address, in its first request', async () => {
    visit('search=sea&order=oldest');
    const {url, requests} = await server('At sea');
    const list = await aList(html`<video-list history="url" src=${url}></video-list>`);
    assert.deepEqual(
      (await requests()).map(({query}) => [query['videoName'], query['listOrder']]),
      [['sea', '1']],
    );
    assert.equal(list.search, 'sea');
    assert.equal(valueOf('search'), 'sea');
  });

  it('writes filters of the user, and Back undoes them', async () => {
    visit('', '#chapter');
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url" src=${url} toolbar="order state"></video-list>`,
    );
    history.replaceState({route: 1}, '');
    choose(list, 0, 'oldest');
    await until(() => valueOf('order') === 'oldest');
    choose(list, 1, 'available');
    await until(() => valueOf('state') === 'available');
    assert.equal(location.hash, '#chapter');
    assert.propertyVal(history.state, 'route', 1);
    assert.isTrue((location.pathname + location.search).startsWith(home), 'the page keeps its own');
    await goBack(() => valueOf('state') === null);
    await settled(list);
    assert.deepEqual([list.order, list.state ?? ''], ['oldest', '']);
    assert.equal((partsOf(list, 'choice')[1] as HTMLSelectElement).value, '');
    await goBack(() => valueOf('order') === null);
    await settled(list);
    assert.notOk(list.order);
  });

  it('adds one history entry for a search', async () => {
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url" src=${url} toolbar="search"></video-list>`,
    );
    type(list, 's');
    await until(() => valueOf('search') === 's');
    type(list, 'sea & sun');
    await until(() => valueOf('search') === 'sea & sun');
    await goBack(() => valueOf('search') === null);
    assert.notOk(list.search);
  });

  it('adds no history entry for changes by the page', async () => {
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url" src=${url} order="oldest" toolbar="order"></video-list>`,
    );
    const {length} = history;
    assert.isNull(valueOf('order'));
    list.search = 'sea';
    await until(() => valueOf('search') === 'sea');
    assert.equal(history.length, length);
    choose(list, 0, 'newest');
    await until(() => valueOf('order') === 'newest');
    choose(list, 0, 'oldest');
    await until(() => valueOf('order') === null);
  });

  it('stores in the address that the user has removed a filter of the page', async () => {
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url" src=${url} state="available" toolbar="state"></video-list>`,
    );
    choose(list, 0, '');
    await until(() => valueOf('state') === '');
    list.remove();
    const again = await aList(
      html`<video-list history="url" src=${url} state="available" toolbar="state"></video-list>`,
    );
    assert.notOk(again.state);
  });

  it('opens the result page of the address, and writes pages that the user opens', async () => {
    visit('page=2');
    const {url} = await paged(30);
    const list = await aList(
      html`<video-list history="url" src=${url} paging="pages" page-size="10"></video-list>`,
    );
    assert.equal(titlesIn(list)[0], 'Video 11');
    part(list, 'next').click();
    await until(() => titlesIn(list)[0] === 'Video 21');
    await until(() => valueOf('page') === '3');
    await goBack(() => valueOf('page') === '2');
    await until(() => titlesIn(list)[0] === 'Video 11');
  });

  for (const wrong of [
    'page=-1&order=sideways&state=constructor&created-from=yesterday',
    'page=1e99&order=&state=%00',
    'page=%E0%A4%A&order=%3Cimg%3E',
  ]) {
    it(`takes nothing from ${wrong}`, async () => {
      visit(wrong);
      const {url, requests} = await server('One');
      const list = await aList(
        html`<video-list history="url" src=${url} paging="pages"></video-list>`,
      );
      assert.equal(list.page, 1);
      assert.notOk(list.order || list.state || list.createdFrom);
      assert.notMatch(
        Object.keys((await requests())[0]!.query).join(' '),
        /listOrder|videoStatus|startTime|videoName/,
      );
    });
  }

  it('does not change locked filters', async () => {
    visit('category=secret');
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url" src=${url} category="open" locked="category"></video-list>`,
    );
    assert.equal(list.category, 'open');
  });

  it('adds a selected video; Back removes it after any number of selections', async () => {
    const {url} = await server('One', 'Two', 'Three');
    const list = await aList(html`<video-list history="url" src=${url}></video-list>`);
    await clickOn(cardAt(list, 0));
    await until(() => valueOf('video') === cardAt(list, 0).video!.id);
    await clickOn(cardAt(list, 2));
    await until(() => valueOf('video') === cardAt(list, 2).video!.id);
    await goBack(() => valueOf('video') === null);
    assert.equal(list.current, '');
  });

  it('goes back when a video that was opened here is closed', async () => {
    const {url} = await server('One', 'Two');
    const list = await aList(html`<video-list history="url" src=${url}></video-list>`);
    const before = location.href;
    await clickOn(cardAt(list, 0));
    await until(() => valueOf('video') !== null);
    let steps = 0;
    history.back = () => {
      steps += 1;
      History.prototype.back.call(history);
    };
    list.current = '';
    // Rendered again before the browser has gone back.
    for (let turn = 0; turn < 3; turn++) {
      list.requestUpdate();
      await list.updateComplete;
    }
    await until(() => location.href === before);
    Reflect.deleteProperty(history, 'back');
    assert.equal(steps, 1);
    await clickOn(cardAt(list, 1));
    await until(() => valueOf('video') === cardAt(list, 1).video!.id);
  });

  it('fires video-select for the video of a link, and marks it', async () => {
    const {url} = await server('One', 'Two');
    const first = await aList(html`<video-list src=${url}></video-list>`);
    const {id} = cardAt(first, 1).video!;
    first.remove();
    visit(`video=${id}`);
    const picks = heard(document, 'video-select');
    const {length} = history;
    const list = await aList(html`<video-list history="url" src=${url}></video-list>`);
    await until(() => picks.length > 0);
    const {video, index, trigger} = picks[0]!.detail;
    assert.deepEqual([video.id, index, trigger], [id, 1, 'link']);
    await settled(list);
    assert.isTrue(cardAt(list, 1).selected);
    assert.equal(valueOf('video'), id);
    assert.equal(history.length, length);
  });

  it('asks for the video of a link by its id if it is on no loaded page', async () => {
    const wanted = recordsTitled('Far away')[0]!;
    const id = String(wanted['videoId']);
    const {url, requests} = await answering(
      aPage(recordsTitled('One', 'Two').map((record, at) => ({...record, videoId: `near-${at}`}))),
      aPage([wanted]),
    );
    visit(`video=${id}`);
    const picks = heard(document, 'video-select');
    await aList(html`<video-list history="url" src=${url}></video-list>`);
    await until(() => picks.length > 0);
    assert.deepEqual([picks[0]!.detail.video.title, picks[0]!.detail.index], ['Far away', -1]);
    assert.equal((await requests({count: 2})).at(-1)!.query['videoId'], id);
  });

  it('selects nothing if the video does not exist, or if the page cancels the event', async () => {
    const {url} = await server('One', 'Two');
    visit('video=nowhere');
    const picks = heard(document, 'video-select');
    const list = await aList(html`<video-list history="url" src=${url}></video-list>`);
    await settled(list);
    assert.lengthOf(picks, 0);
    list.remove();
    const {id} = cardAt(await aList(html`<video-list src=${url}></video-list>`), 0).video!;
    visit(`video=${id}`);
    document.addEventListener('video-select', (event) => event.preventDefault(), {once: true});
    const other = await aList(html`<video-list history="url" src=${url}></video-list>`);
    await until(() => other.current === '');
  });

  it('uses the names that the page sets', async () => {
    visit('q=sea&v-order=oldest&search=host');
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url prefix=v- search=q" src=${url}></video-list>`,
    );
    assert.deepEqual([list.search, list.order], ['sea', 'oldest']);
    list.search = 'sun';
    await until(() => valueOf('q') === 'sun');
    assert.deepEqual(valuesOf('search', 'v-order'), ['host', 'oldest']);
  });

  it('does not change the address of another page of the site', async () => {
    const {url} = await server('One');
    const list = await aList(html`<video-list history="url" src=${url}></video-list>`);
    history.pushState(null, '', '/elsewhere');
    list.search = 'sea';
    await settled(list);
    assert.equal(location.pathname + location.search, '/elsewhere');
    await goBack(() => location.pathname !== '/elsewhere');
  });

  it('still works if the browser refuses a new address', async () => {
    const {url} = await server('One');
    const list = await aList(
      html`<video-list history="url" src=${url} toolbar="order"></video-list>`,
    );
    history.pushState = () => {
      throw new DOMException('Too many calls', 'SecurityError');
    };
    const warnings = await warningsDuring(async () => {
      choose(list, 0, 'oldest');
      await settled(list);
    });
    // Now `pushState` is that of the prototype again.
    Reflect.deleteProperty(history, 'pushState');
    assert.equal(list.order, 'oldest');
    assert.lengthOf(warnings, 1);
  });

  it('shows videos that the page sets', async () => {
    const list = await render<VideoListElement>(
      html`<video-list .history=${'url'} .videos=${[{id: '1', title: 'One'}]}></video-list>`,
    );
    await settled(list);
    assert.deepEqual(titlesIn(list), ['One']);
  });
});

describe('A query', () => {
  it('keeps the parameters of the page as they are written', () => {
    const odd = '?a=b%20c+d&flag&=x&q=%zz&&tags[]=1&tags[]=2';
    const values = new Map([
      ['q', 'new & old'],
      ['page', undefined],
    ]);
    assert.equal(
      withParameters(odd, values),
      '?a=b%20c+d&flag&=x&tags[]=1&tags[]=2&q=new%20%26%20old',
    );
    assert.equal(withParameters('?page=2', values.set('q', undefined)), '');
  });

  it('parses to the values that it was made of', () => {
    const text = fc.string({unit: 'grapheme'});
    fc.assert(
      fc.property(text, text.filter(Boolean), text, (host, name, value) => {
        const search = withParameters(
          `?host=${encodeURIComponent(host)}`,
          new Map([[name, value]]),
        );
        const read = new URLSearchParams(search);
        assert.equal(read.get(name), value);
        if (name !== 'host') assert.equal(read.get('host'), host);
      }),
    );
  });

  it('has the attributes as names', () => {
    const names = urlNames('url');
    assert.equal(names.get('createdFrom'), 'created-from');
    assert.equal(names.get('video'), 'video');
  });
});
