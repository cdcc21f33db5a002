import {html, nothing} from 'lit';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import {renderButton} from './button.js';

/** Values and handlers of the bar below the cards. */
export interface PagingBarOptions {
  /** Accessible name of the list. It distinguishes the bar from other landmarks: without a name, the bar is none. */
  readonly label: string;
  readonly isBusy: boolean;
  readonly hasNext: boolean;
  readonly more: () => unknown;
  /** Number of the present page, from 1. */
  readonly pageIndex: number;
  readonly turnTo: (page: number) => unknown;
}

/** The button that loads the next result page. */
export function renderMore({label, isBusy, more}: PagingBarOptions, strings: Strings) {
  return html`<div
    class="paging"
    role=${label ? 'navigation' : nothing}
    aria-label=${label || nothing}
  >
    ${renderButton('more', strings.more, more, !isBusy)}
  </div>`;
}

/** The page number, and buttons for the previous and the next page. */
export function renderPages(
  {label, pageIndex, hasNext, turnTo}: PagingBarOptions,
  strings: Strings,
) {
  const back = () => turnTo(pageIndex - 1);
  const on = () => turnTo(pageIndex + 1);
  return html`<div
    class="paging"
    part="pages"
    role=${label ? 'navigation' : nothing}
    aria-label=${label || nothing}
  >
    ${renderButton('previous', strings.previous, back, pageIndex > 1)}
    <span part="page">${formatPhrase(strings, strings.page, {number: pageIndex})}</span>
    ${renderButton('next', strings.next, on, hasNext)}
  </div>`;
}
