import {html, nothing, type ReactiveController} from 'lit';
import {warnOnce} from '../../internal/warn-once.js';
import type {Video} from '../../model/video.js';
import {mediaUrl} from '../../internal/media-url.js';
import type {PreviewHost, PreviewSource} from '../../elements/video-card/preview.js';

/** Delay in milliseconds before a preview starts. */
const DELAY = 400;

/** Milliseconds for each picture. */
const FRAME = 800;

/**
 * Shows a preview while the mouse, a pen or the keyboard focus is on a card. Not for touch, because scrolling would start
 * previews, and not for users who prefer reduced motion or reduced data. Escape ends it.
 */
export class PreviewController implements ReactiveController {
  readonly #host: PreviewHost;
  /** Id of the video whose preview should be shown. */
  #id?: string | undefined;
  #timer?: ReturnType<typeof setTimeout> | undefined;
  #urls: readonly string[] = [];
  #isClip = false;
  #isLoaded = false;

  constructor(host: PreviewHost) {
    this.#host = host;
    host.addController(this);
    for (const type of ['pointerenter', 'pointerleave', 'focusin', 'focusout']) {
      host.addEventListener(type, this);
    }
  }

  handleEvent(event: Event) {
    const {type, pointerType, key} = event as PointerEvent & KeyboardEvent;
    if (type === 'pointerenter' && pointerType !== 'touch') this.#start();
    else if (type === 'focusin' && this.#isFocusVisible) this.#start();
    else if (/leave|out/.test(type) || key === 'Escape') this.#end();
  }

  /** If the card now shows another video, the delay starts again. */
  hostUpdate() {
    if (this.#host.shownVideo?.id !== this.#id) this.#end();
  }

  hostDisconnected() {
    this.#end();
  }

  render() {
    const [url] = this.#urls;
    if (!url) return nothing;
    const state = this.#isLoaded ? 'loaded' : '';
    return this.#isClip
      ? html`<video
          part="preview"
          class=${state}
          .muted=${true}
          src=${url}
          autoplay
          loop
          playsinline
          aria-hidden="true"
          @playing=${this.#reveal}
          @error=${this.#end}
        ></video>`
      : html`<img
          part="preview"
          class=${state}
          src=${url}
          alt=""
          @load=${this.#reveal}
          @error=${this.#end}
        />`;
  }

  get #isFocusVisible() {
    const host = this.#host;
    return [host, host.renderRoot].some((root) => root.querySelector(':focus-visible'));
  }

  #start() {
    const {preview, shownVideo} = this.#host;
    if (!preview || !shownVideo || this.#id !== undefined || prefersReduced()) return;
    this.#id = shownVideo.id;
    addEventListener('keydown', this);
    this.#timer = setTimeout(() => void this.#show(preview, shownVideo), DELAY);
  }

  async #show(preview: PreviewSource, video: Video) {
    const timer = this.#timer;
    try {
      const {clip, frames = []} = (await preview(video)) ?? {};
      if (timer !== this.#timer) return;
      this.#isClip = !!clip;
      this.#urls = (clip ? [clip] : frames).flatMap(
        (url) => mediaUrl(url, this.#host.baseURI) ?? [],
      );
      if (this.#urls.length > 1) this.#timer = setInterval(this.#showNext, FRAME);
      this.#host.requestUpdate();
    } catch (cause) {
      warnOnce(`preview failed: ${String(cause)}`);
    }
  }

  /** Shows the next picture, as soon as the present one has loaded. */
  #showNext = () => {
    const image = this.#host.renderRoot.querySelector<HTMLImageElement>('[part=preview]');
    const [first, ...rest] = this.#urls as [string];
    if (image?.complete) this.#urls = [...rest, first];
    this.#host.requestUpdate();
  };

  /** Called when the first picture has loaded, or the first frame of the clip. Until then, the cover stays visible. */
  #reveal = () => {
    this.#isLoaded = true;
    this.#host.requestUpdate();
  };

  #end = () => {
    if (this.#id === undefined) return;
    this.#id = this.#timer = void clearTimeout(this.#timer);
    this.#urls = [];
    this.#isLoaded = false;
    removeEventListener('keydown', this);
    // A removed media element would continue to load.
    const clip = this.#host.renderRoot.querySelector('video');
    clip?.removeAttribute('src');
    clip?.load();
    this.#host.requestUpdate();
  };
}

/** Whether the user prefers reduced motion or reduced data. */
function prefersReduced() {
  const {connection} = navigator as {connection?: {saveData?: boolean}};
  const query = '(prefers-reduced-motion: reduce), (prefers-reduced-data: reduce)';
  return connection?.saveData || matchMedia(query).matches;
}
