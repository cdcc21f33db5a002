import {css} from 'lit';

export const styles = css`
  :host {
    position: relative;
    min-inline-size: 0;
    padding: var(--video-card-padding, 0);
    border-radius: var(--_radius);
    background: var(--video-card-background, transparent);
  }

  [part='thumbnail'] {
    position: relative;
    display: block;
    overflow: hidden;
    container-type: var(--_container, inline-size);
    aspect-ratio: var(--video-card-aspect-ratio, 16 / 9);
    border-radius: var(--_radius);
    background: var(--_placeholder);
  }
  /* A play sign, for as long as there is no picture above it. */
  [part='placeholder'] {
    position: absolute;
    inset: 0;
    inline-size: calc(2.5 * var(--_base));
    block-size: calc(2.5 * var(--_base));
    margin: auto;
    background: var(--_muted);
    clip-path: polygon(18% 5%, 95% 50%, 18% 95%);
  }
  ::slotted([slot='media']),
  video,
  img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: var(--video-card-fit, cover);
  }
  /* A picture that is loading shows nothing by itself, and each change of style costs time. */
  [part='preview']:not(.loaded),
  .hidden {
    opacity: 0;
  }
  .portrait :is(img, video) {
    object-fit: contain;
    background: var(--video-card-letterbox, light-dark(#0f1115, #3d4452));
  }
  [part='states'],
  [part='chips'] {
    position: absolute;
    inset: var(--video-card-chip-inset, calc(0.5 * var(--_base)));
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.25 * var(--_base));
    align-content: start;
  }
  [part='chips'] {
    place-content: end;
  }
  [part~='failed'] {
    background: var(--video-card-failed-background, #b3261e);
  }
  [part~='transcoding'] {
    background: var(--video-card-transcoding-background, #1f5fbf);
  }

  /* Space for two lines of title and one of date, so that all cards are equally high. */
  [part='body'] {
    display: block;
    block-size: var(
      --video-card-body-height,
      calc(var(--_card-body, 4.125 * var(--_base)) + var(--_more, 0) * var(--_base))
    );
    padding-block-start: calc(0.625 * var(--_base));
  }
  /* In a box that is as wide as its content: as wide as a column of a list, if there is space. */
  [part='body']::before {
    content: var(--_sizer, '. .');
    display: block;
    block-size: 0;
    overflow: hidden;
    visibility: hidden;
    font-size: 0;
    white-space: normal;
    word-spacing: calc(15 * var(--_base));
  }
  [part='link'] {
    all: unset;
    display: block;
    /* A button is only as wide as its content otherwise. */
    inline-size: 100%;
    cursor: pointer;
  }
  /* The link covers the card: one large target. */
  [part='link']::after {
    content: '';
    position: absolute;
    inset: 0;
    border-radius: var(--_radius);
  }
  [part='title'] {
    /* All cards have the same width in such a box, whatever their titles are. */
    contain: var(--_sizer, inline-size);
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    /* A title has its own direction, so that its end is cut off, but the common alignment. */
    text-align: -webkit-match-parent;
    text-align: match-parent;
    font: var(
      --video-card-title-font,
      600 var(--_card-title, calc(0.9375 * var(--_base))) / 1.35 system-ui,
      sans-serif
    );
  }
  [part='meta'] {
    display: block;
    margin-block-start: calc(0.25 * var(--_base));
    color: var(--_muted);
  }

  :host([selectable]) {
    cursor: pointer;
    outline: none;
  }
  [part='check'] {
    position: absolute;
    inset-block-start: calc(var(--video-card-padding, 0px) + calc(0.5 * var(--_base)));
    inset-inline-end: calc(var(--video-card-padding, 0px) + calc(0.5 * var(--_base)));
    display: grid;
    place-items: center;
    box-sizing: border-box;
    inline-size: var(--video-card-check-size, calc(1.75 * var(--_base)));
    block-size: var(--video-card-check-size, calc(1.75 * var(--_base)));
    border: 2px solid #fff;
    border-radius: 50%;
    background: var(--video-gallery-chip-background, rgb(15 17 21 / 0.82));
    color: var(--video-card-check-color, light-dark(#fff, #10131a));
    font-weight: 700;
  }
  :host([selectable='multiple']) [part='check'] {
    border-radius: 0.4em;
  }
  :host([selectable='single']:not([selected])) [part='check'] {
    display: none;
  }
  /* Beside the text, not on a cover. */
  :host([layout='list'][selectable]) [part='body'] {
    padding-inline-end: calc(
      var(--video-card-check-size, calc(1.75 * var(--_base))) + var(--_base)
    );
  }
  :host([layout='list']:not([selected])) [part='check'] {
    border-color: var(--_muted);
    background: none;
  }
  :host([selected]) [part='check'] {
    background: var(--_accent);
  }
  /* The mark has its corner. */
  :host([selectable]) [part='states'] {
    margin-inline-end: var(--video-card-check-size, calc(1.75 * var(--_base)));
  }
  :host([blocked]) {
    cursor: not-allowed;
  }
  :host([blocked]) :is(img, [part='check']) {
    opacity: var(--video-card-blocked-opacity, 0.45);
  }
  :host([blocked]) [part='link'] {
    cursor: inherit;
  }
  /* A reason replaces the second line. */
  :host([blocked]) [part='title'] {
    -webkit-line-clamp: 1;
  }

  /* What the chips say, in words. */
  #details {
    position: absolute;
    clip-path: inset(50%);
    inline-size: 1px;
    overflow: hidden;
    white-space: nowrap;
    user-select: none;
  }

  /* The page renders the card. Only the link remains, with its name for screen readers. */
  .replaced {
    display: contents;
  }
  .replaced [part='meta'] {
    display: none;
  }
  .replaced [part='title'] {
    position: absolute;
    clip-path: inset(50%);
  }
  [part='actions'] {
    display: flex;
    flex-wrap: wrap;
    gap: calc(0.5 * var(--_base));
  }
  /* Above the link that covers the card, so that they can be clicked. */
  ::slotted([slot='actions']) {
    position: relative;
  }

  :host([layout='list']:not([hidden])) {
    display: grid;
    grid:
      auto 1fr / var(
        --video-card-thumbnail-size,
        clamp(calc(7 * var(--_base)), 36%, calc(15 * var(--_base)))
      )
      minmax(0, 1fr);
    column-gap: var(--video-card-gap, var(--_base));
  }
  :host([layout='list']) [part='thumbnail'] {
    grid-row: span 2;
    align-self: start;
  }
  :host([layout='list']) [part='body'] {
    padding-block-start: 0;
  }
  :host([layout='list']) [part='actions'] {
    grid-column: 2;
  }
  ::slotted([slot='content']) {
    grid-column: 1 / -1;
  }
  /* 11 times the base size, in em: conditions cannot use custom properties. */
  @container (width < 12.5em) {
    [part='states'],
    [part='chips'] {
      inset: calc(var(--video-card-chip-inset, calc(0.5 * var(--_base))) / 2);
      --_chip-size: calc(0.6875 * var(--_base));
    }
  }

  :host([selected]) [part='thumbnail'],
  :host([selected]) .replaced [part='link']::after {
    outline: var(--_ring) solid var(--_accent);
  }
  :host([selected]) [part='title'] {
    color: var(--_accent);
  }
  :host(:focus-visible) [part='link']::after,
  [part='link']:focus-visible::after {
    outline: var(--_ring) solid var(--_accent);
    outline-offset: var(--_ring);
  }
  @media (hover: hover) {
    :host(:hover) img {
      scale: 1.04;
    }
    :host(:hover) [part='title'] {
      text-decoration: underline;
    }
  }

  /* Two lines of a title that is loading. */
  .skeleton {
    background: linear-gradient(var(--_placeholder) 40%, #0000 0 60%, var(--_placeholder) 0) 0
      calc(0.75 * var(--_base)) / 75% calc(2.25 * var(--_base)) no-repeat;
  }
  .skeleton:dir(rtl) {
    background-position-x: 100%;
  }
  /* For screen readers only. */
  .spoken {
    position: absolute;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
