import {css} from 'lit';

export const styles = css`
  /* Over what has no cards; seen by an observer only. */
  .blank {
    position: absolute;
    visibility: hidden;
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
  /*
   * Not in WebKit, which is known by what it lacks: whenever cards come and go it snaps to the one with the
   * same number among those in the document, and moves the user elsewhere.
   */
  @supports (overflow-anchor: none) {
    :host([layout='row']) [part='shelf'] {
      scroll-snap-type: inline proximity;
    }
    :host([layout='row']) [part='grid'] > * {
      scroll-snap-align: start;
    }
  }
  /* On paper: cards alone, all that are there, none of them cut in two. */
  @media print {
    .tools,
    .news,
    .blank,
    .frame > button,
    [part='selection'],
    nav {
      display: none;
    }
    /* Against what stands above for rows, and in the style of the element. */
    [part='grid'] {
      grid: auto-flow / repeat(auto-fill, minmax(min(100%, var(--_column)), 1fr)) !important;
      inline-size: auto !important;
      padding: 0 !important;
    }
    [part='shelf'] {
      overflow: visible !important;
    }
    [part='grid'] > * {
      break-inside: avoid;
    }
  }
`;
