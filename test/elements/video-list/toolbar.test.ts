import {assert} from '@open-wc/testing/pure';
import {sendKeys} from '@web/test-runner-commands';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {Fetcher} from '../../../src/index.js';
import {heard} from '../../support/events.js';
import {answering, type Answer, type TestServer} from '../../support/test-server.js';
import {clickOn, press} from '../../support/input.js';
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
import {anAnswer, aPage, aPageTitled} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

/** A list with a toolbar, and the server behind it. */
async function scene(
  template: (url: string) => TemplateResult,
  ...answers: Answer[]
): Promise<{list: VideoListElement; server: TestServer}> {
  const server = await answering(...(answers.length > 0 ? answers : [aPageTitled('First')]));
  const list = await renderSettled(template(server.url));
  return {list, server};
}

const searchable = (url: string) => html`<video-list src=${url} toolbar="search"></video-list>`;

const searchField = (list: VideoListElement) => part(list, 'search') as HTMLInputElement;

/** The control with this name. */
function choice(list: VideoListElement, name: string): HTMLSelectElement {
  const selects = partsOf(list, 'choice') as HTMLSelectElement[];
  const select = selects.find(({ariaLabel}) => ariaLabel === name);
  if (!select) throw new Error(`There is nothing to choose called "${name}".`);
  return select;
}

const optionsOf = (select: HTMLSelectElement) =>
  [...select.options].map(({textContent}) => textContent.trim());

/** Selects an option like a user. */
function choose(select: HTMLSelectElement, option: string) {
  select.selectedIndex = optionsOf(select).indexOf(option);
  select.dispatchEvent(new Event('change', {bubbles: true}));
}

const chipsOf = (list: VideoListElement) =>
  partsOf(list, 'filter').map(({textContent}) => textContent.replace('✕', '').trim());

/** The query of the latest request, when this many have arrived. */
async function latestQuery(server: TestServer, count: number) {
  return (await server.requests({count})).at(-1)?.query ?? {};
}

/** Names of the controls and chips, in their order. */
const controlsOf = (list: VideoListElement) =>
  [...part(list, 'toolbar').querySelectorAll('input, select')].map(({ariaLabel}) => ariaLabel);

