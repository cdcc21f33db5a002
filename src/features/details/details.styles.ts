import {css} from 'lit';

export const styles = css`
  /* At most two lines of details, and two of the description. */
  [part='details'],
  [part='description'] {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  [part='description'] {
    -webkit-line-clamp: var(--video-card-description-lines, 2);
    margin-block-start: calc(0.25 * var(--_base));
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* No line break in "340 MB". */
  bdi {
    white-space: nowrap;
  }
  progress {
    appearance: none;
    position: absolute;
    inset-block-end: 0;
    inline-size: 100%;
    block-size: var(--video-card-progress-size, calc(0.25 * var(--_base)));
    border: 0;
    background: var(--video-card-progress-background, rgb(15 17 21 / 0.6));
  }
  /* Two rules, because each engine ignores a selector list that contains the selector of another engine. */
  ::-webkit-progress-bar {
    background: none;
  }
  ::-webkit-progress-value {
    background: var(--video-card-progress-color, #ff4d4d);
  }
  ::-moz-progress-bar {
    background: var(--video-card-progress-color, #ff4d4d);
  }
  /* The chips stay readable above the bar. */
  progress ~ [part='chips'] {
    margin-block-end: var(--video-card-progress-size, calc(0.25 * var(--_base)));
  }
`;
