import {
  html,
  isServer,
  nothing,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import {warnOnce} from '../../internal/warn-once.js';
import {isOn} from '../../internal/boolean-attribute.js';
import {showState} from '../../internal/custom-states.js';
import {afterFirstPaint} from '../../internal/after-paint.js';
import {formatDuration, formatSpokenDuration} from '../../internal/format.js';
import {pageUrl} from '../../internal/page-url.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import {themeStyles} from '../../internal/theme.styles.js';
import {
  bestResolution,
  defaultTiers,
  isPortrait,
  type QualityTier,
  type Resolution,
} from '../../model/resolution.js';
import type {CoverUrl} from '../../model/cover.js';
import {videoStates, type Video} from '../../model/video.js';
import {qualityLabel, spokenQuality, type BadgeFormat} from '../resolution-badge/quality-label.js';
import type {CoversModule} from '../../features/covers/covers.js';
import type {PreviewController} from '../../features/preview/preview.js';
import type {StringOverrides} from '../../languages/strings.js';
import {GalleryElement} from '../gallery-element.js';
import {LanguageController, type Language} from '../language-controller.js';
import {callInBatch} from './batch-calls.js';
import type {CoverState} from './cover.js';
import {mediaUrl} from '../../internal/media-url.js';
import {detailsModule, loadDetails} from './load-details.js';
import {loadCovers} from './load-covers.js';
import {loadPreview} from './load-preview.js';
import {videoDate} from './video-date.js';
import type {PreviewSource} from './preview.js';
import {opensElsewhere, selectTrigger} from './select-trigger.js';
import {VideoSelectEvent} from './video-card.events.js';
import {styles} from './video-card.styles.js';
import {videoFromAttributes} from './video-from-attributes.js';

/** Layout of a card: with `list`, the cover is beside title and date, otherwise above them. */
export type CardLayout = 'grid' | 'list' | 'row';

/** Milliseconds after which a cover counts as slow. */
const SLOW_AFTER = 10_000;

/**
 * One video as a card: cover, duration, quality, state, title and date. With `href` the card is a link, otherwise a
 * button.
 *
 * @tag video-card
 * @fires {VideoSelectEvent} video-select - The user picked this card. Bubbles, crosses shadow roots. Cancel
 *   it to prevent the list from marking the card, and the browser from following the link.
 * @slot media - Replaces the cover.
 * @slot badges - Replaces the quality chip and the duration chip.
 * @slot meta - Replaces the date or the details of `show`.
 * @slot actions - Buttons and links of the page, below title and date. Using them does not pick the card.
 * @slot content - Replaces the whole content of the card. The card can still be picked, and keeps its accessible name.
 * @csspart thumbnail - The box around cover and chips.
 * @csspart image - The cover picture.
 * @csspart preview - The picture or the clip of a `preview`, while it is shown.
 * @csspart placeholder - The drawing that is shown without a cover.
 * @csspart states - The row of state chips.
 * @csspart state - A state chip. The name of its state is also a part: `failed`, `transcoding`, `not-transcoded`,
 *   `unavailable` or `encrypted`.
 * @csspart chips - The row of the quality and the duration chip.
 * @csspart badge - The quality chip.
 * @csspart badge-base - The part `base` of the quality chip (`<resolution-badge>`).
 * @csspart badge-live - The circle in the quality chip of a live recording.
 * @csspart duration - The duration chip.
 * @csspart body - Title and date.
 * @csspart link - The link or button that covers the card. In a selectable card it is only the box around the title.
 * @csspart heading - The heading around the link, with `heading-level`.
 * @csspart check - The mark that shows whether a selectable card is selected.
 * @csspart title - The title.
 * @csspart meta - The date, or the details of `show`.
 * @csspart details - The line of details of `show`.
 * @csspart description - The description, with `show`.
 * @csspart progress - The bar that shows how much has been watched.
 * @csspart actions - The row with the content of the slot `actions`.
 * @cssprop [--video-card-aspect-ratio=16 / 9] - Aspect ratio of the cover box.
 * @cssprop [--video-card-fit=cover] - How a landscape cover fills its box (`object-fit`).
 * @cssprop [--video-card-letterbox=light-dark(#0f1115, #3d4452)] - Colour beside a portrait cover.
 * @cssprop [--video-card-background=transparent] - Colour behind the card.
 * @cssprop [--video-card-padding=0] - Space around the content of the card.
 * @cssprop [--video-card-body-height=4.125rem] - Height reserved for title and date, the same on every card.
 * @cssprop [--video-card-description-lines=2] - Number of lines of a description, with `show`. For more than two, raise
 *   `--video-card-body-height` too.
 * @cssprop [--video-card-progress-size=0.25rem] - Height of the bar of `progress`.
 * @cssprop [--video-card-progress-color=#ff4d4d] - Colour of the watched part of this bar.
 * @cssprop [--video-card-progress-background=rgb(15 17 21 / 0.6)] - Colour of the rest of this bar.
 * @cssprop [--video-card-thumbnail-size=clamp(7rem, 36%, 15rem)] - Width of the cover box with `layout="list"`.
 * @cssprop [--video-card-gap=1rem] - Space between cover box and text with `layout="list"`.
 * @cssprop [--video-card-chip-inset=0.5rem] - Distance of the chips from the edge of the cover; half of it on narrow covers.
 * @cssprop [--video-card-title-font=600 0.9375rem/1.35 system-ui, sans-serif] - The `font` shorthand of the title.
 * @cssprop [--video-card-check-size=1.75rem] - Width and height of the mark of a selectable card.
 * @cssprop [--video-card-check-color=light-dark(#fff, #10131a)] - Colour of the tick in this mark.
 * @cssprop [--video-card-blocked-opacity=0.45] - Opacity of the cover of a video that cannot be selected.
 * @cssprop [--video-card-failed-background=#b3261e] - Colour behind "Failed".
 * @cssprop [--video-card-transcoding-background=#1f5fbf] - Colour behind "Processing".
 * @cssprop [--video-gallery-color=light-dark(#16181d, #f2f3f5)] - Colour of the title.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of the date and of the placeholder's drawing.
 * @cssprop [--video-gallery-accent=light-dark(#2256d6, #8fb1ff)] - Colour of selection and focus.
 * @cssprop [--video-gallery-placeholder=light-dark(#e6e8ee, #3d4452)] - Colour of a cover box without a picture.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of the cover.
 * @cssprop [--video-gallery-ring-width=3px] - Width of the focus and selection outlines.
 * @cssprop [--video-gallery-font=400 0.875rem/1.4 system-ui, sans-serif] - The `font` shorthand of the date.
 * @cssprop [--video-gallery-chip-background=rgb(15 17 21 / 0.82)] - Colour behind a chip.
 * @cssprop [--video-gallery-chip-color=#fff] - Colour of a chip's text.
 * @cssprop [--video-gallery-chip-radius=0.4em] - Corner radius of a chip.
 * @cssprop [--video-gallery-chip-padding=0.15em 0.45em] - Space inside a chip.
 * @cssprop [--video-gallery-chip-font=600 0.75rem/1.4 system-ui, sans-serif] - The `font` shorthand of a chip.
 * @cssstate cover-missing - The video has no cover.
 * @cssstate cover-loading - The cover is being loaded.
 * @cssstate cover-slow - The cover has been loading for more than ten seconds.
 * @cssstate cover-loaded - The cover is shown.
 * @cssstate cover-broken - The cover could not be loaded.
 */
export class VideoCardElement extends GalleryElement {
  static override styles = [themeStyles, styles];
  static override properties: PropertyDeclarations = {
    video: {attribute: false},
    videoId: {attribute: 'video-id'},
    heading: {},
    cover: {},
    duration: {type: Number},
    width: {type: Number},
    height: {type: Number},
    clarity: {},
    uploaded: {},
    state: {},
    href: {},
    headingLevel: {type: Number, attribute: 'heading-level'},
    layout: {reflect: true, useDefault: true},
    show: {reflect: true},
    progress: {type: Number},
    coverUrl: {attribute: false},
    preview: {attribute: false},
    index: {type: Number},
    selected: {type: Boolean, converter: isOn, reflect: true},
    selectable: {reflect: true},
    blocked: {reflect: true},
    skeleton: {type: Boolean, converter: isOn},
    badgeFormat: {attribute: 'badge-format'},
    tiers: {attribute: false},
    strings: {attribute: false},
  };

  /** The video to show. If it is not set, the attributes below describe the video. */
  video?: Video;

  /** The vendor's id of the video. */
  videoId = '';

  /** The title. */
  heading = '';

  /** URL of the cover picture, with `http:` or `https:`; may be relative to the page. */
  cover = '';

  /** Duration in seconds. */
  duration?: number;

  /** Width of the picture in pixels. */
  width?: number;

  /** Height of the picture in pixels. */
  height?: number;

  /** The vendor's name of the quality, used if `width` and `height` are not set; see `<resolution-badge>`. */
  clarity = '';

  /** Time of the upload: an ISO date, `2016-01-01 12:00:00` (GMT+8), or Unix seconds. */
  uploaded = '';

  /** States of the video: any of `failed`, `transcoding`, `not-transcoded`, `unavailable` and `encrypted`, separated by spaces. */
  state = '';

  /** URL of the link; may be relative to the page. Without it, the card is a button. */
  href = '';

  /** Makes the title a heading of this level, 2 to 6. Default: the title is not a heading. */
  headingLevel?: number;

  /** Whether the cover is beside title and date (`list`) or above them. */
  layout: CardLayout = 'grid';

  /**
   * What the card shows below the title, separated by spaces: any of `date`, `author`, `duration` and `size`, in the given order,
   * and `description`, which is always last. `none`: only the title. Default: the date.
   */
  show?: string;

  /** How much of the video the user has watched, from 0 to 1, as a bar on the cover. Default: no bar. */
  progress?: number;

  /**
   * Returns the URL of the cover in a width in pixels, `(video, width) => …`, for a page with an image service. Called for widths
   * from 160 to 1280 pixels. Default: the URLs of the proxy, if it resizes covers.
   */
  coverUrl?: CoverUrl;

  /**
   * Returns the preview that replaces the cover after a mouse, a pen or the keyboard focus has been on the card for 400 ms:
   * `{frames: […]}` for pictures that are shown one after another, `{clip: '…'}` for a clip without sound, or a promise of one of
   * them. Not called for touch, or for users who prefer reduced motion or reduced data.
   */
  preview?: PreviewSource;

  /** Index of the card in its list, from 0; `detail.index` of `video-select`. -1 for a card outside a list. */
  index = -1;

  /** Whether the card is marked as picked or selected. */
  selected = false;

  /**
   * `single` or `multiple` for an option of a listbox. The card then has a check mark and is neither link nor button. The
   * listbox sets the role and the description, and handles focus and selection.
   */
  selectable?: 'single' | 'multiple';

  /** Why the video cannot be selected: a text that replaces the date. While it is set, clicks do nothing. */
  blocked?: string;

  /** Whether to show an empty card of the same size, for a video that is being loaded. */
  skeleton = false;

  /** What the quality chip shows: `tier`, `height` or `clarity`; see `<resolution-badge>`. */
  badgeFormat: BadgeFormat = 'tier';

  /** Names of picture sizes; see `<resolution-badge>`. */
  tiers: readonly QualityTier[] = defaultTiers;

  /** Texts that replace built-in texts. */
  strings?: StringOverrides;

  /** The language of the list around the card. A card without a list determines it itself. @internal */
  language?: Language;

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  #preview?: PreviewController;
  #hasPreview = false;
  /** Address of the shown cover; null until it is known. */
  #coverUrl: string | undefined | null = null;
  /** Id of the video that the cover belongs to. */
  #coverOf = '';
  #coverState: CoverState = 'missing';
  /** The module for covers, if this cover needs it. */
  #covers?: CoversModule | null | undefined;
  #slowTimer?: ReturnType<typeof setTimeout>;
  /** Whether slots have been rendered. They stay, because removing them would render their content again. */
  #hasSlots = false;
  #contentObserver?: MutationObserver;
  /** Promise that the date and the description of the first cards wait for. */
  #painted?: Promise<void> | undefined;

  /** `video`, or the video that the attributes describe. @internal */
  get shownVideo(): Video | undefined {
    return this.video ?? videoFromAttributes(this, this.baseURI);
  }

  /** Whether the list plays a picked video. A plain click then does not follow the link. @internal */
  plays?: boolean;

  /** All properties that a list sets on its card. Equal values cause no update. @internal */
  set listValues(values: Partial<VideoCardElement>) {
    for (const [name, value] of Object.entries(values)) {
      if (this[name as keyof this] === value) continue;
      Reflect.set(this, name, value);
      // Also for `language`, which is not a reactive property.
      this.requestUpdate();
    }
  }

  /** Resolves when the card is rendered, even if its date is rendered later. @internal */
  get drawn(): Promise<boolean> {
    return super.getUpdateComplete();
  }

  /** The content of the chips and the details as text: the accessible description of a selectable card. */
  get description(): string {
    const video = this.shownVideo;
    if (!video) return '';
    const {tag, strings} = this.#language.current;
    const {badgeFormat: format, tiers} = this;
    const {durationSeconds} = video;
    return [
      durationSeconds && formatSpokenDuration(durationSeconds, tag),
      spokenQuality(bestOf(video), {format, tiers, strings}),
      this.#details?.spokenDetails(this, video, this.#language.current) ??
        videoDate(video, this.#language.current),
      ...(this.blocked ? [this.blocked] : videoStates(video).map((name) => strings.states[name])),
    ]
      .filter(Boolean)
      .join(strings.separator);
  }

  /** Picks the card, as if the user had clicked it. */
  override click() {
    const link = this.#link;
    if (link) link.click();
    else super.click();
  }

  /** Focuses the link or button of the card. */
  override focus(options?: FocusOptions) {
    const link = this.#link;
    if (link) link.focus(options);
    else super.focus(options);
  }

  /** Requests a failed cover again. @internal */
  retryCover(): void {
    const image = this.#image;
    if (!image || this.#coverState !== 'broken') return;
    this.#showCover('loading');
    // WebKit does not request the same address again otherwise.
    image.removeAttribute('src');
    image.src = this.#coverUrl!;
  }

  /** Observes the content, because slots are rendered only if they have content. @internal */
  watchContent(): void {
    if (this.#contentObserver) return;
    this.#contentObserver = new MutationObserver(() => this.requestUpdate());
    this.#contentObserver.observe(this, {
      subtree: true,
      childList: true,
      attributeFilter: ['slot'],
    });
  }

  override connectedCallback() {
    super.connectedCallback();
    // In a list, the list calls it when it renders content.
    if (!this.language) this.watchContent();
  }

  protected override async getUpdateComplete() {
    await super.getUpdateComplete();
    await this.#painted;
    return super.getUpdateComplete();
  }

  /** Called often, because a list moves its cards while it is scrolled. A move may change the language. @internal */
  override connectedMoveCallback(): void {
    if (!this.language) this.#language.update();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const video = this.skeleton ? undefined : this.shownVideo;
    this.#hasSlots ||= isTakingOver(this) || !!this.querySelector(':scope > [slot]');
    if (video && !isTakingOver(this)) this.#awaitPaint();
    if (changed.has('preview') && this.preview && !isServer) void this.#loadPreview();
    const isChanged = changed.has('show') || changed.has('progress');
    if (isChanged && this.#hasDetails && !isServer)
      void loadDetails().then(() => this.requestUpdate());
    const hasWidths =
      video && (video.cover ?? this.coverUrl ?? this.#covers) && !isTakingOver(this);
    const covers = (this.#covers = hasWidths ? loadCovers(this) : null);
    const cover = covers === null ? video?.coverUrl : covers?.addressOf(video!, this.coverUrl);
    this.#setCover(mediaUrl(cover, this.baseURI), video?.id);
  }

  protected override firstUpdated() {
    const image = this.#image;
    const isBroken = isTakingOver(this) && image?.complete && !image.naturalWidth;
    if (isBroken) this.#showCover('broken');
    super.firstUpdated();
  }

  /** Sets the description of an option, as soon as its texts are known. */
  protected override updated() {
    this.#covers?.setSources(this, this.shownVideo!);
    if (!this.language || this.#painted) return;
    const isSpoken = this.selectable && !this.skeleton;
    const description = isSpoken ? this.description : null;
    if (description === this.getAttribute('aria-description')) return;
    if (description === null) this.removeAttribute('aria-description');
    else this.setAttribute('aria-description', description);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.skeleton) return this.#renderSkeleton();
    const video = this.shownVideo;
    if (!video) return nothing;
    const best = bestOf(video);
    const isOption = !!this.selectable;
    const badge = this.#renderBadge(best);
    const duration = this.#renderDuration(video);
    const hasSlots = this.#hasSlots;
    return html`
      <slot name="content">
        <span
          part="thumbnail"
          class=${isPortrait(best) ? 'portrait' : nothing}
          aria-hidden=${isOption ? 'true' : nothing}
        >
          ${this.#inSlot('media', this.#renderCover())}${this.#preview?.render()}
          ${this.#details?.renderProgress(this)} ${this.#renderStates(video)}
          <span part="chips">
            ${hasSlots ? html`<slot name="badges">${badge}${duration}</slot>` : badge}
            ${hasSlots ? nothing : duration}
          </span>
        </span>
      </slot>
      <span part="body" class=${this.#isReplaced ? 'replaced' : nothing}>
        ${this.#renderHeading(video)}
        <span part="meta" aria-hidden=${isOption || !this.#hasOwnMeta ? 'true' : nothing}>
          ${this.blocked || this.#inSlot('meta', this.#painted ? nothing : this.#renderMeta(video))}
        </span>
        <span id="details">${isOption || this.#painted ? nothing : this.description}</span>
      </span>
      ${isOption ? this.#renderCheck() : hasSlots ? html`<slot name="actions" part="actions"></slot>` : nothing}
    `;
  }

  get #link() {
    return this.renderRoot.querySelector<HTMLElement>('a, button');
  }

  get #image() {
    return isServer ? null : this.renderRoot.querySelector<HTMLImageElement>('[part=image]');
  }

  get #hasDetails() {
    return this.show || this.progress;
  }

  /** The module for `show` and `progress`; not during hydration. */
  get #details() {
    return this.#hasDetails && !isTakingOver(this) ? detailsModule.loaded : undefined;
  }

  get #isReplaced() {
    return !isTakingOver(this) && this.#hasSlots && this.querySelector(':scope > [slot=content]');
  }

  /** Whether the page has content for the slot `meta`. A server does not know that. */
  get #hasOwnMeta() {
    return isTakingOver(this) || (this.#hasSlots && this.querySelector(':scope > [slot=meta]'));
  }

  /** Delays content that needs `Intl` until after the first paint. */
  #awaitPaint() {
    this.#painted ??= afterFirstPaint()?.then(() => {
      this.#painted = undefined;
      this.requestUpdate();
    });
  }

  async #loadPreview() {
    if (this.#hasPreview) return;
    this.#hasPreview = true;
    try {
      this.#preview = await loadPreview(this);
    } catch (cause) {
      warnOnce(`preview could not be loaded: ${String(cause)}`);
    }
  }

  #setCover(url: string | undefined, videoId = '') {
    const isSameVideo = !!videoId && videoId === this.#coverOf;
    this.#coverOf = videoId;
    if (url === this.#coverUrl) return;
    this.#coverUrl = url;
    // Usually the same picture with a new signature: the browser shows the old one until the new one has loaded.
    if (url && isSameVideo && this.#coverState === 'loaded') return;
    // Otherwise the previous picture would be visible until the next one has loaded.
    if (!isTakingOver(this)) this.#image?.classList.add('hidden');
    this.#showCover(url ? (isTakingOver(this) ? 'loaded' : 'loading') : 'missing');
    clearTimeout(this.#slowTimer);
    if (!url || isServer) return;
    // A WeakRef, so that the timer does not keep a removed card in memory.
    const self = new WeakRef(this);
    this.#slowTimer = setTimeout(() => {
      const card = self.deref();
      if (card && card.#coverState === 'loading') card.#showCover('slow');
    }, SLOW_AFTER);
  }

  /** Does not update the card, because covers load one after another and updates are expensive. */
  #showCover(state: CoverState) {
    this.#coverState = state;
    if (state === 'loaded') {
      this.#image?.classList.remove('hidden');
      callInBatch(() => this.#showCoverState());
      return;
    }
    if (state === 'broken') this.#image?.classList.add('hidden');
    this.#showCoverState();
  }

  #showCoverState() {
    showState(this.#internals, `cover-${this.#coverState}`);
  }

  #handleCoverEvent({type, target}: Event) {
    // The event is of the previous address if the next one is already loading.
    if (!(target as HTMLImageElement).complete) return;
    this.#showCover(type === 'load' ? 'loaded' : 'broken');
    if (type === 'load' || !this.language) return;
    // For the list only, so it is not composed.
    const failure = new Event('cover-error', {bubbles: true});
    this.dispatchEvent(failure);
  }

  #inSlot(name: string, content: unknown) {
    return this.#hasSlots ? html`<slot name=${name}>${content}</slot>` : content;
  }

  /** A focused option needs a name before its video has loaded. Text is a name that all screen readers announce. */
  #renderSkeleton() {
    const text = this.selectable ? this.#language.strings.loading : nothing;
    return html`
      <span part="thumbnail"></span>
      <span part="body" class="skeleton"><span class="spoken">${text}</span></span>
    `;
  }

  #renderCover() {
    const url = this.#coverUrl;
    return url
      ? html`<span part="placeholder"></span
          ><img
            part="image"
            src=${url}
            alt=""
            loading="lazy"
            decoding="async"
            @load=${this.#handleCoverEvent}
            @error=${this.#handleCoverEvent}
          />`
      : html`<span part="placeholder"></span>`;
  }

  #renderStates(video: Video) {
    const states = videoStates(video);
    if (states.length === 0) return nothing;
    const {strings} = this.#language;
    return html`<span part="states" aria-hidden="true">
      ${states.map((name) => html`<span class="chip" part="state ${name}">${strings.states[name]}</span>`)}
    </span>`;
  }

  /** Hidden from screen readers, because the description contains it. */
  #renderBadge(best: Resolution) {
    const {badgeFormat: format, tiers} = this;
    const label = qualityLabel(best, {format, tiers, strings: this.#language.strings});
    if (!label) return nothing;
    const isLive = best.clarity === 'live-recording';
    return html`<span part="badge badge-base" class="chip" aria-hidden="true"
      >${isLive ? html`<span part="badge-live"></span>${label}` : label}</span
    >`;
  }

  #renderDuration({durationSeconds}: Video) {
    if (!durationSeconds) return nothing;
    return html`<time
      part="duration"
      class="chip"
      aria-hidden="true"
      datetime="PT${Math.round(durationSeconds)}S"
      >${formatDuration(durationSeconds, this.#language.tag)}</time
    >`;
  }

  #renderCheck() {
    return html`<span part="check" aria-hidden="true">${this.selected ? '✓' : nothing}</span>`;
  }

  #renderHeading(video: Video) {
    const {headingLevel: level = 0} = this;
    const link = this.#renderLink(video);
    return level >= 2 && level <= 6 && !this.selectable
      ? html`<span part="heading" role="heading" aria-level=${level}>${link}</span>`
      : link;
  }

  #renderLink({title}: Video) {
    const text = title || this.#language.strings.untitled;
    if (this.selectable) {
      return html`<span part="link"><span part="title" dir="auto">${text}</span></span>`;
    }
    const current = this.selected ? 'true' : nothing;
    const href = pageUrl(this.href, this.baseURI);
    return href && !this.blocked
      ? html`<a
          part="link"
          href=${href}
          aria-current=${current}
          aria-describedby="details"
          @click=${this.#pick}
          ><span part="title" dir="auto">${text}</span></a
        >`
      : html`<button
          part="link"
          type="button"
          aria-current=${current}
          aria-disabled=${this.blocked ? 'true' : nothing}
          aria-describedby="details"
          @click=${this.#pick}
        >
          <span part="title" dir="auto">${text}</span>
        </button>`;
  }

  /** With `show`, empty until its module has loaded. The space is reserved. */
  #renderMeta(video: Video) {
    const details = this.#details?.renderDetails(this, video, this.#language.current);
    return details ?? (this.show ? nothing : videoDate(video, this.#language.current));
  }

  #pick(click: MouseEvent) {
    const video = this.shownVideo;
    if (!video || this.blocked || (this.href && opensElsewhere(click))) return;
    const {index} = this;
    const event = new VideoSelectEvent({video, index, trigger: selectTrigger(click)});
    if (!this.dispatchEvent(event) || this.plays) click.preventDefault();
  }
}

function bestOf({resolutions = []}: Video): Resolution {
  return bestResolution(resolutions) ?? {};
}
