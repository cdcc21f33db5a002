import type {TemplateResult} from 'lit';
import {fetchServerDrawn} from '../../features/server-drawn-features.js';
import {DEFAULT_TIMEOUT} from '../../data/time-limit.js';
import {
  DEFAULT_AUTO_PAGES,
  DEFAULT_CREDENTIALS,
  DEFAULT_PAGE_SIZE,
  type Fetcher,
  type RequestMethod,
} from '../../data/video-page-query.js';
import {isOn} from '../../internal/boolean-attribute.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import {themeStyles} from '../../internal/theme.styles.js';
import {words} from '../../internal/words.js';
import type {StringOverrides} from '../../languages/strings.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import type {CoverUrl} from '../../model/cover.js';
import {defaultTiers, type QualityTier} from '../../model/resolution.js';
import type {Video} from '../../model/video.js';
import type {ChoiceOf} from '../../model/video-filters.js';
import type {Paging} from '../../store/list-state.js';
import type {SelectionMode} from '../../store/selection.js';
import type {VideoPlayerElement} from '../../player/video-player.js';
import type {VideoSource} from '../../wire/envelope.js';
import {discardDrawing, GalleryElement} from '../gallery-element.js';
import {declare, flag, number, property, reflected, text} from '../properties.js';
import type {BadgeFormat} from '../resolution-badge/quality-label.js';
import type {PreviewSource} from '../video-card/preview.js';
import type {CardLayout} from '../video-card/video-card.js';
import type {CardContent} from './card-content.js';
import {NAMING} from './list-name.js';
import {ListController} from './list-controller.js';
import {pageHistory, type HistoryRouter} from './page-history.js';
import {storedNumber, storedText} from './store-properties.js';
import {styles} from './video-list.styles.js';

/** Size of the cards and of the space between them. */
export type Density = 'compact' | 'normal' | 'spacious';

/** Default of `pollInterval`, in milliseconds. */
const DEFAULT_POLL_INTERVAL = 15_000;

/** Default of `paging`. */
const DEFAULT_PAGING = 'auto';

