import {html, nothing} from 'lit';
import {renderButton} from '../elements/video-list/button.js';
import {formatPhrase} from '../languages/format-phrase.js';
import type {Strings} from '../languages/strings.js';
import type {Clarity} from '../model/clarity.js';
import type {Video} from '../model/video.js';
import type {PlayFailure} from './play-failure.js';
import {playerWords} from './texts.js';

/** Reasons for which a retry does not help. */
const FINAL = /encrypted|broken|unavailable|unsupported|insecure/;

/** Title and description below the video. */
export function renderText({title, description}: Partial<Video>) {
  return html`
    <span part="title" dir="auto">${title}</span>
    ${description ? html`<span part="description" dir="auto">${description}</span>` : nothing}
  `;
}

/** Shown while there is no video. */
export function renderEmpty(strings: Strings) {
  return html`<div part="empty"><span dir="auto">${playerWords(strings).empty}</span></div>`;
}

/** Shown over the video: why it cannot be played. */
export function renderFailure({reason}: PlayFailure, strings: Strings, retry: () => void) {
  const button = html`<button part="retry" type="button" @click=${retry}>${strings.retry}</button>`;
  return html`<div part="failure" role="alert">
    <span dir="auto">${playerWords(strings).reasons[reason]}</span>
    ${FINAL.test(reason) ? nothing : button}
  </div>`;
}

/** Data of the countdown at the end of a video. */
export interface UpNext {
  /** The next video, if it is known. */
  readonly video: Video | undefined;
  /** Seconds until the next video starts. */
  readonly count: number;
  readonly play: () => void;
  readonly cancel: () => void;
}

/** Shown over the video: the next video, and a countdown. */
export function renderUpNext({video, count, play, cancel}: UpNext, strings: Strings) {
  const words = playerWords(strings);
  const title = video?.title;
  return html`<div part="up-next">
    ${
      title
        ? html`<span dir="auto">${formatPhrase(strings, words.upNext, {title})}</span>`
        : nothing
    }
    <span aria-hidden="true">${formatPhrase(strings, words.countdown, {count})}</span>
    <span class="buttons">
      <button part="play-now" type="button" @click=${play}>${words.playNow}</button>
      <button part="cancel" type="button" @click=${cancel}>${words.cancel}</button>
    </span>
  </div>`;
}

/** The button for the next or the previous video. */
export function renderStep(
  part: 'next' | 'previous',
  label: string,
  press: () => void,
  isEnabled: boolean,
) {
  const sign = part === 'next' ? '⏭' : '⏮';
  const content = html`<span aria-hidden="true" title=${label}>${sign}</span>`;
  return renderButton(part, content, press, isEnabled, label);
}

/** The qualities of a video. */
export interface QualityChoice {
  /** Best first. */
  readonly qualities: readonly Clarity[];
  /** The present source or quality. */
  readonly played: Clarity;
  /** The quality that the user has selected; undefined for automatic. */
  readonly chosen: Clarity | undefined;
  readonly choose: (quality: Clarity | undefined) => void;
}

/** The select for the quality. */
export function renderQuality(
  {qualities, played, chosen, choose}: QualityChoice,
  strings: Strings,
) {
  const {picture, automatic} = playerWords(strings);
  const isOffered = !!chosen && qualities.includes(chosen);
  const change = ({target}: Event) =>
    choose(((target as HTMLSelectElement).value || undefined) as Clarity | undefined);
  return html`<label part="quality"
    ><span>${picture}</span>
    <select @change=${change}>
      <option value="" ?selected=${!isOffered}>${automatic} (${strings.clarities[played]})</option>
      ${qualities.map(
        (quality) =>
          html`<option value=${quality} ?selected=${quality === chosen}>
            ${strings.clarities[quality]}
          </option>`,
      )}
    </select></label
  >`;
}
