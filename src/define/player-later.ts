/** Loads the player when the page contains a `<video-player>`: at once, or as soon as one is added. */
import {defineElement} from '../internal/define-element.js';
import {loadPlayer} from '../player/load.js';

/** Minimum interval of checks in milliseconds, because some pages change continuously. */
const INTERVAL = 100;

if (globalThis.document) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = () => {
    timer = undefined;
    // If the page has registered its own element for this tag, the player is not needed.
    if (!document.querySelector('video-player:not(:defined)')) return;
    void loadPlayer().then(({VideoPlayerElement}) => {
      changes.disconnect();
      defineElement('video-player', VideoPlayerElement);
    });
  };
  const changes = new MutationObserver(() => (timer ??= setTimeout(check, INTERVAL)));
  changes.observe(document, {childList: true, subtree: true});
  check();
}
