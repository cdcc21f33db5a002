import {Task} from '@lit/task';
import {isServer, type ReactiveController} from 'lit';
import type {Action, Cards, ListContext, ListSettings} from '../../features/feature.js';
import {FeatureHost} from '../../features/feature-host.js';
import {VideoListError} from '../../data/video-list-error.js';
import {showState} from '../../internal/custom-states.js';
import {createOwn} from '../../internal/define-element.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import {words} from '../../internal/words.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import type {VideoPage} from '../../model/decode-video-page.js';
import {unplayableState, type Video} from '../../model/video.js';
import type {ListChange, ListState} from '../../store/list-state.js';
import {createSelection} from '../../store/selection.js';
import type {GalleryElement} from '../gallery-element.js';
import {LanguageController, type Language} from '../language-controller.js';
import {VideoCardElement} from '../video-card/video-card.js';
import {CardPainter} from './card-painter.js';
import {FirstCards} from './first-cards.js';
import {FormControl} from './form-control.js';
import {ListAnnouncer} from './list-announcer.js';
import {LinkToken} from './link-token.js';
import {requestOf} from './list-request.js';
import {nameOf} from './list-name.js';
import {ListView} from './list-view.js';
import type {SavedListState, HistoryRouter} from './page-history.js';
import {restoreSavedState} from './restore-saved-state.js';
import {storeOf} from './store-properties.js';

/** The part of the list that its controller needs. */
interface ListHost extends GalleryElement, ListSettings {
  readonly disabled: boolean;
  /** Resolves when the list has been rendered, even if some of its features are still loading. */
  readonly drawn: Promise<unknown>;
  readonly initialPage?: VideoPage | undefined;
}

/** Connects the store, the view and the features of a list, and calls them in order. */
export class ListController implements ListContext, ReactiveController {
  readonly list: ListHost;
  readonly settings: ListSettings;
  readonly store;
  readonly selection;
  readonly view: ListView;
  readonly form: FormControl;
  readonly painter: CardPainter = new CardPainter(this);
  readonly features = new FeatureHost(this);
  readonly token: LinkToken;
  readonly showCard: ListContext['showCard'] = this.painter.show;
  progressOf: ListContext['progressOf'];
  /** The saved position of the user. */
  restored: SavedListState | undefined;

  readonly #internals: ElementInternals;
  readonly #language: LanguageController;
  readonly #announcer: ListAnnouncer;
  readonly #firstCards = new FirstCards(this);
  readonly #requests: Task<[Action], unknown>;
  #selected: unknown;
  /** The router that the position has been read from. */
  #router: HistoryRouter | undefined;
  #hasLeft = false;

