import {css} from 'lit';

export const styles = css`
  [part='grid'] {
    display: grid;
    grid-template-columns: repeat(
      auto-fill,
      minmax(min(100%, var(--video-list-column, 15rem)), 1fr)
    );
    gap: var(--video-list-gap, 1.25rem);
    position: relative;
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
  [part='toolbar'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-end: var(--video-list-gap, 1.25rem);
  }
  input {
    flex: 1 12rem;
  }
  [part='selection'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin-block-end: var(--video-list-gap, 1.25rem);
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
    margin-block-start: var(--video-list-gap, 1.25rem);
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
