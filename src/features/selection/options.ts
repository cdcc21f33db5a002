import {selectTrigger} from '../../elements/video-card/select-trigger.js';
import type {SelectTrigger} from '../../elements/video-card/video-card.events.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {isRightToLeft} from '../../internal/is-right-to-left.js';
import type {Picker} from '../../store/picker.js';
import type {ListContext} from '../feature.js';
import {TypeAhead} from './type-ahead.js';

/**
 * The cards as options of a listbox: keyboard and pointer (the listbox pattern of the ARIA Authoring Practices, with arrow
 * keys in both directions of the grid). All options are one tab stop: the grid gets the focus and passes it to the last
 * focused option, which may not have a card at that time.
 */
export class Options {
  readonly #context: ListContext;
  readonly #pickWith: (trigger: SelectTrigger) => Picker;
  readonly #typeAhead = new TypeAhead();
  /** The active item: its video, or its index while the video has not loaded. */
  #active: {readonly index: number; readonly id: string | undefined} | undefined;
  /** Title of a video that has loaded while its option had the focus. */
  #loadedTitle = '';
  /** Whether the last key has extended a range. */
  #isExtending = false;

  constructor(context: ListContext, pickWith: (trigger: SelectTrigger) => Picker) {
    this.#context = context;
    this.#pickWith = pickWith;
  }

  updated(): void {
    const isInside = !!this.#context.view.grid?.matches(':focus-within');
    this.#updateTabStop(isInside);
    if (isInside) this.#checkLoaded();
  }

  /**
   * Text about the focused option for the status line, because screen readers do not announce a name that changes while it
   * has the focus.
   */
  get status(): string | undefined {
    const {isPending, error} = this.#context.store.state;
    return (!isPending && !error && this.#loadedTitle) || undefined;
  }

  stop(): void {
    this.#context.view.grid?.removeAttribute('tabindex');
  }

  /** Focuses the active option, otherwise the selected one, otherwise the first one in view. */
  enter(): void {
    const {selection, cards} = this.#context;
    const last = this.#active && this.#activeIndex;
    const selected = selection.videos.map(({id}) => this.#items.indexOf(id));
    const index = last ?? selected.find((index) => index >= 0) ?? cards.firstInView;
    void this.#goTo(index);
  }

  readonly focusIn = (_: FocusEvent, option: VideoCardElement | null): void => {
    this.#updateTabStop(true);
    if (option) this.#active = {index: option.index, id: option.video?.id};
    else this.enter();
  };

  readonly focusOut = ({relatedTarget}: FocusEvent): void => {
    const isInside = !!this.#context.view.grid?.contains(relatedTarget as Node | null);
    this.#updateTabStop(isInside);
    if (!isInside) this.#loadedTitle = '';
  };

  readonly click = (click: MouseEvent, option: VideoCardElement | null): void => {
    if (!option || this.#context.isDisabled) return;
    void this.#pickWith(selectTrigger(click)).pick(option.index, {
      isRange: click.shiftKey,
      isToggle: click.ctrlKey || click.metaKey,
    });
  };

  readonly keyDown = (event: KeyboardEvent, option: VideoCardElement | null): void => {
    if (!option || this.#context.isDisabled || event.altKey || event.isComposing) return;
    const {selection} = this.#context;
    const picker = this.#pickWith('keyboard');
    const {index} = option;
    const {key, shiftKey, timeStamp} = event;
    const isControl = event.ctrlKey || event.metaKey;
    const to = this.#destination(key, index);
    const isSpace = key === ' ' && !this.#typeAhead.isTyping(timeStamp);
    const isLetter = key.length === 1 && !isControl;
    const gesture = {isRange: shiftKey, isToggle: isControl};
    if (to !== undefined) {
      if (shiftKey && !this.#isExtending) picker.startRangeAt(index);
      if (shiftKey && selection.isMultiple) void picker.pick(to, gesture);
      void this.#goTo(to);
    } else if (isSpace || key === 'Enter') {
      void picker.pick(index, gesture);
    } else if (isControl && key.toLowerCase() === 'a' && selection.isMultiple) {
      void picker.pickAll();
    } else if (key === 'Escape' && this.#context.store.state.selection.progress) {
      picker.stop();
    } else if (isLetter) {
      const {length} = this.#items;
      const titleAt = (at: number) => this.#items.at(at)?.title;
      const found = this.#typeAhead.type(key, timeStamp, index, {length, titleAt});
      if (found !== undefined) void this.#goTo(found);
    } else return;
    this.#isExtending = shiftKey && to !== undefined;
    event.preventDefault();
  };

  get #items() {
    return this.#context.store.state.items;
  }

  /** Present index of the active video; its last index if it has been removed. */
  get #activeIndex() {
    const {index = 0, id} = this.#active ?? {};
    const found = id === undefined ? -1 : this.#items.indexOf(id);
    return found >= 0 ? found : Math.min(index, this.#items.length - 1);
  }

  #destination(key: string, index: number): number | undefined {
    const {cards, settings, view} = this.#context;
    const {columns, rowsInView} = cards;
    const last = this.#items.length - 1;
    const onward = isRightToLeft(view.grid!) ? -1 : 1;
    const lastRow = Math.floor(last / columns);
    const byRows = (rows: number) => {
      const row = Math.floor(index / columns) + rows;
      return index + (Math.max(0, Math.min(row, lastRow)) - Math.floor(index / columns)) * columns;
    };
    const isRow = settings.layout === 'row';
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: index + onward,
      ArrowLeft: index - onward,
      // A row has no vertical direction, so these keys are left to the page.
      ...(isRow ? {} : {ArrowDown: byRows(1), ArrowUp: byRows(-1)}),
      PageDown: byRows(rowsInView),
      PageUp: byRows(-rowsInView),
      Home: 0,
      End: last,
    };
    const target = targets[key];
    // The last row may be shorter. Its last option is then the one below.
    return target === undefined ? undefined : Math.max(0, Math.min(target, last));
  }

  /** Checks whether the video of the focused option has loaded since. */
  #checkLoaded() {
    const {index, id} = this.#active ?? {};
    const video = index !== undefined && id === undefined && this.#items.at(index);
    if (!video) return;
    this.#active = {index, id: video.id};
    this.#loadedTitle = video.title;
    this.#context.requestUpdate();
  }

  async #goTo(index: number) {
    const card = await this.#context.cards.reveal(index);
    card?.focus({preventScroll: true});
  }

  /** The grid is a tab stop only while the focus is outside, so that Shift+Tab can leave it. */
  #updateTabStop(isInside: boolean) {
    const {isDisabled, view} = this.#context;
    const {grid} = view;
    if (!grid) return;
    if (isDisabled) grid.removeAttribute('tabindex');
    else grid.tabIndex = isInside ? -1 : 0;
  }
}
