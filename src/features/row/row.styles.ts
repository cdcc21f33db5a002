import {css} from 'lit';

export const styles = css`
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
      /* Centred on the covers. */
      inset-block: 0
        calc(
          var(
              --video-card-body-height,
              calc(var(--_card-body, 4.125 * var(--_base)) + var(--_more, 0) * var(--_base))
            ) +
            0.625 * var(--_base)
        );
      inset-inline-start: calc(0.5 * var(--_base));
      inline-size: var(--video-list-arrow-size, calc(2.75 * var(--_base)));
      block-size: var(--video-list-arrow-size, calc(2.75 * var(--_base)));
      margin-block: auto;
      padding: 0;
      border-color: var(--_muted);
      border-radius: 50%;
      background: var(--video-list-field-background, light-dark(#fff, #16181d));
      color: inherit;
      font-size: calc(1.5 * var(--_base));
      line-height: 1;
    }
    [part='forward'] {
      inset-inline: auto calc(0.5 * var(--_base));
    }
    .frame > [aria-disabled='true']:not(:focus-visible) {
      opacity: 0;
      pointer-events: none;
    }
  }
`;