/**
 * Shows a list of videos as a gallery: the list of a proxy, or the `videos` that the page sets. It is as wide as its container.
 * Only the cards near the viewport are in the document, however long the list is. All rows must have the same height.
 *
 * @tag video-list
 * @fires {VideoListLoadEvent} video-list-load - A result page has been loaded and rendered; `detail.page` has
 *   its videos. Does not bubble.
 * @fires {VideoListErrorEvent} video-list-error - A request has failed; `detail.error` is a `VideoListError`.
 *   Videos that are already shown stay. Does not bubble.
 * @fires {VideoListUnauthorizedEvent} video-list-unauthorized - The proxy has answered with 401: the token of a signed
 *   link is missing or has expired. `detail.renew(token)` takes a new token, or a promise of one, and the request
 *   is sent again. Does not bubble.
 * @fires {VideoListFilterEvent} video-list-filter - The user has changed a filter in the toolbar;
 *   `detail.filters` has all filters. Does not fire for changes that the page makes. Does not bubble.
 * @fires {VideoListPageEvent} video-list-page - The user has turned to another result page, with `paging="pages"`;
 *   `detail.page` is its number. Does not bubble.
 * @fires {VideoImpressionEvent} video-impression - At least half of a card was in view for a second; `detail` has `video` and
 *   `index`. Once for each video, only with the attribute `impressions`. Does not bubble.
 * @fires {VideoSelectEvent} video-select - The user picks a video. Fires before the video is selected or
 *   becomes the current one. If the user selects several videos at once, it fires once for each. Cancel it to prevent the
 *   selection. Does not fire when a video is deselected. Bubbles, crosses shadow roots.
 * @fires {SelectionChangeEvent} selection-change - The user has changed the selection;
 *   `detail` has `added`, `removed` and all `videos`. Does not fire for changes that the page makes. Bubbles, crosses
 *   shadow roots.
 * @fires {Event} change - Fires after `selection-change`, as for any form control. Bubbles.
 * @slot header - Content above everything else.
 * @slot toolbar - Controls of the page, in the row of the toolbar. Shown without the attribute `toolbar` too.
 * @slot footer - Content below everything else.
 * @slot empty - Replaces the message that is shown when there are no videos.
 * @slot unconfigured - Replaces the message that is shown when neither `src` nor `videos` is set.
 * @slot error - Replaces the sentence that is shown when loading has failed.
 * @csspart toolbar - The row of filter controls.
 * @csspart search - The search field.
 * @csspart choice - A select control: order, category, state, transcoding.
 * @csspart categories - A row of category tabs.
 * @csspart category - A category tab.
 * @csspart current - The chosen category tab.
 * @csspart dates - The box around the two date fields.
 * @csspart date - A date field.
 * @csspart filter - The chip of an active filter; a click removes the filter.
 * @csspart reset - The button that removes all filters, shown when nothing was found.
 * @csspart selection - The line above a multiple selection: the number of selected videos, and buttons.
 * @csspart selected - The text in that line: how many videos are selected, or why no more can be.
 * @csspart select-all - The button that selects all loaded videos.
 * @csspart clear-selection - The button that clears the selection.
 * @csspart shelf - The box around the cards; with `layout="row"` it scrolls sideways.
 * @csspart backward - The button of a row that scrolls back.
 * @csspart forward - The button of a row that scrolls forward.
 * @csspart grid - The cards, or their skeletons.
 * @csspart card - A card (`<video-card>`).
 * @csspart message - The box with the reason why there are no cards or, below cards, with an error.
 * @csspart retry - The button that sends a failed request again.
 * @csspart more - The button that loads the next result page.
 * @csspart pages - The bar with the buttons of `paging="pages"`.
 * @csspart previous - The button for the previous page in this bar.
 * @csspart page - The page number in this bar.
 * @csspart next - The button for the next page in this bar.
 * @csspart news - The button that shows new videos; visible while the list is scrolled down.
 * @csspart status - The status line for screen readers, with the number of loaded videos or an error.
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
 * @csspart card-details - `details` of a card.
 * @csspart card-description - `description` of a card.
 * @csspart card-progress - `progress` of a card.
 * @csspart card-check - `check` of a card.
 * @csspart card-actions - `actions` of a card.
 * @cssprop [--video-list-column=15rem] - Minimum width of a column; with `layout="row"` the width of a card. 9rem
 *   in a compact list, 20rem in a spacious list.
 * @cssprop [--video-list-gap=1.25rem] - Space between rows and columns. 0.75rem in a compact list, 2rem in a spacious
 *   list.
 * @cssprop [--video-list-arrow-size=2.75rem] - Width and height of the scroll buttons of a row.
 * @cssprop [--video-list-message-padding=3rem 1.5rem] - Space inside a message.
 * @cssprop [--video-list-news-offset=1rem] - Distance of the button for new videos from the top of the view.
 * @cssprop [--video-list-news-shadow=0 0.25rem 1rem rgb(0 0 0 / 0.3)] - Shadow of the button for new videos.
 * @cssprop [--video-list-button-color=light-dark(#fff, #10131a)] - Colour of a button's text.
 * @cssprop [--video-list-button-padding=0.5rem 1rem] - Space inside a button or a control.
 * @cssprop [--video-list-button-radius=0.5rem] - Corner radius of a button or a control.
 * @cssprop [--video-list-chip-radius=2rem] - Corner radius of a filter's chip and of the button for new videos.
 * @cssprop [--video-list-field-background=light-dark(#fff, #16181d)] - Background of controls, and of an error message below cards.
 * @cssprop [--video-gallery-color=light-dark(#16181d, #f2f3f5)] - Colour of text.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of a message's border.
 * @cssprop [--video-gallery-accent=light-dark(#2256d6, #8fb1ff)] - Colour of buttons, selection and focus.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of covers and messages.
 * @cssprop [--video-gallery-ring-width=3px] - Width of the focus and selection outlines.
 * @cssprop [--video-gallery-base-size=max(1rem, 16px)] - The length of 1rem in all defaults of the gallery.
 *   Every length and font size is a multiple of it.
 * @cssprop [--video-gallery-font=400 0.875rem/1.4 system-ui, sans-serif] - The `font` shorthand of text.
 * @cssstate unconfigured - Neither `src` nor `videos` is set.
 * @cssstate loading - The first videos are being loaded.
 * @cssstate ready - Videos are shown.
 * @cssstate empty - There are no videos.
 * @cssstate error - Loading has failed, and there are no videos to show.
 */
