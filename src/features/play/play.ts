import {nextFrame} from '../../internal/after-paint.js';
import {createOwn} from '../../internal/define-element.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {Video} from '../../model/video.js';
import {loadPlayer, loadPositions} from '../../player/load.js';
import type * as positions from '../../player/positions.js';
import type {VideoPlayerElement} from '../../player/video-player.js';
import type {VideoStepEvent} from '../../player/video-player.events.js';
import type {Feature, ListContext} from '../feature.js';
import {BackCloses} from './back-closes.js';
import {hasNeighbour, loadedNeighbour, neighbourOf} from './neighbours.js';
import {styles} from './play.styles.js';
import {boxOf, createBox, type PlayerBox} from './player-box.js';

/** Plays the current video of a list: in a dialog, above the cards, or in a player of the page. */
export function install(context: ListContext): Feature {
  return new Play(context);
}

class Play implements Feature {
  readonly #context: ListContext;
  readonly #back = new BackCloses(() => this.#close());
  #box: PlayerBox | undefined;
  /** The value of `play` for which the box was created. */
  #kind: unknown;
  /** The box, while its player is loading. */
  #coming: Promise<PlayerBox | undefined> | undefined;
  /** Whether the player uses the address of the list. */
  #isServed = false;
  /** Id of the playing video; empty for none. */
  #playing = '';
  #stepping: AbortController | undefined;
  #forgetProgress: (() => void) | undefined;
  #isStarted = false;

  constructor(context: ListContext) {
    this.#context = context;
  }

  start(): void {
    this.#isStarted = true;
    this.#back.start();
    this.#watchProgress();
  }

  stop(): void {
    this.#isStarted = false;
    this.#stepping?.abort();
    this.#stopProgress();
    this.#drop();
  }

