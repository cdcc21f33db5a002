import {loadPositions} from './load.js';
import type * as positions from './positions.js';

/** Milliseconds between two times that a position is kept. */
const INTERVAL = 5_000;

/** The position in one video, which is kept on this device for players that say `remember`. */
export class KeptPosition {
  readonly #videoId: string;
  #positions: typeof positions | undefined;
  #savedAtMs = 0;

  constructor(videoId: string) {
    this.#videoId = videoId;
  }

  /** Where the user has stopped, in seconds; 0 for the beginning. */
  async load(): Promise<number> {
    this.#positions = await loadPositions();
    return this.#positions.positionOf(this.#videoId)?.seconds ?? 0;
  }

  /** While a video is played: not each time. */
  saveSometimes(media: HTMLMediaElement): void {
    if (Date.now() - this.#savedAtMs > INTERVAL) this.save(media);
  }

  save({readyState, currentTime, duration}: HTMLMediaElement): void {
    // Before the media element knows the video, the position is not that of the video yet.
    if (readyState === 0) return;
    this.#savedAtMs = Date.now();
    this.#positions?.savePosition(this.#videoId, {seconds: currentTime, duration});
  }
}
