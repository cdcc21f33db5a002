import {assert} from '@open-wc/testing/pure';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {strings as german} from '../../src/languages/de.js';
import {strings as japanese} from '../../src/languages/ja.js';
import {part, settled, withFeatures} from '../support/page.js';
import {aVideo} from '../support/videos.js';

/** Attributes of lists with controls above their cards. */
const CONTROLS = [
  'toolbar="search"',
  'toolbar="search order"',
  'toolbar="search order category state transcoding"',
  'toolbar="dates"',
  'toolbar="search dates order"',
  'toolbar="categories search dates"',
  'selection="multiple"',
  'selection="multiple" max="3"',
  'selection="multiple" disabled',
  'toolbar="search order state" selection="multiple" density="compact"',
];
const LANGUAGES = ['en', 'de', 'ja'];
const WIDTHS = [288, 358, 500, 760, 1200];

const topOf = (list: VideoListElement) =>
  part(list, 'grid').getBoundingClientRect().top - list.getBoundingClientRect().top;

describe('Before the modules of controls have loaded', () => {
  it('they have their final space, so that no card moves', async function () {
    this.timeout(60_000);
    const videos = ['id-1', 'id-2', 'id-3'].map((id) => aVideo({id}));
    const page = document.createElement('main');
    for (const attributes of CONTROLS)
      for (const language of LANGUAGES)
        for (const width of WIDTHS) {
          const box = document.createElement('div');
          box.style.inlineSize = `${width}px`;
          box.innerHTML = `<video-list lang="${language}" ${attributes}></video-list>`;
          page.append(box);
        }
    const {registerLanguage} = await import('../../src/define.js');
    registerLanguage(german);
    registerLanguage(japanese);
    const lists = [...page.querySelectorAll('video-list')] as VideoListElement[];
    for (const list of lists) Object.assign(list, {videos, categories: ['Nature']});
    document.body.append(page);
    await Promise.all(lists.map((list) => list.drawn));
    const before = lists.map(topOf);
    for (const list of lists) assert.exists(list.shadowRoot!.querySelector('.room'));
    await Promise.all(
      lists.map(async (list) => {
        await settled(list);
        await withFeatures(list);
      }),
    );
    const moved = lists.flatMap((list, index) => {
      const by = topOf(list) - before[index]!;
      assert.notExists(list.shadowRoot!.querySelector('.room'));
      return Math.abs(by) < 1 ? [] : [`${list.outerHTML} in ${list.clientWidth}: ${by}`];
    });
    assert.deepEqual(moved, []);
  });
});
