import {clarities, type Clarity} from './clarity.js';

/** The device that a file was made for. */
export type Device = 'source' | 'pc' | 'mobile' | 'unknown';

/** One file of a video. */
export interface Resolution {
  /** Width of the picture in pixels. */
  readonly width?: number | undefined;
  /** Height of the picture in pixels. */
  readonly height?: number | undefined;
  /** Size of the file in bytes. */
  readonly sizeBytes?: number | undefined;
  /** The vendor's name of the quality. */
  readonly clarity?: Clarity | undefined;
  /** The device that the file was made for. */
  readonly device?: Device | undefined;
}

/** A name of a picture size, and the shorter side from which it applies. */
export interface QualityTier {
  /** What the chip shows, such as `Full HD`. */
  readonly label: string;
  /** Minimum length of the shorter side, in pixels. */
  readonly minShortSide: number;
}

/** The default names of picture sizes, largest first. */
export const defaultTiers: readonly QualityTier[] = [
  {label: '8K', minShortSide: 4320},
  {label: '4K', minShortSide: 2160},
  {label: '1440p', minShortSide: 1440},
  {label: 'Full HD', minShortSide: 1080},
  {label: 'HD', minShortSide: 720},
  {label: 'SD', minShortSide: 1},
];

/** Length of the shorter side in pixels, which is the same for portrait and landscape; 0 if unknown. */
export function shortSide({width = 0, height = 0}: Resolution): number {
  return Math.min(width, height) || Math.max(width, height);
}

/** The best file of a video: the most pixels, or the best clarity if no size is known. */
export function bestResolution(resolutions: readonly Resolution[]): Resolution | undefined {
  return [...resolutions].sort((a, b) => score(b) - score(a))[0];
}

/** Whether the picture is higher than wide. */
export function isPortrait({width = 0, height = 0}: Resolution): boolean {
  return height > width;
}

/** The highest tier of a resolution; undefined without a size in pixels, or below all tiers. */
export function tierOf(
  resolution: Resolution,
  tiers: readonly QualityTier[] | null | undefined,
): QualityTier | undefined {
  const side = shortSide(resolution);
  return side ? (tiers ?? defaultTiers).find((tier) => side >= tier.minShortSide) : undefined;
}

/** Compares the short side, then the long side, then the clarity. Assumes sides below 100,000 pixels. */
function score(resolution: Resolution): number {
  const {width = 0, height = 0, clarity = 'unknown'} = resolution;
  const longSide = Math.max(width, height);
  return (shortSide(resolution) * 1e5 + longSide) * 10 + clarities.indexOf(clarity);
}
