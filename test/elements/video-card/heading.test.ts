import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {cardsIn, hasPart, part, render, renderSettled, textOf} from '../../support/page.js';
import {videosTitled} from '../../support/videos.js';

describe('The title of a <video-card>', () => {
  it('is not a heading by default', async () => {
    const card = await render(html`<video-card heading="Harbour"></video-card>`);
    assert.isFalse(hasPart(card, 'heading'));
    assert.isNull(card.shadowRoot?.querySelector('[role=heading]'));
  });

  for (const level of [2, 6]) {
    it(`is a heading of level ${level} around the link`, async () => {
      const card = await render(
        html`<video-card heading="Harbour" heading-level=${level}></video-card>`,
      );
      const heading = part(card, 'heading');
      assert.equal(heading.role, 'heading');
      assert.equal(heading.ariaLevel, `${level}`);
      assert.isTrue(heading.contains(part(card, 'link')));
      assert.equal(textOf(card, 'heading'), 'Harbour');
    });
  }

  for (const level of ['1', '7', 'h2', '']) {
    it(`is no heading of level "${level}"`, async () => {
      const card = await render(
        html`<video-card heading="Harbour" heading-level=${level}></video-card>`,
      );
      assert.isFalse(hasPart(card, 'heading'));
      assert.equal(textOf(card, 'link'), 'Harbour');
    });
  }

  it('has its level from the list', async () => {
    const videos = videosTitled('First', 'Second');
    const list = await renderSettled(
      html`<video-list heading-level="3" .videos=${videos}></video-list>`,
    );
    const levels = () => cardsIn(list).map((card) => hasPart(card, 'heading'));
    assert.deepEqual(levels(), [true, true]);
    list.removeAttribute('heading-level');
    await list.updateComplete;
    await Promise.all(cardsIn(list).map((card: VideoCardElement) => card.updateComplete));
    assert.deepEqual(levels(), [false, false]);
  });
});
