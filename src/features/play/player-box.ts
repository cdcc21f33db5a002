import type {PlayerStrings} from '../../languages/strings.js';
import type {Video} from '../../model/video.js';
import type {VideoPlayerElement} from '../../player/video-player.js';

/** Container of the player of a list. */
export interface PlayerBox {
  readonly player: VideoPlayerElement;
  /** Shows the player with a video. */
  open(video: Video, strings: Partial<PlayerStrings>): void;
  /** Call after each update of an open box: a dialog is not above the page any more when its list has been moved in the document. */
  restore(): void;
  /** Hides the player. Does not call `closed`. */
  close(): void;
  /** Whether the focus is inside, so that it would be lost when the player is hidden. */
  hasFocus(): boolean;
  /** Removes the closed box from the document. */
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
    // The dialog closes when `current` changes, so that the page can decide.
    event.preventDefault();
    // Some browsers also fire this for the key that leaves full screen.
    if (!document.fullscreenElement) closed();
  });
  // Only if the pointer was also pressed outside, not at the end of a text selection.
  let isFromOutside = true;
  box.addEventListener('pointerdown', (event) => {
    isFromOutside = isBeside(box, event as PointerEvent);
  });
  box.addEventListener('click', (event) => {
    const isOutside = event.target === box && isBeside(box, event as MouseEvent);
    if (isDialog && isFromOutside && isOutside) closed();
  });
  // The page stays where it is. The dialog itself can scroll, and the page can be zoomed.
  const holdPage = (event: Event) => {
    const {ctrlKey, touches} = event as WheelEvent & Partial<TouchEvent>;
    const isZoom = ctrlKey || (touches && touches.length > 1);
    const point = touches?.[0] ?? (event as WheelEvent);
    const isOutside = event.composedPath()[0] === box && isBeside(box, point);
    if (isOutside && !isZoom) event.preventDefault();
  };
  box.addEventListener('keydown', (event) => {
    const {key, defaultPrevented} = event as KeyboardEvent;
    // For a dialog, Escape fires "cancel".
    if (isDialog || key !== 'Escape' || defaultPrevented || document.fullscreenElement) {
      player.obeyKey(event as KeyboardEvent);
      return;
    }
    event.preventDefault();
    closed();
  });
  let isWanted = false;
  const restore = () => {
    if (!isWanted || !(box instanceof HTMLDialogElement)) return;
    if (!box.matches(':modal')) {
      box.close();
      box.showModal();
      player.focus();
    }
    // In a list that is not displayed, it would only make the page inert.
    if (!box.checkVisibility()) box.close();
  };
  // The list may be displayed or hidden later.
  const resized = new ResizeObserver(restore);
  return {
    player,
    restore,
    open({title}, {close = 'Close', player: name = ''}) {
      button.ariaLabel = button.title = close;
      box.ariaLabel = title || name;
      if (isDialog) {
        isWanted = true;
        restore();
        // Of the document, because Chromium does not wait for listeners of the dialog when the wheel turns over its backdrop.
        for (const type of MOVES) document.addEventListener(type, holdPage, {passive: false});
        resized.observe(root.host);
        return;
      }
      const isOpen = !box.hidden && box.isConnected;
      box.hidden = false;
      box.scrollIntoView({block: 'nearest'});
      if (!isOpen || !box.matches(':focus-within')) player.focus({preventScroll: true});
    },
    close() {
      isWanted = false;
      for (const type of MOVES) document.removeEventListener(type, holdPage);
      resized.disconnect();
      if (box instanceof HTMLDialogElement) box.close();
      else box.hidden = true;
    },
    hasFocus: () => isDialog || box.matches(':focus-within'),
    remove: () => box.remove(),
  };
}

/** Events that scroll a page. */
const MOVES = ['wheel', 'touchmove'];

/** Whether a point is on the backdrop of a dialog. */
function isBeside(box: Element, {clientX, clientY}: Pick<MouseEvent, 'clientX' | 'clientY'>) {
  const {left, right, top, bottom} = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}

/** The page's own player stays where it is. */
export function boxOf(player: VideoPlayerElement): PlayerBox {
  const nothing = () => {};
  const hasFocus = () => false;
  return {player, open: nothing, restore: nothing, close: nothing, hasFocus, remove: nothing};
}

/** Parts of a player in a list that a page can style. */
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
