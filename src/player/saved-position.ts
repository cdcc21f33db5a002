import {loadPositions} from './load.js';
import type * as positions from './positions.js';

/** Milliseconds between two writes while a video plays. */
const INTERVAL = 5_000;

/** The playback position of one video, stored on this device for players with `remember`. */
export class SavedPosition {
  readonly #videoId: string;
  #positions: typeof positions | undefined;
  #savedAtMs = 0;

  constructor(videoId: string) {
    this.#videoId = videoId;
  }

  /** The stored position in seconds; 0 if there is none, or if it could not be loaded. */
  async load(): Promise<number> {
    this.#positions = await loadPositions().catch(() => undefined);
    return this.#positions?.positionOf(this.#videoId)?.seconds ?? 0;
  }

  /** Called at every `timeupdate`; writes every five seconds only. */
  saveSometimes(media: HTMLMediaElement): void {
    if (Date.now() - this.#savedAtMs > INTERVAL) this.save(media);
  }

  save({readyState, currentTime, duration}: HTMLMediaElement): void {
    // Before the metadata have loaded, `currentTime` does not belong to this video.
    if (readyState === 0) return;
    this.#savedAtMs = Date.now();
    this.#positions?.savePosition(this.#videoId, {seconds: currentTime, duration});
  }
}
