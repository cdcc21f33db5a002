import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {VideoImpressionEvent} from '../../elements/video-list/video-list.events.js';
import type {Feature, ListContext} from '../feature.js';

/** Milliseconds for which a card must be in view: the threshold for advertisements (MRC, viewable impressions). */
const DURATION = 1000;

/** Fraction of a card that must be in view. A card that covers this fraction of the view is enough, too. */
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
  readonly #reported = new Set<string>();
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
    this.#intersection = new view.IntersectionObserver((entries) => this.#onIntersection(entries), {
      threshold: [0, SHARE / 2, SHARE, 1],
    });
    this.#children = new MutationObserver(() => this.#observe());
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    list.ownerDocument.addEventListener('visibilitychange', () => this.#updateTimers(), {signal});
  }

  stop(): void {
    this.#intersection?.disconnect();
    this.#children?.disconnect();
    this.#listening?.abort();
    this.#inView.clear();
    this.#grid = null;
    this.#updateTimers();
  }

  /** A card in view may show another video now, or its first one. */
  updated(): void {
    const {grid} = this.#context.view;
    if (grid !== this.#grid) {
      this.#grid = grid;
      this.#children!.disconnect();
      if (grid) this.#children!.observe(grid, {childList: true});
      this.#observe();
    }
    this.#updateTimers();
  }

  #observe() {
    const cards = new Set(this.#context.view.drawnCards);
    for (const card of this.#inView) {
      if (cards.has(card)) continue;
      this.#intersection!.unobserve(card);
      this.#inView.delete(card);
    }
    for (const card of cards) this.#intersection!.observe(card);
    this.#updateTimers();
  }

  #onIntersection(entries: readonly IntersectionObserverEntry[]) {
    for (const entry of entries) {
      const {target, isIntersecting, intersectionRatio, intersectionRect, rootBounds} = entry;
      const card = target as VideoCardElement;
      const isLarge = rootBounds && intersectionRect.height >= SHARE * rootBounds.height;
      const isSeen = isIntersecting && (intersectionRatio >= SHARE || isLarge);
      if (isSeen && card.isConnected) this.#inView.add(card);
      else this.#inView.delete(card);
    }
    this.#updateTimers();
  }

  /** Starts and stops timers. Nothing counts as visible in a hidden tab. */
  #updateTimers() {
    const isHidden = this.#context.list.ownerDocument.hidden;
    for (const [card, timer] of this.#timers) {
      if (!isHidden && this.#inView.has(card)) continue;
      clearTimeout(timer);
      this.#timers.delete(card);
    }
    if (!isHidden) for (const card of this.#inView) this.#startTimer(card);
  }

  #startTimer(card: VideoCardElement) {
    const {video} = card;
    if (!video || this.#reported.has(video.id) || this.#timers.has(card)) return;
    const end = () => {
      this.#timers.delete(card);
      // The card may have been reused for another video meanwhile.
      if (card.video?.id !== video.id) this.#startTimer(card);
      else if (!this.#reported.has(video.id)) this.#report(card);
    };
    this.#timers.set(card, setTimeout(end, DURATION));
  }

  #report({video, index}: VideoCardElement) {
    this.#reported.add(video!.id);
    const event = new VideoImpressionEvent({video: video!, index});
    this.#context.dispatch(event);
  }
}
