import {assert} from '@open-wc/testing/pure';
import {emulateMedia} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../src/define.js';
import type {VideoCardElement} from '../../src/elements/video-card/video-card.js';
import {isChromium} from '../support/engine.js';
import {part, render, styleOf} from '../support/page.js';
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
    assert.deepEqual(dark, ['rgb(242, 243, 245)', 'rgb(164, 171, 184)', 'rgb(42, 46, 55)']);
  });

  it('are light on a page that says nothing', async () => {
    const silent = colours(await cardIn(''));
    assert.deepEqual(silent, colours(await cardIn('color-scheme: light')));
  });
});

if (isChromium) {
  describe('The motion of a gallery', () => {
    /** How opaque a skeleton is in the middle of its pulse. */
    const pulse = async () => {
      const card = await render(html`<video-card skeleton></video-card>`);
      const thumbnail = part(card, 'thumbnail');
      const half = Number.parseFloat(styleOf(thumbnail, 'animation-duration')) * 500;
      for (const animation of thumbnail.getAnimations()) {
        animation.pause();
        animation.currentTime = half;
      }
      return Number(styleOf(thumbnail, 'opacity'));
    };

    afterEach(async () => {
      await emulateMedia({reducedMotion: 'no-preference'});
    });

    it('is there for those who do not mind', async () => {
      await emulateMedia({reducedMotion: 'no-preference'});
      assert.isBelow(await pulse(), 0.9);
    });

    it('is none for those who asked for less', async () => {
      await emulateMedia({reducedMotion: 'reduce'});
      assert.equal(await pulse(), 1);
    });
  });
}