describe('The toolbar of a <video-list>', () => {
  it('does not exist by default', async () => {
    const {list} = await scene((url) => html`<video-list src=${url} search="sea"></video-list>`);
    assert.isFalse(hasPart(list, 'toolbar'));
  });

  it('has the chosen controls, in this order', async () => {
    const {list} = await scene(
      (url) =>
        html`<video-list
          src=${url}
          toolbar="order search  state transcoding category"
          .categories=${['nature', 'sea']}
        ></video-list>`,
    );
    assert.deepEqual(controlsOf(list), ['Order', 'Search', 'Status', 'Processing', 'Category']);
    assert.deepEqual(optionsOf(choice(list, 'Order')), ['Newest first', 'Oldest first']);
    assert.deepEqual(optionsOf(choice(list, 'Status')), [
      'Status: any',
      'Available',
      'Unavailable',
    ]);
    assert.deepEqual(optionsOf(choice(list, 'Category')), ['Category: any', 'nature', 'sea']);
    assert.deepEqual(optionsOf(choice(list, 'Processing')), [
      'Processing: any',
      'Processed',
      'Not processed',
      'Processing',
      'Failed',
    ]);
  });

  it('shows the filters of the page', async () => {
    const {list} = await scene(
      (url) =>
        html`<video-list
          src=${url}
          toolbar="search order state category"
          search="sea"
          order="oldest"
          state="unavailable"
          category="nature"
          .categories=${['nature', 'sea']}
        ></video-list>`,
    );
    assert.equal(searchField(list).value, 'sea');
    assert.equal(choice(list, 'Order').value, 'oldest');
    assert.equal(choice(list, 'Status').value, 'unavailable');
    assert.equal(choice(list, 'Category').value, 'nature');
  });

  it('shows filters that the page sets later', async () => {
    const {list} = await scene(
      (url) => html`<video-list src=${url} toolbar="search order state"></video-list>`,
    );
    Object.assign(list, {search: 'sea', order: 'oldest', state: 'available'});
    await list.updateComplete;
    assert.equal(searchField(list).value, 'sea');
    assert.equal(choice(list, 'Order').value, 'oldest');
    assert.equal(choice(list, 'Status').value, 'available');
    Object.assign(list, {search: undefined, order: undefined, state: undefined});
    await list.updateComplete;
    assert.equal(searchField(list).value, '');
    assert.equal(choice(list, 'Order').value, 'newest');
    assert.equal(choice(list, 'Status').value, '');
  });

  it('follows the page again after a change by the user', async () => {
    const {list} = await scene(
      (url) => html`<video-list src=${url} toolbar="search state"></video-list>`,
    );
    choose(choice(list, 'Status'), 'Unavailable');
    await list.updateComplete;
    list.state = '';
    await list.updateComplete;
    assert.equal(choice(list, 'Status').value, '');
  });

  it('filters the list, and resets it', async () => {
    const {list, server} = await scene(
      (url) => html`<video-list src=${url} toolbar="order state"></video-list>`,
    );
    choose(choice(list, 'Status'), 'Unavailable');
    assert.equal((await latestQuery(server, 2))['videoStatus'], '1');
    choose(choice(list, 'Order'), 'Oldest first');
    assert.deepInclude(await latestQuery(server, 3), {videoStatus: '1', listOrder: '1'});
    choose(choice(list, 'Status'), 'Status: any');
    assert.notProperty(await latestQuery(server, 4), 'videoStatus');
  });

  it('fires an event with all filters that does not bubble', async () => {
    const {url} = await answering(aPageTitled('First'));
    const around = await render(
      html`<div><video-list src=${url} toolbar="state" category="sea"></video-list></div>`,
    );
    const list = around.firstElementChild as VideoListElement;
    await settled(list);
    const [events, furtherUp] = [
      heard(list, 'video-list-filter'),
      heard(around, 'video-list-filter'),
    ];
    choose(choice(list, 'Status'), 'Available');
    assert.lengthOf(events, 1);
    assert.deepInclude(events[0]?.detail.filters, {state: 'available', category: 'sea'});
    assert.isEmpty(furtherUp);
  });

  it('uses the texts of the page', async () => {
    const strings = {
      filters: {search: 'Suche', order: 'Reihenfolge', state: 'Zustand', category: 'Rubrik'},
      choices: {newest: 'Neueste', oldest: 'Älteste', available: 'Da', unavailable: 'Weg'},
      any: '{filter}: egal',
      remove: '{filter} entfernen',
      notFound: 'Nichts gefunden',
      reset: 'Zurücksetzen',
    };
    const {list} = await scene(
      (url) =>
        html`<video-list
          src=${url}
          toolbar="search order state"
          state="available"
          .strings=${strings}
        ></video-list>`,
      aPage([]),
    );
    assert.deepEqual(controlsOf(list), ['Suche', 'Reihenfolge', 'Zustand']);
    assert.equal(searchField(list).placeholder, 'Suche');
    assert.deepEqual(optionsOf(choice(list, 'Reihenfolge')), ['Neueste', 'Älteste']);
    assert.deepEqual(optionsOf(choice(list, 'Zustand')), ['Zustand: egal', 'Da', 'Weg']);
    assert.deepEqual(chipsOf(list), ['Zustand: Da']);
    assert.equal(part(list, 'filter').ariaLabel, 'Zustand: Da entfernen');
    assert.include(textOf(list, 'message'), 'Nichts gefunden');
    assert.equal(textOf(list, 'reset'), 'Zurücksetzen');
  });
});

