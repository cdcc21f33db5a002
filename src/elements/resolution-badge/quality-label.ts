import {writeDigits} from '../../internal/format.js';
import {ownValue} from '../../internal/own-value.js';
import {shortSide, tierOf, type QualityTier, type Resolution} from '../../model/resolution.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';

/** What a quality chip shows: `tier` such as Full HD, `height` such as 1080p, or the vendor's `clarity`. */
export type BadgeFormat = 'tier' | 'height' | 'clarity';

/** Options of a quality label. */
export interface LabelOptions {
  readonly format: BadgeFormat;
  readonly tiers?: readonly QualityTier[] | null | undefined;
  readonly strings: Strings;
}

/** The text of the chip; empty if the quality is unknown. The size in pixels has priority over the clarity. */
export function qualityLabel(
  resolution: Resolution,
  {format, tiers, strings}: LabelOptions,
): string {
  const side = shortSide(resolution);
  const clarity = ownValue(strings.clarities, resolution.clarity ?? 'unknown') ?? '';
  if (format === 'clarity' && clarity) return clarity;
  if (format === 'height' && side) return `${side}p`;
  return tierOf(resolution, tiers)?.label ?? clarity;
}

/** The same for screen readers: "Quality: Full HD, 1920 by 1080 pixels, Live recording". */
export function spokenQuality(resolution: Resolution, options: LabelOptions): string {
  const {width, height, clarity} = resolution;
  const {strings} = options;
  const label = qualityLabel(resolution, options);
  const pixels = (side: number) => writeDigits(`${side}`, strings.language);
  const live = clarity === 'live-recording' && strings.clarities[clarity];
  return [
    label && formatPhrase(strings, strings.quality, {label}),
    width &&
      height &&
      formatPhrase(strings, strings.pixels, {width: pixels(width), height: pixels(height)}),
    live !== label && live,
  ]
    .filter(Boolean)
    .join(strings.separator);
}
