import type {Stretch} from './axis.js';

/**
 * The lines of a list that are laid out: all of them or, of a list that is longer than a browser can lay out, as many as
 * it can. Which ones follows the scrollbar: at its start the first, at its end the last.
 */
export class LaidOutLines {
  /** How many there are. */
  count = 0;
  /** Lines of the list before the first of them. */
  skipped = 0;

  /** Lines of the list. */
  #total = 0;
  /** Where the view began when it was looked at last. */
  #from = 0;

  /** @param most - Lines that the browser can lay out. */
  fit(total: number, most: number): void {
    this.#total = total;
    this.count = Math.min(total, most);
    this.#skip(this.skipped);
  }

  /** Whether there are others. */
  get isPart(): boolean {
    return this.#most > 0;
  }

  /** Has a line of the list be one of them. */
  include(line: number): void {
    const isThere = line >= this.skipped && line < this.skipped + this.count;
    if (!isThere && this.#most) this.#skip((this.#most * line) / (this.#total - 1));
  }

  /** The view has been moved otherwise than by the user. */
  moveTo(from: number): void {
    this.#from = from;
  }

  /**
   * The user has moved the view, in layout pixels of the grid. A leap, as by dragging the scrollbar, goes to the part of
   * the list that the scrollbar tells; a step goes as far as it is long. Close to an end of the layout that is no end of
   * the list, other lines are laid out.
   *
   * @returns Layout pixels by which to scroll, so that what the user sees stays in view.
   */
  follow([from, to]: Stretch, stride: number): number {
    const view = to - from;
    const isLeap = Math.abs(from - this.#from) > view;
    this.#from = from;
    if (!this.#most) return 0;
    const room = this.count * stride - view;
    const isAtEnd = from <= 0 || from >= room - 1;
    if (isLeap || isAtEnd) {
      this.#skip((this.#most * from) / room);
      return 0;
    }
    if (from > view && from < room - view) return 0;
    const before = this.skipped;
    this.#skip((this.#most * (from / stride + before)) / (this.#total - view / stride));
    return (before - this.skipped) * stride;
  }

  get #most() {
    return this.#total - this.count;
  }

  #skip(lines: number) {
    // Towards the nearer end: else the view could be at an end of the layout that is no end of the list.
    const whole = lines < this.#most / 2 ? Math.floor(lines) : Math.ceil(lines);
    this.skipped = Math.max(0, Math.min(whole, this.#most));
  }
}
