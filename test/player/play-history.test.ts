import {assert} from '@open-wc/testing/pure';
import '../../src/define.js';
import {press} from '../support/input.js';
import {nextTask} from '../support/next-task.js';
import {part, until} from '../support/page.js';
import {aDialogList, dialogIn, itPlays, pick} from './play-scene.js';

/** The page before the gallery, and another page of the same application. Their router has a state in each entry. */
const BEFORE = {path: '/before', state: {page: 'before'}};
const OTHER = {path: '/other', state: {page: 'other'}};

const openPage = ({path, state}: typeof OTHER) => history.pushState(state, '', path);
const isAt = ({path}: typeof OTHER) => location.pathname === path;

describe('The history of the browser, with a dialog that plays a video', () => {
  const {href} = location;

  const openGallery = async () => {
    openPage(BEFORE);
    history.pushState({page: 'gallery'}, '', href);
    return aDialogList();
  };

  // Modules are loaded from addresses that are relative to the page.
  afterEach(() => history.replaceState(null, '', href));

  itPlays('keeps the page that the application opens instead of the gallery', async () => {
    const list = await openGallery();
    await pick(list, 0);
    openPage(OTHER);
    list.remove();
    await goThereAndBack();
    assert.isTrue(isAt(OTHER), location.pathname);
  });

  itPlays('keeps the page that opens right after the dialog has been closed', async () => {
    const list = await openGallery();
    await pick(list, 0);
    list.current = '';
    await list.updateComplete;
    openPage(OTHER);
    await goThereAndBack();
    assert.isTrue(isAt(OTHER), location.pathname);
  });

  itPlays('returns from another page to the gallery, and then to the page before', async () => {
    const list = await openGallery();
    const parent = list.parentElement!;
    await pick(list, 0);
    openPage(OTHER);
    list.remove();
    list.current = '';
    addEventListener('popstate', () => parent.append(list), {once: true});
    await nextTask();
    history.back();
    await until(() => location.href === href && list.isConnected);
    await untilOnlyAt({page: 'gallery'});
    history.back();
    await until(() => isAt(BEFORE), 'The next Back leaves the gallery.');
  });

  itPlays('closes the dialog only by Back, not by a fragment that the page sets', async () => {
    const list = await openGallery();
    await pick(list, 0);
    const moved = new Promise((resolve) => addEventListener('popstate', resolve, {once: true}));
    location.hash = 'chapter-2';
    await moved;
    await list.updateComplete;
    assert.isTrue(dialogIn(list).open);
    history.back();
    await until(() => location.hash === '', 'Back removes the fragment.');
    await list.updateComplete;
    assert.isTrue(dialogIn(list).open, 'The dialog is still open.');
    history.back();
    await until(() => !dialogIn(list).open, 'Back closes the dialog.');
    await untilOnlyAt({page: 'gallery'});
  });

  itPlays('needs no second Back after a dialog that was closed on a fragment', async () => {
    const list = await openGallery();
    await pick(list, 0);
    location.hash = 'chapter-2';
    await until(() => history.state === null);
    await press('Escape');
    await until(() => !dialogIn(list).open);
    assert.equal(location.hash, '#chapter-2');
    history.back();
    await untilOnlyAt({page: 'gallery'});
    assert.equal(location.href, href);
  });

  itPlays('does not tell the router of the page about the entry of the dialog', async () => {
    const list = await openGallery();
    const told: unknown[] = [];
    const listen = ({state}: PopStateEvent) => told.push(state);
    addEventListener('popstate', listen);
    await pick(list, 0);
    await press('Escape');
    await untilOnlyAt({page: 'gallery'});
    await pick(list, 0);
    history.back();
    await until(() => !dialogIn(list).open);
    await untilOnlyAt({page: 'gallery'});
    assert.deepEqual(told, []);
    history.back();
    await until(() => told.length > 0);
    assert.deepEqual(told, [BEFORE.state]);
    removeEventListener('popstate', listen);
  });

  itPlays('opens again while the entry of the dialog before is being left', async () => {
    const list = await openGallery();
    await pick(list, 0);
    part(list, 'player-close').click();
    await until(() => !dialogIn(list).open);
    await pick(list, 1);
    history.back();
    await until(() => !dialogIn(list).open, 'Back closes the dialog.');
    await untilOnlyAt({page: 'gallery'});
  });
});

/** Waits until the present entry is one of the router, without anything of a dialog. */
const untilOnlyAt = (state: object) =>
  until(
    () => JSON.stringify(history.state) === JSON.stringify(state),
    `The present entry has only ${JSON.stringify(state)}.`,
  );

/** Opens one more page and goes back: a `history.back()` that was still to come has then happened. */
async function goThereAndBack() {
  openPage({path: '/next', state: {page: 'next'}});
  await nextTask();
  const arrived = new Promise((resolve) => addEventListener('popstate', resolve, {once: true}));
  history.back();
  await arrived;
}
