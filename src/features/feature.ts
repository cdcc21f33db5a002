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

/** What the page has set. */
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

/** The cards that are in the document, and the way to others. */
export interface Cards {
  /** Resolves when the first cards are in the document. */
  readonly settled: Promise<unknown> | undefined;
  /** Cards beside each other. */
  readonly columns: number;
  /** Rows that fit into the view, at least one. */
  readonly rowsInView: number;
  /** Index of the first item that the user sees. */
  readonly firstInView: number;
  /** Scrolls to a card, which is made if need be. */
  reveal(index: number, position?: ScrollLogicalPosition): Promise<VideoCardElement | undefined>;
  /**
   * Scrolls so that the cover of a video is in view, by its id or its index, wherever it is.
   *
   * @returns Whether the list has it.
   */
  show?(target: string | number): Promise<boolean>;
  /** The card at an index, which is made if need be. */
  cardAt(index: number): VideoCardElement | undefined | Promise<VideoCardElement | undefined>;
  /** The list has left the document, or is being moved in it. */
  disconnected?(): void;
}

/** What a list hands to its features. */
export interface ListContext {
  /** The list itself, for the page's own functions. */
  readonly list: GalleryElement;
  readonly settings: ListSettings;
  readonly store: ListStore;
  readonly token: LinkToken;
  readonly selection: Selection;
  readonly view: ListView;
  readonly cards: Cards;
  /** What cards are told of the language. */
  readonly language: Language;
  /** All words, as the list speaks them. */
  readonly strings: Strings;
  /** The words of the page that name the list; empty for none. */
  readonly label: string;
  /** Whether the user may change nothing. */
  readonly isDisabled: boolean;
  /** Where the user was when they left; undefined for one who has not been here. */
  restored: SavedListState | undefined;
  /** How much of a video the user has watched, from 0 to 1. Set by the feature that remembers it. */
  progressOf?: ((video: Video) => number | undefined) | undefined;
  /** Why a video cannot be picked, in words. */
  readonly blockedReason: (video: Video) => string | undefined;
  readonly createCard: () => VideoCardElement;
  /** Hands a card its video and everything else. */
  readonly showCard: (card: VideoCardElement, item: CardItem) => void;
  /** Renders the list again. */
  readonly requestUpdate: () => void;
  /** Dispatches an event on the list; false if it was cancelled. */
  readonly dispatch: (event: Event) => boolean;
  /** Runs a request that the user waits for; resolves when its outcome is drawn and announced. */
  readonly run: (action: Action) => Promise<void>;
  /** Makes a task of the list, which runs only when it is told to. */
  readonly createTask: <Argument, Result>(
    task: (argument: Argument, signal: AbortSignal) => Promise<Result>,
  ) => Task<[Argument], Result>;
}

/** Where a feature can draw. */
export type Region = 'toolbar' | 'selection' | 'newItems' | 'backward' | 'forward' | 'empty';

/** Something that a list does only when it is wanted. It may come late, and is started and stopped again and again. */
export interface Feature {
  /** The list is in the document and wants the feature. */
  start?(): void;
  /** The list has left the document, or wants the feature no longer. */
  stop?(): void;
  /** Before each rendering of the list. */
  beforeUpdate?(): void;
  /** After each rendering. */
  updated?(): void;
  /** Events on the cards, and the card they happened on. */
  readonly on?: Readonly<Record<string, (event: never, card: VideoCardElement | null) => void>>;
  /** Templates, by where they stand. */
  readonly regions?: Partial<Record<Region, (strings: Strings) => unknown>>;
  /** What the status line says in place of the usual; undefined for nothing special. */
  status?(strings: Strings): string | undefined;
  /** The cards, where they are this feature's business. */
  readonly cards?: Cards;
}

/** The module of a feature. */
export interface FeatureModule {
  readonly install: (context: ListContext) => Feature;
}
