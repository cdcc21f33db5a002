import {html, LitElement, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {
  clampPageSize,
  DEFAULT_PAGE_SIZE,
  type Fetcher,
  type RequestMethod,
  type VideoPageQuery,
} from '../../data/video-page-query.js';
import {isOn} from '../../internal/boolean-attribute.js';
import {showState} from '../../internal/custom-states.js';
import {themeStyles} from '../../internal/theme.styles.js';
import {warnOnce} from '../../internal/warn-once.js';
import {defaultTiers, type QualityTier} from '../../model/resolution.js';
import {safeUrl} from '../../model/safe-url.js';
import type {Video} from '../../model/video.js';
import type {VideoSource} from '../../wire/envelope.js';
import type {BadgeFormat} from '../resolution-badge/quality-label.js';
import {mergeStrings, type StringOverrides, type Strings} from '../strings.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import type {VideoSelectEvent} from '../video-card/video-card.events.js';
import {arrangeCards} from './arrange-cards.js';
import {cardLink} from './card-link.js';
import {isInView} from './is-in-view.js';
import {LiveController} from './live-controller.js';
import {PageController} from './page-controller.js';
import {styles} from './video-list.styles.js';

/** What a list shows; also its custom state. */
type ListState = 'unconfigured' | 'loading' | 'ready' | 'empty' | 'error';

/** Cookies go to the page's own origin when nothing else is said. */
const DEFAULT_CREDENTIALS = 'same-origin';

/** Milliseconds a request may take when nothing else is said. */
const DEFAULT_TIMEOUT = 15_000;

/** Milliseconds between two looks at a video that is being transcoded, at first. */
const DEFAULT_POLL_INTERVAL = 15_000;

/** The parts of a card, which a page styles as `card-…`. */
const CARD_PARTS =
  'thumbnail image placeholder states state chips badge badge-base badge-live duration body link title meta'.replace(
    /\S+/g,
    (part) => `${part}: card-${part},`,
  );

/**
 * A gallery of the videos that a proxy lists, or of `videos` handed to it, as wide as its container.
 *
 * @tag video-list
 * @fires {VideoListLoadEvent} video-list-load - Videos have arrived and are in the DOM. Does not bubble.
 * @fires {VideoListErrorEvent} video-list-error - The videos could not be loaded; `detail.error` is a
 *   `VideoListError`. What was shown before is still there. Does not bubble.
 * @fires {VideoSelectEvent} video-select - The viewer picked a video. Comes from its card; bubbles,
 *   cancelable: cancel it to keep the list from marking the video.
 * @slot empty - Replaces what is shown when there are no videos.
 * @slot unconfigured - Replaces what is shown when there is neither `src` nor `videos`.
 * @slot error - Replaces the sentence shown when loading failed.
 * @csspart grid - The cards, or their skeletons.
 * @csspart card - A card's element.
 * @csspart message - The box that says why there are no cards, or, above cards, what failed.
 * @csspart retry - The button that asks again.
 * @csspart news - The button that shows videos which are new, while the reader is further down.
 * @csspart status - The line for screen readers that says what was loaded.
 * @csspart card-thumbnail - `thumbnail` of a card.
 * @csspart card-image - `image` of a card.
 * @csspart card-placeholder - `placeholder` of a card.
 * @csspart card-states - `states` of a card.
 * @csspart card-state - `state` of a card.
 * @csspart card-chips - `chips` of a card.
 * @csspart card-badge - `badge` of a card.
 * @csspart card-badge-base - `badge-base` of a card.
 * @csspart card-badge-live - `badge-live` of a card.
 * @csspart card-duration - `duration` of a card.
 * @csspart card-body - `body` of a card.
 * @csspart card-link - `link` of a card.
 * @csspart card-title - `title` of a card.
 * @csspart card-meta - `meta` of a card.
 * @cssprop [--video-list-column=15rem] - Least width of a column.
 * @cssprop [--video-list-gap=1.25rem] - Space between rows and columns.
 * @cssprop [--video-list-message-padding=3rem 1.5rem] - Space inside a message.
 * @cssprop [--video-list-news-offset=1rem] - Distance of the button for new videos from the top of the view.
 * @cssprop [--video-list-news-radius=2rem] - Corner radius of the button for new videos.
 * @cssprop [--video-list-news-shadow=0 0.25rem 1rem rgb(0 0 0 / 0.3)] - Shadow of the button for new videos.
 * @cssprop [--video-list-button-color=light-dark(#fff, #10131a)] - Colour of a button's text.
 * @cssprop [--video-list-button-padding=0.5rem 1rem] - Space inside a button.
 * @cssprop [--video-list-button-radius=0.5rem] - Corner radius of a button.
 * @cssprop [--video-gallery-color=light-dark(#16181d, #f2f3f5)] - Colour of text.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of a message's border.
 * @cssprop [--video-gallery-accent=light-dark(#2256d6, #8fb1ff)] - Colour of buttons, selection and focus.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of covers and messages.
 * @cssprop [--video-gallery-ring-width=3px] - Thickness of focus and selection rings.
 * @cssprop [--video-gallery-font=400 0.875rem/1.4 system-ui, sans-serif] - The `font` shorthand of text.
 * @cssstate unconfigured - There is neither `src` nor `videos`.
 * @cssstate loading - The first videos are on their way.
 * @cssstate ready - Videos are shown.
 * @cssstate empty - There are no videos.
 * @cssstate error - Loading failed and there is nothing to show.
 */
export class VideoListElement extends LitElement {
  static override styles = [themeStyles, styles];
  static override properties: PropertyDeclarations = {
    src: {},
    pageSize: {type: Number, attribute: 'page-size'},
    method: {},
    credentials: {},
    timeout: {type: Number},
    live: {type: Boolean, converter: isOn},
    pollInterval: {type: Number, attribute: 'poll-interval'},
    source: {},
    cardHref: {attribute: 'card-href'},
    value: {},
    badgeFormat: {attribute: 'badge-format'},
    tiers: {attribute: false},
    headers: {attribute: false},
    fetcher: {attribute: false},
    videos: {attribute: false},
    strings: {attribute: false},
  };

  /** Address of the proxy, relative to the page; a query of its own is kept. */
  src = '';

  /** Videos asked for at a time: 1 to 50. @default 24 */
  pageSize = DEFAULT_PAGE_SIZE;

  /** `get`, or `post` for a proxy that forwards the vendor's own POST body. */
  method: RequestMethod = 'get';

  /** Whether cookies go along: `same-origin`, `include` or `omit`, as for `fetch`. @default 'same-origin' */
  credentials: RequestCredentials = DEFAULT_CREDENTIALS;

  /** Milliseconds until a request is given up. @default 15000 */
  timeout = DEFAULT_TIMEOUT;

  /**
   * Whether to listen to the proxy's stream of changes (the path of `src`, then `/events`): what is new
   * appears at the top, what has changed changes in place.
   */
  live = false;

  /**
   * Milliseconds until a list without a stream asks again, for as long as one of its videos is being
   * transcoded: twice as long each time, up to 16 times. 0 for never. @default 15000
   */
  pollInterval = DEFAULT_POLL_INTERVAL;

  /**
   * Which of the vendor's documents the answer follows: `callback` or `getVideoList`; they disagree on
   * what the numbers mean. Default: what the answer itself says, else `callback`.
   */
  source?: VideoSource;

  /** Makes each card a link: an address in which `{videoId}` stands for the video’s id, percent-encoded. */
  cardHref = '';

  /** Id of the picked video; empty when none is. */
  value = '';

  /** What the quality chips show: `tier`, `height` or `clarity`; see `<resolution-badge>`. */
  badgeFormat: BadgeFormat = 'tier';

  /** The names of picture sizes; see `<resolution-badge>`. */
  tiers: readonly QualityTier[] = defaultTiers;

  /** Headers to send along. */
  headers: Readonly<Record<string, string>> = {};

  /** Used in place of `fetch`; setting it asks for nothing by itself. */
  fetcher: Fetcher = (url, init) => fetch(url, init);

  /** Videos to show; while it is set, nothing is fetched. */
  videos?: readonly Video[];

  /** Words in place of the built-in ones. */
  strings?: StringOverrides;

  readonly #internals = this.attachInternals();
  readonly #pages = new PageController(this);

  constructor() {
    super();
    new LiveController(this, this.#pages);
  }

  /** What is asked for at present; undefined when there is nothing to ask. @internal */
  get query(): VideoPageQuery | undefined {
    const url = this.videos ? undefined : this.#url;
    if (!url) return undefined;
    const {method, headers, source, fetcher} = this;
    // Lit sets what an attribute was removed from to null.
    const credentials = this.credentials ?? DEFAULT_CREDENTIALS;
    const timeout = this.timeout > 0 ? this.timeout : DEFAULT_TIMEOUT;
    const pageSize = clampPageSize(this.pageSize);
    return {url, pageIndex: 1, pageSize, method, credentials, headers, timeout, source, fetcher};
  }

  /** Address of the list whose changes are to be listened to. @internal */
  get liveUrl(): string | undefined {
    return this.live ? this.query?.url : undefined;
  }

  /** Asks again. What is shown stays until the answer is there, and if there is none. */
  refresh(): Promise<void> {
    return this.#pages.load('no-cache');
  }

  /** Whether the first card is in view. @internal */
  async isAtTop(): Promise<boolean> {
    const card = this.#firstCard;
    return !card || isInView(card);
  }

  protected override willUpdate() {
    showState(this.#internals, this.#state);
  }

  protected override render(): TemplateResult {
    const strings = mergeStrings(this.strings);
    return html`
      <div part="status" role="status">${this.#status(strings)}</div>
      ${this.#renderNews(strings)} ${this.#renderFailure(strings)} ${this.#renderContent(strings)}
    `;
  }

  protected override updated() {
    const grid = this.renderRoot.querySelector('[role=list]');
    if (grid) arrangeCards(grid, this.#videos, this.#showCard);
  }

  #showCard = (card: VideoCardElement, video: Video, index: number) => {
    const {badgeFormat, tiers, strings} = this;
    card.part.value = 'card';
    card.role = 'listitem';
    card.setAttribute('exportparts', CARD_PARTS);
    const href = cardLink(this.cardHref, video);
    const selected = video.id === this.value;
    Object.assign(card, {video, index, href, selected, badgeFormat, tiers, strings});
  };

  #status(strings: Strings) {
    const {isPending, error, page, news} = this.#pages;
    if (news.length > 0) return strings.news(news.length);
    if (isPending) return strings.loading;
    if (error) return strings.failed(error.code);
    return page ? strings.loaded(page.videos.length) : nothing;
  }

  #renderContent(strings: Strings) {
    const state = this.#state;
    if (state === 'ready') {
      return html`<div part="grid" role="list" @video-select=${this.#select}></div>`;
    }
    if (state === 'loading') {
      const cards = Array.from({length: clampPageSize(this.pageSize)});
      return html`<div part="grid" aria-hidden="true">
        ${cards.map(() => html`<video-card part="card" exportparts=${CARD_PARTS} skeleton></video-card>`)}
      </div>`;
    }
    if (state === 'error') return nothing;
    return html`<slot name=${state}
      ><div part="message" tabindex="-1">${strings[state]}</div></slot
    >`;
  }

  /** Takes no room of its own, so that nothing moves when it comes. */
  #renderNews(strings: Strings) {
    const {length} = this.#pages.news;
    if (!length) return nothing;
    return html`<div class="news">
      <button part="news" type="button" @click=${this.#showNews}>${strings.news(length)}</button>
    </div>`;
  }

  #renderFailure(strings: Strings) {
    const {error} = this.#pages;
    if (!error) return nothing;
    return html`<div part="message" class=${this.#videos.length > 0 ? 'notice' : ''}>
      <slot name="error">${strings.failed(error.code)}</slot>
      <button part="retry" type="button" @click=${this.#retry}>${strings.retry}</button>
    </div>`;
  }

  get #url(): string | undefined {
    const url = safeUrl(this.src, this.baseURI);
    if (!url && this.src) warnOnce(`src="${this.src}" is no http: or https: address.`);
    return url;
  }

  get #videos(): readonly Video[] {
    return this.videos ?? this.#pages.page?.videos ?? [];
  }

  get #firstCard() {
    return this.renderRoot.querySelector('video-card');
  }

  get #state(): ListState {
    const {page, error} = this.#pages;
    if (this.#videos.length > 0) return 'ready';
    if (error) return 'error';
    if (this.videos || page) return 'empty';
    return this.query ? 'loading' : 'unconfigured';
  }

  /** Focus must not be lost with the button that had it; where the reader has taken it, it stays. */
  async #retry() {
    await this.refresh();
    if (document.activeElement !== document.body) return;
    this.renderRoot.querySelector<HTMLElement>('video-card, [tabindex]')?.focus();
  }

  async #showNews() {
    await this.#pages.showNews();
    this.#firstCard?.focus();
  }

  /** Marks the picked video, unless the page cancels the event: it hears of it after this listener. */
  #select(event: VideoSelectEvent) {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.value = event.detail.video.id;
    });
  }
}
