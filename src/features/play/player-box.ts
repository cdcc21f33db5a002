import type {PlayerStrings} from '../../languages/strings.js';
import type {Video} from '../../model/video.js';
import type {VideoPlayerElement} from '../../player/video-player.js';

/** Where the player of a list stands. */
export interface PlayerBox {
  readonly player: VideoPlayerElement;
  /** Shows the player, with this video. */
  open(video: Video, strings: Partial<PlayerStrings>): void;
  /** Hides it. Does not call `closed`. */
  close(): void;
  /** Takes it out of the document. */
  remove(): void;
}

/** A player in a dialog above the page, or in a box above the cards, with a button that closes it. */
export function createBox(
  kind: 'dialog' | 'inline',
  player: VideoPlayerElement,
  root: ShadowRoot,
  closed: () => void,
): PlayerBox {
  const isDialog = kind === 'dialog';
  const box = document.createElement(isDialog ? 'dialog' : 'div');
  box.setAttribute('part', isDialog ? 'player-dialog' : 'player-inline');
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('part', 'player-close');
  button.textContent = '✕';
  button.addEventListener('click', closed);
  player.setAttribute('part', 'player');
  player.setAttribute('exportparts', EXPORTED_PARTS);
  box.append(button, player);
  if (isDialog) root.append(box);
  else root.prepend(box);
  box.addEventListener('cancel', (event) => {
    // The page decides by `current` when the dialog closes.
    event.preventDefault();
    closed();
  });
  box.addEventListener('click', ({target}) => {
    if (isDialog && target === box) closed();
  });
  box.addEventListener('keydown', (event) => {
    if (isDialog || (event as KeyboardEvent).key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    closed();
  });
  return {
    player,
    open({title}, {close = 'Close', player: name = ''}) {
      button.ariaLabel = button.title = close;
      box.ariaLabel = title || name;
      const isOpen = box instanceof HTMLDialogElement ? box.open : !box.hidden && box.isConnected;
      box.hidden = false;
      if (!(box instanceof HTMLDialogElement)) {
        box.scrollIntoView({block: 'nearest'});
        if (!isOpen || !box.matches(':focus-within')) player.focus({preventScroll: true});
      } else if (!isOpen) {
        box.showModal();
        player.focus();
      }
    },
    close() {
      if (box instanceof HTMLDialogElement) box.close();
      box.hidden = true;
    },
    remove: () => box.remove(),
  };
}

/** A player of the page's own stands where the page has put it. */
export function boxOf(player: VideoPlayerElement): PlayerBox {
  return {player, open: () => {}, close: () => {}, remove: () => {}};
}

/** What a page can style of a player in a list. */
const EXPORTED_PARTS = [
  'stage',
  'media',
  'failure',
  'retry',
  'up-next',
  'play-now',
  'cancel',
  'title',
  'description',
  'controls',
  'previous',
  'next',
  'quality',
]
  .map((name) => `${name}: player-${name}`)
  .join();
