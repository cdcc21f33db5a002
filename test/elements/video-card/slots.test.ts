import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {heard} from '../../support/events.js';
import {clickOn, press} from '../../support/input.js';
import {hasPart, isFocused, part, render, styleOf, textOf, until} from '../../support/page.js';
import {aVideo, COVER} from '../../support/videos.js';

const cardWith = (content: TemplateResult) =>
  render<VideoCardElement>(
    html`<video-card style="width: 300px" .video=${aVideo({coverUrl: COVER})}
      >${content}</video-card
    >`,
  );

/** Whether a part of the card is rendered. */
const isDrawn = (card: VideoCardElement, name: string) =>
  part(card, name).getClientRects().length > 0;

const own = (card: VideoCardElement) => card.querySelector('[slot]') as HTMLElement;

describe('The slots of a <video-card>', () => {
  it('do not show other content of the card', async () => {
    const card = await cardWith(html` text <b>more</b> `);
    assert.isTrue(isDrawn(card, 'image') && isDrawn(card, 'title') && isDrawn(card, 'badge'));
    assert.equal(card.querySelector('b')?.getClientRects().length, 0);
  });

  it('media: takes the place of the cover, and fills it', async () => {
    const card = await cardWith(html`<i slot="media"></i>`);
    assert.isFalse(isDrawn(card, 'image') || isDrawn(card, 'placeholder'));
    assert.isTrue(isDrawn(card, 'duration'));
    const {width, height} = own(card).getBoundingClientRect();
    assert.closeTo(width / height, 16 / 9, 0.01);
    assert.equal(width, 300);
  });

  it('badges: take the place of the chips', async () => {
    const card = await cardWith(html`<b slot="badges">Sponsored</b>`);
    assert.isFalse(isDrawn(card, 'badge') || isDrawn(card, 'duration'));
    assert.isTrue(isDrawn(card, 'image'));
  });

  it('meta: takes the place of the date', async () => {
    const card = await cardWith(html`<span slot="meta">12 views</span>`);
    assert.isTrue(part(card, 'meta').contains(own(card).assignedSlot));
    assert.isNull(part(card, 'meta').ariaHidden);
  });

  it('badges and actions: do not repeat the date, which is in the description', async () => {
    const card = await cardWith(html`<b slot="badges">Sponsored</b><i slot="actions">New</i>`);
    assert.equal(part(card, 'meta').ariaHidden, 'true');
  });

  it('actions: can be clicked and focused without picking the card', async () => {
    const card = await cardWith(html`<button slot="actions">Save</button>`);
    const picks = heard(card, 'video-select');
    const clicks = heard(own(card), 'click');
    await clickOn(own(card));
    assert.lengthOf(clicks, 1);
    await press('Enter');
    await until(() => clicks.length === 2);
    assert.isTrue(isFocused(own(card)));
    assert.isEmpty(picks);
    await clickOn(part(card, 'title'));
    assert.lengthOf(picks, 1);
  });

  it('actions: do not cover the rest of their row', async () => {
    const card = await cardWith(html`<button slot="actions">Save</button>`);
    const {top, height} = own(card).getBoundingClientRect();
    const {right} = card.getBoundingClientRect();
    const hit = document.elementFromPoint(right - 5, top + height / 2);
    assert.equal(hit, card);
  });

  it('actions: take no space if there are none', async () => {
    const card = await cardWith(html``);
    assert.isFalse(hasPart(card, 'actions'));
    const {bottom} = part(card, 'body').getBoundingClientRect();
    assert.equal(card.getBoundingClientRect().bottom, bottom);
  });
});

describe('The slot "content" of a <video-card>', () => {
  const replaced = () => cardWith(html`<p slot="content">My own card</p>`);

  it('replaces the whole content of the card', async () => {
    const card = await replaced();
    for (const name of ['thumbnail', 'body', 'meta']) assert.isFalse(isDrawn(card, name), name);
    assert.equal(styleOf(part(card, 'title'), 'clip-path'), 'inset(50%)');
    const {height} = own(card).getBoundingClientRect();
    assert.isAtMost(card.getBoundingClientRect().height, height + 40);
  });

  it('keep the name of the card, and select it with a click anywhere', async () => {
    const card = await replaced();
    const picks = heard(card, 'video-select');
    assert.equal(textOf(card, 'link'), 'A walk by the sea');
    await clickOn(own(card));
    assert.lengthOf(picks, 1);
    card.focus();
    await press('Enter');
    await until(() => picks.length === 2);
  });

  it('shows that the card is selected', async () => {
    const card = await replaced();
    card.selected = true;
    await card.updateComplete;
    const {outlineStyle} = getComputedStyle(part(card, 'link'), '::after');
    assert.equal(outlineStyle, 'solid');
  });

  it('can be added and removed while the card has the focus', async () => {
    const card = await cardWith(html``);
    card.focus();
    const content = document.createElement('p');
    content.slot = 'content';
    card.append(content);
    await until(() => !isDrawn(card, 'body'));
    assert.isTrue(isFocused(part(card, 'link')));
    content.remove();
    await until(() => isDrawn(card, 'body'));
    assert.isTrue(isFocused(part(card, 'link')));
  });
});

describe('A <video-card> with layout="list"', () => {
  it('has its cover beside its text, as wide as the page says', async () => {
    const card = await render<VideoCardElement>(html`
      <video-card
        layout="list"
        style="width: 600px; --video-card-thumbnail-size: 200px; --video-card-gap: 30px"
        .video=${aVideo()}
      ></video-card>
    `);
    const thumbnail = part(card, 'thumbnail').getBoundingClientRect();
    const body = part(card, 'body').getBoundingClientRect();
    assert.equal(thumbnail.width, 200);
    assert.equal(body.left - thumbnail.right, 30);
    assert.equal(body.top, thumbnail.top);
    assert.equal(body.width, 370);
  });

  for (const [width, least, most] of [
    [280, 100, 130],
    [500, 150, 200],
    [1200, 240, 240],
  ] as const) {
    it(`has a cover of its share in ${width} pixels`, async () => {
      const card = await render<VideoCardElement>(
        html`<video-card layout="list" style="width: ${width}px" heading="Harbour"></video-card>`,
      );
      const cover = part(card, 'thumbnail').getBoundingClientRect();
      assert.isAtLeast(cover.width, least);
      assert.isAtMost(cover.width, most);
      assert.isAtMost(card.scrollWidth, width);
    });
  }

  it('is hidden when it is hidden', async () => {
    const card = await render<VideoCardElement>(
      html`<video-card layout="list" heading="Harbour" hidden></video-card>`,
    );
    assert.equal(styleOf(card, 'display'), 'none');
  });
});

describe('The chips of a <video-card>', () => {
  it('are smaller on a narrow card in any window', async () => {
    const card = await render<VideoCardElement>(
      html`<video-card style="width: 300px" .video=${aVideo()}></video-card>`,
    );
    const badge = () => part(card, 'badge-base');
    assert.equal(styleOf(badge(), 'font-size'), '12px');
    card.style.width = '150px';
    assert.equal(styleOf(badge(), 'font-size'), '11px');
    assert.equal(styleOf(part(card, 'duration'), 'font-size'), '11px');
    card.style.setProperty('--video-gallery-chip-font', '600 20px serif');
    assert.equal(styleOf(badge(), 'font-size'), '20px');
  });
});