describe('The search field of a <video-list>', () => {
  it('searches once after a pause, for the whole text', async () => {
    const {list, server} = await scene(searchable);
    searchField(list).focus();
    await sendKeys({type: 'sea'});
    assert.equal((await latestQuery(server, 2))['videoName'], 'sea');
    await settled(list);
    assert.lengthOf(await server.requests(), 2);
    assert.isTrue(isFocused(searchField(list)), 'One may go on typing.');
  });

  it('keeps typed text while a response arrives', async () => {
    const {list, server} = await scene(searchable, aPageTitled('First'), {
      ...aPageTitled('Found'),
      held: true,
    });
    searchField(list).focus();
    await sendKeys({type: 'sea'});
    await server.requests({count: 2});
    await server.answer(aPageTitled('Found'));
    await sendKeys({type: 'side'});
    await server.release();
    await until(() => titlesIn(list).join() === 'Found');
    assert.equal(searchField(list).value, 'seaside');
    assert.equal((await latestQuery(server, 3))['videoName'], 'seaside');
  });

  it('keeps typed text when the page changes something else', async () => {
    const {list, server} = await scene(searchable);
    searchField(list).focus();
    await sendKeys({type: 'sea'});
    list.pageSize = 7;
    await server.requests({count: 2});
    await list.updateComplete;
    assert.equal(searchField(list).value, 'sea');
  });

  it('searches at once on Enter, and not again after the pause', async () => {
    const {list, server} = await scene(searchable);
    searchField(list).focus();
    const events = heard(list, 'video-list-filter');
    await sendKeys({type: 'sea'});
    await press('Enter');
    await until(() => list.search === 'sea');
    await server.requests({count: 2});
    // A user types into another list afterwards. Its delay ends later than that of the first list.
    const {list: other} = await scene(searchable);
    searchField(other).focus();
    await sendKeys({type: 'x'});
    await until(() => other.search === 'x');
    assert.lengthOf(events, 1);
    assert.lengthOf(await server.requests(), 2);
  });

  // quasarframework/quasar#17663: the field was set to the trimmed text, and the space was lost.
  it('keeps the space before the next word', async () => {
    const {list, server} = await scene(searchable);
    searchField(list).focus();
    await sendKeys({type: 'sea '});
    await until(() => list.search === 'sea');
    await settled(list);
    await sendKeys({type: 'side'});
    assert.equal(searchField(list).value, 'sea side');
    assert.equal((await latestQuery(server, 3))['videoName'], 'sea side');
    list.search = 'harbour';
    await list.updateComplete;
    assert.equal(searchField(list).value, 'harbour');
  });

  it('ignores spaces around a word', async () => {
    const {list, server} = await scene(searchable);
    searchField(list).focus();
    await sendKeys({type: ' sea '});
    await press('Enter');
    assert.equal((await latestQuery(server, 2))['videoName'], 'sea');
  });

  it('is cleared by Escape, and the list with it', async () => {
    const {list, server} = await scene(
      (url) => html`<video-list src=${url} toolbar="search" search="sea"></video-list>`,
    );
    searchField(list).focus();
    await press('Escape');
    assert.notProperty(await latestQuery(server, 2), 'videoName');
    assert.equal(searchField(list).value, '');
    assert.isTrue(isFocused(searchField(list)));
  });

  it('keeps the dialog around it open on Escape, unlike the rest of the list', async () => {
    const {url} = await answering(aPageTitled('First'));
    const dialog = await render<HTMLDialogElement>(
      html`<dialog><video-list src=${url} toolbar="search" search="sea"></video-list></dialog>`,
    );
    const list = dialog.firstElementChild as VideoListElement;
    dialog.showModal();
    await settled(list);
    searchField(list).focus();
    await press('Escape');
    await until(() => list.search === '');
    assert.isTrue(dialog.open);
    // The focus is not in the empty field, because WebKit does not close a dialog from a search field.
    cardAt(list, 0).focus();
    await press('Escape');
    await until(() => !dialog.open);
  });

  it('is cleared by its own button', async () => {
    const {list, server} = await scene(
      (url) => html`<video-list src=${url} toolbar="search" search="sea"></video-list>`,
    );
    // The events of browsers for it.
    searchField(list).value = '';
    searchField(list).dispatchEvent(new Event('input', {bubbles: true}));
    assert.notProperty(await latestQuery(server, 2), 'videoName');
  });

  describe('during a composition (IME)', () => {
    /** What an input method sends for each step of a composition. */
    function compose(field: HTMLInputElement, ...steps: string[]) {
      field.dispatchEvent(new CompositionEvent('compositionstart', {bubbles: true}));
      for (const data of steps) {
        field.value = data;
        const inputType = 'insertCompositionText';
        field.dispatchEvent(
          new InputEvent('input', {data, inputType, isComposing: true, bubbles: true}),
        );
      }
    }

    function endComposition(field: HTMLInputElement) {
      field.dispatchEvent(
        new CompositionEvent('compositionend', {data: field.value, bubbles: true}),
      );
    }

    /** Waits until another list has searched for a text that was typed later: the delay of the first list has ended. */
    async function passPause() {
      const {list} = await scene(searchable);
      searchField(list).value = 'x';
      searchField(list).dispatchEvent(new InputEvent('input', {bubbles: true}));
      await until(() => list.search === 'x');
    }

    it('does not search', async () => {
      const {list, server} = await scene(searchable);
      compose(searchField(list), 'ㅂ', '바', '받');
      await passPause();
      assert.lengthOf(await server.requests(), 1);
      assert.equal(searchField(list).value, '받');
    });

    it('cancels a pending search', async () => {
      const {list, server} = await scene(searchable);
      searchField(list).value = '바';
      searchField(list).dispatchEvent(new InputEvent('input', {bubbles: true}));
      compose(searchField(list), '바ㄷ');
      await passPause();
      assert.lengthOf(await server.requests(), 1);
    });

    it('searches after it has ended', async () => {
      const {list, server} = await scene(searchable);
      compose(searchField(list), 'ㅂ', '바', '바다');
      endComposition(searchField(list));
      assert.equal((await latestQuery(server, 2))['videoName'], '바다');
    });

    it('does not handle Escape and Enter of the input method', async () => {
      const {list, server} = await scene(searchable);
      compose(searchField(list), '바');
      for (const key of ['Escape', 'Enter']) {
        searchField(list).dispatchEvent(
          new KeyboardEvent('keydown', {key, isComposing: true, bubbles: true, cancelable: true}),
        );
      }
      await passPause();
      assert.equal(searchField(list).value, '바');
      assert.lengthOf(await server.requests(), 1);
    });

    it('does not change it when the page changes something else', async () => {
      const {list} = await scene(searchable);
      compose(searchField(list), '바');
      list.badgeFormat = 'height';
      await list.updateComplete;
      assert.equal(searchField(list).value, '바');
    });
  });
});

