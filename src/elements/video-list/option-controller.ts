import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {isRightToLeft} from '../../internal/is-right-to-left.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import {selectTrigger} from '../video-card/select-trigger.js';
import type {SelectionController} from './selection-controller.js';
import {TypeAhead} from './type-ahead.js';
import type {Places, WindowController} from './window-controller.js';

/** The list, as far as its options are concerned. */
export interface OptionHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly places: Places;
  readonly layout: string;
  /** Whether the reader may change nothing. */
  readonly isDisabled: boolean;
  indexOf(id: string): number;
}

/**
 * The cards as options of a listbox, by keyboard and pointer (the listbox pattern of the ARIA Authoring
 * Practices, with arrows in both directions of the grid). All of them are one stop of the Tab key: the grid
 * takes the focus and hands it to the option where the reader was, for that may have no card at present.
 */
export class OptionController implements ReactiveController {
  readonly #host: OptionHost;
  readonly #window: WindowController;
  readonly #selection: SelectionController;
  readonly #typeAhead = new TypeAhead();
  /** Where the reader was last: the video, or its place while that has none. */
  #active: {readonly index: number; readonly id: string | undefined} | undefined;
  #grid: HTMLElement | null = null;
  /** Whether the last key has extended a range. */
  #isExtending = false;

  constructor(host: OptionHost, window: WindowController, selection: SelectionController) {
    this.#host = host;
    this.#window = window;
    this.#selection = selection;
    host.addController(this);
  }

  hostUpdated() {
    this.#grid = this.#host.renderRoot.querySelector('[part=grid]');
    this.#takeTurn(!!this.#grid?.matches(':focus-within'));
  }

  /** Puts the focus on the option where the reader was, else on the selected one, else on the first in view. */
  enter(): void {
    const last = this.#active && this.#activeIndex;
    const selected = this.#selection.videos.map(({id}) => this.#host.indexOf(id));
    const index = last ?? selected.find((index) => index >= 0) ?? this.#window.firstInView;
    void this.#goTo(index);
  }

  focusIn = ({target}: FocusEvent) => {
    if (!this.#selection.isOn) return;
    this.#takeTurn(true);
    if (target === this.#grid) this.enter();
    else {
      const {index, video} = optionAt(target)!;
      this.#active = {index, id: video?.id};
    }
  };

  focusOut = ({relatedTarget}: FocusEvent) => {
    this.#takeTurn(!!this.#grid?.contains(relatedTarget as Node | null));
  };

  click = (click: MouseEvent) => {
    const option = optionAt(click.target);
    if (!option || !this.#canSelect) return;
    this.#selection.pick(option.index, {
      trigger: selectTrigger(click),
      isRange: click.shiftKey,
      isToggle: click.ctrlKey || click.metaKey,
    });
  };

  keyDown = (event: KeyboardEvent) => {
    const option = optionAt(event.target);
    if (!option || !this.#canSelect || event.altKey || event.isComposing) return;
    const {index} = option;
    const {key, shiftKey, timeStamp} = event;
    const isControl = event.ctrlKey || event.metaKey;
    const to = this.#destination(key, index);
    const isSpace = key === ' ' && !this.#typeAhead.isTyping(timeStamp);
    const isLetter = key.length === 1 && !isControl;
    const pick = {trigger: 'keyboard', isRange: shiftKey, isToggle: isControl} as const;
    if (to !== undefined) {
      if (shiftKey && !this.#isExtending) this.#selection.startRangeAt(index);
      if (shiftKey && this.#selection.isMultiple) this.#selection.pick(to, pick);
      void this.#goTo(to);
    } else if (isSpace || key === 'Enter') {
      this.#selection.pick(index, pick);
    } else if (isControl && key.toLowerCase() === 'a' && this.#selection.isMultiple) {
      this.#selection.pickAll('keyboard');
    } else if (isLetter) {
      const {length} = this.#host.places;
      const titleAt = (place: number) => this.#host.places.at(place)?.title;
      const found = this.#typeAhead.type(key, timeStamp, index, {length, titleAt});
      if (found !== undefined) void this.#goTo(found);
    } else return;
    this.#isExtending = shiftKey && to !== undefined;
    event.preventDefault();
  };

  get #canSelect() {
    return this.#selection.isOn && !this.#host.isDisabled;
  }

  /** Where the reader's video is now; where it was, if it has gone. */
  get #activeIndex() {
    const {index = 0, id} = this.#active ?? {};
    const found = id === undefined ? -1 : this.#host.indexOf(id);
    return found >= 0 ? found : Math.min(index, this.#host.places.length - 1);
  }

  #destination(key: string, index: number): number | undefined {
    const {columns, rowsInView} = this.#window;
    const last = this.#host.places.length - 1;
    const onward = isRightToLeft(this.#host) ? -1 : 1;
    const lastRow = Math.floor(last / columns);
    const byRows = (rows: number) => {
      const row = Math.floor(index / columns) + rows;
      return index + (Math.max(0, Math.min(row, lastRow)) - Math.floor(index / columns)) * columns;
    };
    const isRow = this.#host.layout === 'row';
    const places: Readonly<Record<string, number>> = {
      ArrowRight: index + onward,
      ArrowLeft: index - onward,
      // A row has nothing below: these keys are the page's.
      ...(isRow ? {} : {ArrowDown: byRows(1), ArrowUp: byRows(-1)}),
      PageDown: byRows(rowsInView),
      PageUp: byRows(-rowsInView),
      Home: 0,
      End: last,
    };
    const place = places[key];
    // The last row may be short: its last option is below all that have none below them.
    return place === undefined ? undefined : Math.max(0, Math.min(place, last));
  }

  async #goTo(index: number) {
    const card = await this.#window.bring(index);
    card?.focus({preventScroll: true});
    card?.scrollIntoView({block: 'nearest', inline: 'nearest'});
  }

  /** The grid is a stop of the Tab key for as long as the focus is elsewhere: Shift+Tab has to leave it. */
  #takeTurn(isInside: boolean) {
    const grid = this.#grid;
    if (!grid) return;
    if (this.#canSelect) grid.tabIndex = isInside ? -1 : 0;
    else grid.removeAttribute('tabindex');
  }
}

/** The option that an event happened on. */
function optionAt(target: EventTarget | null): VideoCardElement | null {
  return (target as Element).closest<VideoCardElement>('[role=option]');
}
