import {Task} from '@lit/task';
import {html, isServer, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {DEFAULT_TIMEOUT} from '../data/time-limit.js';
import {DEFAULT_CREDENTIALS, defaultFetcher, type Fetcher} from '../data/video-page-query.js';
import {GalleryElement} from '../elements/gallery-element.js';
import {LanguageController} from '../elements/language-controller.js';
import {declare, flag, number, property, text} from '../elements/properties.js';
import {loadCovers} from '../elements/video-card/load-covers.js';
import {mediaUrl} from '../internal/media-url.js';
import {isTakingOver} from '../internal/server-drawing.js';
import {pageUrl} from '../internal/page-url.js';
import {themeStyles} from '../internal/theme.styles.js';
import {warnOnce} from '../internal/warn-once.js';
import {formatPhrase} from '../languages/format-phrase.js';
import {addTexts} from '../languages/registry.js';
import type {StringOverrides} from '../languages/strings.js';
import type {Clarity} from '../model/clarity.js';
import type {CoverUrl} from '../model/cover.js';
import {unplayableState, type Video} from '../model/video.js';
import type {Surroundings} from './choose-source.js';
import {Countdown} from './countdown.js';
import {fetchVideo, type PlayRequest} from './fetch-play.js';
import {SavedPosition} from './saved-position.js';
import {loadPositions} from './load.js';
import {clearSession, showSession} from './media-session.js';
import {PlayFailure} from './play-failure.js';
import {Playback} from './playback.js';
import {exitPresentation} from './exit-presentation.js';
import {commandOf, obey} from './player-keys.js';
import {
  renderEmpty,
  renderFailure,
  renderQuality,
  renderStep,
  renderText,
  renderUpNext,
} from './player-view.js';
import {TargetList} from './target-list.js';
import {playerWords, texts} from './texts.js';
import {
  VideoEndedEvent,
  VideoErrorEvent,
  VideoPlayEvent,
  VideoQualityEvent,
  VideoStepEvent,
} from './video-player.events.js';
import {styles} from './video-player.styles.js';

addTexts(texts);

/** What the user has chosen last, in any player of the page; undefined for the players' own choice. */
let chosenQuality: Clarity | undefined;

/**
 * Plays one video of a proxy: the one with the id `video-id`, the `video` that the page sets, or what is picked in the list
 * that `for` names. It requests the play addresses of the video from the proxy, chooses one that fits the size of the player, and
 * tries the others if that fails. Sizes, colours and fonts follow the gallery's custom properties.
 *
 * Keys, while the focus is inside: Space or K plays and pauses, the arrow keys seek by 5 seconds and change the volume, M
 * mutes, F opens full screen, N and P play the next and the previous video.
 *
 * @tag video-player
 * @slot media - A media element of the page, or an element that contains one, such as `<media-controller>`. It is used in place
 *   of the player's `<video>`. The element around a media element has its own keys: the player then handles only N and P.
 * @fires {VideoPlayEvent} video-play - A video is about to be played. Cancel it to play the video yourself. Bubbles, crosses shadow roots.
 * @fires {VideoEndedEvent} video-ended - A video has been played to its end. Cancel it to prevent the next one from starting. Bubbles, crosses
 *   shadow roots.
 * @fires {VideoErrorEvent} video-error - A video cannot be played; `detail.error.reason` says why. Bubbles, crosses shadow roots.
 * @fires {VideoQualityEvent} video-quality - Another quality is played. Bubbles, crosses shadow roots.
 * @fires {VideoStepEvent} video-step - The user asks for the next or the previous video, or the countdown to the next one has ended. Cancel it to prevent a list from showing it. Bubbles,
 *   crosses shadow roots.
 * @csspart stage - The box around the picture.
 * @csspart media - The `<video>`.
 * @csspart empty - The sentence that is shown while there is no video.
 * @csspart failure - The message over the picture that says why the video cannot be played.
 * @csspart retry - The button in this message that tries again.
 * @csspart up-next - The box over the picture with the countdown to the next video.
 * @csspart play-now - The button in this box that plays the next video at once.
 * @csspart cancel - The button in this box that stops the countdown.
 * @csspart title - Title of the video.
 * @csspart description - Description of the video.
 * @csspart controls - The box with the buttons and the choice of quality.
 * @csspart previous - The button for the previous video.
 * @csspart next - The button for the next video.
 * @csspart quality - The choice of quality, with its label.
 * @csspart status - The line for screen readers that says which video is played.
 * @cssprop [--video-player-aspect-ratio=16/9] - Aspect ratio of the picture.
 * @cssprop [--video-player-max-height=100vh] - Maximum height of the picture.
 * @cssprop [--video-player-background=#000] - Colour around the picture.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of the picture.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of the description.
 */
export class VideoPlayerElement extends GalleryElement {
  static override styles = [themeStyles, styles];

  /** URL of the proxy's list, as for `<video-list>`; may be relative to the page. Default with `for`: the `src` of the list. */
  @text
  src = '';

  /** Id of the video to play. The player requests its title, cover and description from the proxy. */
  @text
  videoId = '';

  /** The video to play, if the page has it. Overrides `video-id`. */
  @property
  video?: Video | undefined;

  /** Id of a `<video-list>` in the same tree. What the user picks there is played here. */
  @declare({attribute: 'for'})
  htmlFor = '';

  /** Whether a video starts by itself, if the browser allows it. */
  @flag
  autoplay = false;

  /**
   * Whether the next video starts by itself, after a countdown that the user can cancel. Needs `hasNext`. Does nothing for users
   * whose browser saves data.
   */
  @flag
  autoplayNext = false;

  /** Whether positions in videos are kept on this device, in `localStorage`. Playback then continues there. */
  @flag
  remember = false;

  /** Whether there is a next video. A list sets it. */
  @property
  hasNext = false;

  /** Whether there is a previous video. A list sets it. */
  @property
  hasPrevious = false;

  /** The next video, if it is known. Its title is shown during the countdown. A list sets it. */
  @property
  upNext?: Video | undefined;

  /** Whether requests include cookies, as for `fetch`. @default 'same-origin' */
  @text
  credentials: RequestCredentials = DEFAULT_CREDENTIALS;

  /** Time after which a request fails, in milliseconds. @default 15000 */
  @number
  timeout = DEFAULT_TIMEOUT;

  /** HTTP headers of the requests. */
  @property
  headers: Readonly<Record<string, string>> = {};

  /** Function that is called instead of `fetch`. @default fetch */
  @property
  fetcher?: Fetcher | undefined;

  /** Texts that replace built-in texts. */
  @property
  strings?: StringOverrides;

  /** Returns the URL of the cover in a width, as for `<video-list>`. Default: the URLs of the proxy, if it resizes covers. */
  @property
  coverUrl?: CoverUrl | undefined;

  readonly #language = new LanguageController(this);
  readonly #countdown = new Countdown(this, () => this.#step(1));
  readonly #target = new TargetList(this);
  readonly #lookUp = new Task(this, {
    autoRun: false,
    task: ([request, id]: readonly [PlayRequest, string], {signal}) =>
      fetchVideo(request, id, signal),
  });
  #playback: Playback | undefined;
  #position: SavedPosition | undefined;
  #failure: PlayFailure | undefined;
  #shown: Video | undefined;
  #status = '';
  #listened: HTMLMediaElement | null = null;
  /** Removes the listeners of the present media element. */
  #listening: AbortController | undefined;
  /** Id of the video that was loaded last; empty for none. */
  #loadedId = '';
  /** Identifies the present load; undefined without one. */
  #loading: object | undefined;
  /** Whether it has been removed from the document and has stopped. */
  #hasLeft = false;

  constructor() {
    super();
    if (!isServer) this.addEventListener('keydown', this.obeyKey);
  }

  /** The media element that plays the video: the one in the slot `media`, or the player's own. Null before the first rendering. */
  get media(): HTMLMediaElement | null {
    const own = this.#ownMedia;
    const inside = own?.matches('video, audio') ? own : own?.querySelector('video, audio');
    return (inside ?? own ?? this.renderRoot?.querySelector('video') ?? null) as never;
  }

  /** Options of requests. @internal */
  get request(): PlayRequest | undefined {
    const url = pageUrl(this.src, this.baseURI);
    if (!url) return undefined;
    const {credentials, headers, timeout, fetcher = defaultFetcher} = this;
    return {url, credentials, headers, timeout, fetcher};
  }

  /** @internal */
  get surroundings(): Surroundings {
    const {connection} = navigator as {connection?: {saveData?: boolean}};
    return {
      height: (this.#stage?.clientHeight ?? 0) * devicePixelRatio,
      isMobile: matchMedia('(pointer: coarse) and (max-width: 48rem)').matches,
      savesData: !!connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches,
      quality: chosenQuality,
    };
  }

  /** Starts or resumes playback. */
  async play(): Promise<void> {
    await this.media?.play();
  }

  /** Pauses playback. */
  pause(): void {
    this.media?.pause();
  }

  /** Focuses the media element; if there is nothing to play, the box around it. */
  override focus(options?: FocusOptions): void {
    if (this.isUpdatePending) void this.updateComplete.then(() => this.#focus(options));
    else this.#focus(options);
  }

  /** Deletes all positions that are kept on this device. */
  async forgetPositions(): Promise<void> {
    (await loadPositions()).forgetPositions();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#target.connect();
    if (this.#hasLeft) void this.#load();
    this.#hasLeft = false;
    addEventListener('pagehide', this.#save);
    addEventListener('online', this.#retryOnline);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#save);
    removeEventListener('online', this.#retryOnline);
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#hasLeft = true;
      this.#stop();
      this.#target.disconnect();
    });
  }

  protected override update(changed: PropertyValues<this>): void {
    const hadFocus = !isServer && this.matches(':focus-within');
    super.update(changed);
    if (hadFocus) this.#keepFocus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.#listen();
    if (changed.has('htmlFor')) this.#target.connect();
    const isOther = this.#wantedId !== this.#loadedId;
    if (isOther || this.#isWorthTrying(changed)) {
      void this.#load(isOther ? undefined : this.#playback?.position);
      return;
    }
    if (this.video && this.video !== this.#shown && !this.#loading) {
      this.#shown = this.video;
      this.requestUpdate();
    }
    if (changed.has('hasNext') || changed.has('hasPrevious')) this.#showSession();
  }

  protected override render(): TemplateResult {
    const {strings} = this.#language;
    const isWaiting = !!this.#loading && !this.#failure;
    return html`
      <div
        part="stage"
        role="group"
        tabindex="-1"
        aria-label=${playerWords(strings).player}
        aria-busy=${isWaiting}
      >
        <slot name="media" ?inert=${this.#isInert} @slotchange=${this.#listen}>
          <video
            part="media"
            ?controls=${!this.#isInert}
            playsinline
            preload="metadata"
            poster=${this.#cover ?? nothing}
            aria-label=${this.#shown?.title || nothing}
          ></video>
        </slot>
        ${this.#renderOverlay()}
      </div>
      ${this.#isEmpty ? nothing : this.#renderBar()}
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

  /** Executes the command of a key. A list also calls it for keys in the dialog around the player. @internal */
  readonly obeyKey = (event: KeyboardEvent): void => {
    const command = commandOf(event);
    const {media} = this;
    if (!command || !media || this.#isEmpty) return;
    // Controls of the page have keys of their own.
    const isOfList = command === 'next' || command === 'previous';
    if (!isOfList && this.#ownMedia?.matches(':not(video, audio)')) return;
    if (command === 'next' && this.hasNext) this.#step(1);
    else if (command === 'previous' && this.hasPrevious) this.#step(-1);
    else obey(command, media);
    event.preventDefault();
  };

  /** Whether there is no video. */
  get #isEmpty() {
    return !this.video && !this.videoId;
  }

  /** Whether the media element has nothing to play, so that it must not be a tab stop. */
  get #isInert() {
    return this.#isEmpty || !!this.#failure;
  }

  get #wantedId() {
    return this.video?.id ?? this.videoId;
  }

  /** Whether a change of the page can make the same video play. What plays already is not loaded again. */
  #isWorthTrying(changed: PropertyValues<this>) {
    if (changed.has('src')) return !!this.#loading || !!this.#failure;
    const {video} = this;
    const before = changed.get('video');
    return (
      !!this.#failure && !!before && !!video && unplayableState(before) !== unplayableState(video)
    );
  }

  /** The content of the slot `media`. */
  get #ownMedia() {
    return this.querySelector<HTMLElement>(':scope > [slot=media]');
  }

  get #stage() {
    return this.renderRoot?.querySelector<HTMLElement>('[part=stage]');
  }

  /** Address of the poster. */
  get #cover() {
    const video = this.#shown;
    const hasWidths = video && (video.cover ?? this.coverUrl) && !isTakingOver(this);
    const covers = hasWidths ? loadCovers(this) : null;
    const width = (this.#stage?.clientWidth ?? 0) * globalThis.devicePixelRatio;
    const cover =
      covers === null ? video?.coverUrl : covers?.addressOf(video!, this.coverUrl, width);
    return mediaUrl(cover, this.baseURI);
  }

  #renderOverlay() {
    const {strings} = this.#language;
    const {left} = this.#countdown;
    if (this.#isEmpty) return renderEmpty(strings);
    if (this.#failure) return renderFailure(this.#failure, strings, this.#retry);
    if (left === undefined) return nothing;
    const play = () => this.#step(1);
    const cancel = () => this.#countdown.stop();
    return renderUpNext({video: this.upNext, count: left, play, cancel}, strings);
  }

  #renderBar() {
    return html`
      <div part="bar">
        <div class="text">${renderText(this.#shown ?? {})}</div>
        <div part="controls">${this.#renderControls()}</div>
      </div>
    `;
  }

  #renderControls() {
    const {hasNext, hasPrevious} = this;
    const {strings} = this.#language;
    const {previousVideo, nextVideo} = playerWords(strings);
    const {qualities = [], source} = this.#playback ?? {};
    const choice =
      source && qualities.length > 1
        ? renderQuality(
            {qualities, played: source.quality, chosen: chosenQuality, choose: this.#choose},
            strings,
          )
        : nothing;
    if (!hasNext && !hasPrevious) return choice;
    return html`
      ${choice} ${renderStep('previous', previousVideo, () => this.#step(-1), hasPrevious)}
      ${renderStep('next', nextVideo, () => this.#step(1), hasNext)}
    `;
  }

  #focus(options?: FocusOptions) {
    (this.#isInert ? this.#stage : this.media)?.focus(options);
  }

  /** Moves the focus if the focused element has been removed or disabled. */
  #keepFocus() {
    const stage = this.#stage;
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    const isOnMedia = focused?.localName === 'video' || this.#ownMedia?.matches(':focus-within');
    const isLost = !this.matches(':focus-within') || (this.#isInert && isOnMedia);
    if (isLost || (focused === stage && !this.#isInert)) this.#focus({preventScroll: true});
  }

  readonly #retry = () => void this.#load(this.#playback?.position);

  readonly #retryOnline = () => {
    if (this.#failure?.reason === 'offline') this.#retry();
  };

  /** @param from - Start position in seconds. Default: the stored position, if there is one. */
  async #load(from?: number): Promise<void> {
    this.#stop();
    this.#loadedId = this.#wantedId;
    const loading = (this.#loading = {});
    this.requestUpdate();
    const video = this.video ?? (this.videoId ? await this.#find(this.videoId) : undefined);
    if (loading !== this.#loading) return;
    this.#shown = video;
    if (this.#isEmpty) exitPresentation(this, this.media);
    if (video && this.isConnected && this.#emit(new VideoPlayEvent({video}))) {
      await this.#start(video, from);
    }
    if (loading !== this.#loading) return;
    this.#loading = undefined;
    this.requestUpdate();
  }

  async #start(video: Video, from: number | undefined) {
    const playback = (this.#playback = new Playback(this, video));
    this.#position = new SavedPosition(video.id);
    const kept = this.remember ? await this.#position.load() : 0;
    if (playback !== this.#playback) return;
    const {strings} = this.#language;
    this.#status = formatPhrase(strings, playerWords(strings).playing, {title: video.title});
    await playback.start(from || kept, this.autoplay);
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
    this.#loading = undefined;
    this.#lookUp.abort();
    this.#countdown.stop();
    this.#playback?.stop();
    this.#playback = undefined;
    this.#position = undefined;
    this.#failure = undefined;
    this.#status = '';
    if (!isServer) clearSession(this);
  }

  /** Media events do not bubble, so listeners are added to the present media element. */
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
      this.#playback?.setPlaying(true);
      this.#countdown.stop();
      this.#showSession();
    },
    pause: () => {
      // Not while another source is loading, which also fires `pause`.
      if (this.media?.readyState) this.#playback?.setPlaying(false);
      this.#save();
    },
    timeupdate: () => {
      if (this.#isKept) this.#position?.saveSometimes(this.media!);
    },
    ended: () => this.#end(),
  };

  #end() {
    this.#save();
    const video = this.#shown;
    const isFree = video && this.#emit(new VideoEndedEvent({video}));
    if (!isFree || !this.autoplayNext || !this.hasNext || this.surroundings.savesData) return;
    this.#countdown.start();
    const {strings} = this.#language;
    const {upNext, nextVideo} = playerWords(strings);
    const title = this.upNext?.title;
    this.#status = title ? formatPhrase(strings, upNext, {title}) : nextVideo;
  }

  /** Whether to store the position of the present video. */
  get #isKept() {
    return this.remember && !!this.media && !!this.#playback?.source;
  }

  #save = () => {
    if (this.#isKept) this.#position?.save(this.media!);
  };

  #showSession() {
    const video = this.#shown;
    if (!video || this.media?.paused !== false) return;
    const stepBy = (step: 1 | -1, isThere: boolean) => (isThere ? () => this.#step(step) : null);
    const next = stepBy(1, this.hasNext);
    const previous = stepBy(-1, this.hasPrevious);
    showSession({owner: this, video, cover: this.#cover, next, previous});
  }

  #emit(event: Event) {
    return this.dispatchEvent(event);
  }

  #step(step: 1 | -1) {
    this.#countdown.stop();
    this.#emit(new VideoStepEvent({video: this.#shown, step}));
  }

  readonly #choose = (quality: Clarity | undefined) => {
    chosenQuality = quality;
    void this.#playback?.choose();
  };
}
