import {assert, html} from '@open-wc/testing/pure';
import {nothing, render as draw} from 'lit';
import '../../src/define.js';
import {forgetPositions} from '../../src/define/player.js';
import type {Fetcher} from '../../src/data/video-page-query.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {savePosition} from '../../src/player/positions.js';
import type {VideoPlayerElement} from '../../src/player/video-player.js';
import {heard} from '../support/events.js';
import {clickOn, holding, press} from '../support/input.js';
import {nextTask} from '../support/next-task.js';
import {
  cardAt,
  cardsIn,
  hasPart,
  isFocused,
  part,
  render,
  renderSettled,
  settled,
  textOf,
  until,
} from '../support/page.js';
import {
  aDialogList,
  aProxy,
  CLIP,
  dialogIn,
  itPlays,
  LIST,
  mediaOf,
  OTHER_CLIP,
  pick,
  playerIn,
  untilShown,
} from './play-scene.js';

describe('A <video-list play="dialog">', () => {
  itPlays(
    'opens a dialog with the picked video, and gives the focus back to its card',
    async () => {
      const list = await aDialogList();
      const player = await pick(list, 1);
      const dialog = dialogIn(list);
      assert.isTrue(dialog.matches(':modal'));
      assert.equal(dialog.ariaLabel, 'Video 2');
      assert.equal(list.current, 'id-2');
      await press('Escape');
      await until(() => !dialog.open);
      assert.equal(list.current, '');
      assert.isTrue(player.media!.paused);
      await until(() => isFocused(part(cardAt(list, 1), 'link')));
    },
  );

  itPlays('closes by its button, by a click outside of it, and by Back', async () => {
    const list = await aDialogList();
    await pick(list, 0);
    const dialog = dialogIn(list);
    part(list, 'player-close').click();
    await until(() => !dialog.open);
    await pick(list, 0);
    dialog.click();
    await until(() => !dialog.open);
    await pick(list, 0);
    const {href} = location;
    history.back();
    await until(() => !dialog.open);
    assert.equal(location.href, href);
  });

  itPlays('handles its keys wherever the focus is inside, except on a button', async () => {
    const list = await aDialogList();
    const player = await pick(list, 0);
    const media = player.media!;
    media.muted = true;
    await until(() => player.hasNext);
    part(list, 'player-close').focus();
    await press('n');
    await until(() => list.current === 'id-2', 'N shows the next video.');
    await until(() => player.video?.id === 'id-2' && media.readyState >= 2 && !media.paused);
    media.pause();
    await press('k');
    await until(() => !media.paused, 'K plays.');
    media.pause();
    media.currentTime = 0;
    await press('ArrowRight');
    await until(() => media.currentTime >= 5, 'The arrow keys seek.');
    const {volume} = media;
    await press('ArrowDown');
    assert.isBelow(media.volume, volume);
    part(player, 'previous').focus();
    await press('p');
    await until(() => list.current === 'id-1', 'P shows the previous video.');
    assert.isTrue(dialogIn(list).open);
    part(list, 'player-close').focus();
    await press(' ');
    await until(() => !dialogIn(list).open, 'Space presses the button.');
  });

  itPlays(
    'goes to the next and the previous video, over result pages that are not loaded',
    async () => {
      const list = await aDialogList(5, 2);
      const player = await pick(list, 1);
      await until(() => player.hasNext && player.hasPrevious);
      part(player, 'next').click();
      await until(() => player.video?.id === 'id-3');
      assert.equal(list.current, 'id-3');
      await until(() => textOf(player, 'title') === 'Video 3');
      part(player, 'previous').click();
      await until(() => player.video?.id === 'id-2');
      await press('Escape');
    },
  );

  itPlays('scrolls to the card of the last video, however it is closed', async () => {
    for (const isBack of [false, true]) {
      const list = await aDialogList(40, 40);
      const player = await pick(list, 0);
      scrollTo(0, 0);
      list.current = 'id-40';
      await until(() => player.video?.id === 'id-40');
      if (isBack) history.back();
      else await press('Escape');
      const last = () => cardsIn(list).find(({video}) => video?.id === 'id-40');
      await until(() => !!last() && isFocused(part(last()!, 'link')), 'Its card has the focus.');
      // A browser scrolls to where the entry of its history was.
      for (let frame = 0; frame < 5; frame += 1) await new Promise(requestAnimationFrame);
      const {top, bottom} = last()!.getBoundingClientRect();
      assert.isAtLeast(top, 0);
      assert.isAtMost(bottom, innerHeight + 1);
      list.remove();
    }
  });

  itPlays('keeps the page where it is while the wheel turns beside it', async () => {
    const list = await aDialogList();
    await pick(list, 0);
    const dialog = dialogIn(list);
    const {left, top} = dialog.getBoundingClientRect();
    const isHeld = (by: number, ctrlKey = false) => {
      const point = {clientX: left + by, clientY: top + by};
      const turn = {
        bubbles: true,
        composed: true,
        cancelable: true,
        deltaY: 100,
        ctrlKey,
        ...point,
      };
      return !dialog.dispatchEvent(new WheelEvent('wheel', turn));
    };
    assert.isTrue(isHeld(-1), 'beside it');
    assert.isFalse(isHeld(1), 'the dialog itself may be scrolled');
    assert.isFalse(isHeld(-1, true), 'the page may be zoomed');
  });

  itPlays('stays open if a drag begins inside and ends outside', async () => {
    const list = await aDialogList();
    await pick(list, 0);
    const dialog = dialogIn(list);
    const {x, y} = dialog.getBoundingClientRect();
    dialog.dispatchEvent(new PointerEvent('pointerdown', {clientX: x + 20, clientY: y + 20}));
    dialog.dispatchEvent(new MouseEvent('click', {clientX: x - 5, clientY: y - 5}));
    assert.isTrue(dialog.open);
    dialog.dispatchEvent(new PointerEvent('pointerdown', {clientX: x - 5, clientY: y - 5}));
    dialog.dispatchEvent(new MouseEvent('click', {clientX: x - 5, clientY: y - 5}));
    await until(() => !dialog.open);
  });

  it('plays nothing if the page cancels the event', async () => {
    const list = await aDialogList();
    list.addEventListener('video-select', (event) => event.preventDefault(), {once: true});
    part(cardAt(list, 0), 'link').click();
    await settled(list);
    assert.isFalse(hasPart(list, 'player-dialog'));
    assert.equal(list.current, '');
  });

  itPlays('plays by a plain click on a link, and leaves other clicks to the browser', async () => {
    const list = await aDialogList();
    list.cardHref = '#watch-{videoId}';
    await settled(list);
    await pick(list, 0);
    assert.equal(location.hash, '');
    await press('Escape');
    await until(() => !dialogIn(list).open);
    const clicks: boolean[] = [];
    list.addEventListener(
      'click',
      (event) => {
        clicks.push(event.defaultPrevented);
        event.preventDefault();
      },
      {once: true},
    );
    await holding('Control', () => clickOn(part(cardAt(list, 1), 'link')));
    await until(() => clicks.length > 0);
    assert.deepEqual(clicks, [false]);
    assert.equal(list.current, '');
  });

  itPlays('plays the later of two videos that are picked while the player is loading', async () => {
    const list = await aDialogList();
    part(cardAt(list, 0), 'link').click();
    await list.drawn;
    part(cardAt(list, 1), 'link').click();
    await until(() => hasPart(list, 'player') && playerIn(list).video?.id === 'id-2');
    await untilShown(playerIn(list));
  });

  it('shows the watched part as long as "remember" is set', async () => {
    savePosition('id-2', {seconds: 30, duration: 60});
    const list = await aDialogList();
    list.remember = true;
    await until(() => hasPart(cardAt(list, 1), 'progress'));
    assert.isFalse(hasPart(cardAt(list, 0), 'progress'));
    list.remember = false;
    await until(() => !hasPart(cardAt(list, 1), 'progress'));
    forgetPositions();
  });

  itPlays('plays what the page sets as current', async () => {
    const list = await aDialogList();
    list.current = 'id-3';
    await until(() => hasPart(list, 'player'));
    await untilShown(playerIn(list));
    assert.equal(playerIn(list).video?.id, 'id-3');
    list.current = '';
    await until(() => !dialogIn(list).open);
  });

  // vaadin/web-components#3648
  itPlays('stays open when the list is moved in the document, and closes as before', async () => {
    const list = await aDialogList();
    await pick(list, 1);
    const dialog = dialogIn(list);
    list.parentElement!.append(list);
    await until(() => dialog.matches(':modal'), 'The dialog is above the page again.');
    await press('Escape');
    await until(() => !dialog.open);
    await pick(list, 0);
    assert.isTrue(dialog.matches(':modal'));
  });

  itPlays('shows its video when the list is back, if it was removed before', async () => {
    const list = await aDialogList();
    const parent = list.parentElement!;
    list.current = 'id-2';
    await list.updateComplete;
    list.remove();
    assert.isFalse(hasPart(list, 'player'), 'The player is still loading.');
    await import('../../src/player/video-player.js');
    await nextTask();
    parent.append(list);
    await until(() => hasPart(list, 'player-dialog') && dialogIn(list).matches(':modal'));
    await untilShown(playerIn(list));
  });

  // whatwg/html#12287
  itPlays('waits for a list that is not displayed, and leaves the page usable', async () => {
    const {fetcher} = aProxy();
    const page = await render(html`
      <div>
        <button>Show</button>
        <div id="tab" hidden>
          <video-list play="dialog" current="id-2" src=${LIST} .fetcher=${fetcher}></video-list>
        </div>
      </div>
    `);
    const list = page.querySelector('video-list')!;
    await until(() => hasPart(list, 'player') && textOf(playerIn(list), 'title') === 'Video 2');
    const button = page.querySelector('button')!;
    button.focus();
    assert.isTrue(isFocused(button), 'The page can be used.');
    const tab = page.querySelector<HTMLElement>('#tab')!;
    tab.hidden = false;
    await until(() => dialogIn(list).matches(':modal'), 'The dialog opens with its tab.');
    tab.hidden = true;
    await until(() => !dialogIn(list).open, 'The dialog closes with its tab.');
    tab.hidden = false;
    await until(() => dialogIn(list).matches(':modal'), 'The dialog opens again.');
    await press('Escape');
    await until(() => !dialogIn(list).open);
    assert.equal(list.current, '');
  });

  itPlays('plays on when the page gives the list a new token', async () => {
    const list = await aDialogList();
    const plays = heard(list, 'video-play');
    const player = await pick(list, 0);
    const media = player.media!;
    media.currentTime = 3;
    await until(() => media.currentTime >= 3 && !media.seeking);
    list.src = `${LIST}?token=2`;
    await until(() => player.src.endsWith('?token=2'));
    await player.updateComplete;
    assert.isAtLeast(media.currentTime, 3);
    assert.lengthOf(plays, 1);
  });

  itPlays('stops when the list is removed', async () => {
    const list = await aDialogList();
    const {media} = await pick(list, 0);
    list.remove();
    await until(() => media!.paused);
    assert.isFalse(hasPart(list, 'player-dialog'));
  });
});

