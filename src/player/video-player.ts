import {Task} from '@lit/task';
import {html, isServer, nothing, type PropertyValues, type TemplateResult} from 'lit';
import type {Fetcher} from '../data/video-page-query.js';
import {GalleryElement} from '../elements/gallery-element.js';
import {LanguageController} from '../elements/language-controller.js';
import {mediaUrl} from '../internal/media-url.js';
import {renderButton} from '../elements/video-list/button.js';
import {declare, flag, number, property, text} from '../elements/properties.js';
import {DEFAULT_CREDENTIALS, DEFAULT_TIMEOUT} from '../elements/video-list/list-request.js';
import type {VideoListElement} from '../elements/video-list/video-list.js';
import {pageUrl} from '../internal/page-url.js';
import {themeStyles} from '../internal/theme.styles.js';
import {warnOnce} from '../internal/warn-once.js';
import {formatPhrase} from '../languages/format-phrase.js';
import {addTexts} from '../languages/registry.js';
import type {PlayerStrings, StringOverrides} from '../languages/strings.js';
import type {Clarity} from '../model/clarity.js';
import type {Video} from '../model/video.js';
import type {Surroundings} from './choose-source.js';
import {Countdown} from './countdown.js';
import {fetchVideo, type PlayRequest} from './fetch-play.js';
import {loadPositions} from './load.js';
import {clearSession, showSession} from './media-session.js';
import {PlayFailure} from './play-failure.js';
import {Playback} from './playback.js';
import {commandOf, obey} from './player-keys.js';
import type * as positions from './positions.js';
import {english, texts} from './texts.js';
import {
  VideoEndedEvent,
  VideoErrorEvent,
  VideoPlayEvent,
  VideoQualityEvent,
  VideoStepEvent,
} from './video-player.events.js';
import {styles} from './video-player.styles.js';

addTexts(texts);

/** Reasons that another attempt does not change. */
const FINAL = /encrypted|broken|unavailable|unsupported|insecure/;

/** Milliseconds between two times that a position is remembered. */
const SAVE_INTERVAL = 5_000;

/** What the user has chosen last, in any player of the page; undefined for the players' own choice. */
let chosenQuality: Clarity | undefined;

type Positions = typeof positions;

/**
 * Plays one video of a proxy: the one with the id `video-id`, the `video` that the page sets, or what is picked in the list
 * that `for` names. It asks the proxy for the addresses of the video, chooses one by its own size, and tries the others when
 * that fails. Sizes, colours and fonts follow the gallery's custom properties.
 *
 * Keys, while the focus is inside: Space or K plays and pauses, the arrow keys seek by 5 seconds and change the volume, M
 * mutes, F is full screen, N and P are the next and the previous video.
 *
 * @tag video-player
 * @slot media - A media element of the page's own, or an element around one, such as media-chrome's. It is used in place of
 *   the browser's `<video>`.
 * @fires {VideoPlayEvent} video-play - A video is about to be played. Cancel it to play the video yourself. Bubbles, crosses shadow roots.
 * @fires {VideoEndedEvent} video-ended - A video has been played to its end. Cancel it to prevent the next one from starting. Bubbles, crosses
 *   shadow roots.
 * @fires {VideoErrorEvent} video-error - A video cannot be played; `detail.error.reason` says why. Bubbles, crosses shadow roots.
 * @fires {VideoQualityEvent} video-quality - Another quality is played. Bubbles, crosses shadow roots.
 * @fires {VideoStepEvent} video-step - The user wants the next or the previous video. Cancel it to prevent a list from showing it. Bubbles,
 *   crosses shadow roots.
 * @csspart stage - The box with the picture.
 * @csspart media - The `<video>`.
 * @csspart failure - Why the video cannot be played, over the picture.
 * @csspart retry - The button that tries it again.
 * @csspart up-next - The announcement of the next video, over the picture.
 * @csspart play-now - The button in it that does not wait.
 * @csspart cancel - The button in it that stays with the video.
 * @csspart title - Title of the video.
 * @csspart description - Description of the video.
 * @csspart controls - The box with the buttons and the choice of quality.
 * @csspart previous - The button for the previous video.
 * @csspart next - The button for the next video.
 * @csspart quality - The choice of quality, with its label.
 * @csspart status - The line for screen readers that says what plays.
 * @cssprop [--video-player-aspect-ratio=16/9] - Shape of the picture.
 * @cssprop [--video-player-max-height=100vh] - Maximum height of the picture.
 * @cssprop [--video-player-background=#000] - Colour around the picture.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of the picture.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of the description.
 */
export class VideoPlayerElement extends GalleryElement {
  static override styles = [themeStyles, styles];

  /** Address of the proxy's list, relative to the page, as for `<video-list>`. Default with `for`: that of the list. */
  @text
  src = '';

