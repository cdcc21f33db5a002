import {css} from 'lit';

export const styles = css`
  .news {
    position: sticky;
    z-index: 1;
    inset-block-start: var(--video-list-news-offset, var(--_base));
    block-size: 0;
    text-align: center;
  }
  [part='news'] {
    border-radius: var(--video-list-chip-radius, calc(2 * var(--_base)));
    box-shadow: var(
      --video-list-news-shadow,
      0 calc(0.25 * var(--_base)) var(--_base) rgb(0 0 0 / 0.3)
    );
  }
`;
