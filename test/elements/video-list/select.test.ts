import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {answering} from '../../support/test-server.js';
import {clickOn, press, pressShiftTab} from '../../support/input.js';
import {cardAt, cardsIn, isFocused, part, render, renderSettled} from '../../support/page.js';
import {aPage, aRecord} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

const videos = videosTitled('First', 'Second', 'Third');

/** Indexes of the marked cards, which must be the same for screen readers. */
function marked(list: VideoListElement): number[] {
  return cardsIn(list).flatMap((card, index) => {
    const isCurrent = part(card, 'link').getAttribute('aria-current') === 'true';
    assert.equal(isCurrent, card.hasAttribute('selected'));
    return isCurrent ? [index] : [];
  });
}

async function pick(list: VideoListElement, index: number) {
  await clickOn(cardAt(list, index));
  await list.updateComplete;
  await cardAt(list, index).updateComplete;
}

describe('Picking a video of a <video-list>', () => {
  it('fires an event with the video, its index and the input device', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    const picks = heard(document, 'video-select');
    await pick(list, 1);
    assert.lengthOf(picks, 1);
    assert.deepEqual(picks[0]?.detail, {video: videos[1], index: 1, trigger: 'mouse'});
    assert.isTrue(picks[0]?.target === list);
  });

  it('marks only the selected card', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    await pick(list, 1);
    assert.deepEqual(marked(list), [1]);
    assert.equal(list.current, 'id-2');
    await pick(list, 2);
    assert.deepEqual(marked(list), [2]);
    assert.equal(list.current, 'id-3');
  });

  it('selects nothing if the page cancels the event', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    await pick(list, 0);
    list.addEventListener('video-select', (event) => {
      event.preventDefault();
    });
    await pick(list, 1);
    assert.deepEqual(marked(list), [0]);
    assert.equal(list.current, 'id-1');
  });

  it('can be cancelled by a listener of the document', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    const cancel = (event: Event) => {
      event.preventDefault();
    };
    document.addEventListener('video-select', cancel, {once: true});
    await pick(list, 1);
    assert.deepEqual(marked(list), []);
  });

  it('can be done by the page without an event', async () => {
    const list = await renderSettled(
      html`<video-list current="id-3" .videos=${videos}></video-list>`,
    );
    assert.deepEqual(marked(list), [2]);
    const picks = heard(document, 'video-select');
    list.current = 'id-1';
    await list.updateComplete;
    await cardAt(list, 0).updateComplete;
    await cardAt(list, 2).updateComplete;
    assert.deepEqual(marked(list), [0]);
    assert.isEmpty(picks);
  });

  it('is kept in a new order of the videos', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    await pick(list, 0);
    list.videos = videos.toReversed();
    await list.updateComplete;
    await Promise.all(cardsIn(list).map((card) => card.updateComplete));
    assert.deepEqual(marked(list), [2]);
    const picks = heard(list, 'video-select');
    await pick(list, 0);
    assert.equal(picks[0]?.detail.index, 0);
  });
});

describe('The links of a <video-list>', () => {
  it('carry the id of their video, percent-encoded', async () => {
    const {url} = await answering(aPage([aRecord({videoId: 'a/b?c=ü#1'})]));
    const list = await renderSettled(html`
      <video-list src=${url} card-href="/watch/{videoId}?from={videoId}"></video-list>
    `);
    const link = part(cardAt(list, 0), 'link') as HTMLAnchorElement;
    const id = 'a%2Fb%3Fc%3D%C3%BC%231';
    assert.equal(link.href, new URL(`/watch/${id}?from=${id}`, location.href).href);
  });

  it('are buttons without an address of the page', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    assert.equal(part(cardAt(list, 0), 'link').localName, 'button');
  });
});

describe('A <video-list> by keyboard', () => {
  it('has a tab stop for each card, forwards and backwards', async () => {
    const scene = await render(html`
      <div>
        <button>Before</button>
        <video-list .videos=${videos}></video-list>
        <button>After</button>
      </div>
    `);
    const [before, list, after] = [...scene.children] as [HTMLElement, VideoListElement, Element];
    const links = cardsIn(list).map((card) => part(card, 'link'));
    before.focus();
    for (const stop of [...links, after]) {
      await press('Tab');
      assert.isTrue(isFocused(stop), stop.textContent.trim());
    }
    for (const stop of links.toReversed()) {
      await pressShiftTab();
      assert.isTrue(isFocused(stop), stop.textContent.trim());
    }
  });

  for (const key of ['Enter', ' ']) {
    it(`is picked from by "${key}", and keeps the focus`, async () => {
      const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
      const picks = heard(list, 'video-select');
      const card = cardAt(list, 1);
      card.focus();
      await press(key);
      await list.updateComplete;
      await card.updateComplete;
      assert.equal(picks[0]?.detail.trigger, 'keyboard');
      assert.deepEqual(marked(list), [1]);
      assert.isTrue(isFocused(part(card, 'link')));
    });
  }

  it('keeps the focus on its card while videos are added before it', async () => {
    const list = await renderSettled(html`<video-list .videos=${videos}></video-list>`);
    cardAt(list, 0).focus();
    list.videos = [{id: 'id-0', title: 'Newest'}, ...videos];
    await list.updateComplete;
    assert.isTrue(isFocused(part(cardAt(list, 1), 'link')));
  });
});
