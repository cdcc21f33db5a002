import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {formatDate, formatSpokenDuration} from '../../src/internal/format.js';
import {registerLanguage} from '../../src/languages/registry.js';
import type {StringOverrides} from '../../src/languages/strings.js';
import {clarities} from '../../src/model/clarity.js';
import {filterNames} from '../../src/model/video-filters.js';
import {answering, holding, pagesOf, type Answer} from '../support/test-server.js';
import {english, phrasesOf} from '../support/languages.js';
import {hasPart, optionAt, optionsIn, render, settled, until} from '../support/page.js';
import {aRecord} from '../support/records.js';
import {aVideo} from '../support/videos.js';

/*
 * A language in which a sentence is its own name in brackets, and data without a letter: a letter outside
 * brackets is a word that no language can replace.
 */
const LANGUAGE = 'en-XA';

function nameInBrackets(words: object, path = ''): StringOverrides {
  const named = Object.entries(words).map(([name, word]: [string, string | object]) => {
    const isGroup = typeof word === 'object' && !('other' in word);
    const places = JSON.stringify(word).match(/\{\w+\}/g) ?? [];
    return [
      name,
      isGroup ? nameInBrackets(word, `${name}.`) : `⟦${path}${name} ${places.join(' ')}⟧`,
    ];
  });
  return Object.fromEntries(named) as StringOverrides;
}

registerLanguage({...nameInBrackets(english), language: LANGUAGE});

const DAY = Date.UTC(2024, 2, 1, 12);
const SECONDS = 65;

/** `Intl` also writes letters. */
const WRITTEN_BY_INTL = [formatDate(DAY, LANGUAGE), formatSpokenDuration(SECONDS, LANGUAGE)];

const video = {title: '1', durationSeconds: SECONDS, uploadedAtMs: DAY};
const videos = [
  aVideo({...video, id: '1', transcoding: 'failed', availability: 'unavailable', encrypted: true}),
  aVideo({...video, id: '2', transcoding: 'transcoding'}),
  aVideo({...video, id: '3', transcoding: 'not-transcoded', title: ''}),
  ...clarities.map((clarity) => aVideo({...video, id: clarity, resolutions: [{clarity}]})),
];
const records = Array.from({length: 24}, (_, index) =>
  aRecord({
    videoId: `${index}`,
    videoName: `${index}`,
    createTime: DAY / 1000,
    videoDuration: SECONDS,
  }),
);
const broken: Answer = {status: 500, body: '?'};

const tiers = [{label: '▣', minShortSide: 0}];

/** Puts a list into a page of the language. */
async function show(template: TemplateResult) {
  const page = await render(html`<div lang=${LANGUAGE}>${template}</div>`);
  const list = page.querySelector('video-list') as VideoListElement;
  list.tiers = tiers;
  return list;
}

const controls = 'search order category state transcoding';

