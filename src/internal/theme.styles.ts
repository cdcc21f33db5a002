import {css} from 'lit';

/** Common styles of all elements. The custom properties that are read here are documented at the elements that use them. */
export const themeStyles = css`
  :host {
    /* Unit of all lengths. At least 16px, because some pages set the font size of html to 62.5 %. */
    --_base: var(--video-gallery-base-size, max(1rem, 16px));
    --_accent: var(--video-gallery-accent, light-dark(#2256d6, #8fb1ff));
    --_muted: var(--video-gallery-muted-color, light-dark(#5a6170, #a4abb8));
    --_placeholder: var(--video-gallery-placeholder, light-dark(#e6e8ee, #3d4452));
    --_radius: var(--video-gallery-radius, calc(0.75 * var(--_base)));
    --_ring: var(--video-gallery-ring-width, 3px);
    display: block;
    color: var(--video-gallery-color, light-dark(#16181d, #f2f3f5));
    font: var(--video-gallery-font, 400 calc(0.875 * var(--_base)) / 1.4 system-ui, sans-serif);
    writing-mode: horizontal-tb;
  }
  /* Pages that outline everything that has the focus would also outline the whole list around a focused card. */
  :host(:focus) {
    outline: none !important;
  }
  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--video-gallery-muted-color, currentcolor);
    }
  }
  /* Space for the details of a card, in base sizes. Reserved before their module has loaded. */
  :host([show~='author']),
  :host([show~='size']) {
    --_more: 1.25;
  }
  :host([show~='description']) {
    --_more: 4;
  }
  :host([hidden]) {
    display: none;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: var(--video-gallery-chip-padding, 0.15em 0.45em);
    border-radius: var(--video-gallery-chip-radius, 0.4em);
    background: var(--video-gallery-chip-background, rgb(15 17 21 / 0.82));
    color: var(--video-gallery-chip-color, #fff);
    font: var(
      --video-gallery-chip-font,
      600 var(--_chip-size, calc(0.75 * var(--_base))) / 1.4 system-ui,
      sans-serif
    );
    white-space: nowrap;
    /* With forced colours, the outline is visible. */
    outline: 1px solid transparent;
  }
  /* A circle in the text colour, because a red dot would mean that the video is live now. */
  [part$='live'] {
    inline-size: 0.35em;
    block-size: 0.35em;
    border: 0.15em solid var(--resolution-badge-live-color, currentcolor);
    border-radius: 50%;
  }
  @media print {
    /* Dark text even in a dark colour scheme. Chips keep their background, because they are unreadable without it. */
    :host {
      color-scheme: light;
    }
    .chip,
    [part='check'] {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
  }
`;
