import {assert, oneEvent} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {mediaUrl} from '../../../src/internal/media-url.js';
import {answering, holding} from '../../support/test-server.js';
import {heard} from '../../support/events.js';
import {
  cardAt,
  hasPart,
  hasState,
  part,
  render,
  renderSettled,
  styleOf,
  untilState,
} from '../../support/page.js';
import {aVideo, COVER, PIXEL} from '../../support/videos.js';

const cardWith = (coverUrl?: string) =>
  render<VideoCardElement>(html`<video-card .video=${aVideo({coverUrl})}></video-card>`);

/** Renders on a page where the ten seconds of a slow cover are skipped. */
async function impatiently<T>(render: () => Promise<T>): Promise<T> {
  const setTimeout = window.setTimeout.bind(window);
  const hurry = (done: () => void, delay?: number) =>
    setTimeout(done, delay === 10_000 ? 0 : delay);
  Object.assign(window, {setTimeout: hurry});
  try {
    return await render();
  } finally {
    Object.assign(window, {setTimeout});
  }
}

describe('The cover of a <video-card>', () => {
  it('is a placeholder if there is none', async () => {
    const card = await cardWith();
    assert.isTrue(hasState(card, 'cover-missing'));
    assert.isFalse(hasPart(card, 'image'));
    const {width, height} = part(card, 'placeholder').getBoundingClientRect();
    assert.isAbove(Math.min(width, height), 10);
  });

  it('appears when it is loaded', async () => {
    const card = await cardWith(COVER);
    await untilState(card, 'cover-loaded');
    assert.equal((part(card, 'image') as HTMLImageElement).src, COVER);
    await Promise.all(
      part(card, 'image')
        .getAnimations()
        .map(({finished}) => finished),
    );
    assert.equal(styleOf(part(card, 'image'), 'opacity'), '1');
  });

  it('is hidden from screen readers, because the title is next to it', async () => {
    const card = await cardWith(COVER);
    assert.equal(part(card, 'image').getAttribute('alt'), '');
  });

  it('is requested only near the view', async () => {
    const card = await cardWith(COVER);
    assert.equal(part(card, 'image').getAttribute('loading'), 'lazy');
  });

  it('is a moving placeholder while it loads', async () => {
    const {url, release} = await holding(PIXEL);
    const card = await cardWith(url);
    assert.isTrue(hasState(card, 'cover-loading'));
    // An image without data and without alternative text leaves the placeholder visible.
    const {naturalWidth, alt} = part(card, 'image') as HTMLImageElement;
    assert.deepEqual({naturalWidth, alt}, {naturalWidth: 0, alt: ''});
    await release();
    await untilState(card, 'cover-loaded');
  });

  it('is a placeholder without animation after a long time, and can still load', async () => {
    const {url, release} = await holding(PIXEL);
    const card = await impatiently(() => cardWith(url));
    await untilState(card, 'cover-slow');
    await release();
    await untilState(card, 'cover-loaded');
  });

  for (const [what, answer] of [
    ['has expired', {status: 403, body: 'Expired', type: 'text'}],
    ['is no picture', {body: '<p>Sign in</p>', type: 'html'}],
    ['hangs up', {drop: true}],
  ] as const) {
    it(`is a placeholder, and no broken picture, when its address ${what}`, async () => {
      const {url} = await answering(answer);
      const card = await cardWith(url);
      await untilState(card, 'cover-broken');
      assert.equal(styleOf(part(card, 'image'), 'opacity'), '0');
    });
  }

  it('is requested again at the same address if its list wants that, and only if it has failed', async () => {
    const {url, requests} = await answering({status: 403}, PIXEL);
    const list = await renderSettled(
      html`<video-list .videos=${[aVideo({coverUrl: url})]}></video-list>`,
    );
    const card = cardAt(list, 0);
    await untilState(card, 'cover-broken');
    card.retryCover();
    await untilState(card, 'cover-loaded');
    card.retryCover();
    assert.isTrue(hasState(card, 'cover-loaded'));
    assert.lengthOf(await requests(), 2);
  });

  it('fires an event for its list only when it fails', async () => {
    const {url} = await answering({status: 403});
    const onPage = heard(document, 'cover-error' as 'error');
    const list = await renderSettled(
      html`<video-list .videos=${[aVideo({coverUrl: url})]}></video-list>`,
    );
    const inList = heard(part(list, 'grid'), 'cover-error' as 'error');
    const alone = await cardWith(url);
    await untilState(cardAt(list, 0), 'cover-broken');
    await untilState(alone, 'cover-broken');
    assert.lengthOf(inList, 1);
    assert.isEmpty(onPage);
  });

  it('starts again when the video changes', async () => {
    const {url} = await answering({status: 403});
    const card = await cardWith(url);
    await untilState(card, 'cover-broken');
    card.video = aVideo({coverUrl: COVER});
    await card.updateComplete;
    assert.isFalse(hasState(card, 'cover-broken'));
    await untilState(card, 'cover-loaded');
    card.video = aVideo();
    await card.updateComplete;
    assert.isTrue(hasState(card, 'cover-missing'));
    assert.isFalse(hasPart(card, 'image'));
  });

  it('stays visible until the cover of the same video has loaded from a new address', async () => {
    const card = await cardWith(COVER);
    await untilState(card, 'cover-loaded');
    const renewed = await holding(PIXEL);
    card.video = aVideo({coverUrl: renewed.url});
    await card.updateComplete;
    await renewed.requests();
    assert.isTrue(hasState(card, 'cover-loaded'));
    assert.equal(styleOf(part(card, 'image'), 'opacity'), '1');
    const loaded = oneEvent(part(card, 'image'), 'load');
    await renewed.release();
    await loaded;
    card.video = aVideo({id: 'other', coverUrl: (await holding(PIXEL)).url});
    await card.updateComplete;
    assert.isTrue(hasState(card, 'cover-loading'), 'Another video never shows this one’s.');
  });

  it('stays as it is when the same video is handed over again', async () => {
    const card = await cardWith(COVER);
    await untilState(card, 'cover-loaded');
    const image = part(card, 'image');
    card.video = aVideo({coverUrl: COVER, title: 'Renamed'});
    await card.updateComplete;
    assert.isTrue(part(card, 'image') === image);
    assert.isTrue(hasState(card, 'cover-loaded'));
  });

  it('has its size before it has loaded', async () => {
    const {url, release} = await holding(PIXEL);
    const scene = await render(
      html`<div style="width: 320px">
        <video-card .video=${aVideo({coverUrl: url})}></video-card>
      </div>`,
    );
    const card = scene.firstElementChild as VideoCardElement;
    assert.equal(part(card, 'thumbnail').getBoundingClientRect().height, 180);
    await release();
  });

  it('shows a portrait picture whole', async () => {
    const video = aVideo({coverUrl: COVER, resolutions: [{width: 1080, height: 1920}]});
    const card = await render(html`<video-card .video=${video}></video-card>`);
    assert.equal(styleOf(part(card, 'image'), 'object-fit'), 'contain');
  });

  for (const address of ['javascript:alert(1)', 'data:image/gif;base64,R0lGODlhAQABAAAAACw=']) {
    it(`is never taken from ${address}`, async () => {
      const byAttribute = await render(
        html`<video-card heading="A" cover=${address}></video-card>`,
      );
      assert.isFalse(hasPart(byAttribute, 'image'));
      const byProperty = await cardWith(address);
      assert.isFalse(hasPart(byProperty, 'image'));
    });
  }

  it('is requested from the address in the attribute, relative to the page', async () => {
    const card = await render(
      html`<video-card heading="A" cover="test-server/1.webp"></video-card>`,
    );
    const expected = new URL('test-server/1.webp', document.baseURI).href;
    assert.equal((part(card, 'image') as HTMLImageElement).src, expected);
  });

  it('keeps http on an http page', () => {
    assert.equal(location.protocol, 'http:');
    assert.equal(mediaUrl('http://example.com//1.jpg', location.href), 'http://example.com//1.jpg');
  });
});
