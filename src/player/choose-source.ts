import type {Clarity} from '../model/clarity.js';
import {shortSide} from '../model/resolution.js';
import type {Video} from '../model/video.js';
import type {PlaySource} from './sources.js';

/** Conditions for the choice of a source. */
export interface Surroundings {
  /** Height of the player in device pixels. */
  readonly height: number;
  readonly isMobile: boolean;
  /** Whether the user wants to save data. */
  readonly savesData: boolean;
  /** The quality that the user has selected; undefined for automatic. */
  readonly quality: Clarity | undefined;
}

/** Usual heights of the vendor's qualities in pixels, for videos whose files it does not list. */
const HEIGHTS: Partial<Record<Clarity, number>> = {
  fluent: 360,
  low: 480,
  standard: 540,
  high: 720,
  super: 1080,
  original: 2160,
};

/** The qualities of a video, best first, without duplicates. */
export function qualitiesOf(sources: readonly PlaySource[]): Clarity[] {
  return [...new Set(sources.map(({quality}) => quality))].sort(
    (a, b) => usualHeight(b) - usualHeight(a),
  );
}

/**
 * Sorts sources by the order in which they are tried: the selected quality, otherwise the smallest one that fills the
 * player; then the nearest others. Within a quality, sources for this kind of device come first.
 */
export function inOrderOfChoice(
  sources: readonly PlaySource[],
  video: Video,
  {height, isMobile, savesData, quality}: Surroundings,
): PlaySource[] {
  const heightOf = (source: PlaySource) => knownHeight(video, source.quality);
  const wanted = savesData ? 0 : height;
  const distance = (source: PlaySource) => {
    if (source.quality === quality) return -1;
    const difference = heightOf(source) - (quality ? knownHeight(video, quality) : wanted);
    // A picture that is too small is worse than one that is too large.
    return difference < 0 ? 10_000 - difference : difference;
  };
  const device = isMobile ? 'mobile' : 'PC';
  const strangeness = (source: PlaySource) => (source.device === device ? 0 : 1);
  return [...sources].sort((a, b) => distance(a) - distance(b) || strangeness(a) - strangeness(b));
}

function knownHeight({resolutions}: Video, quality: Clarity): number {
  const file = resolutions?.find(({clarity}) => clarity === quality);
  return (file && shortSide(file)) || usualHeight(quality);
}

function usualHeight(quality: Clarity): number {
  return HEIGHTS[quality] ?? 0;
}
