import {html, nothing, type ReactiveController, type ReactiveControllerHost} from 'lit';
import {warnOnce} from '../../internal/warn-once.js';
import type {Video} from '../../model/video.js';
import {coverSource} from './cover.js';

/** Milliseconds that the mouse or the focus has to rest on a card. */
const DELAY = 400;

/** Milliseconds that each frame is shown. */
const FRAME = 800;

/** What is shown in place of a cover while its card is looked at. Addresses are relative to the page. */
export interface Preview {
  /** Pictures that are shown in turn. */
  readonly frames?: readonly string[];
  /** A short clip, which plays without sound and over again. Goes before `frames`. */
  readonly clip?: string;
}

/** Finds the preview of a video, at once or later; nothing for a video that has none. */
export type PreviewSource = (
  video: Video,
) => Preview | undefined | null | Promise<Preview | undefined | null>;

/** The card, as far as its preview is concerned. */
export interface PreviewHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly shownVideo: Video | undefined;
  readonly preview?: PreviewSource;
}

/**
 * Shows a preview while the mouse or the focus of the keyboard is on a card. Not for a finger, which would
 * have to scroll past it, and not for those who want less motion or less data. Escape ends it.
 */
export class PreviewController implements ReactiveController {
  readonly #host: PreviewHost;
  /** Id of the video whose preview is wanted. */
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
    const [focused] = event.composedPath() as [Element];
    if (type === 'pointerenter' && pointerType !== 'touch') this.#start();
    else if (type === 'focusin' && focused.matches(':focus-visible')) this.#start();
    else if (/leave|out/.test(type) || key === 'Escape') this.#end();
  }

  /** A card that shows another video now has been looked at for no time. */
  hostUpdate() {
    if (this.#host.shownVideo?.id !== this.#id) this.#end();
  }

  hostDisconnected() {
    this.#end();
  }

  /** @param shape - The class of a cover of this shape. */
  render(shape: string) {
    const [url] = this.#urls;
    if (!url) return nothing;
    const state = `${this.#isLoaded ? 'loaded' : ''} ${shape}`;
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

  #start() {
    const {preview, shownVideo} = this.#host;
    if (!preview || !shownVideo || this.#id !== undefined || isUnwelcome()) return;
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
        (url) => coverSource(url, this.#host.baseURI) ?? [],
      );
      if (this.#urls.length > 1) this.#timer = setInterval(this.#turn, FRAME);
      this.#host.requestUpdate();
    } catch (cause) {
      warnOnce(`preview failed: ${String(cause)}`);
    }
  }

  /** A frame that is late is waited for. */
  #turn = () => {
    const image = this.#host.renderRoot.querySelector<HTMLImageElement>('[part=preview]');
    const [first, ...rest] = this.#urls as [string];
    if (image?.complete) this.#urls = [...rest, first];
    this.#host.requestUpdate();
  };

  /** The cover stays until there is something to see. */
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
    // What is taken out of the document goes on loading otherwise.
    const clip = this.#host.renderRoot.querySelector('video');
    clip?.removeAttribute('src');
    clip?.load();
    this.#host.requestUpdate();
  };
}

function isUnwelcome() {
  const {connection} = navigator as {connection?: {saveData?: boolean}};
  const query = '(prefers-reduced-motion: reduce), (prefers-reduced-data: reduce)';
  return connection?.saveData || matchMedia(query).matches;
}
