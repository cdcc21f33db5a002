import {css} from 'lit';

export const styles = css`
  /* In WebKit, long names of categories would make the page wider, even if they are hidden. */
  select {
    contain: paint;
    text-overflow: ellipsis;
  }
  [part='filter'] {
    border-radius: var(--video-list-chip-radius, calc(2 * var(--_base)));
  }
  /* One line for any number of categories, as high as the placeholder. */
  [part='categories'] {
    position: relative;
    display: flex;
    flex: 1 0 100%;
    gap: calc(0.5 * var(--_base));
    min-inline-size: 0;
    overflow: auto hidden;
    overscroll-behavior-inline: contain;
    /* A scrollbar would make it higher. The row is scrolled to the selected tab, so that the tabs beside it are visible. */
    scrollbar-width: none;
    /* Space for the focus outline of a tab. */
    padding: var(--_ring);
    margin: calc(-1 * var(--_ring));
  }
  [part='categories']::-webkit-scrollbar {
    display: none;
  }
  [part~='category'] {
    position: relative;
    flex: none;
    padding: var(--video-list-button-padding, calc(0.5 * var(--_base)) var(--_base));
    border: 1px solid var(--_muted);
    border-radius: var(--video-list-chip-radius, calc(2 * var(--_base)));
    background: var(--video-list-field-background, light-dark(#fff, #16181d));
    white-space: nowrap;
    cursor: pointer;
  }
  [part~='current'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--video-list-button-color, light-dark(#fff, #10131a));
  }
  [part~='category']:focus-within:has(:focus-visible) {
    outline: var(--_ring) solid var(--_accent);
  }
  [type='radio'] {
    appearance: none;
    position: absolute;
    inset: 0;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: inherit;
    outline: none !important;
    background: none;
  }
  @media (forced-colors: active) {
    [part~='current'] {
      outline: 2px solid Highlight;
      outline-offset: -4px;
    }
  }
`;
