import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import type {Fetcher, Video} from '../../src/index.js';
import {formatPhrase} from '../../src/languages/format-phrase.js';
import {strings} from '../../src/languages/en.js';
import {answering} from '../support/test-server.js';
import {optionsIn, part, partsOf, renderSettled, titlesIn, until} from '../support/page.js';
import {aPage, aPageTitled, recordsTitled} from '../support/records.js';
import {aVideo} from '../support/videos.js';

/** Names of inherited properties, names that the gallery uses, and replacement patterns. */
const WORDS = [
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  'failed',
  'available',
  'newest',
  'prototype',
  'valueOf',
  'transcoding',
  'other',
  'one',
  'undefined',
  '{count}',
  '{filter}',
  '$&',
  '$1',
];

/** As many cards as are in view, and so in the document, in every engine. */
const SHOWN_AT_ONCE = 6;

const FREE_FILTERS = {
  search: 'Search',
  videoId: 'ID',
  category: 'Category',
  createdBy: 'Created by',
  createdFrom: 'From',
  createdTo: 'To',
} as const;

const chipsOf = (list: VideoListElement) =>
  partsOf(list, 'filter').map(({textContent}) => textContent.replace('✕', '').trim());

/** The visible text of a list and its cards. */
function allTextIn(element: Element): string {
  const root = element.shadowRoot;
  const parts = [...(root?.querySelectorAll('*') ?? [])].filter(
    ({localName}) => localName !== 'style',
  );
  const own = parts.flatMap((node) =>
    [...node.childNodes].filter(({nodeType}) => nodeType === Node.TEXT_NODE),
  );
  const labels = parts.flatMap((node) => [node.ariaLabel ?? '', node.ariaDescription ?? '']);
  return [
    ...own.map(({textContent}) => textContent ?? ''),
    ...labels,
    ...parts.map(allTextIn),
  ].join(' ');
}

describe('A text that is also the name of a property or a placeholder', () => {
  for (const [filter, label] of Object.entries(FREE_FILTERS)) {
    it(`as ${filter} is the text of the chip`, async () => {
      const {url} = await answering(aPageTitled('First'));
      const list = await renderSettled(html`<video-list src=${url} toolbar="search"></video-list>`);
      for (const word of WORDS) {
        Object.assign(list, {[filter]: word});
        await list.updateComplete;
        assert.deepEqual(chipsOf(list), [`${label}: ${word}`]);
        assert.equal(part(list, 'filter').ariaLabel, `Remove filter: ${label}: ${word}`);
      }
    });
  }

  it('as a choice that does not exist is shown unchanged', async () => {
    const {url} = await answering(aPageTitled('First'));
    const list = await renderSettled(html`<video-list src=${url} toolbar="state"></video-list>`);
    for (const word of ['constructor', '__proto__', 'toString', 'nonsense']) {
      Object.assign(list, {state: word});
      await list.updateComplete;
      assert.deepEqual(chipsOf(list), [`Status: ${word}`]);
    }
  });

  it('as a category can be selected', async () => {
    const {url} = await answering(aPageTitled('First'));
    const list = await renderSettled(
      html`<video-list src=${url} toolbar="category" .categories=${WORDS}></video-list>`,
    );
    const options = [...(part(list, 'choice') as HTMLSelectElement).options];
    assert.deepEqual(
      options.map(({textContent, value}) => [textContent.trim(), value]),
      [['Category: any', ''], ...WORDS.map((word) => [word, word])],
    );
  });

  it('as a category of the proxy can be selected', async () => {
    const categoryList = WORDS.map((labelName) => ({labelName}));
    const answer = {body: JSON.stringify({code: 200, data: {categoryList}})};
    const [videos, categories] = [await answering(aPageTitled('First')), await answering(answer)];
    const fetcher: Fetcher = (url, init) =>
      fetch(url.endsWith('/categories') ? categories.url : url, init);
    const list = await renderSettled(
      html`<video-list src=${videos.url} toolbar="category" .fetcher=${fetcher}></video-list>`,
    );
    const select = part(list, 'choice') as HTMLSelectElement;
    await until(() => select.options.length > 1);
    assert.deepEqual(
      [...select.options].slice(1).map(({textContent}) => textContent.trim()),
      WORDS,
    );
  });

  it('as a title, an id, a user and a category of a record is only text', async () => {
    const words = WORDS.slice(0, SHOWN_AT_ONCE);
    const records = recordsTitled(...words).map((record) => ({
      ...record,
      videoId: record['videoName'],
      createUser: record['videoName'],
      videoClassification: record['videoName'],
      imageUrl: record['videoName'],
    }));
    const {url} = await answering(aPage(records));
    const list = await renderSettled(
      html`<video-list src=${url} page-size="50" selection="multiple"></video-list>`,
    );
    assert.deepEqual(
      optionsIn(list).map((card) => card.video?.title),
      words,
    );
    list.selectedIds = words;
    assert.deepEqual(list.selectedIds, words);
    assert.notMatch(allTextIn(list), /function|native code|\[object/);
  });

  for (const badgeFormat of ['tier', 'height', 'clarity']) {
    it(`as any field of a video of the page is only text: ${badgeFormat}`, async () => {
      const words = WORDS.slice(0, SHOWN_AT_ONCE);
      const videos = words.map((word) => {
        const facts = ['availability', 'transcoding', 'origin', 'createdBy', 'description'];
        const odd = Object.fromEntries(facts.map((name) => [name, word])) as Partial<Video>;
        const resolutions = [{clarity: word as never, device: word as never}];
        return aVideo({...odd, id: word, title: word, resolutions});
      });
      const list = await renderSettled(
        html`<video-list .videos=${videos} badge-format=${badgeFormat}></video-list>`,
      );
      assert.deepEqual(titlesIn(list), words);
      assert.notMatch(allTextIn(list), /function|native code|\[object/);
    });
  }

  it('among the names of controls and locked filters is left out', async () => {
    const {url} = await answering(aPageTitled('First'));
    const names = `${WORDS.join(' ')} search`;
    const list = await renderSettled(
      html`<video-list src=${url} toolbar=${names} locked=${WORDS.join(' ')}></video-list>`,
    );
    const controls = part(list, 'toolbar').querySelectorAll('input, select');
    assert.deepEqual(
      [...controls].map(({ariaLabel}) => ariaLabel),
      ['Search'],
    );
  });

  for (const lang of ['constructor', 'toString', 'valueOf', '__proto__']) {
    it(`as a language, "${lang}", means English or the user’s own`, async () => {
      const {url} = await answering(aPageTitled('First'));
      const list = await renderSettled(
        html`<video-list src=${url} lang=${lang} toolbar="search"></video-list>`,
      );
      assert.equal(part(list, 'search').ariaLabel, 'Search');
    });
  }

  it('in a phrase of the page stays unchanged', () => {
    const phrase = WORDS.map((word) => `{${word}}`).join(' ');
    assert.equal(formatPhrase(strings, phrase), phrase);
  });

  it('as a value of a phrase is not replaced again', () => {
    for (const word of WORDS) {
      assert.equal(
        formatPhrase(strings, '{filter}: {choice}', {filter: 'A', choice: word}),
        `A: ${word}`,
      );
    }
  });
});