  /** Id of the video to play. The proxy is asked for its title, cover and description. */
  @text
  videoId = '';

  /** The video to play, if the page has it. Goes before `video-id`. */
  @property
  video?: Video | undefined;

  /** Id of a `<video-list>` in the same tree. What the user picks there is played here. */
  @declare({attribute: 'for'})
  htmlFor = '';

  /** Whether a video starts by itself, if the browser allows it. */
  @flag
  autoplay = false;

  /**
   * Whether the next video starts by itself, after a countdown that the user can cancel. Needs `hasNext`. Not for users who save
   * data.
   */
  @flag
  autoplayNext = false;

  /** Whether positions in videos are kept on this device, in `localStorage`, to go on from there. */
  @flag
  remember = false;

  /** Whether there is a next video. A list sets it. */
  @property
  hasNext = false;

  /** Whether there is a previous video. A list sets it. */
  @property
  hasPrevious = false;

  /** The next video, if it is known: its title is shown at the end of this one. A list sets it. */
  @property
  upNext?: Video | undefined;

  /** Whether requests contain cookies, as for `fetch`. @default 'same-origin' */
  @text
  credentials: RequestCredentials = DEFAULT_CREDENTIALS;

  /** Time after which a request fails, in milliseconds. @default 15000 */
  @number
  timeout = DEFAULT_TIMEOUT;

  /** HTTP headers of the requests. */
  @property
  headers: Readonly<Record<string, string>> = {};

  /** Used instead of `fetch`. @default fetch */
  @property
  fetcher?: Fetcher | undefined;

  /** Texts that replace built-in texts. */
  @property
  strings?: StringOverrides;

