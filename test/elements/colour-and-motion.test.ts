import {assert} from '@open-wc/testing/pure';
import {emulateMedia} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define.js';
import type {VideoCardElement} from '../../src/elements/video-card/video-card.js';
import {isChromium} from '../support/engine.js';
import {silent} from '../support/test-server.js';
import {cardAt, part, render, settled, styleOf} from '../support/page.js';
import {aVideo} from '../support/videos.js';

const cardIn = async (style: string) => {
  const scene = await render(
    html`<div style=${style}><video-card .video=${aVideo()}></video-card></div>`,
  );
  return scene.firstElementChild as VideoCardElement;
};

const colours = (card: VideoCardElement) => [
  styleOf(part(card, 'title'), 'color'),
  styleOf(part(card, 'meta'), 'color'),
  styleOf(part(card, 'thumbnail'), 'background-color'),
];

describe('The colours of a gallery', () => {
  it('follow the color-scheme of the page', async () => {
    const light = colours(await cardIn('color-scheme: light'));
    const dark = colours(await cardIn('color-scheme: dark'));
    assert.deepEqual(light, ['rgb(22, 24, 29)', 'rgb(90, 97, 112)', 'rgb(230, 232, 238)']);
    assert.deepEqual(dark, ['rgb(242, 243, 245)', 'rgb(164, 171, 184)', 'rgb(61, 68, 82)']);
  });

  it('are light on a page without color-scheme', async () => {
    const usual = colours(await cardIn(''));
    assert.deepEqual(usual, colours(await cardIn('color-scheme: light')));
  });
});

describe('The outline of a focused gallery', () => {
  // The default themes of WordPress outline everything that has the focus.
  it('is around the focused card only, on a page that outlines everything', async () => {
    const scene = await render(html`
      <div class="outlining">
        <style>
          :where(.outlining *:focus) {
            outline: 2px solid red;
          }
        </style>
        <video-list .videos=${[aVideo()]}></video-list>
        <video-card .video=${aVideo()}></video-card>
      </div>
    `);
    const list = scene.querySelector('video-list')!;
    const card = scene.querySelector('video-card')!;
    await settled(list);
    cardAt(list, 0).focus();
    assert.equal(styleOf(list, 'outline-style'), 'none');
    card.focus();
    assert.equal(document.activeElement, card);
    assert.equal(styleOf(card, 'outline-style'), 'none');
  });
});

if (isChromium) {
  describe('The motion of a gallery', () => {
    /** Opacity of skeletons in the middle of their animation. */
    const pulse = async () => {
      const {url} = await silent();
      const grid = part(await render(html`<video-list src=${url}></video-list>`), 'grid');
      const half = Number.parseFloat(styleOf(grid, 'animation-duration')) * 500;
      for (const animation of grid.getAnimations()) {
        animation.pause();
        animation.currentTime = half;
      }
      return Number(styleOf(grid, 'opacity'));
    };

    afterEach(async () => {
      await emulateMedia({reducedMotion: 'no-preference'});
    });

    it('exists without a preference for reduced motion', async () => {
      await emulateMedia({reducedMotion: 'no-preference'});
      assert.isBelow(await pulse(), 0.9);
    });

    it('does not exist with a preference for reduced motion', async () => {
      await emulateMedia({reducedMotion: 'reduce'});
      assert.equal(await pulse(), 1);
    });
  });
}
