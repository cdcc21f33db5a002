import {assert} from '@open-wc/testing/pure';
import {emulateMedia, resetMouse, sendMouse} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import type {Preview, PreviewSource} from '../../../src/index.js';
import {warningsDuring} from '../../support/events.js';
import {isChromium} from '../../support/engine.js';
import {press} from '../../support/input.js';
import {cardsIn, hasPart, part, partsOf, render, renderSettled, until} from '../../support/page.js';
import {deferred} from '../../support/promises.js';
import {aVideo, COVER, videosTitled} from '../../support/videos.js';

const OTHER = COVER.replace('alpine-1', 'alpine-2');
const CLIP = new URL('/test/support/clips/ocean.mp4', location.href).href;

const frames: PreviewSource = () => ({frames: [COVER, OTHER]});

/** Two cards: the first with the tested preview, the second with a preview that loads. */
async function cards(preview: PreviewSource | undefined) {
  const scene = await render(html`
    <div style="width: 200px">
      <video-card .video=${aVideo({coverUrl: COVER})} .preview=${preview}></video-card>
      <video-card .video=${aVideo({id: 'other'})} .preview=${frames}></video-card>
      <button>After them</button>
    </div>
  `);
  return [...scene.children] as [VideoCardElement, VideoCardElement, HTMLElement];
}

async function hover(element: Element) {
  const {left, top} = element.getBoundingClientRect();
  await sendMouse({type: 'move', position: [Math.round(left + 20), Math.round(top + 20)]});
}

const isShown = (card: VideoCardElement) =>
  partsOf(card, 'preview').some((preview) => preview.classList.contains('loaded'));

const isNear = (card: VideoCardElement) => hasPart(card, 'preview');

/** Waits until another card shows its preview. An earlier preview would be visible by then. */
async function aPreviewLater(control: VideoCardElement) {
  control.dispatchEvent(new PointerEvent('pointerenter', {pointerType: 'mouse'}));
  await until(() => isShown(control));
}

