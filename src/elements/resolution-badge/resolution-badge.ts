import {html, nothing, type PropertyDeclarations, type TemplateResult} from 'lit';
import {themeStyles} from '../../internal/theme.styles.js';
import {parseClarity} from '../../model/clarity.js';
import {
  bestResolution,
  defaultTiers,
  type QualityTier,
  type Resolution,
} from '../../model/resolution.js';
import type {StringOverrides} from '../../languages/strings.js';
import {GalleryElement} from '../gallery-element.js';
import {LanguageController} from '../language-controller.js';
import {qualityLabel, spokenQuality, type BadgeFormat} from './quality-label.js';
import {styles} from './resolution-badge.styles.js';

/**
 * A chip with the quality of a video, determined by the shorter side of its best file. Empty if the quality is unknown.
 *
 * @tag resolution-badge
 * @csspart base - The chip.
 * @csspart live - The circle of a live recording.
 * @cssprop [--resolution-badge-live-color=currentcolor] - Colour of the circle of a live recording.
 * @cssprop [--video-gallery-chip-background=rgb(15 17 21 / 0.82)] - Colour behind a chip.
 * @cssprop [--video-gallery-chip-color=#fff] - Colour of a chip's text.
 * @cssprop [--video-gallery-chip-radius=0.4em] - Corner radius of a chip.
 * @cssprop [--video-gallery-chip-padding=0.15em 0.45em] - Space inside a chip.
 * @cssprop [--video-gallery-chip-font=600 0.75rem/1.4 system-ui, sans-serif] - The `font` shorthand of a chip.
 */
export class ResolutionBadgeElement extends GalleryElement {
  static override styles = [themeStyles, styles];
  static override properties: PropertyDeclarations = {
    width: {type: Number},
    height: {type: Number},
    clarity: {},
    resolutions: {attribute: false},
    format: {},
    tiers: {attribute: false},
    strings: {attribute: false},
  };

  /** Width of the picture in pixels. */
  width?: number;

  /** Height of the picture in pixels. */
  height?: number;

  /**
   * The vendor's quality, used if no pixel size is known: a name (`fluent`, `low`, `standard`, `high`,
   * `super`, `original`, `live-recording`) or the number of the upload callback (1 to 5, -99).
   */
  clarity = '';

  /** All files of a video; the best one is shown. Overrides `width`, `height` and `clarity`. */
  resolutions?: readonly Resolution[];

  /** What the chip shows: `tier` (Full HD), `height` (1080p) or the vendor's `clarity`. */
  format: BadgeFormat = 'tier';

  /** Names of picture sizes, each with the minimum length of the shorter side in pixels. */
  tiers: readonly QualityTier[] = defaultTiers;

  /** Texts that replace built-in texts. */
  strings?: StringOverrides;

  readonly #language = new LanguageController(this);

  /** The language may change by a move. @internal */
  override connectedMoveCallback(): void {
    this.#language.update();
  }

  protected override render(): TemplateResult | typeof nothing {
    const resolution = bestResolution(this.resolutions ?? [this.#ownResolution]);
    if (!resolution) return nothing;
    const {format, tiers} = this;
    const options = {format, tiers, strings: this.#language.strings};
    const label = qualityLabel(resolution, options);
    if (!label) return nothing;
    const isLive = resolution.clarity === 'live-recording';
    return html`
      <span part="base" class="chip" role="img" aria-label=${spokenQuality(resolution, options)}>
        ${isLive ? html`<span part="live"></span>` : nothing}${label}
      </span>
    `;
  }

  get #ownResolution(): Resolution {
    return {width: this.width, height: this.height, clarity: parseClarity(this.clarity)};
  }
}