describe('The chips of a <video-list>', () => {
  const narrowed = (url: string) => html`
    <video-list
      src=${url}
      toolbar="search state"
      search="sea"
      state="available"
      category="nature"
      created-by="editor"
      order="oldest"
    ></video-list>
  `;

  it('name each filter, also those without a control, but not the order', async () => {
    const {list} = await scene(narrowed);
    assert.deepEqual(chipsOf(list), [
      'Search: sea',
      'Category: nature',
      'Status: Available',
      'Created by: editor',
    ]);
    assert.equal(part(list, 'filter').ariaLabel, 'Remove filter: Search: sea');
  });

  it('remove only their filter, and fire an event', async () => {
    const {list, server} = await scene(narrowed);
    const events = heard(list, 'video-list-filter');
    await clickOn(partsOf(list, 'filter')[1] as HTMLElement);
    assert.deepEqual(await latestQuery(server, 2), {
      pageIndex: '1',
      pageSize: '24',
      listOrder: '1',
      videoName: 'sea',
      videoStatus: '0',
      createUser: 'editor',
    });
    await list.updateComplete;
    assert.deepEqual(chipsOf(list), ['Search: sea', 'Status: Available', 'Created by: editor']);
    assert.lengthOf(events, 1);
    assert.equal(events[0]?.detail.filters.category, '');
  });

  it('leave the focus in the toolbar when they are removed', async () => {
    const {list} = await scene(narrowed);
    part(list, 'filter').focus();
    await press('Enter');
    await until(() => list.search === '');
    await list.updateComplete;
    const focused = list.shadowRoot?.activeElement;
    assert.isTrue(!!focused && part(list, 'toolbar').contains(focused));
  });

  it('also empty the search field', async () => {
    const {list} = await scene(narrowed);
    part(list, 'filter').click();
    await list.updateComplete;
    assert.equal(searchField(list).value, '');
  });

  it('are always text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const {list} = await scene(
      (url) => html`<video-list src=${url} toolbar="search" search=${hostile}></video-list>`,
    );
    assert.deepEqual(chipsOf(list), [`Search: ${hostile}`]);
    assert.isNull(part(list, 'toolbar').querySelector('img'));
  });
});

