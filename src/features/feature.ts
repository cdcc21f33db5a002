import type {Task} from '@lit/task';
import type {VideoListElement} from '../elements/video-list/video-list.js';
import type {LinkToken} from '../elements/video-list/link-token.js';
import type {CardItem} from '../elements/video-list/card-item.js';
import type {GalleryElement} from '../elements/gallery-element.js';
import type {Language} from '../elements/language-controller.js';
import type {SavedListState} from '../elements/video-list/page-history.js';
import type {ListView} from '../elements/video-list/list-view.js';
import type {Strings} from '../languages/strings.js';
import type {Video} from '../model/video.js';
import type {ActionOptions} from '../store/list-state.js';
import type {ListStore} from '../store/list-store.js';
import type {Selection} from '../store/selection.js';
import type {VideoCardElement} from '../elements/video-card/video-card.js';

/** Settings of the page. */
export type ListSettings = Readonly<
  Pick<
    VideoListElement,
    | 'src'
    | 'method'
    | 'credentials'
    | 'headers'
    | 'timeout'
    | 'source'
    | 'fetcher'
    | 'pageSize'
    | 'paging'
    | 'autoPages'
    | 'videos'
    | 'toolbar'
    | 'locked'
    | 'categories'
    | 'history'
    | 'impressions'
    | 'live'
    | 'pollInterval'
    | 'selection'
    | 'max'
    | 'playableOnly'
    | 'defaultValue'
    | 'name'
    | 'required'
    | 'layout'
    | 'cardHref'
    | 'cardContent'
    | 'headingLevel'
    | 'coverUrl'
    | 'preview'
    | 'show'
    | 'play'
    | 'autoplayNext'
    | 'remember'
    | 'badgeFormat'
    | 'tiers'
    | 'strings'
  >
>;

/** A request that the user waits for. It aborts with its signal and never rejects. */
export type Action = (options: ActionOptions) => Promise<unknown>;

/** The cards in the document, and access to all others. */
export interface Cards {
  /** Resolves when the first cards are in the document. */
  readonly settled: Promise<unknown> | undefined;
  /** Number of columns. */
  readonly columns: number;
  /** Number of rows that fit into the view, at least one. */
  readonly rowsInView: number;
  /** Index of the first item in view. */
  readonly firstInView: number;
  /** Scrolls to a card, and creates it if necessary. */
  reveal(index: number, position?: ScrollLogicalPosition): Promise<VideoCardElement | undefined>;
  /**
   * Scrolls the cover of a video into view, by its id or its index.
   *
   * @returns Whether the list contains it.
   */
  show?(target: string | number): Promise<boolean>;
  /** The card at an index, created if necessary. */
  cardAt(index: number): VideoCardElement | undefined | Promise<VideoCardElement | undefined>;
  /** Called when the list has been removed from the document, or is being moved in it. */
  disconnected?(): void;
}

/** What a list provides to its features. */
export interface ListContext {
  /** The list itself, which is passed to functions of the page. */
  readonly list: GalleryElement;
  readonly settings: ListSettings;
  readonly store: ListStore;
  readonly token: LinkToken;
  readonly selection: Selection;
  readonly view: ListView;
  readonly cards: Cards;
  /** Language and texts for the cards. */
  readonly language: Language;
  /** All texts in the language of the list. */
  readonly strings: Strings;
  /** The name that the page gives to the list; empty for none. */
  readonly label: string;
  /** Whether the list is disabled. */
  readonly isDisabled: boolean;
  /** The saved position of the user; undefined at the first visit. */
  restored: SavedListState | undefined;
  /** How much of a video the user has watched, from 0 to 1. Set by the feature `play`. */
  progressOf?: ((video: Video) => number | undefined) | undefined;
  /** Why a video cannot be selected, as text. */
  readonly blockedReason: (video: Video) => string | undefined;
  readonly createCard: () => VideoCardElement;
  /** Sets all properties of a card. */
  readonly showCard: (card: VideoCardElement, item: CardItem) => void;
  /** Renders the list again. */
  readonly requestUpdate: () => void;
  /** Dispatches an event on the list; false if it was cancelled. */
  readonly dispatch: (event: Event) => boolean;
  /** Runs a request that the user waits for. Resolves when the result is rendered and its event has been fired. */
  readonly run: (action: Action) => Promise<void>;
  /** Creates a `Task` of the list. It runs only when `run()` is called. */
  readonly createTask: <Argument, Result>(
    task: (argument: Argument, signal: AbortSignal) => Promise<Result>,
  ) => Task<[Argument], Result>;
}

/** Regions that features can render into. */
export type Region = 'toolbar' | 'selection' | 'newItems' | 'backward' | 'forward' | 'empty';

/** An optional function of the list, which is loaded on demand. It can be started and stopped several times. */
export interface Feature {
  /** Called when the list is in the document and uses the feature. */
  start?(): void;
  /** Called when the list has been removed from the document, or no longer uses the feature. */
  stop?(): void;
  /** Before each rendering of the list. */
  beforeUpdate?(): void;
  /** After each rendering. */
  updated?(): void;
  /** Handlers of events on the cards, by event name. */
  readonly on?: Readonly<Record<string, (event: never, card: VideoCardElement | null) => void>>;
  /** Templates by region. */
  readonly regions?: Partial<Record<Region, (strings: Strings) => unknown>>;
  /** Text that replaces the usual status; undefined for none. */
  status?(strings: Strings): string | undefined;
  /** The cards, if this feature manages them. */
  readonly cards?: Cards;
}

/** The module of a feature. */
export interface FeatureModule {
  readonly install: (context: ListContext) => Feature;
}
