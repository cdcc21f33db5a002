import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {cardAt, part, renderSettled, titlesIn, until} from '../../support/page.js';
import {paged} from '../../support/test-server.js';
import {videosTitled} from '../../support/videos.js';

const titles = Array.from({length: 200}, (_, at) => `Video ${at + 1}`);

const titlesOf = (events: readonly CustomEvent<{video: {title: string}}>[]) =>
  events.map(({detail}) => detail.video.title);

/** Titles of the cards of which at least half is in the window. */
function inView(list: VideoListElement) {
  return titlesIn(list).filter((_, at) => {
    const {top, bottom, height} = cardAt(list, at).getBoundingClientRect();
    return Math.min(bottom, innerHeight) - Math.max(top, 0) > height / 2;
  });
}

afterEach(() => scrollTo({top: 0, behavior: 'instant'}));

describe('A <video-list impressions>', () => {
  it('reports each video in view once, and no other', async () => {
    const list = await renderSettled(
      html`<video-list impressions .videos=${videosTitled(...titles)}></video-list>`,
    );
    const events = heard(list, 'video-impression');
    const first = inView(list);
    await until(() => events.length >= first.length, 'the first cards have been in view');
    assert.sameMembers(titlesOf(events), first);
    assert.deepInclude(events[0]!.detail, {index: titles.indexOf(titlesOf(events)[0]!)});
    assert.isFalse(events[0]!.bubbles);
    // Scrolls far and back: most cards are skipped, and those at the top have already been reported.
    await list.scrollToIndex(150);
    const second = inView(list);
    await until(() => events.length >= first.length + second.length, 'the others, too');
    scrollTo({top: 0, behavior: 'instant'});
    await until(() => inView(list).includes('Video 1'));
    list.videos = [...videosTitled(...titles)].reverse();
    await until(() => titlesOf(events).includes('Video 200'), 'cards that are used again count');
    assert.equal(new Set(titlesOf(events)).size, events.length);
    assert.notInclude(titlesOf(events), 'Video 75');
  });

  it('reports no card that was scrolled past or is in a container without height', async () => {
    const list = await renderSettled(
      html`<video-list impressions .videos=${videosTitled(...titles)}></video-list>`,
    );
    const events = heard(list, 'video-impression');
    list.hidden = true;
    const other = await renderSettled(
      html`<video-list impressions .videos=${videosTitled('Beside')}></video-list>`,
    );
    const shown = heard(other, 'video-impression');
    await until(() => shown.length > 0);
    assert.lengthOf(events, 0);
  });

  it('reports nothing without the attribute', async () => {
    const list = await renderSettled(
      html`<video-list .videos=${videosTitled('Quiet')}></video-list>`,
    );
    const events = heard(list, 'video-impression');
    const other = await renderSettled(
      html`<video-list impressions .videos=${videosTitled('Loud')}></video-list>`,
    );
    const said = heard(other, 'video-impression');
    await until(() => said.length > 0);
    assert.lengthOf(events, 0);
  });
});

describe('A <video-list paging="pages">', () => {
  it('reports pages that the user opens, not those that the host page sets', async () => {
    const {url} = await paged(30);
    const list = await renderSettled(
      html`<video-list src=${url} paging="pages" page-size="10"></video-list>`,
    );
    const events = heard(list, 'video-list-page');
    part(list, 'next').click();
    await until(() => events.length > 0);
    assert.equal(events[0]!.detail.page, 2);
    list.page = 3;
    await until(() => titlesIn(list)[0] === 'Video 21');
    assert.lengthOf(events, 1);
  });
});