  constructor(list: ListHost, internals: ElementInternals) {
    this.list = this.settings = list;
    this.#internals = internals;
    this.store = storeOf(list);
    this.token = new LinkToken(list);
    this.selection = createSelection(this.store);
    this.view = new ListView(this);
    this.form = new FormControl(this, internals);
    this.#language = new LanguageController(list);
    this.#announcer = new ListAnnouncer(list);
    this.#requests = this.createTask((action: Action, signal) => action({signal}));
    this.store.subscribe(this.#follow);
    list.addController(this);
  }

  get cards(): Cards {
    return this.features.cards ?? this.#firstCards;
  }

  get strings(): Strings {
    return this.#language.strings;
  }

  get language(): Language {
    return this.#language.current;
  }

  get label(): string {
    const {list} = this;
    if (isTakingOver(list)) return list.getAttribute('aria-label') ?? '';
    return nameOf(list, this.#internals.labels);
  }

  get isDisabled(): boolean {
    const {list} = this;
    return isTakingOver(list) ? list.disabled : list.matches(':disabled');
  }

  readonly blockedReason = (video: Video): string | undefined => {
    const state = this.settings.playableOnly && unplayableState(video);
    if (!state) return undefined;
    const {strings} = this;
    return formatPhrase(strings, strings.blocked, {state: strings.states[state]});
  };

  readonly createCard = (): VideoCardElement => createOwn('video-card', VideoCardElement);

  readonly requestUpdate = (): void => {
    this.list.requestUpdate();
  };

  readonly dispatch = (event: Event): boolean => this.list.dispatchEvent(event);

  readonly run = async (action: Action): Promise<void> => {
    this.configure();
    await this.#requests.run([action]);
    await this.#announcer.settled;
  };

  readonly goOn =
    (action: Action): Action =>
    async (options) => {
      const {features, store} = this;
      const arrival = features.fetch('longList');
      if (arrival) await arrival;
      if (!features.hasFailed('longList')) return action(options);
      const error = new VideoListError(
        'network',
        'The script for more videos could not be loaded.',
        {},
      );
      return store.fail(error, async (options) => void (await this.goOn(action)(options)));
    };

  readonly createTask = <Argument, Result>(
    task: (argument: Argument, signal: AbortSignal) => Promise<Result>,
  ): Task<[Argument], Result> =>
    new Task<[Argument], Result>(this.list, {
      autoRun: false,
      task: ([argument], {signal}) => task(argument, signal),
    });

  /** Passes the settings of the page to the store. Call it before anything that depends on them. */
  configure(): void {
    const {list, store} = this;
    const {videos, paging, autoPages, initialPage} = list;
    const request = requestOf(list, list.baseURI);
    store.configure({request: request && this.token.guard(request), videos, paging, autoPages});
    if (initialPage) store.setInitialPage(initialPage);
    const {selection: mode, max, defaultValue} = list;
    this.selection.configure({mode, max, defaultIds: words(defaultValue)});
  }

  /** Called before each rendering, also on a server. */
  prepare(): void {
    this.#restore();
    this.configure();
    this.features.check(isServer || this.list.isConnected);
    showState(this.#internals, this.store.state.phase);
  }

  hostConnected(): void {
    if (this.#hasLeft && !this.store.needsLoad) void this.refresh();
    this.#hasLeft = false;
    this.requestUpdate();
  }

  /** Called after `moveBefore`, which does not disconnect the list. */
  moved(): void {
    this.#language.hostConnected();
  }

  hostDisconnected(): void {
    this.features.cards?.disconnected?.();
    // In a microtask: if the list is only moved, it is connected again then.
    queueMicrotask(() => {
      this.#hasLeft = !this.list.isConnected;
      if (!this.#hasLeft) return;
      this.#requests.abort();
      this.store.abort();
      this.features.check(false);
    });
  }

  hostUpdate(): void {
    this.features.beforeUpdate();
  }

  hostUpdated(): void {
    // No request during hydration, nor before the module that restores further pages has loaded.
    const {store, list, features} = this;
    const isWaiting =
      isTakingOver(list) ||
      (this.restored && features.isComing('longList')) ||
      (typeof list.history === 'string' && features.isComing('history'));
    if (store.needsLoad && list.isConnected && !isWaiting) {
      void this.run((options) => store.load(options));
    }
    if (!features.cards) this.#firstCards.updated();
    features.updated();
    this.form.updated();
  }

  /** Also loads failed covers again, from the same address. */
  async refresh(): Promise<void> {
    await this.run((options) => this.store.refresh(options));
    for (const card of this.view.drawnCards) card.retryCover();
  }

  async loadMore(): Promise<void> {
    if (this.store.state.isPending) return;
    await this.run(this.goOn((options) => this.store.loadMore(options)));
  }

  /** Scrolls to a video, by its id or its index. Without the module for long lists, only the first page is known. */
  async scrollTo(target: string | number): Promise<boolean> {
    await this.features.fetch('longList')?.then(() => this.list.drawn);
    const {cards} = this;
    if (cards.show) return cards.show(target);
    const index = typeof target === 'string' ? this.store.state.items.indexOf(target) : target;
    return !!(await cards.reveal(index));
  }

  /** With a selection, focuses the grid, which passes the focus to an option. */
  async focus(): Promise<void> {
    const {cards, selection, view} = this;
    if (selection.isOn) view.grid?.focus({preventScroll: true});
    else (await cards.reveal(cards.firstInView))?.focus();
  }

  selectAll(): void {
    this.configure();
    const {selection, store, blockedReason} = this;
    if (!selection.isMultiple) return;
    const others = store.state.items.loaded.filter(
      (video) => !selection.has(video.id) && !blockedReason(video),
    );
    selection.set([...selection.videos, ...others.slice(0, Math.max(selection.room, 0))]);
  }

  #follow = ({selection}: ListState, change?: ListChange) => {
    // Before the event is fired, because a listener may submit the form.
    if (selection.videos !== this.#selected) this.form.sync();
    this.#selected = selection.videos;
    if (change) this.#announcer.announce(change);
    this.requestUpdate();
  };

  #restore() {
    const {history} = this.settings;
    // `history="url"` is handled by the module `history`.
    if (!history || typeof history === 'string' || history === this.#router) return;
    if (isTakingOver(this.list) || !this.list.isConnected) return;
    this.#router = history;
    this.restored = restoreSavedState(this, history);
  }
}
