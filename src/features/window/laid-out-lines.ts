import type {Stretch} from './axis.js';

/**
 * The lines of a list that have a layout: all of them, or as many as the browser can lay out. The position of the scrollbar
 * determines which ones: at its start the first lines, at its end the last lines.
 */
export class LaidOutLines {
  /** Number of lines with a layout. */
  count = 0;
  /** Number of lines before the first of them. */
  skipped = 0;

  /** Number of lines of the list. */
  #total = 0;
  /** Last known start of the view. */
  #from = 0;

  /** @param most - Maximum number of lines that the browser can lay out. */
  fit(total: number, most: number): void {
    this.#total = total;
    this.count = Math.min(total, most);
    this.#skip(this.skipped);
  }

  /** Whether some lines have no layout. */
  get isPart(): boolean {
    return this.#most > 0;
  }

  /** Gives a line a layout. */
  include(line: number): void {
    const isThere = line >= this.skipped && line < this.skipped + this.count;
    if (!isThere && this.#most) this.#skip((this.#most * line) / (this.#total - 1));
  }

  /** Sets the start of the view after a scroll that is not by the user. */
  moveTo(from: number): void {
    this.#from = from;
  }

  /**
   * Handles a scroll by the user, in layout pixels of the grid. A jump, such as dragging the scrollbar, goes to the part of
   * the list at the same proportion; a small step scrolls by exactly its length. Near an end of the layout that is not the
   * end of the list, other lines get a layout.
   *
   * @returns Layout pixels by which to scroll, so that the visible items stay in view.
   */
  follow([from, to]: Stretch, stride: number): number {
    const view = to - from;
    const isJump = Math.abs(from - this.#from) > view;
    this.#from = from;
    if (!this.#most) return 0;
    const room = this.count * stride - view;
    const isAtEnd = from <= 0 || from >= room - 1;
    if (isJump || isAtEnd) {
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
    // Rounded towards the nearer end. Otherwise the view could be at an end of the layout that is not the end of the list.
    const whole = lines < this.#most / 2 ? Math.floor(lines) : Math.ceil(lines);
    this.skipped = Math.max(0, Math.min(whole, this.#most));
  }
}
