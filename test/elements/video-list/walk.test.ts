import {sendKeys} from '@web/test-runner-commands';
import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {answering, pagesOf} from '../../support/test-server.js';
import {holding, press, pressShiftTab} from '../../support/input.js';
import {
  cardsIn,
  hasPart,
  isFocused,
  optionsIn,
  part,
  partsOf,
  render,
  selectedIn,
  settled,
  until,
} from '../../support/page.js';
import {anAnswer} from '../../support/records.js';

/** The focused part of the list, and for a card its index. */
function focusIn(list: VideoListElement): string {
  const focused = list.shadowRoot?.activeElement;
  const {index} = (focused ?? {}) as {index?: number};
  return [focused?.part.value ?? 'nothing', index].filter((word) => word !== undefined).join(' ');
}

async function tabTo(list: VideoListElement, ...stops: string[]) {
  for (const stop of stops) {
    await press('Tab');
    await until(() => focusIn(list) === stop);
  }
}

async function scene(selection: string) {
  // The first page, a page that fails, the same page again, the search result, and the first page again.
  const found = pagesOf([{videoId: 'id-7', videoName: 'Video 7'}]);
  const server = await answering(pagesOf(8), anAnswer('Oops', 500), pagesOf(8), found, pagesOf(8));
  const box = await render<HTMLElement>(html`
    <div>
      <button>Before</button>
      <video-list
        src=${server.url}
        page-size="3"
        paging="button"
        toolbar="search state"
        selection=${selection}
      ></video-list>
      <button>After</button>
    </div>
  `);
  const [before, list, after] = [...box.children] as [HTMLElement, VideoListElement, HTMLElement];
  await settled(list);
  before.focus();
  return {before, list, after};
}

describe('A user with only a keyboard', () => {
  it('browses, loads more, tries again, searches, and leaves', async () => {
    const {before, list, after} = await scene('none');
    await tabTo(list, 'search', 'choice', 'card 0', 'card 1', 'card 2', 'more');
    await press('Enter');
    await until(() => focusIn(list) === 'retry');
    await press('Enter');
    await until(() => focusIn(list) === 'card 3');
    assert.lengthOf(cardsIn(list), 6);
    await press(' ');
    await until(() => list.current === 'id-4');
    for (const stop of ['card 2', 'card 1', 'card 0', 'choice', 'search']) {
      await pressShiftTab();
      await until(() => focusIn(list) === stop);
    }
    await sendKeys({type: 'seven'});
    await press('Enter');
    await until(() => hasPart(list, 'filter') && partsOf(list, 'card').length === 1);
    assert.equal(focusIn(list), 'search');
    await tabTo(list, 'choice', 'filter');
    await press('Enter');
    await until(() => focusIn(list) === 'toolbar');
    await until(() => partsOf(list, 'card').length > 1);
    await pressShiftTab();
    assert.isTrue(isFocused(before));
    after.focus();
    await pressShiftTab();
    assert.equal(focusIn(list), 'more');
  });

  it('selects several, deselects one, and leaves with Tab', async () => {
    const {list, after} = await scene('multiple');
    await tabTo(list, 'search', 'choice', 'select-all', 'card 0');
    await press(' ');
    await holding('Shift', () => press('ArrowRight'));
    await holding('Shift', () => press('ArrowRight'));
    assert.deepEqual(await selectedIn(list), ['Video 1', 'Video 2', 'Video 3']);
    await press('ArrowLeft');
    await until(() => focusIn(list) === 'card 1');
    await press('Enter');
    assert.deepEqual(list.selectedIds, ['id-1', 'id-3']);
    await tabTo(list, 'more');
    await press('Enter');
    await until(() => focusIn(list) === 'retry');
    await press('Enter');
    await until(() => focusIn(list) === 'card 3');
    assert.lengthOf(optionsIn(list), 6);
    await press('Tab');
    assert.equal(focusIn(list), 'more');
    await press('Tab');
    assert.isTrue(isFocused(after));
    await pressShiftTab();
    await pressShiftTab();
    await until(() => focusIn(list) === 'card 3');
    await pressShiftTab();
    await press('Enter');
    assert.deepEqual(await selectedIn(list), []);
    assert.isTrue(isFocused(part(list, 'clear-selection')));
  });
});
