import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {isOn} from '../../internal/boolean-attribute.js';
import {showState} from '../../internal/custom-states.js';
import {formatDate, formatDuration, formatSpokenDuration} from '../../internal/format.js';
import {pageUrl} from '../../internal/page-url.js';
import {themeStyles} from '../../internal/theme.styles.js';
import {
  bestResolution,
  defaultTiers,
  isPortrait,
  type QualityTier,
  type Resolution,
} from '../../model/resolution.js';
import {videoStates, type Video, type VideoState} from '../../model/video.js';
import {spokenQuality, type BadgeFormat} from '../resolution-badge/quality-label.js';
import type {StringOverrides, Strings} from '../../languages/strings.js';
import {GalleryElement} from '../gallery-element.js';
import {LanguageController} from '../language-controller.js';
import {coverSource, type CoverState} from './cover.js';
import {PreviewController, type PreviewSource} from './preview-controller.js';
import {opensElsewhere, selectTrigger} from './select-trigger.js';
import {VideoSelectEvent} from './video-card.events.js';
import {styles} from './video-card.styles.js';
import {videoFromAttributes} from './video-from-attributes.js';

/** How a card is laid out: `list` has the cover beside title and date, everything else above them. */
export type CardLayout = 'grid' | 'list' | 'row';

/** Milliseconds after which a cover is slow. */
const PATIENCE = 10_000;

