import type {VideoCardElement} from '../elements/video-card/video-card.js';
import type {ListContext} from './feature.js';

/** Handles an event on the cards. `card` is the card that it happened on. */
type Handler = (event: Event, card: VideoCardElement | null) => void;

/** Returns whether an event must wait for a feature. */
export type Keeper = (event: Event, card: VideoCardElement | null) => boolean;

/** A queued event, and the id of the video of its card. */
interface QueuedEvent {
  readonly event: Event;
  readonly id: string | undefined;
}

/** Queues events on the cards until the module of the feature that handles them has loaded. */
export class EarlyEvents {
  readonly #context: ListContext;
  readonly #handle: Handler;
  readonly #queue: QueuedEvent[] = [];
  #isReplaying = false;

  constructor(context: ListContext, handle: Handler) {
    this.#context = context;
    this.#handle = handle;
  }

  /** Handles an event, or queues it while the feature that handles it is loading. */
  handle(event: Event, card: VideoCardElement | null, keeper: Keeper | undefined): void {
    const mustWait = keeper ? keeper(event, card) : this.#isReplaying;
    if (!mustWait) {
      this.#handle(event, card);
      return;
    }
    if (event.type === 'keydown') event.preventDefault();
    this.#queue.push({event, id: card?.video?.id});
  }

  /** Handles the queued events in order. A key may move the focus to the card that the next event belongs to. */
  async replay(): Promise<void> {
    if (this.#isReplaying) return;
    this.#isReplaying = true;
    for (let next; (next = this.#queue.shift());) {
      if (this.#replayOne(next)) await new Promise((resolve) => setTimeout(resolve));
    }
    this.#isReplaying = false;
  }

  /** @returns Whether its card still exists. */
  #replayOne({event, id}: QueuedEvent): boolean {
    const {view} = this.#context;
    const {focused} = view;
    const isClick = event.type === 'click';
    const card = isClick
      ? view.drawnCards.find(({video}) => video && video.id === id)
      : focused?.closest<VideoCardElement>('[part=card]');
    if (isClick ? !card : !view.grid?.contains(focused)) return false;
    this.#handle(event, card ?? null);
    return true;
  }
}