/** All states that a user can see, with a function that creates each. */
const SCENES: Record<string, () => Promise<VideoListElement>> = {
  'that is not set up': () => show(html`<video-list></video-list>`),

  async 'that is loading'() {
    const {url} = await holding(pagesOf(records));
    return show(html`<video-list src=${url}></video-list>`);
  },

  async 'with videos in all states'() {
    const list = await show(html`<video-list density="compact" .videos=${videos}></video-list>`);
    await settled(list);
    return list;
  },

  async 'with qualities by the names of the vendor'() {
    const list = await show(
      html`<video-list density="compact" badge-format="clarity" .videos=${videos}></video-list>`,
    );
    await settled(list);
    return list;
  },

  'without videos': () => show(html`<video-list .videos=${[]}></video-list>`),

  async 'with all controls and filters'() {
    const {url} = await answering(pagesOf(records));
    const list = await show(
      html`<video-list src=${url} toolbar=${controls} .categories=${['7']}></video-list>`,
    );
    const filters = Object.fromEntries(filterNames.map((name) => [name, '8']));
    Object.assign(list, filters, {state: 'available', transcoding: 'failed', order: 'oldest'});
    await settled(list);
    await until(() => statusOf(list).includes('found'));
    return list;
  },

  async 'in which nothing is found'() {
    const {url} = await answering(pagesOf(0));
    const list = await show(html`<video-list src=${url} toolbar="search" search="0"></video-list>`);
    await until(() => hasPart(list, 'reset'));
    return list;
  },

  async 'that failed'() {
    const {url} = await answering(broken);
    const list = await show(html`<video-list src=${url}></video-list>`);
    await until(() => hasPart(list, 'retry'));
    return list;
  },

  ...Object.fromEntries(
    [
      {code: 1535},
      {code: 1502},
      {code: 1000},
      {code: 24112000},
      {code: 429},
      {code: 401, message: 'timestamp'},
    ].map((envelope) => [
      `that failed with ${JSON.stringify(envelope)}`,
      async () => {
        const {url} = await answering({body: JSON.stringify(envelope)});
        const list = await show(html`<video-list src=${url}></video-list>`);
        await until(() => hasPart(list, 'retry'));
        return list;
      },
    ]),
  ),

  async 'that could not grow'() {
    const {url} = await answering(pagesOf(records), broken);
    const list = await show(html`<video-list src=${url} page-size="3"></video-list>`);
    await until(() => hasPart(list, 'retry'));
    return list;
  },

  async 'that grows at a press'() {
    const {url} = await answering(pagesOf(records));
    const list = await show(
      html`<video-list src=${url} paging="button" page-size="3"></video-list>`,
    );
    await until(() => hasPart(list, 'more') && statusOf(list).includes('loaded'));
    return list;
  },

  async 'of pages to turn'() {
    const {url} = await answering(pagesOf(records));
    const list = await show(
      html`<video-list src=${url} paging="pages" page="2" page-size="3"></video-list>`,
    );
    await until(() => hasPart(list, 'pages'));
    return list;
  },

  async 'in which several can be selected'() {
    const list = await show(
      html`<video-list selection="multiple" playable-only .videos=${videos}></video-list>`,
    );
    await settled(list);
    return list;
  },

  async 'in which no more can be selected'() {
    const list = await show(
      html`<video-list selection="multiple" max="1" .videos=${videos}></video-list>`,
    );
    await settled(list);
    list.select(videos[0]!.id);
    await list.updateComplete;
    return list;
  },

  async 'in which one more was to be selected'() {
    const list = await SCENES['in which no more can be selected']!();
    optionAt(list, 1).click();
    await list.updateComplete;
    return list;
  },

  async 'of whose selection much is still to be loaded'() {
    const many = Array.from({length: 200}, (_, index) =>
      aRecord({videoId: `${index}`, videoName: `${index}`}),
    );
    const pages = pagesOf(many, {total: true});
    const server = await answering(pages);
    const list = await show(
      html`<video-list selection="multiple" src=${server.url} page-size="5"></video-list>`,
    );
    await settled(list);
    optionAt(list, 0).click();
    const last = () => optionsIn(list).find(({index, video}) => index === 199 && video);
    await until(() => {
      scrollTo({top: document.documentElement.scrollHeight, behavior: 'instant'});
      return last() !== undefined;
    });
    await server.answer({...pages, held: true});
    const shiftClick = new MouseEvent('click', {shiftKey: true, bubbles: true, composed: true});
    last()!.dispatchEvent(shiftClick);
    await until(() => statusOf(list).includes('loadingSelection'));
    return list;
  },

  async 'in which something must be selected'() {
    const list = await show(
      html`<video-list selection="single" required .videos=${videos}></video-list>`,
    );
    await settled(list);
    return list;
  },

  async 'that is one row'() {
    const list = await show(html`<video-list layout="row" .videos=${videos}></video-list>`);
    list.style.width = '20rem';
    await settled(list);
    await until(() => hasPart(list, 'forward'));
    return list;
  },

  async 'with news for a user further down'() {
    const server = await answering(pagesOf(records));
    const list = await show(html`<video-list live src=${server.url} paging="none"></video-list>`);
    await settled(list);
    await server.requests({count: 2});
    await list.scrollToVideo('23');
    await server.answer(pagesOf([aRecord({videoId: '99', videoName: '99'}), ...records]));
    await server.push('{}');
    await until(() => hasPart(list, 'news'));
    return list;
  },
};

describe('Every text of a <video-list> can be translated', () => {
  const seen = new Set<string>();

  for (const [what, scene] of Object.entries(SCENES)) {
    it(what, async () => {
      const list = await scene();
      const texts = [...textsOf(list), list.validationMessage];
      for (const text of texts) {
        for (const [, name] of text.matchAll(/⟦([\w.-]+)/g)) seen.add(name!);
      }
      assert.isNotEmpty(texts);
      assert.deepEqual(texts.filter(hasForeignWord), []);
    });
  }

  it('and these are all of its sentences', () => {
    const unseen = Object.keys(phrasesOf(english)).filter((name) => !seen.has(name));
    assert.deepEqual(unseen, ['language']);
  });
});

it('This test would find a word that is not in the language', async () => {
  const list = await show(
    html`<video-list
      .videos=${[aVideo({title: 'Words'})]}
      .strings=${{quality: 'Q'}}
    ></video-list>`,
  );
  await settled(list);
  const found = textsOf(list).filter(hasForeignWord).join();
  assert.match(found, /Words/);
  assert.match(found, /\bQ\b/);
});

const statusOf = (list: VideoListElement) =>
  list.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';

function hasForeignWord(text: string) {
  let rest = WRITTEN_BY_INTL.reduce((before, written) => before.replaceAll(written, ''), text);
  // Brackets can be nested: the name of a filter in a sentence about it.
  while (/⟦[^⟦⟧]*⟧/.test(rest)) rest = rest.replace(/⟦[^⟦⟧]*⟧/g, '');
  return /\p{Letter}/u.test(rest);
}

const SPOKEN =
  'aria-label aria-description aria-roledescription aria-valuetext placeholder title alt';

/** Every text of a tree, visible or for screen readers, in all shadow roots. */
function textsOf(root: Node): string[] {
  const own =
    root instanceof Element
      ? SPOKEN.split(' ').map((name) => root.getAttribute(name))
      : [root instanceof Text && root.data];
  const shadow = root instanceof Element && root.shadowRoot;
  const below = [...(shadow ? [shadow] : []), ...root.childNodes].flatMap(textsOf);
  return [...own, ...below].filter((text) => !!text && text.trim() !== '') as string[];
}
