/** Fetches the player when the page has a `<video-player>`: at once, or as soon as one is added. */
import {defineElement} from '../internal/define-element.js';
import {loadPlayer} from '../player/load.js';

/** Milliseconds between two looks at least: some pages change all the time. */
const INTERVAL = 100;

if (globalThis.document) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    timer = undefined;
    // An element of the page's own under this tag needs no player.
    if (!document.querySelector('video-player:not(:defined)')) return;
    void loadPlayer().then(({VideoPlayerElement}) => {
      changes.disconnect();
      defineElement('video-player', VideoPlayerElement);
    });
  };
  const changes = new MutationObserver(() => (timer ??= setTimeout(look, INTERVAL)));
  changes.observe(document, {childList: true, subtree: true});
  look();
}
