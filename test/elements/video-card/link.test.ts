import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {canClickMiddle} from '../../support/engine.js';
import {heard} from '../../support/events.js';
import {clickOn, press} from '../../support/input.js';
import {part, render} from '../../support/page.js';
import {aVideo} from '../../support/videos.js';

const aLink = (href = '#picked') =>
  render<VideoCardElement>(html`<video-card href=${href} .video=${aVideo()}></video-card>`);

/** Clicks with a key held down, prevents the default, and returns whether the card had prevented it. */
function clickWith(card: VideoCardElement, init: MouseEventInit) {
  let wasCanceled = false;
  const look = (event: Event) => {
    wasCanceled = event.defaultPrevented;
    event.preventDefault();
  };
  window.addEventListener('click', look, {once: true});
  const always = {detail: 1, bubbles: true, composed: true, cancelable: true};
  part(card, 'link').dispatchEvent(new MouseEvent('click', {...always, ...init}));
  return {wasCanceled};
}

describe('A <video-card> with href', () => {
  beforeEach(() => {
    location.hash = '';
  });

  it('is a real link, whose address can be copied', async () => {
    const card = await aLink('/watch/1');
    const link = part(card, 'link') as HTMLAnchorElement;
    assert.equal(link.localName, 'a');
    assert.equal(link.href, new URL('/watch/1', location.href).href);
  });

  it('is followed by mouse, after the event', async () => {
    const card = await aLink();
    const picks = heard(card, 'video-select');
    await clickOn(card);
    assert.lengthOf(picks, 1);
    assert.equal(location.hash, '#picked');
  });

  it('is followed by Enter', async () => {
    const card = await aLink();
    const picks = heard(card, 'video-select');
    card.focus();
    await press('Enter');
    assert.deepEqual(
      picks.map(({detail}) => detail.trigger),
      ['keyboard'],
    );
    assert.equal(location.hash, '#picked');
  });

  it('is not followed when the page cancels the event', async () => {
    const card = await aLink();
    card.addEventListener('video-select', (event) => {
      event.preventDefault();
    });
    await clickOn(card);
    card.focus();
    await press('Enter');
    assert.equal(location.hash, '');
  });

  for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey']) {
    it(`leaves a click with ${key} to the browser`, async () => {
      const card = await aLink();
      const picks = heard(card, 'video-select');
      const {wasCanceled} = clickWith(card, {[key]: true});
      assert.isEmpty(picks);
      assert.isFalse(wasCanceled);
    });
  }

  if (canClickMiddle) {
    it('leaves a click with the middle button to the browser', async () => {
      const card = await aLink();
      const picks = heard(card, 'video-select');
      let wasCanceled: boolean | undefined;
      // The last listener, which also prevents the browser from opening a tab during the tests.
      const look = (event: Event) => {
        wasCanceled ??= event.defaultPrevented;
        event.preventDefault();
      };
      window.addEventListener('auxclick', look, {once: true});
      await clickOn(card, 'middle');
      assert.isFalse(wasCanceled);
      assert.isEmpty(picks);
    });
  }

  for (const href of ['javascript:alert(1)', ' javascript:alert(1)', 'data:text/html,<p>hi']) {
    it(`never leads to ${href}`, async () => {
      const card = await aLink(href);
      assert.equal(part(card, 'link').localName, 'button');
    });
  }
});

describe('A <video-card> without href', () => {
  it('is also selected by a click with a modifier key, because it is not a link', async () => {
    const card = await render<VideoCardElement>(html`<video-card .video=${aVideo()}></video-card>`);
    const picks = heard(card, 'video-select');
    clickWith(card, {ctrlKey: true});
    assert.lengthOf(picks, 1);
  });
});
