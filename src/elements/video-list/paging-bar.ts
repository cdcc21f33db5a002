import {html, nothing, type TemplateResult} from 'lit';
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
export function renderMore(options: PagingBarOptions, strings: Strings): TemplateResult {
  return renderBar(options, renderButton('more', strings.more, options.more, !options.isBusy));
}

/** The page number, and buttons for the previous and the next page. */
export function renderPages(options: PagingBarOptions, strings: Strings): TemplateResult {
  const {pageIndex, hasNext, turnTo} = options;
  const back = () => turnTo(pageIndex - 1);
  const on = () => turnTo(pageIndex + 1);
  return renderBar(
    options,
    html`${renderButton('previous', strings.previous, back, pageIndex > 1)}
      <span part="page">${formatPhrase(strings, strings.page, {number: pageIndex})}</span>
      ${renderButton('next', strings.next, on, hasNext)}`,
    'pages',
  );
}

function renderBar({label}: PagingBarOptions, content: unknown, part?: string) {
  return html`<div
    class="paging"
    part=${part ?? nothing}
    role=${label ? 'navigation' : nothing}
    aria-label=${label || nothing}
  >
    ${content}
  </div>`;
}
