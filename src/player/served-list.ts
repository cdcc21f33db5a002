import type {VideoListElement} from '../elements/video-list/video-list.js';
import {warnOnce} from '../internal/warn-once.js';
import type {VideoPlayerElement} from './video-player.js';

/**
 * The list that a player is for: it plays what is picked there. The list may come into the document later than the player,
 * and another one may take its place and its id.
 */
export class ServedList {
  readonly #player: VideoPlayerElement;
  #list: VideoListElement | undefined;
  #changes: MutationObserver | undefined;

  constructor(player: VideoPlayerElement) {
    this.#player = player;
  }

  /** Looks for the list that the player names now, and goes on looking. */
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
