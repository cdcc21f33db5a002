import {assert} from '@open-wc/testing/pure';
import type {LitElement} from 'lit';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {answering} from '../support/test-server.js';
import {declarationOf, type Member} from '../support/manifest.js';
import {optionsIn, settled} from '../support/page.js';
import {aPageTitled} from '../support/records.js';
import {videosTitled} from '../support/videos.js';

type Settable = LitElement & Record<string, unknown>;

const TAG_NAMES = ['video-list', 'video-card', 'resolution-badge', 'video-player'] as const;

const videos = videosTitled('First', 'Second', 'Third');

/** Values of properties that are neither a number, a boolean, a text nor a choice of texts. */
const VALUES: Readonly<Record<string, unknown>> = {
  video: videos[0],
  upNext: videos[1],
  coverUrl: () => undefined,
  videos,
  initialPage: {videos, skipped: [], recordCount: 3},
  tiers: [{label: 'Any', minShortSide: 0}],
  resolutions: [{width: 1920, height: 1080}],
  strings: {untitled: 'Nameless'},
  headers: {'x-early': 'yes'},
  categories: ['One'],
  selectedIds: ['id-2'],
  value: 'id-2 id-3',
  preview: () => undefined,
  cardContent: () => undefined,
  fetcher: () => new Promise(() => {}),
  history: {read: () => undefined, write: () => undefined},
};

/** A value for a property that it does not have by default. */
function valueFor({name, type, default: usual}: Member): unknown {
  if (name in VALUES) return VALUES[name];
  const text = type?.text ?? '';
  const choices = [...text.matchAll(/'([^']+)'/g)].map(([, choice]) => choice);
  if (choices.length > 0) return choices.find((choice) => `'${choice}'` !== usual);
  if (/\bnumber\b/.test(text)) return 3;
  if (/\bboolean\b/.test(text)) return true;
  return /\bstring\b/.test(text) ? 'early' : undefined;
}

/** All properties that a page may set, according to the manifest. */
async function propertiesOf(tagName: string): Promise<Member[]> {
  const {members} = await declarationOf(tagName);
  return members.filter(({kind, readonly}) => kind === 'field' && !readonly);
}

const element = (tagName: string, attributes: Record<string, string> = {}) => {
  const created = document.createElement(tagName) as Settable;
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
};

interface Early {
  readonly element: Settable;
  readonly name: string;
  readonly value: unknown;
}

describe('A property that a page sets before the script has loaded', () => {
  const early: Early[] = [];
  let form: HTMLFormElement;
  const selecting = {
    selectedIds: element('video-list', {selection: 'multiple', name: 'ids', value: 'id-1'}),
    value: element('video-list', {selection: 'multiple', name: 'value'}),
    both: element('video-list', {selection: 'single', name: 'both'}),
  };

  before(async () => {
    assert.isUndefined(customElements.get('video-list'));
    for (const tagName of TAG_NAMES) {
      for (const facts of await propertiesOf(tagName)) {
        const {name, attribute} = facts;
        const value = valueFor(facts);
        const created = element(tagName, attribute ? {[attribute]: 'false'} : {});
        if (name === 'selectedIds' || name === 'value')
          created.setAttribute('selection', 'multiple');
        created[name] = value;
        early.push({element: created, name, value});
      }
    }
    Object.assign(selecting.selectedIds, {selectedIds: ['id-3', 'id-2'], videos});
    Object.assign(selecting.value, {value: 'id-2', videos});
    Object.assign(selecting.both, {selectedIds: ['id-1'], value: 'id-3', videos});
    const {url} = await answering(aPageTitled('Fetched'));
    early.find(({name}) => name === 'src')!.element['src'] = url;
    form = document.createElement('form');
    form.append(...Object.values(selecting));
    document.body.append(form, ...early.map(({element}) => element));
    await import('../../src/define.js');
    await import('../../src/define/player.js');
    for (const {element} of early) await element.updateComplete;
    for (const list of Object.values(selecting)) await settled(list as unknown as VideoListElement);
  });

  after(() => {
    form.remove();
    for (const {element} of early) element.remove();
  });

  it('is tested for every property of the manifest', () => {
    assert.isAbove(early.length, 60);
    for (const {element, name, value} of early)
      assert.isDefined(value, `A value for ${element.localName}.${name} is missing in this test.`);
  });

  it('is used after it has loaded', () => {
    for (const {element, name, value} of early) {
      if (name === 'src') continue;
      assert.deepEqual(element[name], value, `${element.localName}.${name}`);
    }
  });

  it('can be set again later', () => {
    for (const {element, name} of early)
      assert.isFalse(Object.hasOwn(element, name), `${element.localName}.${name}`);
  });

  for (const [property, ids] of [
    ['selectedIds', ['id-3', 'id-2']],
    ['value', ['id-2']],
    ['both', ['id-3']],
  ] as const) {
    it(`determines what is selected and submitted: ${property}`, async () => {
      const list = selecting[property] as unknown as VideoListElement;
      assert.sameMembers(
        optionsIn(list).flatMap(({selected, video}) => (selected ? [video!.id] : [])),
        [...ids],
      );
      assert.deepEqual(list.selectedIds, [...ids]);
      const name = list.name;
      assert.deepEqual(new FormData(form).getAll(name), [...ids]);
      list.selectedIds = ['id-1'];
      await settled(list);
      assert.deepEqual(new FormData(form).getAll(name), ['id-1']);
    });
  }
});
