import {html, noChange, nothing, type TemplateResult} from 'lit';
import {
  clampPageSize,
  DEFAULT_PAGE_SIZE,
  type Fetcher,
  type RequestMethod,
  type VideoPageQuery,
} from '../../data/video-page-query.js';
import {isOn} from '../../internal/boolean-attribute.js';
import {showState} from '../../internal/custom-states.js';
import {afterFirstPaint} from '../../internal/after-paint.js';
import {pageUrl} from '../../internal/page-url.js';
import {themeStyles} from '../../internal/theme.styles.js';
import {warnOnce} from '../../internal/warn-once.js';
import {words} from '../../internal/words.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import {defaultTiers, type QualityTier} from '../../model/resolution.js';
import {unplayableState, type Video} from '../../model/video.js';
import {filterNames, type ChoiceOf, type VideoFilters} from '../../model/video-filters.js';
import type {VideoSource} from '../../wire/envelope.js';
import type {BadgeFormat} from '../resolution-badge/quality-label.js';
import {failureText} from '../../languages/failure-text.js';
import {say} from '../../languages/say.js';
import type {StringOverrides, Strings} from '../../languages/strings.js';
import {declare, flag, look, number, property, text} from '../properties.js';
import {GalleryElement} from '../gallery-element.js';
import {LanguageController} from '../language-controller.js';
import {exportedParts} from '../video-card/card-parts.js';
import type {CardLayout, VideoCardElement} from '../video-card/video-card.js';
import type {PreviewSource} from '../video-card/preview.js';
import type {VideoSelectEvent} from '../video-card/video-card.events.js';
import type {CardPlace} from './arrange-cards.js';
import {renderButton} from './button.js';
import {renderCardContent, type CardContent} from './card-content.js';
import {cardLink} from './card-link.js';
import {setSemantics} from './card-semantics.js';
import {FocusKeeper} from './focus-keeper.js';
import {FormController} from './form-controller.js';
import {isInView} from './is-in-view.js';
import {LiveController} from './live-controller.js';
import {OptionController} from './option-controller.js';
import {renderMore, renderPages} from './paging-bar.js';
import {PageController} from './page-controller.js';
import {styles} from './video-list.styles.js';
import {PlaceController} from './place-controller.js';
import {pageHistory, type ListPlace, type PlaceRouter} from './place-router.js';
import {RowController} from './row-controller.js';
import {refusalText, renderSelectionBar} from './selection-bar.js';
import {SelectionController, type SelectionMode} from './selection-controller.js';
import {ToolbarController} from './toolbar-controller.js';
import {WindowController, type Places} from './window-controller.js';

/** How a reader gets to what is not on the first page. */
export type Paging = 'auto' | 'button' | 'pages' | 'none';

/** How close together cards are. */
export type Density = 'compact' | 'normal' | 'spacious';

/** What a list shows; also its custom state. */
type ListState = 'unconfigured' | 'loading' | 'ready' | 'empty' | 'error';

/** Who asks when nobody else is named. */
const DEFAULT_FETCHER: Fetcher = (url, init) => fetch(url, init);

/** Cookies go to the page's own origin when nothing else is said. */
const DEFAULT_CREDENTIALS = 'same-origin';

/** Milliseconds a request may take when nothing else is said. */
const DEFAULT_TIMEOUT = 15_000;

/** Milliseconds between two looks at a video that is being transcoded, at first. */
const DEFAULT_POLL_INTERVAL = 15_000;

/** How a reader gets further when nothing else is said. */
const DEFAULT_PAGING = 'auto';

/** Pages that load by themselves when nothing else is said. */
const DEFAULT_AUTO_PAGES = 5;