/**
 * One video as a card that can be picked: cover, duration, quality, state, title and date. With `href` it
 * is a link, without it a button.
 *
 * @tag video-card
 * @fires {VideoSelectEvent} video-select - The viewer picked this card. Bubbles, crosses shadow roots,
 *   cancelable: cancel it to keep the list from marking the card and the link from being followed.
 * @slot media - In place of the cover.
 * @slot badges - In place of the quality and the duration chip.
 * @slot meta - In place of the date.
 * @slot actions - Buttons and links of the page's own, below title and date. They can be used without picking
 *   the card.
 * @slot content - In place of everything that is drawn. The card can still be picked, and keeps its name.
 * @csspart thumbnail - The box around cover and chips.
 * @csspart image - The cover picture.
 * @csspart preview - The picture or the clip of a `preview`, while it is shown.
 * @csspart placeholder - The drawing that stands in for a cover that is not there.
 * @csspart states - The row of state chips.
 * @csspart state - A state chip; also carries the state's name: `failed`, `transcoding`,
 *   `not-transcoded`, `unavailable` or `encrypted`.
 * @csspart chips - The row of the quality and the duration chip.
 * @csspart badge - The quality chip's element.
 * @csspart badge-base - The quality chip inside it.
 * @csspart badge-live - The dot that marks a live recording inside it.
 * @csspart duration - The duration chip.
 * @csspart body - Title and date.
 * @csspart link - The link or button that spans the card; on an option neither, only its title.
 * @csspart heading - The heading around it, with `heading-level`.
 * @csspart check - The mark that shows whether an option is selected.
 * @csspart title - The title.
 * @csspart meta - The date.
 * @csspart actions - The row of what is in the slot `actions`.
 * @cssprop [--video-card-aspect-ratio=16 / 9] - Shape of the cover box.
 * @cssprop [--video-card-fit=cover] - How a landscape cover fills its box (`object-fit`).
 * @cssprop [--video-card-letterbox=#0f1115] - Colour beside a portrait cover.
 * @cssprop [--video-card-background=transparent] - Colour behind the card.
 * @cssprop [--video-card-padding=0] - Space around the content of the card.
 * @cssprop [--video-card-body-height=4.75rem] - Room for title and date, the same on every card.
 * @cssprop [--video-card-thumbnail-size=clamp(7rem, 36%, 15rem)] - Width of the cover box with `layout="list"`.
 * @cssprop [--video-card-gap=1rem] - Space between cover box and text with `layout="list"`.
 * @cssprop [--video-card-chip-inset=0.5rem] - Distance of the chips from the edge of the cover box; half of it where that is narrow.
 * @cssprop [--video-card-title-font=600 0.9375rem/1.35 system-ui, sans-serif] - The `font` shorthand of the title.
 * @cssprop [--video-card-check-size=1.75rem] - Width and height of the mark of an option.
 * @cssprop [--video-card-check-color=light-dark(#fff, #10131a)] - Colour of the tick on an option that is selected.
 * @cssprop [--video-card-blocked-opacity=0.45] - Opacity of the cover of a video that cannot be picked.
 * @cssprop [--video-card-failed-background=#b3261e] - Colour behind "Failed".
 * @cssprop [--video-card-transcoding-background=#1f5fbf] - Colour behind "Processing".
 * @cssprop [--video-gallery-color=light-dark(#16181d, #f2f3f5)] - Colour of the title.
 * @cssprop [--video-gallery-muted-color=light-dark(#5a6170, #a4abb8)] - Colour of the date and of the placeholder's drawing.
 * @cssprop [--video-gallery-accent=light-dark(#2256d6, #8fb1ff)] - Colour of selection and focus.
 * @cssprop [--video-gallery-placeholder=light-dark(#e6e8ee, #2a2e37)] - Colour of a cover box without a picture.
 * @cssprop [--video-gallery-radius=0.75rem] - Corner radius of the cover.
 * @cssprop [--video-gallery-ring-width=3px] - Thickness of focus and selection rings.
 * @cssprop [--video-gallery-font=400 0.875rem/1.4 system-ui, sans-serif] - The `font` shorthand of the date.
 * @cssprop [--video-gallery-chip-background=rgb(15 17 21 / 0.82)] - Colour behind a chip.
 * @cssprop [--video-gallery-chip-color=#fff] - Colour of a chip's text.
 * @cssprop [--video-gallery-chip-radius=0.4em] - Corner radius of a chip.
 * @cssprop [--video-gallery-chip-padding=0.15em 0.45em] - Space inside a chip.
 * @cssprop [--video-gallery-chip-font=600 0.75rem/1.4 system-ui, sans-serif] - The `font` shorthand of a chip.
 * @cssstate cover-missing - The video has no cover.
 * @cssstate cover-loading - The cover is on its way.
 * @cssstate cover-slow - The cover has been on its way for long.
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
    preview: {attribute: false},
    index: {type: Number},
    selected: {type: Boolean, converter: isOn, reflect: true},
    selectable: {reflect: true},
    blocked: {reflect: true},
    skeleton: {type: Boolean, converter: isOn},
    badgeFormat: {attribute: 'badge-format'},
    tiers: {attribute: false},
    strings: {attribute: false},
    coverState: {state: true},
  };

  /** The video to show. While it is unset, the plain attributes below describe one. */
  video?: Video;

  /** The vendor's id of the video. */
  videoId = '';

  /** The title. */
  heading = '';

  /** Address of the cover picture, relative to the page; `http:` or `https:`. */
  cover = '';

  /** Playing time in seconds. */
  duration?: number;

  /** Width of the picture in pixels. */
  width?: number;

  /** Height of the picture in pixels. */
  height?: number;

  /** The vendor's quality, for a video without a pixel size; see `<resolution-badge>`. */
  clarity = '';

  /** When it was uploaded: an ISO date, `2016-01-01 12:00:00` (GMT+8) or Unix seconds. */
  uploaded = '';

  /** `failed`, `transcoding`, `not-transcoded`, `unavailable`, `encrypted`, separated by spaces. */
  state = '';

  /** Where the card leads, relative to the page. Without it the card is a button. */
  href = '';

  /** Makes the title a heading of this level, 2 to 6. Without it the title is none. */
  headingLevel?: number;

  /** Whether the cover is beside title and date (`list`) or above them. */
  layout: CardLayout = 'grid';

  /**
   * Finds what is shown in place of the cover after the mouse, a pen or the focus of the keyboard has rested
   * on the card for 400 ms: `{frames: […]}`, pictures that are shown in turn, or `{clip: '…'}`, which plays
   * without sound; also as a promise. Never by touch, nor for those who want less motion or less data.
   */
  preview?: PreviewSource;

  /** The card's place in its list, from 0; reported with `video-select`. */
  index = -1;

  /** Whether this is the picked card, or one of them. */
  selected = false;

  /**
   * `single` or `multiple` for an option of a listbox: drawn with a mark, and neither link nor button. Role,
   * focus, picking and saying the `description` are the listbox's business.
   */
  selectable?: 'single' | 'multiple';

  /** Why the video cannot be picked, in words: shown in place of the date. Clicks then do nothing. */
  blocked?: string;

  /** Whether to draw an empty card of the same size, for a video that is on its way. */
  skeleton = false;

  /** What the quality chip shows: `tier`, `height` or `clarity`; see `<resolution-badge>`. */
  badgeFormat: BadgeFormat = 'tier';

  /** The names of picture sizes; see `<resolution-badge>`. */
  tiers: readonly QualityTier[] = defaultTiers;

  /** Words in place of the built-in ones. */
  strings?: StringOverrides;

  private coverState: CoverState = 'missing';

  readonly #internals = this.attachInternals();
  readonly #language = new LanguageController(this);
  readonly #preview = new PreviewController(this);
  #coverUrl: string | undefined;
  #awaitedUrl: string | undefined;
  #patience?: ReturnType<typeof setTimeout>;

  /** The video, from whichever of the two. @internal */
  get shownVideo(): Video | undefined {
    return this.video ?? videoFromAttributes(this, this.baseURI);
  }

  /** All that a list tells its card. @internal */
  set given(values: Partial<VideoCardElement>) {
    Object.assign(this, values);
  }

  /** All that the chips show, in words, for who does not see them; what an option is described by. */
  get description(): string {
    const video = this.shownVideo;
    if (!video) return '';
    const {strings} = this.#language;
    const {badgeFormat: format, tiers} = this;
    const {durationSeconds} = video;
    return [
      durationSeconds && formatSpokenDuration(durationSeconds, this.#language.tag),
      spokenQuality(bestOf(video), {format, tiers, strings}),
      this.#date(video),
      ...(this.blocked ? [this.blocked] : videoStates(video).map((name) => strings.states[name])),
    ]
      .filter(Boolean)
      .join(strings.separator);
  }

  /** Picks the card, as a click on it does. */
  override click() {
    const link = this.#link;
    if (link) link.click();
    else super.click();
  }

  override focus(options?: FocusOptions) {
    const link = this.#link;
    if (link) link.focus(options);
    else super.focus(options);
  }

  get #link() {
    return this.renderRoot.querySelector<HTMLElement>('a, button');
  }

  protected override willUpdate() {
    const coverUrl = coverSource(this.shownVideo?.coverUrl, this.baseURI);
    if (coverUrl !== this.#coverUrl) {
      this.#coverUrl = coverUrl;
      // What a server has drawn may have arrived before anybody listens for it.
      const state = this.isTakingOver ? 'loaded' : 'loading';
      this.coverState = coverUrl ? state : 'missing';
    }
    showState(this.#internals, `cover-${this.coverState}`);
  }

  protected override firstUpdated() {
    const cover = this.renderRoot.querySelector('img');
    const isBroken = this.isTakingOver && cover?.complete && !cover.naturalWidth;
    if (isBroken) this.coverState = 'broken';
    super.firstUpdated();
  }

  protected override updated() {
    if (this.#coverUrl === this.#awaitedUrl) return;
    this.#awaitedUrl = this.#coverUrl;
    clearTimeout(this.#patience);
    // A card that is gone must not be kept in memory for it.
    const self = new WeakRef(this);
    this.#patience = setTimeout(() => {
      const card = self.deref();
      if (card?.coverState === 'loading') card.coverState = 'slow';
    }, PATIENCE);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.skeleton) return this.#renderSkeleton();
    const video = this.shownVideo;
    if (!video) return nothing;
    const {strings} = this.#language;
    const states = videoStates(video);
    const best = bestOf(video);
    const shape = isPortrait(best) ? 'portrait' : '';
    // The name of an option is its text: the title alone. The rest is in its description.
    const isMute = this.selectable ? 'true' : nothing;
    return html`
      <slot name="content" @slotchange=${() => this.requestUpdate()}>
        <span part="thumbnail" aria-hidden=${isMute}>
          <slot name="media">${this.#renderCover(shape)}</slot>
          ${this.#preview.render(shape)} ${this.#renderStates(states, strings)}
          <span part="chips"><slot name="badges">${this.#renderBadges(video, best)}</slot></span>
        </span>
      </slot>
      <span part="body" class=${this.#isReplaced ? 'replaced' : ''}>
        ${this.#renderHeading(video, strings)}
        <span part="meta" aria-hidden=${isMute}>
          ${this.blocked || html`<slot name="meta">${this.#date(video)}</slot>`}
        </span>
        <span id="details" hidden>${this.description}</span>
      </span>
      ${
        // An option may hold nothing to press.
        this.selectable
          ? html`<span part="check" aria-hidden="true">${this.selected ? '✓' : nothing}</span>`
          : html`<slot name="actions" part="actions"></slot>`
      }
    `;
  }

  get #isReplaced() {
    return !this.isTakingOver && this.querySelector(':scope > [slot=content]');
  }

  #renderSkeleton() {
    return html`
      <span part="thumbnail"></span>
      <span part="body" class="skeleton"></span>
    `;
  }

  #renderCover(shape: string) {
    const {coverState} = this;
    const url = this.#coverUrl;
    return html`
      <span part="placeholder"></span>
      ${
        url
          ? html`<img
              part="image"
              class="${coverState} ${shape}"
              src=${url}
              alt=""
              loading="lazy"
              decoding="async"
              @load=${this.#settle}
              @error=${this.#settle}
            />`
          : nothing
      }
    `;
  }

  #renderStates(states: readonly VideoState[], strings: Strings) {
    if (states.length === 0) return nothing;
    return html`<span part="states">
      ${states.map((name) => html`<span class="chip" part="state ${name}">${strings.states[name]}</span>`)}
    </span>`;
  }

  #renderBadges(video: Video, best: Resolution) {
    return html`
      <resolution-badge
        part="badge"
        exportparts="base: badge-base, live: badge-live"
        .resolutions=${[best]}
        .format=${this.badgeFormat}
        .tiers=${this.tiers}
        .strings=${this.strings}
      ></resolution-badge>
      ${this.#renderDuration(video)}
    `;
  }

  #renderDuration({durationSeconds}: Video) {
    if (!durationSeconds) return nothing;
    return html`<time part="duration" class="chip" datetime="PT${Math.round(durationSeconds)}S"
      >${formatDuration(durationSeconds, this.#language.tag)}</time
    >`;
  }

  #renderHeading(video: Video, strings: Strings) {
    const {headingLevel: level = 0} = this;
    const link = this.#renderLink(video, strings);
    return level >= 2 && level <= 6 && !this.selectable
      ? html`<span part="heading" role="heading" aria-level=${level}>${link}</span>`
      : link;
  }

  #renderLink({title: text}: Video, strings: Strings) {
    const title = html`<span part="title" dir="auto">${text || strings.untitled}</span>`;
    if (this.selectable) return html`<span part="link">${title}</span>`;
    const current = this.selected ? 'true' : nothing;
    const href = pageUrl(this.href, this.baseURI);
    return href && !this.blocked
      ? html`<a
          part="link"
          href=${href}
          aria-current=${current}
          aria-describedby="details"
          @click=${this.#pick}
          >${title}</a
        >`
      : html`<button
          part="link"
          type="button"
          aria-current=${current}
          aria-disabled=${this.blocked ? 'true' : nothing}
          aria-describedby="details"
          @click=${this.#pick}
        >
          ${title}
        </button>`;
  }

  #date({createdAtMs, uploadedAtMs}: Video) {
    const time = createdAtMs ?? uploadedAtMs;
    return time === undefined ? '' : formatDate(time, this.#language.tag, this.#language.timeZone);
  }

  #pick(click: MouseEvent) {
    const video = this.shownVideo;
    if (!video || this.blocked || (this.href && opensElsewhere(click))) return;
    const {index} = this;
    const event = new VideoSelectEvent({video, index, trigger: selectTrigger(click)});
    if (!this.dispatchEvent(event)) click.preventDefault();
  }

  #settle({type}: Event) {
    this.coverState = type === 'load' ? 'loaded' : 'broken';
  }
}

function bestOf({resolutions = []}: Video): Resolution {
  return bestResolution(resolutions) ?? {};
}
