import type {VideoCardElement} from '../elements/video-card/video-card.js';
import type {ListContext} from './feature.js';

/** An event on the cards, and the card it happened on. */
type Handler = (event: Event, card: VideoCardElement | null) => void;

/** Whether an event is for a feature. */
export type Keeper = (event: Event, card: VideoCardElement | null) => boolean;

/** An event that waits, and the video of the card it happened on. */
interface Kept {
  readonly event: Event;
  readonly id: string | undefined;
}

/** What a user has done on the cards before the feature for it was there. */
export class EarlyEvents {
  readonly #context: ListContext;
  readonly #handle: Handler;
  readonly #kept: Kept[] = [];
  #isReplaying = false;

  constructor(context: ListContext, handle: Handler) {
    this.#context = context;
    this.#handle = handle;
  }

  /** Handles an event, or keeps it while the feature is on its way that it is for. */
  handle(event: Event, card: VideoCardElement | null, keeper: Keeper | undefined): void {
    const isKept = keeper ? keeper(event, card) : this.#isReplaying;
    if (!isKept) {
      this.#handle(event, card);
      return;
    }
    if (event.type === 'keydown') event.preventDefault();
    this.#kept.push({event, id: card?.video?.id});
  }

  /** Hands over what was kept, in order: a key may move the focus to the card that the next one is for. */
  async replay(): Promise<void> {
    if (this.#isReplaying) return;
    this.#isReplaying = true;
    for (let next; (next = this.#kept.shift());) {
      if (this.#replayOne(next)) await new Promise((resolve) => setTimeout(resolve));
    }
    this.#isReplaying = false;
  }

  /** @returns whether there is still a card for it. */
  #replayOne({event, id}: Kept): boolean {
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
