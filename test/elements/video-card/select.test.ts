import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {heard} from '../../support/events.js';
import {clickOn, press} from '../../support/input.js';
import {isFocused, part, render} from '../../support/page.js';
import {aVideo} from '../../support/videos.js';

const video = aVideo();
const aCard = () => render<VideoCardElement>(html`<video-card .video=${video}></video-card>`);

describe('Picking a <video-card>', () => {
  it('by mouse fires an event with the video and the trigger "mouse"', async () => {
    const card = await aCard();
    const picks = heard(card, 'video-select');
    await clickOn(card);
    assert.lengthOf(picks, 1);
    assert.deepEqual(picks[0]?.detail, {video, index: -1, trigger: 'mouse'});
    assert.equal(picks[0]?.detail.video, video);
  });

  it('works anywhere on the card', async () => {
    const card = await aCard();
    const picks = heard(card, 'video-select');
    await clickOn(part(card, 'thumbnail'));
    await clickOn(part(card, 'duration'));
    await clickOn(part(card, 'badge'));
    await clickOn(part(card, 'title'));
    await clickOn(part(card, 'meta'));
    assert.lengthOf(picks, 5);
  });

  for (const [name, key] of [
    ['Enter', 'Enter'],
    ['the space bar', ' '],
  ] as const) {
    it(`by ${name} tells that it was the keyboard`, async () => {
      const card = await aCard();
      const picks = heard(card, 'video-select');
      card.focus();
      await press(key);
      assert.deepEqual(
        picks.map(({detail}) => detail.trigger),
        ['keyboard'],
      );
    });
  }

  it('by touch fires an event with the trigger "touch"', async () => {
    const card = await aCard();
    const picks = heard(card, 'video-select');
    const tap = {pointerType: 'touch', detail: 1, bubbles: true, composed: true};
    part(card, 'link').dispatchEvent(new PointerEvent('click', tap));
    assert.equal(picks[0]?.detail.trigger, 'touch');
  });

  it('works from a script', async () => {
    const card = await aCard();
    const picks = heard(card, 'video-select');
    card.click();
    assert.lengthOf(picks, 1);
  });

  it('fires an event that crosses shadow roots', async () => {
    const host = await render(html`<div></div>`);
    const card = document.createElement('video-card');
    card.video = video;
    host.attachShadow({mode: 'open'}).append(card);
    await card.updateComplete;
    const picks = heard(host, 'video-select');
    card.click();
    assert.lengthOf(picks, 1);
    assert.isTrue(picks[0]?.cancelable);
  });

  it('reports a card of plain attributes as a video too', async () => {
    const card = await render<VideoCardElement>(
      html`<video-card video-id="id-9" heading="Harbour" duration="65" index="4"></video-card>`,
    );
    const picks = heard(card, 'video-select');
    card.click();
    assert.deepInclude(picks[0]?.detail.video, {id: 'id-9', title: 'Harbour', durationSeconds: 65});
    assert.equal(picks[0]?.detail.index, 4);
  });

  it('does not select itself, and fires no event when the page selects it', async () => {
    const card = await aCard();
    const picks = heard(card, 'video-select');
    card.click();
    await card.updateComplete;
    assert.isFalse(card.selected);
    card.selected = true;
    await card.updateComplete;
    assert.lengthOf(picks, 1);
    assert.isTrue(card.hasAttribute('selected'));
    assert.equal(part(card, 'link').getAttribute('aria-current'), 'true');
  });

  it('needs a card that has something on it', async () => {
    const skeleton = await render<VideoCardElement>(html`<video-card skeleton></video-card>`);
    const bare = await render<VideoCardElement>(html`<video-card></video-card>`);
    const picks = heard(document, 'video-select');
    skeleton.click();
    bare.click();
    await clickOn(skeleton);
    assert.isEmpty(picks);
  });

  it('is possible from wherever the page puts the focus on the card', async () => {
    const card = await aCard();
    card.focus();
    assert.isTrue(isFocused(part(card, 'link')));
    assert.equal(part(card, 'link').localName, 'button');
    assert.equal(part(card, 'link').getAttribute('type'), 'button');
  });
});
