import {css} from 'lit';

export const styles = css`
  /* Private, so that what an ancestor says of the public properties goes before the density. */
  :host {
    --_column: var(--video-list-column, 15rem);
    --_gap: var(--video-list-gap, 1.25rem);
    /* Containers cost a sixth of layout and style, and covers are wide enough here. */
    --_container: normal;
  }
  :host([layout='list']),
  :host([density='compact']) {
    --_container: inline-size;
  }
  :host([density='compact']) {
    --_column: var(--video-list-column, 9rem);
    --_gap: var(--video-list-gap, 0.75rem);
    --_card-body: 4.25rem;
    --_card-title: 0.8125rem;
  }
  :host([density='spacious']) {
    --_column: var(--video-list-column, 20rem);
    --_gap: var(--video-list-gap, 2rem);
    --_card-body: 5.25rem;
    --_card-title: 1.125rem;
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
    /* What is beyond its cards is padding: it has to be as wide as all of them. */
    inline-size: max-content;
  }
  .frame {
    position: relative;
  }
  :host([layout='row']) [part='shelf'] {
    --_edge: calc(2 * var(--_ring));
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    scrollbar-width: none;
    /* Room for the ring of a card. None beyond the end: the page would scroll sideways for it. */
    padding: var(--_edge);
    margin-block: calc(-1 * var(--_edge));
    margin-inline-start: calc(-1 * var(--_edge));
    scroll-padding-inline: var(--_edge);
  }
  /*
   * Not in WebKit, which is known by what it lacks: whenever cards come and go it snaps to the one with the
   * same number among those in the document, and takes the reader elsewhere.
   */
  @supports (overflow-anchor: none) {
    :host([layout='row']) [part='shelf'] {
      scroll-snap-type: inline proximity;
    }
    :host([layout='row']) video-card {
      scroll-snap-align: start;
    }
  }
  [part='backward'],
  [part='forward'] {
    display: none;
  }
  @media (hover: hover) {
    [part='backward'],
    [part='forward'] {
      display: block;
      position: absolute;
      z-index: 1;
      /* In the middle of the covers. */
      inset-block: 0 calc(var(--video-card-body-height, var(--_card-body, 4.75rem)) + 0.625rem);
      inset-inline-start: 0.5rem;
      inline-size: var(--video-list-arrow-size, 2.75rem);
      block-size: var(--video-list-arrow-size, 2.75rem);
      margin-block: auto;
      padding: 0;
      border-color: var(--_muted);
      border-radius: 50%;
      background: var(--video-list-field-background, light-dark(#fff, #16181d));
      color: inherit;
      font-size: 1.5rem;
      line-height: 1;
    }
    [part='forward'] {
      inset-inline: auto 0.5rem;
    }
    .frame > [aria-disabled='true']:not(:focus-visible) {
      opacity: 0;
      pointer-events: none;
    }
  }
  /*
   * A browser that keeps the reader's place is to go by where the list begins: not by a card, which is moved
   * by the list itself, nor by what comes below, which would take the reader along when the list grows.
   */
  [part='grid'] > * {
    overflow-anchor: none;
  }
  /* A card that is kept far from the others, at the place it would have among them. */
  .apart {
    position: absolute;
    inset-inline: 0;
  }
  :host([layout='row']) .apart {
    inset: 0 auto auto;
    inline-size: var(--_column);
  }
  [part='message'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.75rem 1.25rem;
    padding: var(--video-list-message-padding, 3rem 1.5rem);
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    font-weight: 600;
    text-align: center;
  }
  /* Beside cards that are still there, an error is a bar that stays in view. */
  .notice {
    position: sticky;
    z-index: 1;
    inset-block-end: 1rem;
    justify-content: space-between;
    margin-block-start: 1.25rem;
    padding: 0.75rem 1rem;
    background: var(--video-list-field-background, light-dark(#fff, #16181d));
  }
  .tools,
  [part='toolbar'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  /* The space is theirs, so that there is none without them. */
  [part='toolbar'],
  [name='toolbar']::slotted(*) {
    margin-block-end: var(--_gap);
  }
  [part='toolbar'] {
    flex: auto;
    min-inline-size: 0;
  }
  input {
    flex: 1 12rem;
  }
  [part='selection'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
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
  nav {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.75rem 1.25rem;
    margin-block-start: var(--_gap);
  }
  button[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .news {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--video-list-news-offset, 1rem);
    block-size: 0;
    text-align: center;
  }
  button,
  input,
  select {
    padding: var(--video-list-button-padding, 0.5rem 1rem);
    border: 1px solid var(--_accent);
    border-radius: var(--video-list-button-radius, 0.5rem);
    background: var(--_accent);
    color: var(--video-list-button-color, light-dark(#fff, #10131a));
    font: inherit;
    cursor: pointer;
  }
  /* A category may have a long name; WebKit makes the page wider by what it does not show of it. */
  select {
    max-inline-size: 100%;
    contain: paint;
  }
  input,
  select,
  [part='filter'],
  [part='selection'] button {
    border-color: var(--_muted);
    background: var(--video-list-field-background, light-dark(#fff, #16181d));
    color: inherit;
  }
  [part='filter'],
  [part='news'] {
    border-radius: var(--video-list-chip-radius, 2rem);
  }
  [part='news'] {
    box-shadow: var(--video-list-news-shadow, 0 0.25rem 1rem rgb(0 0 0 / 0.3));
  }
  :not(video-card):focus-visible {
    outline: var(--_ring) solid var(--_accent);
    outline-offset: var(--_ring);
  }
  /* The whole at once: a pulse of its own for each card would cost a layer each. */
  @media (prefers-reduced-motion: no-preference) {
    [aria-busy='true'] {
      animation: pulse 1.2s infinite alternate;
    }
    @keyframes pulse {
      to {
        opacity: 0.4;
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
