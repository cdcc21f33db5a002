import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {VideoImpressionEvent} from '../../elements/video-list/video-list.events.js';
import type {Feature, ListContext} from '../feature.js';

/** Milliseconds for which a card must be in view: the threshold for advertisements (MRC, viewable impressions). */
const DURATION = 1000;

/** Part of a card that must be in view; part of the view if the card is larger. */
const SHARE = 0.5;

/** Fires an event once for each video whose card was in view. */
export function install(context: ListContext): Feature {
  const impressions = new Impressions(context);
  return {
    start: () => impressions.start(),
    updated: () => impressions.updated(),
    stop: () => impressions.stop(),
  };
}

class Impressions {
  readonly #context: ListContext;
  /** Ids of reported videos. */
  readonly #announced = new Set<string>();
  readonly #inView = new Set<VideoCardElement>();
  readonly #timers = new Map<VideoCardElement, ReturnType<typeof setTimeout>>();
  #intersection: IntersectionObserver | undefined;
  #children: MutationObserver | undefined;
  #listening: AbortController | undefined;
  #grid: Element | null = null;

  constructor(context: ListContext) {
    this.#context = context;
  }

  start(): void {
    const {list} = this.#context;
    const view = list.ownerDocument.defaultView!;
    this.#intersection = new view.IntersectionObserver((entries) => this.#see(entries), {
      threshold: [0, SHARE / 2, SHARE, 1],
    });
    this.#children = new MutationObserver(() => this.#observe());
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    list.ownerDocument.addEventListener('visibilitychange', () => this.#look(), {signal});
  }

  stop(): void {
    this.#intersection?.disconnect();
    this.#children?.disconnect();
    this.#listening?.abort();
    this.#inView.clear();
    this.#grid = null;
    this.#look();
  }

  /** A card in view may show another video now, or have just got its first one. */
  updated(): void {
    const {grid} = this.#context.view;
    if (grid !== this.#grid) {
      this.#grid = grid;
      this.#children!.disconnect();
      if (grid) this.#children!.observe(grid, {childList: true});
      this.#observe();
    }
    this.#look();
  }

  #observe() {
    const cards = new Set(this.#context.view.drawnCards);
    for (const card of this.#inView) {
      if (cards.has(card)) continue;
      this.#intersection!.unobserve(card);
      this.#inView.delete(card);
    }
    for (const card of cards) this.#intersection!.observe(card);
    this.#look();
  }

  #see(entries: readonly IntersectionObserverEntry[]) {
    for (const entry of entries) {
      const {target, isIntersecting, intersectionRatio, intersectionRect, rootBounds} = entry;
      const card = target as VideoCardElement;
      const isLarge = rootBounds && intersectionRect.height >= SHARE * rootBounds.height;
      const isSeen = isIntersecting && (intersectionRatio >= SHARE || isLarge);
      if (isSeen && card.isConnected) this.#inView.add(card);
      else this.#inView.delete(card);
    }
    this.#look();
  }

  /** Starts and stops timers. Nothing counts as visible in a hidden tab. */
  #look() {
    const isHidden = this.#context.list.ownerDocument.hidden;
    for (const [card, timer] of this.#timers) {
      if (!isHidden && this.#inView.has(card)) continue;
      clearTimeout(timer);
      this.#timers.delete(card);
    }
    if (!isHidden) for (const card of this.#inView) this.#time(card);
  }

  #time(card: VideoCardElement) {
    const {video} = card;
    if (!video || this.#announced.has(video.id) || this.#timers.has(card)) return;
    const end = () => {
      this.#timers.delete(card);
      // The card may have been reused for another video meanwhile.
      if (card.video?.id !== video.id) this.#time(card);
      else if (!this.#announced.has(video.id)) this.#announce(card);
    };
    this.#timers.set(card, setTimeout(end, DURATION));
  }

  #announce({video, index}: VideoCardElement) {
    this.#announced.add(video!.id);
    const event = new VideoImpressionEvent({video: video!, index});
    this.#context.dispatch(event);
  }
}
