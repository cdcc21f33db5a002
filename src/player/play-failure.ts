import type {PlayFailureReason} from '../model/play-failure-reason.js';

export type {PlayFailureReason};

/** Why a video cannot be played. `message` is an English sentence for the author of the page. */
export class PlayFailure extends Error {
  override readonly name = 'PlayFailure';
  /** Why it cannot be played; see `docs/player.md`. Stays the same between versions. */
  readonly reason: PlayFailureReason;

  constructor(reason: PlayFailureReason, message: string, cause?: unknown) {
    super(message, {cause});
    this.reason = reason;
  }
}
