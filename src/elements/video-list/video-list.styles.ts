import {css} from 'lit';

export const styles = css`
  /* Private, so that public properties of an ancestor override the density. */
  :host {
    --_column: var(--video-list-column, calc(15 * var(--_base)));
    --_gap: var(--video-list-gap, calc(1.25 * var(--_base)));
    /* No containers: they take a sixth of layout and style time, and covers are always wide enough here. */
    --_container: normal;
    --_sizer: none;
  }
  :host([layout='list']),
  :host([density='compact']) {
    --_container: inline-size;
  }
  :host([density='compact']) {
    --_column: var(--video-list-column, calc(9 * var(--_base)));
    --_gap: var(--video-list-gap, calc(0.75 * var(--_base)));
    --_card-body: calc(3.75 * var(--_base));
    --_card-title: calc(0.8125 * var(--_base));
  }
  :host([density='spacious']) {
    --_column: var(--video-list-column, calc(20 * var(--_base)));
    --_gap: var(--video-list-gap, calc(2 * var(--_base)));
    --_card-body: calc(4.625 * var(--_base));
    --_card-title: calc(1.125 * var(--_base));
  }
  /*
   * Sets the max-content width to that of four columns, for a box that is as wide as its content: a dialog, a float, a
   * flex item. The columns themselves have no intrinsic width.
   */
  :host::before {
    content: '. . . . .';
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: 0;
    white-space: normal;
    word-spacing: calc(20 * var(--_base));
  }
  .frame {
    contain: inline-size;
    /* The min-content width: half a column. */
    contain-intrinsic-inline-size: calc(8 * var(--_base));
    position: relative;
  }
  [part='grid'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, var(--_column)), 1fr));
    gap: var(--_gap);
    position: relative;
  }
  :host([layout='list']) [part='grid'] {
    grid-template-columns: minmax(0, 1fr);
  }
  :host([layout='row']) [part='grid'] {
    grid: auto / auto-flow var(--_column);
    /* As wide as all items, because those without cards are padding. */
    inline-size: max-content;
  }
  [part='shelf'] {
    position: relative;
  }
  :host([layout='row']) [part='shelf'] {
    --_edge: calc(2 * var(--_ring));
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scrollbar-width: none;
    /* Space for the focus outline of a card. Not at the end, where the page would scroll sideways. */
    padding: var(--_edge);
    margin-block: calc(-1 * var(--_edge));
    margin-inline-start: calc(-1 * var(--_edge));
    scroll-padding-inline: var(--_edge);
  }
  /*
   * No scroll anchoring: the list itself moves the cards, and an anchor below the list would scroll the page when the list
   * grows.
   */
  [part='grid'] > * {
    box-sizing: border-box;
    overflow-anchor: none;
  }
  .tools,
  [part='toolbar'],
  [part='dates'],
  [part='dates'] label,
  [part='selection'],
  [part='message'],
  .paging {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(0.5 * var(--_base));
  }
  .tools {
    align-items: normal;
  }
  [part='message'],
  .paging {
    justify-content: center;
    gap: calc(0.75 * var(--_base)) calc(1.25 * var(--_base));
  }
  [part='message'] {
    padding: var(--video-list-message-padding, calc(3 * var(--_base)) calc(1.5 * var(--_base)));
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    font-weight: 600;
    text-align: center;
  }
  /* Next to cards, an error is a sticky bar. */
  .notice {
    position: sticky;
    z-index: 1;
    inset-block-end: var(--_base);
    justify-content: space-between;
    margin-block-start: calc(1.25 * var(--_base));
    padding: calc(0.75 * var(--_base)) var(--_base);
    background: var(--video-list-field-background, light-dark(#fff, #16181d));
  }
  /* A margin of the controls, so that there is no space without controls. */
  [part='toolbar'],
  [name='toolbar']::slotted(*) {
    margin-block-end: var(--_gap);
  }
  [part='toolbar'] {
    flex: auto;
    min-inline-size: 0;
  }
  input {
    flex: 1 calc(13 * var(--_base));
  }
  /* Two columns on phones. Not by the length of the options: these arrive later, and would move the cards. */
  [part='choice'] {
    inline-size: clamp(8.5 * var(--_base), 50% - 0.25 * var(--_base), 13 * var(--_base));
  }
  [part='dates'] label {
    flex: 1;
    flex-wrap: nowrap;
    white-space: nowrap;
  }
  [part='date'] {
    flex: 1 0 auto;
  }
  /* The place of the tabs, while the module of the toolbar is loading. */
  .categories {
    flex-basis: 100%;
  }
  .hidden {
    visibility: hidden;
  }
  [part='selection'] {
    margin-block-end: var(--_gap);
  }
  [part='selected'] {
    flex: 1;
    font-weight: 600;
  }
  /* Shift selects videos here, not text. */
  [role='listbox'] {
    user-select: none;
    -webkit-user-select: none;
  }
  .paging {
    margin-block-start: var(--_gap);
  }
  button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  button,
  input,
  select,
  .categories {
    padding: var(--video-list-button-padding, calc(0.5 * var(--_base)) var(--_base));
    border: 1px solid var(--_accent);
    border-radius: var(--video-list-button-radius, calc(0.5 * var(--_base)));
    background: var(--_accent);
    color: var(--video-list-button-color, light-dark(#fff, #10131a));
    box-sizing: border-box;
    max-inline-size: 100%;
    font: inherit;
    cursor: pointer;
  }
  input,
  select,
  [part='filter'],
  [part='selection'] button {
    border-color: var(--_muted);
    background: var(--video-list-field-background, light-dark(#fff, #16181d));
    color: inherit;
  }
  :not([part='card']):focus-visible {
    outline: var(--_ring) solid var(--_accent);
    outline-offset: var(--_ring);
  }
  /* One animation for all cards: with one for each card, each would need a compositor layer. */
  @media (prefers-reduced-motion: no-preference) {
    [aria-busy='true'] {
      animation: pulse 1.2s infinite alternate;
    }
    @keyframes pulse {
      to {
        opacity: 0.6;
      }
    }
  }
  /* For screen readers only. */
  [part='status'] {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