export class VideoListElement extends GalleryElement {
  static readonly formAssociated = true;
  static override styles = [themeStyles, styles];

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, ...NAMING];
  }

  /** URL of the proxy's list; may be relative to the page. Parameters in its query are sent with every request. */
  @text
  src = '';

  /** Number of videos on a result page: 1 to 50. @default 24 */
  @number
  pageSize = DEFAULT_PAGE_SIZE;

  /**
   * How the list shows the result pages after the first one:
   * - `auto` – one long list. If the proxy knows the length of the list (`data.total`), the user can scroll through all of
   *   it at once. Otherwise the list grows when the user approaches its end; after `auto-pages` pages, a button loads more;
   * - `button` – the list grows when the user presses a button;
   * - `pages` – buttons for the previous and the next page;
   * - `none` – only the first result page.
   *
   * @default 'auto'
   */
  @text
  paging: Paging = DEFAULT_PAGING;

  /** Number of result pages that load automatically before a button is shown. @default 5 */
  @number
  autoPages = DEFAULT_AUTO_PAGES;

  /** Number of the shown result page, from 1, with `paging="pages"`. @default 1 */
  @storedNumber
  page!: number;

  /** Shows only videos whose name contains this text. */
  @storedText
  search?: string;

  /** Shows only the video with this id. */
  @storedText
  videoId?: string;

  /** Shows only videos in one of these sub-categories: names, separated by commas. */
  @storedText
  category?: string;

  /** Shows only videos that are `available`, or only those that are `unavailable`. */
  @storedText
  state?: ChoiceOf<'state'>;

  /** Shows only videos that are `transcoded`, `not-transcoded`, `transcoding` or `failed`. */
  @storedText
  transcoding?: ChoiceOf<'transcoding'>;

  /** Shows only videos that one of these users of the account created: names, separated by commas. */
  @storedText
  createdBy?: string;

  /** Shows only videos created at or after this time: `2016-01-01` or `2016-01-01 12:00:00`, in the account's time zone. */
  @storedText
  createdFrom?: string;

  /** Shows only videos created at or before this time, in the same format. */
  @storedText
  createdTo?: string;

  /**
   * Sort order: `newest` or `oldest` first, by time of creation. A proxy in mode `store` also sorts by `name` and
   * `name-descending`, and with the `shortest` or `longest` first. Default: the order of the proxy, which is newest first.
   */
  @storedText
  order?: ChoiceOf<'order'>;

  /**
   * Filter controls above the list, separated by spaces: any of `search`, `order`, `category`, `state`, `transcoding`,
   * `categories` (the categories as tabs) and `dates` (first and last day of creation). They are shown in the given order.
   */
  @text
  toolbar?: string;

  /** Names of filters that the user cannot change, separated by spaces, such as `category state`. */
  @text
  locked?: string;

  /**
   * Restores result pages, filters and scroll position when the user returns to the page. The attribute without a value stores
   * them in the browser's `history.state`. `url` also writes picked video, filters, order and page to the query of the page's
   * URL, so that users can share links. `url search=q prefix=v-` sets names of these parameters. The property can also be an
   * object that stores them elsewhere.
   */
  @declare({
    converter: (value: string | null) =>
      isOn(value) ? (value?.startsWith('url') ? value : pageHistory) : undefined,
  })
  history?: HistoryRouter | string;

  /** Categories that the toolbar offers. Default: all categories of the proxy, requested from its route `categories`. */
  @property
  categories?: readonly string[];

  /** HTTP method: `get`, or `post` for a proxy that forwards the body of the vendor's POST request. */
  @text
  method: RequestMethod = 'get';

  /** Whether requests include cookies: `same-origin`, `include` or `omit`, as for `fetch`. @default 'same-origin' */
  @text
  credentials: RequestCredentials = DEFAULT_CREDENTIALS;

  /** Time after which a request fails, in milliseconds. @default 15000 */
  @number
  timeout = DEFAULT_TIMEOUT;

  /**
   * Whether to listen to the proxy's stream of changes (`/videos/events` for `/videos`). New videos then appear at the top, and
   * changed videos are updated.
   */
  @flag
  live = false;

  /**
   * Time in milliseconds after which a list without a stream requests its videos again, while one of them is being transcoded.
   * The time doubles after each request, up to 16 times the value. 0 means never. @default 15000
   */
  @number
  pollInterval = DEFAULT_POLL_INTERVAL;

  /**
   * The vendor's document that the answer follows: `callback` or `getVideoList`. The two documents disagree about the meaning
   * of some numbers. Default: `source` of the answer, otherwise `callback`.
   */
  @text
  source?: VideoSource;

  /** Whether to fire `video-impression` for cards that were in view. The list itself sends no data to a server. */
  @flag
  impressions = false;

  /** URL that makes each card a link. `{videoId}` in it is replaced by the percent-encoded id of the video. */
  @text
  cardHref = '';

  /**
   * Id of the current video, for example the one that a player shows. Its card is marked. It is set when the user picks a video.
   * Only without `selection`.
   *
   * @default ''
   */
  @storedText
  current!: string;

  /**
   * How many videos the user can select. With `none`, cards are links or buttons. With `single` or `multiple`, cards are the
   * options of a listbox, and the list is a form control.
   *
   * @default 'none'
   */
  @text
  selection: SelectionMode = 'none';

  /** Maximum number of selected videos, with `selection="multiple"`. Default: no maximum. */
  @number
  max?: number;

  /**
   * Prevents the user from selecting videos that cannot be played (failed, still being transcoded, unavailable). They are shown
   * with the reason.
   */
  @flag
  playableOnly = false;

  /** Ids of the videos that are selected at first and after a reset of the form, separated by spaces. */
  @declare({attribute: 'value'})
  defaultValue = '';

  /** Name of the list in the form data, which gets one entry for each selected id. */
  @text
  name = '';

  /** Whether the form requires at least one selected video. */
  @flag
  required = false;

  /** Prevents the user from selecting anything. A disabled `<fieldset>` has the same effect. */
  @declare({type: Boolean, converter: isOn, reflect: true})
  disabled = false;

  /**
   * Layout of the cards:
   * - `grid` – side by side, in as many columns as fit;
   * - `list` – one below the other, with the cover beside title and date;
   * - `row` – in one row that scrolls sideways.
   */
  @reflected
  layout: CardLayout = 'grid';

  /**
   * What cards show below the title, separated by spaces: any of `date`, `author`, `duration` and `size`, in the given order, and
   * `description`, which is always last. `none`: only the title. Default: the date.
   */
  @reflected
  show?: string;

  /** Size of the cards and of the space between them: `compact`, `normal` or `spacious`. */
  @reflected
  density: Density = 'normal';

  /**
   * Plays the current video: a video that the user picks, or that the page sets as `current`.
   * - `dialog` – in a dialog above the page;
   * - `inline` – above the cards;
   * - a `<video-player>` element – in that player, which sets this property when its attribute `for` names the list.
   *
   * Only without `selection`. With `card-href`, a plain click plays the video, and a click with Ctrl or Cmd follows the link.
   */
  @text
  play?: 'dialog' | 'inline' | VideoPlayerElement | undefined;

  /** Whether the next video starts automatically, after a countdown that the user can cancel. Needs `play`. */
  @flag
  autoplayNext = false;

  /**
   * Whether positions in videos are stored on this device, in `localStorage`. Playback then continues at this position, and cards
   * show how much of a video has been watched. Needs `play`.
   */
  @flag
  remember = false;

  /** Makes each title a heading of this level, 2 to 6. Default: titles are not headings. */
  @number
  headingLevel?: number;

  /**
   * Renders parts of a card, or all of it: `(video, index) => …`. It may return anything that Lit can render: an element, a
   * template, or an array of them. The attribute `slot` of each says which part it replaces; see the slots of `<video-card>`.
   * Set another function to render all cards again.
   */
  @property
  cardContent?: CardContent;

  /** Returns the URL of a cover for a width in pixels; see `<video-card>`. */
  @property
  coverUrl?: CoverUrl;

  /** Returns the preview that a card shows while the mouse or the keyboard focus is on it; see `<video-card>`. */
  @property
  preview?: PreviewSource;

  /** What the quality chips show: `tier`, `height` or `clarity`; see `<resolution-badge>`. */
  @text
  badgeFormat: BadgeFormat = 'tier';

  /** Names of picture sizes; see `<resolution-badge>`. */
  @property
  tiers: readonly QualityTier[] = defaultTiers;

  /** HTTP headers of the requests. */
  @property
  headers: Readonly<Record<string, string>> = {};

  /** Function that is called instead of `fetch`. Setting it does not send a request. @default fetch */
  @property
  fetcher?: Fetcher;

  /** Videos to show, in place of those of a proxy. While it is set, the list sends no requests. */
  @property
  videos?: readonly Video[];

  /**
   * The first result page, as `decodeVideoPage` returns it, if the host page already has it, for example from a server. Must be
   * set before the first request.
   */
  @property
  initialPage?: VideoPage;

  /** Texts that replace built-in texts. */
  @property
  strings?: StringOverrides;

  readonly #internals = this.attachInternals();
  readonly #list = new ListController(this, this.#internals);

  constructor() {
    super();
    this.addEventListener('click', this.#focusFromLabel);
  }

  /** Ids of the selected videos. Setting them fires no event. */
  @property
  get selectedIds(): readonly string[] {
    return this.selectedVideos.map(({id}) => id);
  }

  set selectedIds(ids: readonly string[] | null | undefined) {
    this.#list.selection.set(ids ?? []);
  }

  /** The selected videos, including those that the list does not show at present. */
  get selectedVideos(): readonly Video[] {
    this.#list.configure();
    return this.#list.selection.videos;
  }

  /** Ids of the selected videos, separated by spaces. Setting it fires no event. */
  @property
  get value(): string {
    return this.selectedIds.join(' ');
  }

  set value(ids: string | null | undefined) {
    this.#list.selection.set(words(ids));
  }

  /** The form that the list belongs to. */
  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  /** The `<label>` elements of the list. */
  get labels(): NodeList {
    return this.#internals.labels;
  }

  /** Validity of the selection. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** Why the selection is not valid, as a sentence; empty if it is valid. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Whether the form validates the selection. */
  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  /** Selects a video: with `multiple` in addition to the others, otherwise instead of them. Fires no event. */
  select(id: string): void {
    this.selectedIds = this.selection === 'multiple' ? [...this.selectedIds, id] : [id];
  }

  /** Deselects a video. Fires no event. */
  deselect(id: string): void {
    this.selectedIds = this.selectedIds.filter((selected) => selected !== id);
  }

  /** Deselects all videos. Fires no event. */
  clearSelection(): void {
    this.selectedIds = [];
  }

  /**
   * Selects all loaded videos that can be selected, up to `max`, in addition to those already selected. Only with
   * `selection="multiple"`. Fires no event.
   */
  selectAll(): void {
    this.#list.selectAll();
  }

  /** Returns whether the selection is valid. Fires `invalid` if it is not. */
  checkValidity(): boolean {
    return this.#list.form.check();
  }

  /** Returns whether the selection is valid. If it is not, fires `invalid` and shows the reason to the user. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Makes the selection invalid, with this message. An empty string makes it valid again. */
  setCustomValidity(message: string): void {
    this.#list.form.setCustomValidity(message);
  }

  /** Focuses the last focused option, or the first visible card. */
  override focus(): void {
    void this.#list.focus();
  }

  /** Requests the shown result pages again. The shown videos stay until the response arrives, and also if the request fails. */
  refresh(): Promise<void> {
    return this.#list.refresh();
  }

  /** Loads the next result page, if there is one. */
  loadMore(): Promise<void> {
    return this.#list.loadMore();
  }

  /**
   * Scrolls to a video, so that its whole cover is in view. If the video is not loaded, the list requests its index from the
   * proxy; this needs a proxy in mode `store`. Resolves with whether the list has the video.
   */
  scrollToVideo(id: string): Promise<boolean> {
    return this.#list.scrollTo(id);
  }

  /**
   * Scrolls to an index, from 0, so that the whole cover is in view. The video there need not be loaded. Resolves with whether the
   * list has that index.
   */
  scrollToIndex(index: number): Promise<boolean> {
    return this.#list.scrollTo(index);
  }

  /** @internal */
  formResetCallback(): void {
    this.#list.form.reset();
  }

  /** @internal */
  formStateRestoreCallback(state: string): void {
    this.#list.selection.set(JSON.parse(state) as Video[]);
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  /** @internal */
  override connectedMoveCallback(): void {
    super.connectedMoveCallback();
    this.#list.moved();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (NAMING.includes(name)) this.requestUpdate();
  }

  /** Resolves when the list is rendered, even if some of its features are rendered later. @internal */
  get drawn(): Promise<boolean> {
    return super.getUpdateComplete().then(async (isComplete) => {
      await this.#list.cards.settled;
      return isComplete;
    });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await this.drawn;
    const {settled} = this.#list.features;
    if (!settled) return isComplete;
    await settled;
    return this.getUpdateComplete();
  }

  /** Waits with hydration until the features that have rendered the list on the server are loaded. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const arrival = isTakingOver(this) ? fetchServerDrawn(this.#list) : undefined;
    if (!arrival) return super.scheduleUpdate();
    return arrival.then((isComplete) => {
      if (!isComplete) discardDrawing(this);
      return super.scheduleUpdate();
    });
  }

  protected override willUpdate() {
    this.#list.prepare();
  }

  protected override render(): TemplateResult {
    return this.#list.view.render();
  }

  /** A click on a `<label>` also fires a click event on its control. */
  #focusFromLabel = (click: Event) => {
    if (click.composedPath()[0] === this) this.focus();
  };
}
