/** Registers `<video-player>`, and exports its functions and types. A list with `play` loads the player itself. */
import {defineElement} from '../internal/define-element.js';
import {VideoPlayerElement} from '../player/video-player.js';

export {PlayFailure, type PlayFailureReason} from '../player/play-failure.js';
export {forgetPositions} from '../player/positions.js';
export * from '../player/video-player.events.js';
export {VideoPlayerElement} from '../player/video-player.js';

defineElement('video-player', VideoPlayerElement);

declare global {
  interface HTMLElementTagNameMap {
    'video-player': VideoPlayerElement;
  }
}
