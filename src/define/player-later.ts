/** Fetches the player for pages that have a `<video-player>` when they have been read. */
import {defineElement} from '../internal/define-element.js';
import {loadPlayer} from '../player/load.js';

const look = async () => {
  if (!document.querySelector('video-player')) return;
  const {VideoPlayerElement} = await loadPlayer();
  defineElement('video-player', VideoPlayerElement);
};

if (globalThis.document?.readyState === 'loading') {
  addEventListener('DOMContentLoaded', () => void look());
} else if (globalThis.document) void look();
