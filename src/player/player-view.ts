import {html, nothing} from 'lit';
import {renderButton} from '../elements/video-list/button.js';
import {formatPhrase} from '../languages/format-phrase.js';
import type {Strings} from '../languages/strings.js';
import type {Clarity} from '../model/clarity.js';
import type {Video} from '../model/video.js';
import type {PlayFailure} from './play-failure.js';
import {playerWords} from './texts.js';

/** Reasons that another attempt does not change. */
const FINAL = /encrypted|broken|unavailable|unsupported|insecure/;

/** What the user reads beside the picture. */
export function renderText({title, description}: Partial<Video>) {
  return html`
    <span part="title" dir="auto">${title}</span>
    ${description ? html`<span part="description" dir="auto">${description}</span>` : nothing}
  `;
}

/** In place of the picture, while there is no video. */
export function renderEmpty(strings: Strings) {
  return html`<div part="empty"><span dir="auto">${playerWords(strings).empty}</span></div>`;
}

/** Over the picture: why the video cannot be played. */
export function renderFailure({reason}: PlayFailure, strings: Strings, retry: () => void) {
  const button = html`<button part="retry" type="button" @click=${retry}>${strings.retry}</button>`;
  return html`<div part="failure" role="alert">
    <span dir="auto">${playerWords(strings).reasons[reason]}</span>
    ${FINAL.test(reason) ? nothing : button}
  </div>`;
}

/** What the end of a video offers. */
export interface UpNext {
  /** The next video, if it is known. */
  readonly video: Video | undefined;
  /** Seconds until it starts. */
  readonly count: number;
  readonly play: () => void;
  readonly cancel: () => void;
}

/** Over the picture: the next video, which starts soon. */
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

/** A button that wants the next or the previous video. */
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
  /** What is played. */
  readonly played: Clarity;
  /** What the user has chosen; undefined for the player's own choice. */
  readonly chosen: Clarity | undefined;
  readonly choose: (quality: Clarity | undefined) => void;
}

/** The choice of quality. */
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
