import {createOwn} from '../../internal/define-element.js';
import {warnOnce} from '../../internal/warn-once.js';
import type {Video} from '../../model/video.js';
import {loadPlayer, loadPositions} from '../../player/load.js';
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
  /** What the box has been made for. */
  #kind: unknown;
  /** The box, while its player is being fetched. */
  #coming: Promise<PlayerBox | undefined> | undefined;
  /** Whether the player asks where the list does. */
  #isServed = false;
  /** Id of the video that is played; empty for none. */
  #playing = '';
  #stepping: AbortController | undefined;
  #forgetProgress: (() => void) | undefined;

  constructor(context: ListContext) {
    this.#context = context;
  }

  start(): void {
    this.#watchProgress();
  }

  stop(): void {
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
    else this.#tell();
  }

  /** Shows the current video, or closes the player when there is none. */
  async #follow(id: string) {
    if (!id) {
      this.#hide();
      return;
    }
    const box = this.#box ?? (await (this.#coming ??= this.#createBox()));
    const {store, language} = this.#context;
    // Meanwhile another one may have been picked.
    if (!box || store.state.current !== id || this.#playing === id) return;
    const video = this.#videoOf(id);
    this.#playing = id;
    this.#tell();
    box.player.video = video;
    if (!video) box.player.videoId = id;
    box.open(video ?? {id, title: ''}, language.strings.player ?? {});
    if (this.#kind === 'dialog' && !this.#hasAddress) this.#back.open();
  }

  /** Whether another feature keeps what is played in the address, with its own entries in the history. */
  get #hasAddress() {
    return typeof this.#context.settings.history === 'string';
  }

  #videoOf(id: string): Video | undefined {
    const {items} = this.#context.store.state;
    return items.at(items.indexOf(id));
  }

  /** What the player knows of the list. */
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
    // A player of the page may have an address of its own.
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
      if (settings.play !== play) return undefined;
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

  /** The user has closed the player. */
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

  /** The focus goes to the card of what was played last. */
  async #focusCard(id: string) {
    const {cards, store} = this.#context;
    if (this.#playing) return;
    const index = store.state.items.indexOf(id);
    const card = index < 0 ? undefined : await cards.reveal(index);
    card?.focus({preventScroll: true});
    // What is drawn above it may have other heights than was expected.
    await new Promise(requestAnimationFrame);
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

  /** A page that listens to the list hears of it after this listener. */
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

  /** Cards show how much has been watched. */
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
    void loadPositions().then(({progressOf, onPositions}) => {
      if (isOver) return;
      const {requestUpdate} = this.#context;
      this.#context.progressOf = ({id}) => progressOf(id);
      this.#forgetProgress = onPositions(requestUpdate);
      requestUpdate();
    });
  }
}

/** The class of the players of lists. */
let ListPlayerElement: typeof VideoPlayerElement | undefined;

/** A class can have one tag only, and <video-player> is for the page: it may register it later, or have its own element there. */
async function createPlayer(): Promise<VideoPlayerElement> {
  const {VideoPlayerElement} = await loadPlayer();
  ListPlayerElement ??= class extends VideoPlayerElement {};
  return createOwn('video-player', ListPlayerElement);
}
