import {html, nothing} from 'lit';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import {renderButton} from './button.js';

/** The number of the shown page, and the buttons for the previous and the next one. */
export interface PagingBarOptions {
  /** Name of the list, which distinguishes its bar from those of other lists. */
  readonly label: string;
  readonly isBusy: boolean;
  readonly hasNext: boolean;
  readonly more: () => unknown;
  /** Number of the present page, from 1. */
  readonly pageIndex: number;
  readonly turnTo: (page: number) => unknown;
}

/** The button below the last video. */
export function renderMore({label, isBusy, more}: PagingBarOptions, strings: Strings) {
  return html`<nav aria-label=${label || nothing}>
    ${renderButton('more', strings.more, more, !isBusy)}
  </nav>`;
}

/** The bar with buttons for the previous and the next page. */
export function renderPages(
  {label, pageIndex, hasNext, turnTo}: PagingBarOptions,
  strings: Strings,
) {
  const back = () => turnTo(pageIndex - 1);
  const on = () => turnTo(pageIndex + 1);
  return html`<nav part="pages" aria-label=${label || nothing}>
    ${renderButton('previous', strings.previous, back, pageIndex > 1)}
    <span part="page">${formatPhrase(strings, strings.page, {number: pageIndex})}</span>
    ${renderButton('next', strings.next, on, hasNext)}
  </nav>`;
}
