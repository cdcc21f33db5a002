import {html, nothing} from 'lit';
import type {GalleryElement} from '../../elements/gallery-element.js';
import type {Language} from '../../elements/language-controller.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import {addTexts} from '../../languages/registry.js';
import {words} from '../../internal/words.js';
import type {Video} from '../../model/video.js';
import {describe, type Detail} from './describe.js';
import {styles} from './details.styles.js';
import {texts} from './texts.js';

addTexts(texts);

/** The part of a card that details need. */
export interface DetailsHost extends GalleryElement {
  readonly show?: string | undefined;
  readonly progress?: number | undefined;
}

/** The details below the title; undefined without `show`, for the date. */
export function renderDetails(card: DetailsHost, video: Video, language: Language): unknown {
  card.addStyles(styles);
  if (!card.show) return undefined;
  const details = detailsOf(card)
    .map((name) => describe[name](video, language))
    .filter(Boolean);
  const {description} = video;
  return html`${
    details.length > 0
      ? html`<span part="details"
          >${details.map((text, at) => html`${at > 0 ? ' · ' : nothing}<bdi>${text}</bdi>`)}</span
        >`
      : nothing
  }${
    hasDescription(card) && description
      ? html`<span part="description" dir="auto">${description}</span>`
      : nothing
  }`;
}

/** The watched part as a bar at the lower edge of the cover. */
export function renderProgress({progress}: DetailsHost): unknown {
  return progress
    ? html`<progress part="progress" aria-hidden="true" value=${progress}></progress>`
    : nothing;
}

/** The details as text for screen readers, without the duration, which the description of every card contains. */
export function spokenDetails(card: DetailsHost, video: Video, language: Language): string {
  const {progress, show} = card;
  const names: readonly Detail[] = show ? detailsOf(card) : ['date'];
  return [
    ...names.filter((name) => name !== 'duration').map((name) => describe[name](video, language)),
    hasDescription(card) && video.description,
    progress && watched(progress, language),
  ]
    .filter(Boolean)
    .join(language.strings.separator);
}

/** The details of `show`, in order. */
function detailsOf({show}: DetailsHost): Detail[] {
  return words(show).filter((word): word is Detail => Object.hasOwn(describe, word));
}

function hasDescription({show}: DetailsHost): boolean {
  return words(show).includes('description');
}

/** "45% watched". */
function watched(share: number, {tag, strings}: Language): string | undefined {
  const percent = new Intl.NumberFormat(tag, {style: 'percent'}).format(share);
  return strings.watched && formatPhrase(strings, strings.watched, {percent});
}