describe('A <video-list> without results', () => {
  const nowhere = (url: string) => html`
    <video-list
      src=${url}
      toolbar="search"
      search="unicorn"
      category="sea"
      order="oldest"
    ></video-list>
  `;

  it('keeps its toolbar, and has a message and a button to reset all filters', async () => {
    const {list} = await scene(nowhere, aPage([]));
    assert.isTrue(hasState(list, 'empty'));
    assert.equal(searchField(list).value, 'unicorn');
    assert.match(textOf(list, 'message'), /^No videos found/);
    assert.equal(textOf(list, 'reset'), 'Reset filters');
  });

  it('shows all videos in the chosen order after a reset', async () => {
    const {list, server} = await scene(nowhere, aPage([]), aPageTitled('First'));
    const events = heard(list, 'video-list-filter');
    await clickOn(part(list, 'reset'));
    await until(() => cardsIn(list).length === 1);
    assert.deepEqual(await latestQuery(server, 2), {
      pageIndex: '1',
      pageSize: '24',
      listOrder: '1',
    });
    assert.lengthOf(events, 1);
    assert.isEmpty(chipsOf(list));
    const focused = list.shadowRoot?.activeElement;
    assert.isTrue(!!focused && part(list, 'toolbar').contains(focused), 'Focus is not lost.');
  });

  it('has no button to reset without filters', async () => {
    const {list} = await scene(searchable, aPage([]));
    assert.isFalse(hasPart(list, 'reset'));
    assert.equal(textOf(list, 'message'), 'No videos yet');
    assert.isTrue(hasPart(list, 'search'));
  });

  it('keeps its toolbar during a request, and if it fails', async () => {
    const {list, server} = await scene(searchable, aPage([]), {
      ...anAnswer('Oops', 500),
      held: true,
    });
    searchField(list).focus();
    await sendKeys({type: 'sea'});
    await server.requests({count: 2});
    assert.isTrue(isFocused(searchField(list)));
    await server.release();
    await until(() => hasPart(list, 'retry'));
    assert.isTrue(isFocused(searchField(list)));
    assert.equal(searchField(list).value, 'sea');
  });
});

describe('The filters that a page locks', () => {
  const locked = (url: string) => html`
    <video-list
      src=${url}
      toolbar="search state order category"
      locked="state  category"
      state="available"
      category="sea"
      search="unicorn"
    ></video-list>
  `;

  it('have neither a control nor a chip', async () => {
    const {list, server} = await scene(locked);
    assert.deepEqual(controlsOf(list), ['Search', 'Order']);
    assert.deepEqual(chipsOf(list), ['Search: unicorn']);
    assert.deepInclude(await latestQuery(server, 1), {
      videoStatus: '0',
      videoClassification: 'sea',
    });
  });

  it('take the control of both dates away, so the other date has a chip', async () => {
    const {list} = await scene(
      (url) => html`
        <video-list
          src=${url}
          toolbar="search dates"
          locked="createdFrom"
          created-from="2020-01-01"
          created-to="2020-12-31"
        ></video-list>
      `,
    );
    assert.lengthOf(partsOf(list, 'date'), 0);
    assert.deepEqual(chipsOf(list), ['To: Dec 31, 2020']);
  });

  it('stay when the user resets all filters', async () => {
    const {list, server} = await scene(locked, aPage([]), aPageTitled('First'));
    part(list, 'reset').click();
    assert.deepEqual(await latestQuery(server, 2), {
      pageIndex: '1',
      pageSize: '24',
      videoStatus: '0',
      videoClassification: 'sea',
    });
  });

  it('cannot be removed from an empty list by the user', async () => {
    const {list} = await scene(
      (url) =>
        html`<video-list
          src=${url}
          toolbar="search state"
          locked="state"
          state="available"
        ></video-list>`,
      aPage([]),
    );
    assert.isFalse(hasPart(list, 'reset'));
  });

  it('leave no toolbar without other controls', async () => {
    const {list} = await scene(
      (url) => html`<video-list src=${url} toolbar="state" locked="state"></video-list>`,
    );
    assert.isFalse(hasPart(list, 'toolbar'));
  });
});

