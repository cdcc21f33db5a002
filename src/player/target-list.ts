import type {VideoListElement} from '../elements/video-list/video-list.js';
import {warnOnce} from '../internal/warn-once.js';
import type {VideoPlayerElement} from './video-player.js';

/**
 * The list whose id is the `for` of a player: the player plays what the user picks there. The list may be added after the player,
 * and another list may get the id later.
 */
export class TargetList {
  readonly #player: VideoPlayerElement;
  #list: VideoListElement | undefined;
  #changes: MutationObserver | undefined;

  constructor(player: VideoPlayerElement) {
    this.#player = player;
  }

  /** Finds the list with the present `for`, now and after every change of the document. */
  connect(): void {
    this.disconnect();
    const {htmlFor, isConnected} = this.#player;
    if (!htmlFor || !isConnected) return;
    const root = this.#player.getRootNode();
    this.#changes = new MutationObserver(() => this.#find());
    this.#changes.observe(root, {childList: true, subtree: true, attributeFilter: ['id']});
    this.#find();
    if (!this.#list && document.readyState !== 'loading') {
      warnOnce(`<video-player for="${htmlFor}">: there is no element with this id yet.`);
    }
  }

  disconnect(): void {
    this.#changes?.disconnect();
    this.#serve(undefined);
  }

  #find() {
    const root = this.#player.getRootNode() as Document | ShadowRoot;
    this.#serve((root.getElementById?.(this.#player.htmlFor) as VideoListElement) ?? undefined);
  }

  #serve(list: VideoListElement | undefined) {
    if (list === this.#list) return;
    if (this.#list?.play === this.#player) this.#list.play = undefined;
    this.#list = list;
    if (list) list.play = this.#player;
  }
}
