import {html, type TemplateResult} from 'lit';
import {textsOf, type CardVideo} from './card-video.js';

/** The card as a Lit template. */
export function renderCard(video: CardVideo): TemplateResult {
  const {quality, duration, date} = textsOf(video);
  // prettier-ignore
  return html`<div class="card" role="listitem"><span class="thumbnail"><img src=${video.coverUrl} alt="" loading="lazy" decoding="async"><span class="chips"><span class="chip">${quality}</span><time class="chip" datetime="PT${video.durationSeconds}S">${duration}</time></span></span><span class="body"><button class="link" type="button"><span class="title">${video.title}</span></button><span class="meta">${date}</span></span></div>`;
}
