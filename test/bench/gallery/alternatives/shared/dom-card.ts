import {textsOf, type CardVideo} from './card-video.js';

const template = document.createElement('template');
// On one line, because white space between tags becomes text nodes.
template.innerHTML = `<div class="card" role="listitem"><span class="thumbnail"><img alt="" loading="lazy" decoding="async"><span class="chips"><span class="chip"></span><time class="chip"></time></span></span><span class="body"><button class="link" type="button"><span class="title"></span></button><span class="meta"></span></span></div>`;

/** A card of plain DOM elements. */
export function createCard(video: CardVideo): HTMLElement {
  const card = template.content.firstElementChild!.cloneNode(true) as HTMLElement;
  const [thumbnail, body] = card.children as unknown as [HTMLElement, HTMLElement];
  const [image, chips] = thumbnail.children as unknown as [HTMLImageElement, HTMLElement];
  const [quality, duration] = chips.children as unknown as [HTMLElement, HTMLTimeElement];
  const texts = textsOf(video);
  image.src = video.coverUrl;
  quality.textContent = texts.quality;
  duration.textContent = texts.duration;
  duration.dateTime = `PT${video.durationSeconds}S`;
  body.lastElementChild!.textContent = texts.date;
  setTitle(card, video.title);
  return card;
}

/** A fragment with cards, for one insertion. */
export function createCards(videos: readonly CardVideo[]): DocumentFragment {
  const cards = document.createDocumentFragment();
  for (const video of videos) cards.append(createCard(video));
  return cards;
}

/** Changes the title of a card. */
export function setTitle(card: Element, title: string): void {
  card.querySelector('.title')!.textContent = title;
}

/** Marks one card at a time, as a click does. Returns a function that selects the card at an index. */
export function makeSelectable(host: HTMLElement): (index: number) => void {
  let selected: Element | null = null;
  host.addEventListener('click', ({target}) => {
    const card = (target as Element).closest('.card');
    selected?.classList.remove('selected');
    card?.classList.add('selected');
    selected = card;
  });
  return (index) => host.querySelectorAll<HTMLElement>('.link')[index]!.click();
}