  readonly #language = new LanguageController(this);
  readonly #countdown = new Countdown(this, () => this.#step(1));
  readonly #lookUp = new Task(this, {
    autoRun: false,
    task: ([request, id]: readonly [PlayRequest, string], {signal}) =>
      fetchVideo(request, id, signal),
  });
  #playback: Playback | undefined;
  #positions: Positions | undefined;
  #failure: PlayFailure | undefined;
  #shown: Video | undefined;
  #status = '';
  #savedAtMs = 0;
  #list: VideoListElement | undefined;
  #listened: HTMLMediaElement | null = null;
  /** Ends with the media element that is listened to. */
  #listening: AbortController | undefined;
  /** The latest request to load. */
  #loading: object | undefined;
  /** Whether it has been taken out of the document, and has stopped. */
  #hasLeft = false;

  constructor() {
    super();
    if (!isServer) this.addEventListener('keydown', this.#obeyKey);
  }

  /** The media element that plays: the page's own, or the player's. Null before the first rendering. */
  get media(): HTMLMediaElement | null {
    const own = this.querySelector<HTMLElement>(':scope > [slot=media]');
    const inside = own?.matches('video, audio') ? own : own?.querySelector('video, audio');
    return (inside ?? own ?? this.renderRoot?.querySelector('video') ?? null) as never;
  }

  /** How the proxy is asked. @internal */
  get request(): PlayRequest | undefined {
    const url = pageUrl(this.src, this.baseURI);
    if (!url) return undefined;
    const {credentials, headers, timeout, fetcher = (url, init) => fetch(url, init)} = this;
    return {url, credentials, headers, timeout, fetcher};
  }

  /** @internal */
  get surroundings(): Surroundings {
    const {connection} = navigator as {connection?: {saveData?: boolean}};
    return {
      height: (this.renderRoot.querySelector('[part=stage]')?.clientHeight ?? 0) * devicePixelRatio,
      isMobile: matchMedia('(pointer: coarse) and (max-width: 48rem)').matches,
      savesData: !!connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches,
      quality: chosenQuality,
    };
  }

  /** Plays, or goes on. */
  async play(): Promise<void> {
    await this.media?.play();
  }

  /** Pauses. */
  pause(): void {
    this.media?.pause();
  }

  /** Focuses the media element. */
  override focus(options?: FocusOptions): void {
    this.media?.focus(options);
  }

  /** Forgets all positions that are kept on this device. */
  async forgetPositions(): Promise<void> {
    (await loadPositions()).forgetPositions();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#serve();
    if (this.#hasLeft) void this.#load();
    this.#hasLeft = false;
    addEventListener('pagehide', this.#save);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#save);
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#hasLeft = true;
      this.#stop();
      this.#leaveList();
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#listen();
    if (changed.has('htmlFor')) this.#serve();
    if (changed.has('src') || changed.has('videoId') || changed.has('video')) {
      void this.#load();
    } else if (changed.has('hasNext') || changed.has('hasPrevious')) this.#showSession();
  }

  protected override render(): TemplateResult {
    return html`
      <div part="stage" aria-label=${this.#texts.player} role="group">
        <slot name="media" @slotchange=${this.#listen}>
          <video
            part="media"
            ?controls=${!this.#failure}
            playsinline
            preload="metadata"
            poster=${mediaUrl(this.#shown?.coverUrl, this.baseURI) ?? nothing}
            aria-label=${this.#shown?.title || nothing}
          ></video>
        </slot>
        ${this.#failure ? this.#renderFailure(this.#failure) : nothing}
        ${this.#countdown.left === undefined ? nothing : this.#renderUpNext(this.#countdown.left)}
      </div>
      <div part="bar">
        <div class="text">${this.#renderText()}</div>
        <div part="controls">${this.#renderControls()}</div>
      </div>
      <span part="status" role="status">${this.#status}</span>
    `;
  }

  /** @internal */
  sourceChanged({quality}: {quality: Clarity}): void {
    const {video} = this.#playback ?? {};
    this.requestUpdate();
    if (video) this.#emit(new VideoQualityEvent({video, quality}));
  }

  /** @internal */
  failed(error: PlayFailure): void {
    this.#failure = error;
    this.requestUpdate();
    warnOnce(`A video cannot be played (${error.reason}): ${error.message}`);
    this.#emit(new VideoErrorEvent({video: this.#shown, error}));
  }

  get #texts(): PlayerStrings {
    return this.#language.strings.player ?? english;
  }

  #renderText() {
    const {title, description} = this.#shown ?? {};
    return html`
      <span part="title" dir="auto">${title}</span>
      ${description ? html`<span part="description" dir="auto">${description}</span>` : nothing}
    `;
  }

  #renderControls() {
    const {hasNext, hasPrevious} = this;
    const {previousVideo, nextVideo} = this.#texts;
    return html`
      ${this.#renderQuality()}
      ${
        hasNext || hasPrevious
          ? html`${this.#renderStep('previous', '⏮', previousVideo, -1, hasPrevious)}
            ${this.#renderStep('next', '⏭', nextVideo, 1, hasNext)}`
          : nothing
      }
    `;
  }

  #renderStep(part: string, sign: string, label: string, step: 1 | -1, isEnabled: boolean) {
    const content = html`<span aria-hidden="true" title=${label}>${sign}</span>`;
    return renderButton(part, content, () => this.#step(step), isEnabled, label);
  }

  #renderQuality() {
    const {qualities = [], source} = this.#playback ?? {};
    if (qualities.length < 2 || !source) return nothing;
    const {clarities} = this.#language.strings;
    const {picture, automatic} = this.#texts;
    const isOffered = chosenQuality && qualities.includes(chosenQuality);
    return html`<label part="quality"
      ><span>${picture}</span>
      <select @change=${this.#chooseQuality}>
        <option value="" ?selected=${!isOffered}>
          ${automatic} (${clarities[source.quality]})
        </option>
        ${qualities.map(
          (quality) =>
            html`<option value=${quality} ?selected=${quality === chosenQuality}>
              ${clarities[quality]}
            </option>`,
        )}
      </select></label
    >`;
  }

  #renderFailure({reason}: PlayFailure) {
    const {reasons} = this.#texts;
    const isFinal = FINAL.test(reason);
    const retry = () => void this.#load(this.#playback?.position);
    return html`<div part="failure" role="alert">
      <span>${reasons[reason] ?? english.reasons[reason]}</span>
      ${
        isFinal
          ? nothing
          : html`<button part="retry" type="button" @click=${retry}>
              ${this.#language.strings.retry}
            </button>`
      }
    </div>`;
  }

  #renderUpNext(count: number) {
    const {upNext, countdown, playNow, cancel} = this.#texts;
    const {strings} = this.#language;
    const title = this.upNext?.title;
    return html`<div part="up-next">
      ${title ? html`<span dir="auto">${formatPhrase(strings, upNext, {title})}</span>` : nothing}
      <span aria-hidden="true">${formatPhrase(strings, countdown, {count})}</span>
      <span class="buttons">
        <button part="play-now" type="button" @click=${() => this.#step(1)}>${playNow}</button>
        <button part="cancel" type="button" @click=${() => this.#countdown.stop()}>
          ${cancel}
        </button>
      </span>
    </div>`;
  }

  /** @param from - Where to start, in seconds. Default: where the user has stopped, if that is remembered. */
  async #load(from?: number): Promise<void> {
    this.#stop();
    const loading = (this.#loading = {});
    const video = this.video ?? (this.videoId ? await this.#find(this.videoId) : undefined);
    if (loading !== this.#loading) return;
    this.#shown = video;
    this.requestUpdate();
    if (!video || !this.isConnected) return;
    if (!this.#emit(new VideoPlayEvent({video}))) return;
    const playback = (this.#playback = new Playback(this, video));
    if (this.remember) this.#positions ??= await loadPositions();
    if (playback !== this.#playback) return;
    const {title} = video;
    this.#status = formatPhrase(this.#language.strings, this.#texts.playing, {title});
    const remembered = this.remember ? this.#positions?.positionOf(video.id) : undefined;
    await playback.start(from ?? remembered?.seconds ?? 0, this.autoplay);
  }

  async #find(id: string): Promise<Video | undefined> {
    const {request} = this;
    if (!request) {
      this.failed(new PlayFailure('unconfigured', 'The player has no "src".'));
      return undefined;
    }
    await this.#lookUp.run([request, id]);
    const {value, error} = this.#lookUp;
    if (error instanceof PlayFailure) this.failed(error);
    return error || id !== this.videoId ? undefined : value;
  }

  #stop() {
    this.#save();
    this.#lookUp.abort();
    this.#countdown.stop();
    this.#playback?.stop();
    this.#playback = undefined;
    this.#failure = undefined;
    this.#status = '';
    if (!isServer) clearSession();
  }

  /** Media events do not bubble: listens to whichever element plays. */
  #listen = () => {
    const {media} = this;
    if (isServer || media === this.#listened) return;
    const isReplaced = !!this.#listened;
    this.#listened?.pause?.();
    this.#listened = media;
    this.#listening?.abort();
    const {signal} = (this.#listening = new AbortController());
    for (const [type, listener] of Object.entries(this.#mediaEvents)) {
      media?.addEventListener(type, listener, {signal});
    }
    if (isReplaced) void this.#load();
  };

  readonly #mediaEvents: Readonly<Record<string, () => void>> = {
    loadedmetadata: () => this.#playback?.mediaReady(),
    error: () => {
      if (this.media?.error) void this.#playback?.goOn();
    },
    play: () => {
      this.#countdown.stop();
      this.#showSession();
    },
    pause: () => this.#save(),
    timeupdate: () => {
      if (Date.now() - this.#savedAtMs > SAVE_INTERVAL) this.#save();
    },
    ended: () => this.#end(),
  };

  #end() {
    this.#save();
    const video = this.#shown;
    const isFree = video && this.#emit(new VideoEndedEvent({video}));
    if (!isFree || !this.autoplayNext || !this.hasNext || this.surroundings.savesData) return;
    this.#countdown.start();
    const title = this.upNext?.title;
    const {upNext, nextVideo} = this.#texts;
    this.#status = title ? formatPhrase(this.#language.strings, upNext, {title}) : nextVideo;
  }

  #save = () => {
    const {media, remember} = this;
    const {video, source} = this.#playback ?? {};
    // Before the first picture, the position is not that of the video yet.
    if (!remember || !media || !video || !source || !(media.readyState > 0)) return;
    this.#savedAtMs = Date.now();
    const {currentTime: seconds, duration} = media;
    this.#positions?.savePosition(video.id, {seconds, duration});
  };

  #showSession() {
    const video = this.#shown;
    if (!video || this.media?.paused !== false) return;
    const stepBy = (step: 1 | -1, isThere: boolean) => (isThere ? () => this.#step(step) : null);
    const next = stepBy(1, this.hasNext);
    const previous = stepBy(-1, this.hasPrevious);
    showSession({video, next, previous});
  }

  #emit(event: Event) {
    return this.dispatchEvent(event);
  }

  #step(step: 1 | -1) {
    this.#countdown.stop();
    this.#emit(new VideoStepEvent({video: this.#shown, step}));
  }

  #chooseQuality = ({target}: Event) => {
    chosenQuality = ((target as HTMLSelectElement).value || undefined) as Clarity | undefined;
    void this.#playback?.choose();
  };

  #obeyKey = (event: KeyboardEvent) => {
    const command = commandOf(event);
    const {media} = this;
    if (!command || !media) return;
    if (command === 'next' && this.hasNext) this.#step(1);
    else if (command === 'previous' && this.hasPrevious) this.#step(-1);
    else obey(command, media);
    event.preventDefault();
  };

  /** Plays what is picked in the list that `for` names. */
  #serve() {
    this.#leaveList();
    const root = this.getRootNode() as Document | ShadowRoot;
    if (!this.htmlFor) return;
    const list = root.getElementById?.(this.htmlFor) as VideoListElement | null;
    if (!list) {
      warnOnce(`<video-player for="${this.htmlFor}">: there is no element with this id.`);
      return;
    }
    this.#list = list;
    list.play = this;
  }

  #leaveList() {
    if (this.#list?.play === this) this.#list.play = undefined;
    this.#list = undefined;
  }
}