describe('The preview of a <video-card>', () => {
  afterEach(async () => {
    await resetMouse();
    if (isChromium) await emulateMedia({reducedMotion: 'no-preference'});
  });

  it('is off by default', async () => {
    const [card, control] = await cards(undefined);
    await hover(card);
    await aPreviewLater(control);
    assert.isFalse(isNear(card));
  });

  it('is shown while the mouse is on the card', async () => {
    const [card, , after] = await cards(frames);
    await hover(card);
    assert.isFalse(isNear(card), 'Not at once.');
    await until(() => isShown(card));
    await hover(after);
    await until(() => !isNear(card));
  });

  it('is shown while the keyboard focus is on the card', async () => {
    const [card] = await cards(frames);
    await press('Tab');
    await until(() => isShown(card));
    await press('Tab');
    await until(() => !isNear(card));
  });

  it('shows its pictures one after another', async () => {
    const [card] = await cards(frames);
    await hover(card);
    const shown = () => (partsOf(card, 'preview')[0] as HTMLImageElement | undefined)?.src;
    await until(() => shown() === COVER);
    await until(() => shown() === OTHER);
    await until(() => shown() === COVER);
  });

  it('is ended by Escape, wherever the focus is', async () => {
    const [card, control] = await cards(frames);
    await hover(card);
    await until(() => isShown(card));
    await press('Escape');
    await until(() => !isNear(card));
    await aPreviewLater(control);
    assert.isFalse(isNear(card), 'It does not come back by itself.');
  });

  it('is not shown when the mouse only passes', async () => {
    const [card, control] = await cards(frames);
    await hover(card);
    await hover(control);
    await until(() => isShown(control));
    assert.isFalse(isNear(card));
  });

  it('is not shown for touch', async () => {
    const [card, control] = await cards(frames);
    card.dispatchEvent(new PointerEvent('pointerenter', {pointerType: 'touch'}));
    await aPreviewLater(control);
    assert.isFalse(isNear(card));
  });

  if (isChromium) {
    it('is not shown with reduced motion', async () => {
      await emulateMedia({reducedMotion: 'reduce'});
      const [card, control] = await cards(frames);
      await hover(card);
      await emulateMedia({reducedMotion: 'no-preference'});
      await aPreviewLater(control);
      assert.isFalse(isNear(card));
    });

    it('may be a clip, which plays without sound and over again', async () => {
      const [card, , after] = await cards(() => ({clip: CLIP}));
      await hover(card);
      await until(() => isShown(card));
      const clip = part(card, 'preview') as HTMLVideoElement;
      assert.isTrue(clip.muted && clip.loop && clip.playsInline && !clip.controls);
      assert.isFalse(clip.paused);
      await hover(after);
      await until(() => !isNear(card));
      assert.isTrue(clip.paused && !clip.isConnected && !clip.hasAttribute('src'));
    });
  }

  it('is not shown with reduced data', async () => {
    Object.defineProperty(navigator, 'connection', {value: {saveData: true}, configurable: true});
    const [card, control] = await cards(frames);
    await hover(card);
    Reflect.deleteProperty(navigator, 'connection');
    await aPreviewLater(control);
    assert.isFalse(isNear(card));
  });

  it('can be found asynchronously', async () => {
    const found = deferred<Preview>();
    const [card] = await cards(() => found.promise);
    const [, control] = [card, card.nextElementSibling as VideoCardElement];
    await hover(card);
    await aPreviewLater(control);
    assert.isFalse(isNear(card));
    found.resolve({frames: [OTHER]});
    await until(() => isShown(card));
  });

  it('is not shown if its address arrives after the mouse has left', async () => {
    const found = deferred<Preview>();
    let asked = 0;
    const [card, control] = await cards(() => ((asked += 1), found.promise));
    await hover(card);
    await until(() => asked === 1);
    await hover(control);
    found.resolve({frames: [OTHER]});
    await until(() => isShown(control));
    assert.isFalse(isNear(card));
  });

  for (const [what, preview] of [
    ['cannot be loaded', () => ({frames: ['/test-server/no-such-frame']})],
    ['is a clip that cannot be loaded', () => ({clip: '/test-server/no-such-clip'})],
    ['has an address that runs', () => ({frames: ['javascript:alert(1)'], clip: ''})],
    ['is a clip with an address that runs', () => ({clip: 'javascript:alert(1)'})],
    ['is none', () => undefined],
    ['has no frames', () => ({frames: []})],
  ] satisfies [string, PreviewSource][]) {
    it(`leaves the cover where it is when it ${what}`, async () => {
      const [card, control] = await cards(preview);
      await hover(card);
      await aPreviewLater(control);
      await until(() => !isNear(card));
      assert.isTrue(hasPart(card, 'image'));
    });
  }

  it('keeps the cover, and logs a warning, if the function fails', async () => {
    const warnings = await warningsDuring(async () => {
      const [card, control] = await cards(() => Promise.reject(new Error('No such preview')));
      await hover(card);
      await aPreviewLater(control);
      assert.isFalse(isNear(card));
    });
    assert.lengthOf(warnings, 1);
    assert.include(warnings[0], 'No such preview');
  });

  it('ends when the card shows another video or is removed', async () => {
    const [card, control] = await cards(frames);
    await hover(card);
    await until(() => isShown(card));
    card.video = aVideo({id: 'another'});
    await card.updateComplete;
    assert.isFalse(isNear(card));
    await aPreviewLater(control);
    control.remove();
    await control.updateComplete;
    assert.isFalse(isNear(control));
  });

  it('is also shown in a list, for the video of the card', async () => {
    const asked: string[] = [];
    const preview: PreviewSource = ({id}) => {
      asked.push(id);
      return {frames: [COVER]};
    };
    // Not below the pointer, which rests in the corner of the page.
    const list = await renderSettled(
      html`<video-list
        style="margin-block-start: 50px"
        .videos=${videosTitled('First', 'Second')}
        .preview=${preview}
      ></video-list>`,
    );
    const [, second] = cardsIn(list) as [VideoCardElement, VideoCardElement];
    await hover(second);
    await until(() => isShown(second));
    assert.deepEqual(asked, ['id-2']);
  });
});