describe('A <video-list play="inline">', () => {
  itPlays('plays above the cards, until it is closed', async () => {
    const {fetcher} = aProxy();
    const list = await renderSettled(
      html`<video-list play="inline" src=${LIST} .fetcher=${fetcher}></video-list>`,
    );
    const player = await pick(list, 0);
    const box = part(list, 'player-inline');
    assert.isBelow(
      player.getBoundingClientRect().bottom,
      cardAt(list, 0).getBoundingClientRect().top,
    );
    await press('Escape');
    await until(() => !!box.hidden);
    await until(() => isFocused(part(cardAt(list, 0), 'link')));
  });
});

describe('A <video-player for="…">', () => {
  const aList = (fetcher: Fetcher, id = 'videos') => html`
    <video-list id=${id} src=${LIST} .fetcher=${fetcher}></video-list>
  `;
  const listOn = (page: Element) => page.querySelector<VideoListElement>('video-list')!;

  itPlays('plays the selected video of a list', async () => {
    const {fetcher} = aProxy();
    await render(html`
      <video-player for="videos"></video-player>
      <video-list id="videos" src=${LIST} .fetcher=${fetcher}></video-list>
    `);
    const player = document.querySelector<VideoPlayerElement>('video-player')!;
    const list = document.querySelector<VideoListElement>('video-list')!;
    await settled(list);
    part(cardAt(list, 1), 'link').click();
    await untilShown(player, CLIP);
    assert.equal(textOf(player, 'title'), 'Video 2');
    assert.isTrue(player.hasNext);
    player.remove();
    await until(() => !list.play);
  });

  itPlays('finds a list that is added later, and one that replaces it', async () => {
    const page = await render(html`<div><video-player for="videos"></video-player></div>`);
    const player = page.querySelector('video-player')!;
    const [first, second] = [aProxy(), aProxy(() => ({urls: {originUrl: OTHER_CLIP}}))];

    const box = await render<HTMLElement>(html`<div></div>`);
    const show = async ({fetcher}: typeof first, id?: string) => {
      draw(aList(fetcher, id), box);
      await settled(listOn(box));
      return listOn(box);
    };
    const old = await show(first, 'not-yet');
    assert.isNotOk(old.play);
    old.id = 'videos';
    await until(() => old.play === player, 'The list has its player.');
    part(cardAt(old, 0), 'link').click();
    await untilShown(player, CLIP);

    old.remove();
    await until(() => hasPart(player, 'empty'), 'Nothing is left to play.');
    draw(nothing, box);
    const list = await show(second);
    await until(() => list.play === player);
    part(cardAt(list, 2), 'link').click();
    await untilShown(player, OTHER_CLIP);
    assert.deepEqual(second.asked, ['id-3']);
    assert.isUndefined(old.play);
  });

  it('explains what to do while nothing is selected, without a tab stop', async () => {
    const {fetcher} = aProxy();
    const page = await render(html`
      <div lang="de">
        <video-player for="videos"></video-player>
        ${aList(fetcher)}
      </div>
    `);
    const player = page.querySelector('video-player')!;
    await settled(listOn(page));
    assert.equal(textOf(player, 'empty'), 'Wählen Sie ein Video aus, um es hier abzuspielen.');
    assert.isFalse(mediaOf(player).controls);
    await focusBefore(page);
    await press('Tab');
    assert.isFalse(player.matches(':focus-within'), 'The Tab key goes past an empty player.');
    player.focus();
    assert.equal(player.shadowRoot!.activeElement, part(player, 'stage'));
  });

  it('has no controls of the page while nothing is selected', async () => {
    const page = await render(html`
      <div>
        <video-player for="videos">
          <div slot="media"><button>Play</button><video></video></div>
        </video-player>
        <button id="after">After</button>
      </div>
    `);
    await page.querySelector('video-player')!.updateComplete;
    await focusBefore(page);
    await press('Tab');
    assert.equal(document.activeElement?.id, 'after');
  });
});

/** Puts the focus on something that is right before the page. */
async function focusBefore(page: Element) {
  const before = document.createElement('button');
  page.prepend(before);
  before.focus();
  await until(() => isFocused(before));
}
