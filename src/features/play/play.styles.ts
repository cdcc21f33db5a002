import {css} from 'lit';

export const styles = css`
  [part='player-dialog'] {
    inline-size: min(
      100vw - 2 * var(--_base),
      var(--video-player-dialog-width, calc(68 * var(--_base)))
    );
    max-inline-size: none;
    max-block-size: calc(100dvh - 2 * var(--_base));
    margin: auto;
    padding: calc(0.75 * var(--_base));
    border: 0;
    border-radius: calc(1.5 * var(--_radius));
    overflow: auto;
    overscroll-behavior: contain;
    background: var(--video-player-dialog-background, light-dark(#fff, #15181e));
    color: inherit;
    --video-player-max-height: calc(100dvh - 11 * var(--_base));
  }
  [part='player-dialog']::backdrop {
    background: var(--video-player-backdrop, rgb(0 0 0 / 0.7));
  }
  [part='player-inline'] {
    margin-block-end: calc(1.5 * var(--_base));
    --video-player-max-height: 75vh;
  }
  [part='player-close'] {
    display: block;
    min-inline-size: calc(2.5 * var(--_base));
    min-block-size: calc(2.5 * var(--_base));
    margin-block-end: calc(0.5 * var(--_base));
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  [part='player-close']:hover {
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  [part='player-close']:focus-visible {
    outline: var(--_ring) solid var(--_accent);
    outline-offset: -2px;
  }
  @media (forced-colors: active) {
    [part='player-dialog'] {
      border: 1px solid;
    }
  }
`;