describe('The categories of a <video-list>', () => {
  /** Requests videos from one server and categories from another. */
  const beside =
    (categories: TestServer): Fetcher =>
    (url, init) =>
      fetch(url.endsWith('/categories') ? categories.url : url, init);

  const withCategories = (fetcher: Fetcher) => (url: string) =>
    html`<video-list src=${url} toolbar="search category" .fetcher=${fetcher}></video-list>`;

  const named = (...names: string[]) =>
    anAnswer(
      JSON.stringify({
        code: 200,
        data: {categoryList: names.map((labelName) => ({labelName}))},
      }),
    );

  it('come from the proxy', async () => {
    const categories = await answering(named('nature', 'sea'));
    const {list, server} = await scene(withCategories(beside(categories)));
    await until(() => choice(list, 'Category').options.length === 3);
    assert.deepEqual(optionsOf(choice(list, 'Category')), ['Category: any', 'nature', 'sea']);
    choose(choice(list, 'Category'), 'sea');
    assert.equal((await latestQuery(server, 2))['videoClassification'], 'sea');
    await settled(list);
    assert.lengthOf(await categories.requests(), 1);
  });

  it('come from the page without a request, if it sets them', async () => {
    const categories = await answering(named('nature'));
    const {list} = await scene(
      (url) =>
        html`<video-list
          src=${url}
          toolbar="category"
          .categories=${['hills']}
          .fetcher=${beside(categories)}
        ></video-list>`,
    );
    assert.deepEqual(optionsOf(choice(list, 'Category')), ['Category: any', 'hills']);
    assert.isEmpty(await categories.requests({count: 0}));
  });

  it('are not requested without a control for them', async () => {
    const categories = await answering(named('nature'));
    await scene(
      (url) =>
        html`<video-list src=${url} toolbar="search" .fetcher=${beside(categories)}></video-list>`,
    );
    assert.isEmpty(await categories.requests({count: 0}));
  });

  for (const [what, answer] of [
    ['hangs up', {drop: true}],
    ['fails', anAnswer('Oops', 500)],
    ['has none', named()],
  ] as const) {
    it(`cost nothing when the address ${what}`, async () => {
      const categories = await answering(answer);
      const {list} = await scene(withCategories(beside(categories)));
      const errors = heard(list, 'video-list-error');
      await categories.requests();
      list.search = 'sea';
      await settled(list);
      assert.deepEqual(titlesIn(list), ['First']);
      assert.deepEqual(optionsOf(choice(list, 'Category')), ['Category: any']);
      assert.isEmpty(errors);
    });
  }

  it('show the category that the page has set when they have loaded', async () => {
    const categories = await answering({...named('nature', 'sea'), held: true});
    const {list} = await scene(
      (url) =>
        html`<video-list
          src=${url}
          toolbar="category"
          category="sea"
          .fetcher=${beside(categories)}
        ></video-list>`,
    );
    await categories.requests();
    await categories.release();
    await until(() => choice(list, 'Category').options.length === 3);
    assert.equal(choice(list, 'Category').value, 'sea');
  });

  it('are not requested by a list with `videos`', async () => {
    const list = await renderSettled(
      html`<video-list toolbar="search" .videos=${videosTitled('First')}></video-list>`,
    );
    assert.deepEqual(titlesIn(list), ['First']);
  });
});
