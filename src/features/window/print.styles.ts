import {css} from 'lit';

export const printStyles = css`
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
