import {css} from 'lit';

export const styles = css`
  :host {
    display: inline-flex;
  }
  [part='live'] {
    color: var(--resolution-badge-live-color, #ff6b64);
  }
`;
