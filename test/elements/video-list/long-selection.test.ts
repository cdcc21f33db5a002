import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {answering, pagesOf} from '../../support/test-server.js';
import {clickOn, holding, press} from '../../support/input.js';
import {
  hasPart,
  optionAt,
  optionsIn,
  part,
  render,
  settled,
  textOf,
  until,
} from '../../support/page.js';

const LENGTH = 600;

const pages = pagesOf(LENGTH, {total: true});

/** Whether an item has a card with its video. */
const isLoaded = (list: VideoListElement, index: number) =>
  optionsIn(list).some((option) => option.index === index && option.video);

/** Scrolls to a part of the page until an item has been rendered. The page grows with the list. */
async function scrolledTo(part: number, list: VideoListElement, index: number) {
  await until(() => {
    scrollTo({top: document.documentElement.scrollHeight * part, behavior: 'instant'});
    return !!isLoaded(list, index);
  });
}

/** A form with a list of which only the beginning and the end are loaded. The first video is selected. */
async function formAtEnd() {
  const server = await answering(pages);
  const form = await render<HTMLFormElement>(html`
    <form lang="en">
      <video-list name="v" selection="multiple" page-size="50" src=${server.url}></video-list>
    </form>
  `);
  const list = form.querySelector('video-list') as VideoListElement;
  await settled(list);
  await clickOn(optionAt(list, 0));
  await scrolledTo(1, list, LENGTH - 1);
  return {server, list, posted: () => new FormData(form).getAll('v')};
}

const selectToEnd = (list: VideoListElement) =>
  holding('Shift', () => clickOn(optionAt(list, LENGTH - 1)));

describe('A selection of many that were never loaded', function () {
  // The first test also loads the modules. WebKit on a busy machine took ten seconds.
  this.timeout(30_000);

  it('is submitted completely, with the announced number', async () => {
    const {list, posted} = await formAtEnd();
    await selectToEnd(list);
    await until(() => posted().length === LENGTH);
    assert.equal(textOf(list, 'selected'), '600 videos selected');
    assert.equal(new Set(posted()).size, LENGTH);
    assert.equal(posted().at(-1), `id-${LENGTH}`);
  });

  it('shows its progress, and is stopped by Escape', async () => {
    const {server, list, posted} = await formAtEnd();
    await server.answer(pages, pages, pages, {...pages, held: true});
    await selectToEnd(list);
    const third = /^Loading \d+ of 600…$/;
    await until(() => textOf(list, 'selected').startsWith('Loading 200 of'));
    assert.match(textOf(list, 'selected'), third);
    assert.match(textOf(list, 'status'), third);
    assert.deepEqual(posted(), ['id-1'], 'Nothing is selected that was not loaded.');
    await press('Escape');
    await until(() => textOf(list, 'selected') === '1 video selected');
    await server.requests({count: 5, aborted: 3});
    assert.deepEqual(posted(), ['id-1']);
  });

  it('is stopped by Escape on its button as well', async () => {
    const {server, list, posted} = await formAtEnd();
    // Far from both ends, so that the pages in between have been released.
    await scrolledTo(1 / 2, list, LENGTH / 2);
    const count = /\d[\d,]*/.exec(textOf(list, 'select-all'))![0];
    assert.isAtLeast(Number(count), 150, 'What was let go of counts.');
    await server.answer({...pages, held: true});
    part(list, 'select-all').focus();
    await press('Enter');
    await until(() => textOf(list, 'selected').endsWith(` of ${count}…`));
    await press('Escape');
    await until(() => textOf(list, 'selected') === '1 video selected');
    await server.answer(pages);
    part(list, 'select-all').click();
    await until(() => textOf(list, 'selected') === `${count} videos selected`);
    assert.lengthOf(posted(), Number(count));
  });

  it('shows no progress after another search', async () => {
    const {server, list} = await formAtEnd();
    await server.answer({...pages, held: true});
    await selectToEnd(list);
    await until(() => textOf(list, 'selected').startsWith('Loading'));
    await server.answer(pages);
    list.search = 'other';
    await settled(list);
    await until(() => hasPart(list, 'selected') && textOf(list, 'selected') === '1 video selected');
  });
});
