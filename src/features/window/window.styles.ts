import {css} from 'lit';

export const styles = css`
  /* Covers an area without cards, so that an IntersectionObserver reports it. */
  .blank {
    position: absolute;
    visibility: hidden;
    overflow-anchor: none;
  }
  /* A card outside of the view, at its position in the list. */
  .apart {
    position: absolute;
    inset-inline: 0;
  }
  :host([layout='row']) .apart {
    inset: 0 auto auto;
    inline-size: var(--_column);
  }
  /*
   * Not in WebKit, which is detected by a missing property: when cards change, it snaps to the card with the same index in
   * the DOM, which scrolls to other videos.
   */
  @supports (overflow-anchor: none) {
    :host([layout='row']) [part='shelf'] {
      scroll-snap-type: inline proximity;
    }
    :host([layout='row']) [part='grid'] > * {
      scroll-snap-align: start;
    }
  }
  /* Prints only cards, and no card on two pages. */
  @media print {
    .tools,
    .news,
    .blank,
    .frame > button,
    [part='selection'],
    .paging {
      display: none;
    }
    /* Overrides rules for rows, and the style attribute. */
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
