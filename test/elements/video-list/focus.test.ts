import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {answering} from '../../support/test-server.js';
import {press} from '../../support/input.js';
import {hasPart, isFocused, part, renderSettled, settled, until} from '../../support/page.js';
import {anAnswer, aPage, aPageTitled, recordsTitled} from '../../support/records.js';
import {aVideo, videosTitled} from '../../support/videos.js';

const videos = videosTitled('A', 'B', 'C', 'D');
const broken = anAnswer('Oops', 500);

/** The title of the card that has the focus, whether it is a link, a button or an option. */
function focusedTitle(list: VideoListElement): string | undefined {
  const focused = list.shadowRoot?.activeElement as VideoCardElement | null;
  return focused?.video?.title;
}

const cardOf = (list: VideoListElement, title: string) =>
  [...(list.shadowRoot?.querySelectorAll('video-card') ?? [])].find(
    ({video}) => video?.title === title,
  );

for (const selection of ['none', 'single'] as const) {
  describe(`The focus on a card of a <video-list selection="${selection}">`, () => {
    async function on(title: string) {
      const list = await renderSettled(
        html`<video-list selection=${selection} .videos=${videos}></video-list>`,
      );
      cardOf(list, title)?.focus();
      assert.equal(focusedTitle(list), title);
      return list;
    }

    for (const [what, changed] of [
      ['a new order', videos.toReversed()],
      ['others before it', [aVideo({id: 'new', title: 'New'}), ...videos]],
      ['new facts about it', videos.map((video) => ({...video, durationSeconds: 7}))],
      ['all others gone', videos.slice(1, 2)],
    ] as const) {
      it(`survives ${what}`, async () => {
        const list = await on('B');
        list.videos = changed;
        await settled(list);
        assert.equal(focusedTitle(list), 'B');
      });
    }

    it('survives another layout, and another density', async () => {
      const list = await on('B');
      for (const layout of ['row', 'list', 'grid'] as const) {
        list.layout = layout;
        await settled(list);
        assert.equal(focusedTitle(list), 'B', layout);
      }
      list.density = 'compact';
      await settled(list);
      assert.equal(focusedTitle(list), 'B');
    });

    it('survives a switch between browsing and selecting', async () => {
      const list = await on('B');
      list.selection = selection === 'none' ? 'multiple' : 'none';
      await until(() => focusedTitle(list) === 'B');
    });

    it('goes to the card at its index when its video is removed', async () => {
      const list = await on('B');
      list.videos = videos.filter(({title}) => title !== 'B');
      await until(() => focusedTitle(list) === 'C');
    });

    it('goes to the last card when its index does not exist any more', async () => {
      const list = await on('D');
      list.videos = videos.slice(0, 2);
      await until(() => focusedTitle(list) === 'B');
    });

    it('goes to the message when no card is left', async () => {
      const list = await on('B');
      list.videos = [];
      await until(() => hasPart(list, 'message') && isFocused(part(list, 'message')));
    });

    it('goes to the status line where the page says something else instead', async () => {
      const list = await on('B');
      const own = document.createElement('p');
      own.slot = 'empty';
      list.append(own);
      list.videos = [];
      await until(() => isFocused(part(list, 'status')));
    });

    it('is not moved if the user has moved it meanwhile', async () => {
      const list = await on('B');
      const elsewhere = document.createElement('button');
      list.after(elsewhere);
      list.videos = [];
      elsewhere.focus();
      await settled(list);
      assert.isTrue(isFocused(elsewhere));
      elsewhere.remove();
    });

    it('is kept by a refresh, also by one that fails', async () => {
      const {url} = await answering(aPageTitled('A', 'B'), aPageTitled('A', 'B', 'C'), broken);
      const list = await renderSettled(
        html`<video-list selection=${selection} src=${url}></video-list>`,
      );
      cardOf(list, 'B')?.focus();
      for (const refresh of ['that works', 'that fails']) {
        await list.refresh();
        await settled(list);
        assert.equal(focusedTitle(list), 'B', refresh);
      }
      assert.isTrue(hasPart(list, 'retry'));
    });

    it('moves from "Try again" to the first card', async () => {
      const {url} = await answering(broken, aPage(recordsTitled('A', 'B')));
      const list = await renderSettled(
        html`<video-list selection=${selection} src=${url}></video-list>`,
      );
      part(list, 'retry').focus();
      await press('Enter');
      await until(() => focusedTitle(list) === 'A');
    });
  });
}