/**
 * A gallery of the videos that a proxy lists, or of `videos` handed to it, as wide as its container. However
 * long the list, only the cards near the view are in the document; all rows must be equally high.
 *
 * @tag video-list
 * @fires {VideoListLoadEvent} video-list-load - Videos have arrived and are in the DOM. Does not bubble.
 * @fires {VideoListErrorEvent} video-list-error - The videos could not be loaded; `detail.error` is a
 *   `VideoListError`. What was shown before is still there. Does not bubble.
 * @fires {VideoListFilterEvent} video-list-filter - The reader has narrowed the list down, or widened it, by
 *   the toolbar; `detail.filters` has all filters. Nothing fires for what the page sets. Does not bubble.
 * @fires {VideoSelectEvent} video-select - The reader picks a video: before it is selected, or becomes the
 *   current one; once for each of several. Bubbles, crosses shadow roots, cancelable: cancel it to keep
 *   the video from being selected. Does not fire for one that is taken back.
 * @fires {SelectionChangeEvent} selection-change - The reader has changed what is selected;
 *   `detail` has `added`, `removed` and all `videos`. Nothing fires for what the page sets. Bubbles, crosses
 *   shadow roots.
 * @fires {Event} change - After `selection-change`, as from any control of a form. Bubbles.
 * @slot header - Above everything else.
 * @slot toolbar - Controls of the page's own, in the row of the toolbar or in place of it.
 * @slot footer - Below everything else.
 * @slot empty - Replaces what is shown when there are no videos.
 * @slot unconfigured - Replaces what is shown when there is neither `src` nor `videos`.
 * @slot error - Replaces the sentence shown when loading failed.
 * @csspart toolbar - The controls that narrow the list down.
 * @csspart search - The field for part of a name.
 * @csspart choice - A control with a choice: order, category, state, transcoding.
 * @csspart filter - A chip for a filter that is set; takes it away.
 * @csspart reset - The button that takes all filters away, where nothing was found.
 * @csspart selection - The line of a multiple selection: how many, and its buttons.
 * @csspart selected - The words in it: how many are selected, or why no more can be.
 * @csspart select-all - The button that selects all that is loaded.
 * @csspart clear-selection - The button that takes the whole selection back.
 * @csspart shelf - The box around the cards; with `layout="row"` it scrolls sideways.
 * @csspart backward - The arrow of a row that moves it back.
 * @csspart forward - The arrow of a row that moves it on.
 * @csspart grid - The cards, or their skeletons.
 * @csspart card - A card's element.
 * @csspart message - The box that says why there are no cards, or, below cards, what failed.
 * @csspart retry - The button that asks again for what failed.
 * @csspart more - The button that loads the next page below the last one.
 * @csspart pages - The bar that turns pages.
 * @csspart previous - Its button to the page before.
 * @csspart page - Its number of the page.
 * @csspart next - Its button to the page after.
 * @csspart news - The button that shows videos which are new, while the reader is further down.
 * @csspart status - The line for screen readers that says what was loaded.
 * @csspart card-thumbnail - `thumbnail` of a card.
 * @csspart card-image - `image` of a card.
 * @csspart card-preview - `preview` of a card.
 * @csspart card-placeholder - `placeholder` of a card.
 * @csspart card-states - `states` of a card.
 * @csspart card-state - `state` of a card.
 * @csspart card-chips - `chips` of a card.
 * @csspart card-badge - `badge` of a card.
 * @csspart card-badge-base - `badge-base` of a card.
 * @csspart card-badge-live - `badge-live` of a card.
 * @csspart card-duration - `duration` of a card.
 * @csspart card-body - `body` of a card.
 * @csspart card-heading - `heading` of a card.
 * @csspart card-link - `link` of a card.
 * @csspart card-title - `title` of a card.
 * @csspart card-meta - `meta` of a card.
 * @csspart card-check - `check` of a card.
 * @csspart card-actions - `actions` of a card.
 * @cssprop [--video-list-column=15rem] - Least width of a column; with `layout="row"` its width. 9rem and
 *   20rem in a compact and a spacious list.
 * @cssprop [--video-list-gap=1.25rem] - Space between rows and columns; 0.75rem and 2rem likewise.
 * @cssprop [--video-list-arrow-size=2.75rem] - Width and height of an arrow of a row.
 * @cssprop [--video-list-message-padding=3rem 1.5rem] - Space inside a message.
 * @cssprop [--video-list-news-offset=1rem] - Distance of the button for new videos from the top of the view.
 * @cssprop [--video-list-news-shadow=0 0.25rem 1rem rgb(0 0 0 / 0.3)] - Shadow of the button for new videos.
 * @cssprop [--video-list-button-color=light-dark(#fff, #10131a)] - Colour of a button's text.
 * @cssprop [--video-list-button-padding=0.5rem 1rem] - Space inside a button or a control.
 * @cssprop [--video-list-button-radius=0.5rem] - Corner radius of a button or a control.
 * @cssprop [--video-list-chip-radius=2rem] - Corner radius of a filter's chip and of the button for new videos.
 * @cssprop [--video-list-field-background=light-dark(#fff, #16181d)] - Colour behind controls, and behind a failure beside cards.
 * @cssprop [--video-gallery-color=light-dark(#16181d, #f2f3f5)] - Colour of text.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of a message's border.
 * @cssprop [--video-gallery-accent=light-dark(#2256d6, #8fb1ff)] - Colour of buttons, selection and focus.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of covers and messages.
 * @cssprop [--video-gallery-ring-width=3px] - Thickness of focus and selection rings.
 * @cssprop [--video-gallery-base-size=max(1rem, 16px)] - The length that 1rem stands for in all defaults of the
 *   gallery: every length and font size follows it.
 * @cssprop [--video-gallery-font=400 0.875rem/1.4 system-ui, sans-serif] - The `font` shorthand of text.
 * @cssstate unconfigured - There is neither `src` nor `videos`.
 * @cssstate loading - The first videos are on their way.
 * @cssstate ready - Videos are shown.
 * @cssstate empty - There are no videos.
 * @cssstate error - Loading failed and there is nothing to show.
 */