  updated(): void {
    const {settings, store} = this.#context;
    if (this.#box && this.#kind !== settings.play) this.#drop();
    this.#watchProgress();
    const {current} = store.state;
    if (current !== this.#playing) void this.#follow(current);
    else {
      this.#tell();
      this.#box?.restore();
    }
  }

  /** Shows the current video, or closes the player when there is none. */
  async #follow(id: string) {
    if (!id) {
      this.#hide();
      return;
    }
    const box = this.#box ?? (await (this.#coming ??= this.#createBox()));
    const {store, language} = this.#context;
    // Another video may have been picked meanwhile.
    if (!box || store.state.current !== id || this.#playing === id) return;
    const video = this.#videoOf(id);
    this.#playing = id;
    this.#tell();
    box.player.video = video;
    if (!video) box.player.videoId = id;
    box.open(video ?? {id, title: ''}, language.strings.player ?? {});
    if (this.#kind === 'dialog' && !this.#hasAddress) void this.#back.open();
  }

  /** Whether `history="url"` keeps the playing video in the address, with its own history entries. */
  get #hasAddress() {
    return typeof this.#context.settings.history === 'string';
  }

  #videoOf(id: string): Video | undefined {
    const {items} = this.#context.store.state;
    return items.at(items.indexOf(id));
  }

  /** What the player gets from the list. */
  #tell() {
    const {settings, store, language} = this.#context;
    const {player} = this.#box ?? {};
    const {query, current} = store.state;
    if (!player || !current) return;
    Object.assign(player, {
      hasNext: hasNeighbour(store, current, 1),
      hasPrevious: hasNeighbour(store, current, -1),
      upNext: loadedNeighbour(store, current),
    });
    const isOwn = this.#kind !== player;
    if (isOwn) {
      const {autoplayNext, remember, strings, coverUrl} = settings;
      Object.assign(player, {lang: language.tag, autoplayNext, remember, strings, coverUrl});
    }
    // A player of the page may have its own address.
    if (!query || !(isOwn || this.#isServed || !player.src)) return;
    this.#isServed = true;
    const {url, fetcher, credentials, headers, timeout} = query;
    Object.assign(player, {src: url, fetcher, credentials, headers, timeout});
  }

  async #createBox(): Promise<PlayerBox | undefined> {
    const {list, settings, view, store} = this.#context;
    const {play} = settings;
    try {
      const isOwn = typeof play === 'object';
      const player = isOwn ? play : await createPlayer();
      // The list may have been removed while the player was loading.
      if (settings.play !== play || !this.#isStarted || !list.isConnected) return undefined;
      if (isOwn) {
        this.#box = boxOf(player);
      } else {
        list.addStyles(styles);
        const kind = play === 'inline' ? 'inline' : 'dialog';
        this.#box = createBox(kind, player, view.root, () => this.#close());
      }
      this.#kind = play;
      player.autoplay = true;
      player.addEventListener('video-step', this.#step);
      return this.#box;
    } catch (cause) {
      warnOnce(`The player could not be loaded: ${String(cause)}`);
      store.setCurrent('');
      return undefined;
    } finally {
      this.#coming = undefined;
    }
  }

  /** Called when the user has closed the player. */
  #close() {
    this.#context.store.setCurrent('');
  }

  #hide() {
    const last = this.#playing;
    this.#playing = '';
    this.#stepping?.abort();
    if (!this.#box) return;
    const {player} = this.#box;
    const hadFocus = this.#box.hasFocus();
    player.video = undefined;
    player.videoId = '';
    this.#box.close();
    const isBack = this.#back.close();
    if (hadFocus) void isBack.then(() => this.#focusCard(last));
  }

  /** Focuses the card of the last played video. */
  async #focusCard(id: string) {
    const {cards, store} = this.#context;
    if (this.#playing) return;
    const index = store.state.items.indexOf(id);
    const card = index < 0 ? undefined : await cards.reveal(index);
    card?.focus({preventScroll: true});
    // Content above the card may have changed its height.
    await nextFrame();
    card?.scrollIntoView({block: 'nearest'});
  }

  #drop() {
    if (!this.#box) return;
    const {player} = this.#box;
    player.removeEventListener('video-step', this.#step);
    player.video = undefined;
    this.#playing = '';
    this.#box.close();
    void this.#back.close();
    this.#box.remove();
    this.#box = undefined;
    if (this.#isServed) Object.assign(player, {src: '', fetcher: undefined, headers: {}});
    this.#isServed = false;
  }

  /** Listeners of the page on the list run after this one. */
  #step = (event: VideoStepEvent) => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#go(event.detail.step);
    });
  };

  async #go(step: 1 | -1) {
    const {store} = this.#context;
    this.#stepping?.abort();
    const {signal} = (this.#stepping = new AbortController());
    const {current} = store.state;
    const next = await neighbourOf(store, current, step, signal);
    if (next && !signal.aborted && store.state.current === current) store.setCurrent(next.id);
  }

  /** Shows the watched part on the cards. */
  #watchProgress() {
    if (!this.#context.settings.remember) this.#stopProgress();
    else if (!this.#forgetProgress) this.#startProgress();
  }

  #stopProgress() {
    if (!this.#forgetProgress) return;
    this.#forgetProgress();
    this.#forgetProgress = undefined;
    this.#context.progressOf = undefined;
    this.#context.requestUpdate();
  }

  #startProgress() {
    let isOver = false;
    this.#forgetProgress = () => (isOver = true);
    const start = ({progressOf, onPositions}: typeof positions) => {
      if (isOver) return;
      const {requestUpdate} = this.#context;
      this.#context.progressOf = ({id}) => progressOf(id);
      this.#forgetProgress = onPositions(requestUpdate);
      requestUpdate();
    };
    // The browser logs a module that could not be loaded. Cards then show no watched part.
    void loadPositions().then(start, () => {});
  }
}

/** The player class of lists. */
let ListPlayerElement: typeof VideoPlayerElement | undefined;

/**
 * A subclass, because a class can have only one tag, and <video-player> is reserved for the page, which may register it
 * later or use it for its own element.
 */
async function createPlayer(): Promise<VideoPlayerElement> {
  const {VideoPlayerElement} = await loadPlayer();
  ListPlayerElement ??= class extends VideoPlayerElement {};
  return createOwn('video-player', ListPlayerElement);
}
