import type {TemplateResult} from 'lit';
import {DEFAULT_PAGE_SIZE, type Fetcher, type RequestMethod} from '../../data/video-page-query.js';
import {isOn} from '../../internal/boolean-attribute.js';
import {themeStyles} from '../../internal/theme.styles.js';
import {words} from '../../internal/words.js';
import type {StringOverrides} from '../../languages/strings.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import {defaultTiers, type QualityTier} from '../../model/resolution.js';
import type {Video} from '../../model/video.js';
import type {ChoiceOf} from '../../model/video-filters.js';
import type {Paging} from '../../store/list-state.js';
import type {SelectionMode} from '../../store/selection.js';
import type {VideoSource} from '../../wire/envelope.js';
import {GalleryElement} from '../gallery-element.js';
import {declare, flag, look, number, property, text} from '../properties.js';
import type {BadgeFormat} from '../resolution-badge/quality-label.js';
import type {PreviewSource} from '../video-card/preview.js';
import type {CardLayout} from '../video-card/video-card.js';
import type {CardContent} from './card-content.js';
import {ListController} from './list-controller.js';
import {DEFAULT_CREDENTIALS, DEFAULT_TIMEOUT} from './list-request.js';
import {pageHistory, type PlaceRouter} from './page-history.js';
import {storedNumber, storedText} from './stored.js';
import {styles} from './video-list.styles.js';

/** How close together cards are. */
export type Density = 'compact' | 'normal' | 'spacious';

/** Milliseconds between two looks at a video that is being transcoded, at first. */
const DEFAULT_POLL_INTERVAL = 15_000;

/** How a user gets further when nothing else is said. */
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
 * @fires {VideoListUnauthorizedEvent} video-list-unauthorized - The proxy answers with 401: the token of a signed
 *   link is missing, or its time is over. `detail.renew(token)` takes a fresh token, or a promise of one, and the
 *   request is sent once more. Does not bubble.
 * @fires {VideoListFilterEvent} video-list-filter - The user has narrowed the list down, or widened it, by
 *   the toolbar; `detail.filters` has all filters. Nothing fires for what the page sets. Does not bubble.
 * @fires {VideoSelectEvent} video-select - The user picks a video: before it is selected, or becomes the
 *   current one; once for each of several. Bubbles, crosses shadow roots, cancelable: cancel it to keep
 *   the video from being selected. Does not fire for one that is taken back.
 * @fires {SelectionChangeEvent} selection-change - The user has changed what is selected;
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
 * @csspart news - The button that shows videos which are new, while the user is further down.
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
   * How a user gets to what is not on the first page:
   * - `auto` – the list is one long page. Where the proxy knows its length (`data.total`), all of it can be
   *   scrolled through at once; else it grows as the user nears its end, until a button takes over;
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

  /** The page that is open, from 1, with `paging="pages"`. @default 1 */
  @storedNumber
  page!: number;

  /** Shows only videos with this in their name. */
  @storedText
  search?: string;

  /** Shows only the video with this id. */
  @storedText
  videoId?: string;

  /** Shows only videos of these sub-categories: names, separated by commas. */
  @storedText
  category?: string;

  /** Shows only videos that are `available`, or only those that are `unavailable`. */
  @storedText
  state?: ChoiceOf<'state'>;

  /** Shows only videos that are `transcoded`, `not-transcoded`, `transcoding` or `failed`. */
  @storedText
  transcoding?: ChoiceOf<'transcoding'>;

  /** Shows only videos made by these users of the account: names, separated by commas. */
  @storedText
  createdBy?: string;

  /** Shows only videos made from then on: `2016-01-01` or `2016-01-01 12:00:00`, in the account's time zone. */
  @storedText
  createdFrom?: string;

  /** Shows only videos made until then; written likewise. */
  @storedText
  createdTo?: string;

  /** `newest` first or `oldest` first, by creation. Default: the proxy's, which is newest first. */
  @storedText
  order?: ChoiceOf<'order'>;

  /**
   * Shows controls above the list by which a user narrows it down, in this order: any of `search`,
   * `order`, `category`, `state` and `transcoding`, separated by spaces.
   */
  @text
  toolbar?: string;

  /** Names of properties above that the user may not change, separated by spaces: `category state`. */
  @text
  locked?: string;

  /**
   * Brings back pages, filters and position when the user comes back to the page. The attribute keeps
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
   * Id of the video that the user is looking at elsewhere on the page, without `selection`: its card is
   * marked. A pick sets it.
   *
   * @default ''
   */
  @storedText
  current!: string;

  /**
   * How many videos a user can select: `none` – the cards are links or buttons; `single` or `multiple` –
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

  /** Whether the user cannot select anything; a disabled `<fieldset>` does the same. */
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
  readonly #list = new ListController(this, this.#internals);

  constructor() {
    super();
    this.addEventListener('click', this.#enterFromLabel);
  }

  /** Ids of what is selected. Setting them fires nothing. */
  @property
  get selectedIds(): readonly string[] {
    return this.selectedVideos.map(({id}) => id);
  }

  set selectedIds(ids: readonly string[] | null | undefined) {
    this.#list.selection.set(ids ?? []);
  }

  /** What is selected, whole, whether the list shows it at present or not. */
  get selectedVideos(): readonly Video[] {
    this.#list.configure();
    return this.#list.selection.videos;
  }

  /** Ids of what is selected, separated by spaces. Setting it fires nothing. */
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
    this.#list.selectAll();
  }

  /** Whether the form would accept what is selected; fires `invalid` if not. */
  checkValidity(): boolean {
    return this.#internals.checkValidity();
  }

  /** Likewise; also tells the user. */
  reportValidity(): boolean {
    return this.#internals.reportValidity();
  }

  /** Makes the form refuse what is selected, with these words; an empty text takes that back. */
  setCustomValidity(message: string): void {
    this.#list.form.setCustomValidity(message);
  }

  /** Puts the focus on the option where the user was, or on the first card in view. */
  override focus(): void {
    void this.#list.focus();
  }

  /** Asks again. What is shown stays until the answer is there, and if there is none. */
  refresh(): Promise<void> {
    return this.#list.refresh();
  }

  /** Loads the next page below the last one, if there is one. */
  loadMore(): Promise<void> {
    return this.#list.loadMore();
  }

  /**
   * Brings a video into view.
   *
   * @returns Whether it could be found: among what is loaded at present.
   */
  async scrollToVideo(id: string): Promise<boolean> {
    return this.#list.scrollTo(id);
  }

  /** @internal */
  formResetCallback(): void {
    this.#list.selection.reset();
  }

  /** @internal */
  formStateRestoreCallback(state: string): void {
    this.#list.selection.set(JSON.parse(state) as Video[]);
  }

  /** @internal */
  formDisabledCallback(): void {
    this.requestUpdate();
  }

  override connectedMoveCallback(): void {
    super.connectedMoveCallback();
    this.#list.moved();
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'aria-label') this.requestUpdate();
  }

  protected override async getUpdateComplete() {
    const isComplete = await super.getUpdateComplete();
    await this.#list.cards.settled;
    return isComplete;
  }

  protected override willUpdate() {
    this.#list.prepare();
  }

  protected override render(): TemplateResult {
    return this.#list.view.render();
  }

  /** A click on a `<label>` is repeated on its control. */
  #enterFromLabel = (click: Event) => {
    if (click.composedPath()[0] === this) this.focus();
  };
}