export class VideoListElement extends GalleryElement {
  static readonly formAssociated = true;
  static override styles = [themeStyles, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'aria-label'];
  }

  /** Address of the proxy, relative to the page; a query of its own is kept. */
  @text
  src = '';

  /** Videos asked for at a time: 1 to 50. @default 24 */
  @number
  pageSize = DEFAULT_PAGE_SIZE;

  /**
   * How a reader gets to what is not on the first page:
   * - `auto` – the list is one long page. Where the proxy knows its length (`data.total`), all of it can be
   *   scrolled through at once; else it grows as the reader nears its end, until a button takes over;
   * - `button` – it grows when a button is pressed;
   * - `pages` – buttons turn the pages;
   * - `none` – there is only the first page.
   *
   * @default 'auto'
   */
  @text
  paging: Paging = DEFAULT_PAGING;

  /** Pages a growing list has before a button takes over. @default 5 */
  @number
  autoPages = DEFAULT_AUTO_PAGES;

  /** The page that is open, from 1, with `paging="pages"`. */
  @number
  page = 1;

  /** Shows only videos with this in their name. */
  @text
  search?: string;

  /** Shows only the video with this id. */
  @text
  videoId?: string;

  /** Shows only videos of these sub-categories: names, separated by commas. */
  @text
  category?: string;

  /** Shows only videos that are `available`, or only those that are `unavailable`. */
  @text
  state?: ChoiceOf<'state'>;

  /** Shows only videos that are `transcoded`, `not-transcoded`, `transcoding` or `failed`. */
  @text
  transcoding?: ChoiceOf<'transcoding'>;

  /** Shows only videos made by these users of the account: names, separated by commas. */
  @text
  createdBy?: string;

  /** Shows only videos made from then on: `2016-01-01` or `2016-01-01 12:00:00`, in the account's time zone. */
  @text
  createdFrom?: string;

  /** Shows only videos made until then; written likewise. */
  @text
  createdTo?: string;

  /** `newest` first or `oldest` first, by creation. Default: the proxy's, which is newest first. */
  @text
  order?: ChoiceOf<'order'>;

  /**
   * Shows controls above the list by which a reader narrows it down, in this order: any of `search`,
   * `order`, `category`, `state` and `transcoding`, separated by spaces.
   */
  @text
  toolbar?: string;

  /** Names of properties above that the reader may not change, separated by spaces: `category state`. */
  @text
  locked?: string;

  /**
   * Brings back pages, filters and position when the reader comes back to the page. The attribute keeps
   * them in the entry of the browser's history; set an object to keep them elsewhere.
   */
  @declare({converter: (value: string | null) => (isOn(value) ? pageHistory : undefined)})
  history?: PlaceRouter;

  /** Categories to choose from. Default: all that the proxy has (beside `src`, at `categories`). */
  @property
  categories?: readonly string[];

  /** `get`, or `post` for a proxy that forwards the vendor's own POST body. */
  @text
  method: RequestMethod = 'get';

  /** Whether cookies go along: `same-origin`, `include` or `omit`, as for `fetch`. @default 'same-origin' */
  @text
  credentials: RequestCredentials = DEFAULT_CREDENTIALS;

  /** Milliseconds until a request is given up. @default 15000 */
  @number
  timeout = DEFAULT_TIMEOUT;

  /**
   * Whether to listen to the proxy's stream of changes (the path of `src`, then `/events`): what is new
   * appears at the top, what has changed changes in place.
   */
  @flag
  live = false;

  /**
   * Milliseconds until a list without a stream asks again, for as long as one of its videos is being
   * transcoded: twice as long each time, up to 16 times. 0 for never. @default 15000
   */
  @number
  pollInterval = DEFAULT_POLL_INTERVAL;

  /**
   * Which of the vendor's documents the answer follows: `callback` or `getVideoList`; they disagree on
   * what the numbers mean. Default: what the answer itself says, else `callback`.
   */
  @text
  source?: VideoSource;

  /** Makes each card a link: an address in which `{videoId}` stands for the video’s id, percent-encoded. */
  @text
  cardHref = '';

  /**
   * Id of the video that the reader is looking at elsewhere on the page, without `selection`: its card is
   * marked. A pick sets it.
   */
  @text
  current = '';

  /**
   * How many videos a reader can select: `none` – the cards are links or buttons; `single` or `multiple` –
   * they are options of a listbox, and the list is a control of the form around it.
   *
   * @default 'none'
   */
  @text
  selection: SelectionMode = 'none';

  /** How many can be selected at most, with `selection="multiple"`. Default: no limit. */
  @number
  max?: number;

  /**
   * Whether what cannot be played (failed, still being transcoded, unavailable) cannot be picked either. It
   * is shown, with the reason.
   */
  @flag
  playableOnly = false;

  /** Ids that are selected at first, and after a reset of the form, separated by spaces. */
  @declare({attribute: 'value'})
  defaultValue = '';

  /** Name of the list in the data of its form: one entry for each selected id. */
  @text
  name = '';

  /** Whether the form wants at least one video to be selected. */
  @flag
  required = false;

  /** Whether the reader cannot select anything; a disabled `<fieldset>` does the same. */
  @declare({type: Boolean, converter: isOn, reflect: true})
  disabled = false;

  /**
   * How the cards are laid out:
   * - `grid` – side by side, as many as there is room for;
   * - `list` – below each other, each with its cover beside title and date;
   * - `row` – beside each other in one row, which scrolls sideways.
   */
  @look
  layout: CardLayout = 'grid';

  /** How large cards are, and how close together: `compact`, `normal` or `spacious`. */
  @look
  density: Density = 'normal';

  /** Makes each title a heading of this level, 2 to 6. Without it titles are none. */
  @number
  headingLevel?: number;

  /**
   * Draws pieces of a video's card, or all of it: `(video, index) => …`. May return whatever Lit renders:
   * an element, a template, an array of them. `slot="…"` says which piece of the card each stands for; see
   * the slots of `<video-card>`. Set another function to have everything drawn anew.
   */
  @property
  cardContent?: CardContent;

  /** Finds what a card shows while the mouse or the focus rests on it; see `<video-card>`. */
  @property
  preview?: PreviewSource;

  /** What the quality chips show: `tier`, `height` or `clarity`; see `<resolution-badge>`. */
  @text
  badgeFormat: BadgeFormat = 'tier';

  /** The names of picture sizes; see `<resolution-badge>`. */
  @property
  tiers: readonly QualityTier[] = defaultTiers;

  /** Headers to send along. */
  @property
  headers: Readonly<Record<string, string>> = {};

  /** Used in place of `fetch`; setting it asks for nothing by itself. @default fetch */
  @property
  fetcher?: Fetcher;

  /** Videos to show; while it is set, nothing is fetched. */
  @property
  videos?: readonly Video[];

  /**
   * What the list would ask for first, where the page has it already: as `decodeVideoPage` makes it of the
   * proxy's answer. Looked at only before the first request.
   */
  @property
  initialPage?: VideoPage;

  /** Words in place of the built-in ones. */
  @property
  strings?: StringOverrides;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  readonly #pages = new PageController(this);
  readonly #window = new WindowController(this);
  readonly #row = new RowController(this, this.#window);
  readonly #toolbar = new ToolbarController(this);
  readonly #place = new PlaceController(this, this.#pages, this.#window);
  readonly #selection = new SelectionController(this);
  readonly #form = new FormController(this, this.#internals, this.#language);
  readonly #options = new OptionController(this, this.#window, this.#selection);

  constructor() {
    super();
    new LiveController(this, this.#pages);
    // Last: it looks after what the others have left of the focus.
    new FocusKeeper(this, this.#window);
    this.addEventListener('click', this.#enterFromLabel);
  }

  /** Ids of what is selected. Setting them fires nothing. */
  get selectedIds(): readonly string[] {
    return this.selectedVideos.map(({id}) => id);
  }

  set selectedIds(ids: readonly string[] | null | undefined) {
    this.#selection.set(ids ?? []);
  }

  /** What is selected, whole, whether the list shows it at present or not. */
  get selectedVideos(): readonly Video[] {
    return this.#selection.videos;
  }

  /** Ids of what is selected, separated by spaces. Setting it fires nothing. */
  get value(): string {
    return this.selectedIds.join(' ');
  }

  set value(ids: string | null | undefined) {
    this.#selection.set(words(ids));
  }

  /** The form that the list belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** The `<label>` elements of the list. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  /** Why the form does not accept what is selected. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** The same in words. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether the form looks at what is selected at all. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** What is asked for at present; undefined when there is nothing to ask. @internal */
  get query(): VideoPageQuery | undefined {
    const url = this.videos ? undefined : this.#url;
    if (!url) return undefined;
    const {method, source} = this;
    // Lit sets what an attribute was removed from to null, frameworks what they no longer have to undefined.
    const credentials = this.credentials ?? DEFAULT_CREDENTIALS;
    const fetcher = this.fetcher ?? DEFAULT_FETCHER;
    const headers = this.headers ?? {};
    const timeout = this.timeout > 0 ? this.timeout : DEFAULT_TIMEOUT;
    const pageSize = clampPageSize(this.pageSize);
    const pageIndex = this.paging === 'pages' ? Math.max(Math.trunc(this.page), 1) || 1 : 1;
    const {filters} = this;
    return {
      url,
      pageIndex,
      pageSize,
      filters,
      method,
      credentials,
      headers,
      timeout,
      source,
      fetcher,
    };
  }

  /** What the list is narrowed down to at present. @internal */
  get filters(): VideoFilters {
    return Object.fromEntries(filterNames.map((name) => [name, this[name]]));
  }

  /** Address of the list whose changes are to be listened to. @internal */
  get liveUrl(): string | undefined {
    return this.live ? this.query?.url : undefined;
  }

  /** Whether all of the list can be scrolled through once its length is known. @internal */
  get spansAll(): boolean {
    return (this.paging ?? DEFAULT_PAGING) === DEFAULT_PAGING;
  }

  /** What the window is on. @internal */
  get places(): Places {
    return this.videos ?? this.#pages.table ?? [];
  }

  /** All videos that are loaded. @internal */
  get loaded(): readonly Video[] {
    return this.videos ?? this.#pages.table?.videos ?? [];
  }

  /** The place of a video that is loaded, else -1. @internal */
  indexOf(id: string): number {
    return this.videos
      ? this.videos.findIndex((video) => video.id === id)
      : (this.#pages.table?.indexOf(id) ?? -1);
  }

  /** Why a video cannot be picked, in words. @internal */
  blockedReason(video: Video): string | undefined {
    const state = this.playableOnly && unplayableState(video);
    if (!state) return undefined;
    const {strings} = this.#language;
    return say(strings, strings.blocked, {state: strings.states[state]});
  }

  /** @internal */
  get isDisabled(): boolean {
    return this.isTakingOver ? this.disabled : this.matches(':disabled');
  }

  /** Whether something must be selected. @internal */
  get isRequired(): boolean {
    return this.required && this.#selection.isOn;
  }

  /** @internal */
  selectionChanged(): void {
    this.#form.sync();
  }

  /** Selects a video, alone or besides others as `selection` says. Fires nothing. */
  select(id: string): void {
    this.selectedIds = this.selection === 'multiple' ? [...this.selectedIds, id] : [id];
  }

  /** Takes a video back. Fires nothing. */
  deselect(id: string): void {
    this.selectedIds = this.selectedIds.filter((selected) => selected !== id);
  }

  /** Takes everything back. Fires nothing. */
  clearSelection(): void {
    this.selectedIds = [];
  }

  /**
   * Selects, besides what is selected, all that is loaded and can be picked: not what further pages of the
   * list would bring. No more than `max`. Only with `selection="multiple"`. Fires nothing.
   */
  selectAll(): void {
    this.#selection.setAll();
  }

  /** Whether the form would accept what is selected; fires `invalid` if not. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** Likewise; also tells the reader. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Makes the form refuse what is selected, with these words; an empty text takes that back. */
  setCustomValidity(message: string): void {
    this.#form.setCustomValidity(message);
  }

  /** Puts the focus on the option where the reader was, or on the first card in view. */
  override focus(): void {
    if (this.#selection.isOn) this.#options.enter();
    else void this.#focusCard(this.#window.firstInView);
  }

  /** @internal */
  formResetCallback(): void {
    this.#selection.reset();
  }

  /** @internal */
  formStateRestoreCallback(state: string): void {
    this.#selection.set(JSON.parse(state) as Video[]);
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** Asks again. What is shown stays until the answer is there, and if there is none. */
  refresh(): Promise<void> {
    return this.#pages.refresh();
  }

  /** Loads the next page below the last one, if there is one. */
  loadMore(): Promise<void> {
    return this.#pages.grow();
  }

  /**
   * Brings a video into view.
   *
   * @returns Whether it could be found: among what is loaded at present.
   */
  async scrollToVideo(id: string): Promise<boolean> {
    const index = this.indexOf(id);
    return index >= 0 && !!(await this.#window.reveal(index));
  }

  /** Where the reader was when they left. @internal */
  get lastPlace(): ListPlace | undefined {
    return this.#place.last;
  }

  /** Whether the first card is in view. @internal */
  async isAtTop(): Promise<boolean> {
    const card = this.renderRoot.querySelector('video-card');
    // Asked afterwards: meanwhile the card may have gone to another place.
    return !card || ((await isInView(card)) && card.index === 0);
  }

  /** @internal */
  showCard(card: VideoCardElement, place: CardPlace): void {
    if (!card.part.value) {
      card.part.value = 'card';
      card.setAttribute('exportparts', exportedParts);
    }
    card.given = this.#valuesOf(place);
    renderCardContent(card, place, this.cardContent);
    const {isOn} = this.#selection;
    setSemantics(card, {
      isOption: isOn,
      isFocusable: isOn && !this.isDisabled,
      setSize: this.places.length,
      loading: this.#language.strings.loading,
    });
  }

  #valuesOf({index, video}: CardPlace): Partial<VideoCardElement> {
    const {badgeFormat, tiers, layout, headingLevel, preview} = this;
    const {isOn, isMultiple} = this.#selection;
    const language = this.#language.current;
    const href = video && cardLink(this.cardHref, video);
    const selected = !!video && (isOn ? this.#selection.has(video.id) : video.id === this.current);
    const selectable = isOn ? (isMultiple ? 'multiple' : 'single') : undefined;
    const blocked = video && this.blockedReason(video);
    const skeleton = !video;
    return {
      video,
      index,
      href,
      selected,
      selectable,
      blocked,
      skeleton,
      badgeFormat,
      tiers,
      language,
      layout,
      headingLevel,
      preview,
    };
  }

  /** @internal */
  showed(start: number, end: number): void {
    const pages = this.#pages;
    pages.need(start, end);
    this.#place.note();
    const autoPages = this.autoPages ?? DEFAULT_AUTO_PAGES;
    const isNearEnd = this.spansAll && end === pages.table?.length;
    if (isNearEnd && pages.table!.pageCount < autoPages && !pages.error) void pages.grow();
  }

  override connectedMoveCallback(): void {
    super.connectedMoveCallback();
    this.#language.hostConnected();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'aria-label') this.requestUpdate();
  }

  protected override async getUpdateComplete() {
    const isComplete = await super.getUpdateComplete();
    await this.#window.settled;
    return isComplete;
  }

  protected override willUpdate() {
    this.#pages.start();
    this.#selection.update();
    showState(this.#internals, this.#state);
    if (this.#pages.isPending) this.#selection.refusal = undefined;
  }

  protected override render(): TemplateResult {
    const {strings} = this.#language;
    return html`
      <div part="status" role="status" tabindex="-1">${this.#status(strings)}</div>
      <slot name="header"></slot>
      <div class="tools">
        ${this.#toolbar.render(strings, this.#label)}<slot name="toolbar"></slot>
      </div>
      ${this.#renderSelection(strings)} ${this.#renderNews(strings)} ${this.#renderContent(strings)}
      ${this.#renderFailure(strings)} ${this.#renderPaging(strings)}
      <slot name="footer"></slot>
    `;
  }

  #status(strings: Strings) {
    const {isPending, error, table, newsCount} = this.#pages;
    const refusal = refusalText(this.#selection, this.max, strings);
    if (refusal) return refusal;
    if (newsCount > 0) return say(strings, strings.news, {count: newsCount});
    if (isPending) return strings.loading;
    if (error) return failureText(error, strings);
    if (!table) return nothing;
    const painted = afterFirstPaint();
    if (painted) {
      // A number and its plural take objects of `Intl`.
      void painted.then(() => this.requestUpdate());
      return strings.loading;
    }
    const loaded = this.#toolbar.isNarrowed ? strings.found : strings.loaded;
    return say(strings, loaded, {count: table.length});
  }

  #renderContent(strings: Strings) {
    const state = this.#state;
    if (state === 'error') return nothing;
    if (state === 'ready' || state === 'loading') {
      const {isOn, isMultiple} = this.#selection;
      const row = this.#row;
      return html`<div class="frame">
        ${row.renderArrow('backward', strings)}
        <div part="shelf" @scroll=${row.look}>
          <div
            part="grid"
            role=${isOn ? 'listbox' : 'list'}
            aria-label=${this.#label || (isOn ? strings.videos : nothing)}
            aria-busy=${state === 'loading'}
            aria-multiselectable=${isMultiple || nothing}
            aria-orientation=${isOn && this.layout === 'row' ? 'horizontal' : nothing}
            aria-required=${this.isRequired || nothing}
            aria-disabled=${(isOn && this.isDisabled) || nothing}
            @video-select=${this.#markCurrent}
            @click=${this.#options.click}
            @keydown=${isOn ? this.#options.keyDown : row.press}
            @focusin=${this.#options.focusIn}
            @focusout=${this.#options.focusOut}
          >
            ${this.#renderFirstCards()}
          </div>
        </div>
        ${row.renderArrow('forward', strings)}
      </div>`;
    }
    if (state === 'empty' && this.#toolbar.isNarrowed) {
      return html`<div part="message">
        ${strings.notFound} ${renderButton('reset', strings.reset, this.#toolbar.reset)}
      </div>`;
    }
    return html`<slot name=${state}
      ><div part="message" tabindex="-1">${strings[state]}</div></slot
    >`;
  }

  /** For a server, and for who takes over from it. All other cards are made as the window needs them. */
  #renderFirstCards() {
    if (!this.isTakingOver) return noChange;
    const {places} = this;
    const length = Math.min(places.length, clampPageSize(this.pageSize));
    return Array.from({length}, (_, index) => {
      const values = this.#valuesOf({index, video: places.at(index)});
      return html`<video-card
        part="card"
        exportparts=${exportedParts}
        role=${this.#selection.isOn ? 'option' : 'listitem'}
        .given=${values}
      ></video-card>`;
    });
  }

  #renderSelection(strings: Strings) {
    const {max, isDisabled} = this;
    if (!this.#selection.isMultiple || this.#state !== 'ready') return nothing;
    const loadedCount = this.loaded.length;
    return renderSelectionBar(this.#selection, {max, loadedCount, isDisabled}, strings);
  }

  /** Takes no room of its own, so that nothing moves when it comes. */
  #renderNews(strings: Strings) {
    const {newsCount} = this.#pages;
    if (!newsCount) return nothing;
    return html`<div class="news">
      ${renderButton('news', say(strings, strings.news, {count: newsCount}), () => this.refresh())}
    </div>`;
  }

  #renderFailure(strings: Strings) {
    const {error} = this.#pages;
    if (!error) return nothing;
    return html`<div part="message" class=${this.#state === 'ready' ? 'notice' : ''}>
      <slot name="error">${failureText(error, strings)}</slot>
      ${renderButton('retry', strings.retry, this.#pages.retry)}
    </div>`;
  }

  #renderPaging(strings: Strings) {
    const {paging} = this;
    const state = this.#state;
    const {table, isPending, error} = this.#pages;
    const {pageIndex = 1} = this.query ?? {};
    // An empty page is left by the way back.
    const isOpen = state === 'ready' || (state === 'empty' && pageIndex > 1);
    const hasNext = table?.nextPage !== undefined;
    if (!isOpen || !table || paging === 'none') return nothing;
    const options = {
      label: this.#label,
      isBusy: isPending,
      hasNext,
      more: this.#more,
      pageIndex,
      turnTo: this.#turnTo,
    };
    if (paging === 'pages') return renderPages(options, strings);
    return hasNext && !error ? renderMore(options, strings) : nothing;
  }

  get #url(): string | undefined {
    const url = pageUrl(this.src, this.baseURI);
    if (!url && this.src) warnOnce(`src="${this.src}" is no http: or https: address.`);
    return url;
  }

  get #state(): ListState {
    const {table, error} = this.#pages;
    const isLoaded = this.videos ?? table?.heldPages.length;
    if (isLoaded && this.places.length > 0) return 'ready';
    if (error) return 'error';
    if (isLoaded) return 'empty';
    return this.query ? 'loading' : 'unconfigured';
  }

  #more = async () => {
    const {length} = this.places;
    await this.loadMore();
    const root = this.renderRoot;
    if (!root.querySelector('nav :focus')) return;
    const retry = root.querySelector<HTMLElement>('[part=retry]');
    if (retry) retry.focus();
    else await this.#focusCard(Math.min(length, this.places.length - 1));
  };

  #turnTo = (page: number) => {
    this.page = page;
    void this.#window.reveal(0);
  };

  async #focusCard(index: number) {
    (await this.#window.reveal(index))?.focus();
  }

  /** The words of the page that name the list. */
  get #label() {
    if (this.isTakingOver) return this.getAttribute('aria-label') ?? '';
    const labels = [...this.labels].map(({textContent}) => textContent?.trim());
    return this.ariaLabel ?? labels.join(' ');
  }

  /** A click on a `<label>` is repeated on its control. */
  #enterFromLabel = (click: Event) => {
    if (click.composedPath()[0] === this) this.focus();
  };

  /** Marks the picked video, unless the page cancels the event: it hears of it after this listener. */
  #markCurrent(event: VideoSelectEvent) {
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.current = event.detail.video.id;
    });
  }
}
