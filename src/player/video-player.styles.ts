import {css} from 'lit';

export const styles = css`
  [part='stage'] {
    position: relative;
    display: grid;
    inline-size: 100%;
    aspect-ratio: var(--video-player-aspect-ratio, 16 / 9);
    max-block-size: var(--video-player-max-height, 100vh);
    border-radius: var(--_radius);
    overflow: hidden;
    background: var(--video-player-background, #000);
    color: #fff;
  }
  [part='media'],
  ::slotted([slot='media']) {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    min-block-size: 0;
    object-fit: contain;
  }
  [part='stage']:focus-visible {
    outline: var(--_ring) solid var(--_accent);
    outline-offset: 2px;
  }
  /* Only where it takes long. */
  [part='stage'][aria-busy='true']::after {
    content: '';
    position: absolute;
    inset: 0;
    inline-size: calc(2.5 * var(--_base));
    block-size: calc(2.5 * var(--_base));
    margin: auto;
    border: 3px solid rgb(255 255 255 / 0.3);
    border-block-start-color: #fff;
    border-radius: 50%;
    opacity: 0;
    animation:
      show 0.2s 0.5s forwards,
      turn 1s linear infinite;
    pointer-events: none;
  }
  @keyframes show {
    to {
      opacity: 1;
    }
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    [part='stage'][aria-busy='true']::after {
      animation: show 0s 0.5s forwards;
    }
  }
  [part='empty'],
  [part='failure'],
  [part='up-next'] {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: calc(0.75 * var(--_base));
    padding: var(--_base);
    background: rgb(0 0 0 / 0.75);
    font-size: 1.1em;
    text-align: center;
    text-wrap: balance;
  }
  [part='empty'] {
    background: var(--video-player-empty-background, #1d2027);
    color: #d5d8de;
  }
  /* A triangle, as on the button that plays. */
  [part='empty']::before {
    content: '';
    inline-size: calc(2.25 * var(--_base));
    block-size: calc(2.5 * var(--_base));
    background: currentcolor;
    opacity: 0.6;
    clip-path: polygon(0 0, 100% 50%, 0 100%);
  }
  [part='up-next'] {
    /* The browser's controls stay in reach. */
    inset-block-start: auto;
    inset-block-end: calc(3.5 * var(--_base));
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: calc(0.5 * var(--_base));
  }
  [part='bar'] {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: calc(0.5 * var(--_base)) var(--_base);
    margin-block-start: calc(0.625 * var(--_base));
  }
  .text {
    display: grid;
    flex: 1 1 calc(14 * var(--_base));
    gap: calc(0.25 * var(--_base));
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  [part='title'] {
    font-size: 1.15em;
    font-weight: 600;
  }
  [part='description'] {
    max-block-size: 5.6em;
    overflow: auto;
    color: var(--_muted);
    white-space: pre-line;
  }
  [part='controls'] {
    display: flex;
    align-items: center;
    gap: calc(0.5 * var(--_base));
  }
  [part='controls']:not(:has(*)) {
    display: none;
  }
  [part='quality'] {
    display: inline-flex;
    align-items: center;
    gap: calc(0.375 * var(--_base));
    color: var(--_muted);
  }
  button,
  select {
    min-block-size: calc(2.5 * var(--_base));
    min-inline-size: calc(2.5 * var(--_base));
    padding-inline: calc(0.625 * var(--_base));
    border: 1px solid var(--video-gallery-control-border, light-dark(#8a91a0, #767e8d));
    border-radius: calc(0.5 * var(--_radius));
    background: var(--video-gallery-control-background, light-dark(#fff, #1d2027));
    color: light-dark(#16181d, #f2f3f5);
    font: inherit;
    cursor: pointer;
  }
  button[aria-disabled='true'] {
    opacity: 0.45;
    cursor: default;
  }
  :is(button, select):focus-visible {
    outline: var(--_ring) solid var(--_accent);
    outline-offset: 2px;
  }
  /* For screen readers only. */
  [part='status'] {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
