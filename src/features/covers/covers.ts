import {mediaUrl} from '../../internal/media-url.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {coverAddress, coverColors, coverWidths, type CoverUrl} from '../../model/cover.js';
import type {Video} from '../../model/video.js';

/** What shows covers in the right width. */
export interface CoversModule {
  /**
   * The address of a cover where there is no `srcset`.
   *
   * @param width - Device pixels that it is to fill. Default: the usual width.
   */
  readonly addressOf: (
    video: Video,
    coverUrl: CoverUrl | undefined,
    width?: number,
  ) => string | undefined;
  /** Tells a card's picture its widths, before the browser chooses what to request. */
  readonly dress: (card: VideoCardElement, video: Video) => void;
}

/** How wide covers are beside each other, in a box of cards. */
interface CoverBox {
  readonly width: number;
  readonly columns: number;
}

/** The usual width of a cover, where a card cannot be measured. */
const UNKNOWN: CoverBox = {width: 320, columns: 1};

/** Measured once for all cards that are drawn together: each measurement lays the page out. */
let boxes = new WeakMap<Element, CoverBox>();

/** Pictures whose failures are watched. */
const watched = new WeakSet<HTMLImageElement>();

export function addressOf(
  video: Video,
  coverUrl: CoverUrl | undefined,
  width = 0,
): string | undefined {
  const widths = width > 0 ? coverWidths(video, coverUrl) : [];
  const nearest = widths.find((offered) => offered >= width) ?? widths.at(-1);
  return coverAddress(video, nearest, coverUrl);
}

export function dress(card: VideoCardElement, video: Video): void {
  const {coverUrl, baseURI, renderRoot} = card;
  const thumbnail = renderRoot.querySelector<HTMLElement>('[part=thumbnail]');
  const image = renderRoot.querySelector<HTMLImageElement>('[part=image]');
  const colors = coverColors(video);
  if (thumbnail) thumbnail.style.background = colors ? `linear-gradient(${colors})` : '';
  if (!image || !thumbnail) return;
  const set = coverWidths(video, coverUrl)
    .map((width) => [mediaUrl(coverAddress(video, width, coverUrl), baseURI), `${width}w`])
    .filter(([address]) => address)
    .map((candidate) => candidate.join(' '))
    .join();
  watchFailure(card, image);
  if (image.srcset === set) return;
  if (!set) return image.removeAttribute('srcset');
  const {width, columns} = boxAround(card, thumbnail);
  const isFirst = card.index >= 0 && card.index < columns;
  image.fetchPriority = isFirst ? 'high' : 'auto';
  image.loading = isFirst ? 'eager' : 'lazy';
  // A browser that knows `auto` measures for itself, whatever becomes of the card.
  image.sizes = isFirst ? `${width}px` : `auto, ${width}px`;
  image.srcset = set;
}

/** Shows the vendor's own picture when the proxy has none, before the card hears of the failure. */
function watchFailure(card: VideoCardElement, image: HTMLImageElement): void {
  if (watched.has(image)) return;
  watched.add(image);
  image.parentElement?.addEventListener(
    'error',
    (event) => {
      const original = mediaUrl(card.shownVideo?.coverUrl, card.baseURI);
      if (event.target !== image || !original || image.currentSrc === original) return;
      event.stopImmediatePropagation();
      image.removeAttribute('srcset');
      image.src = original;
    },
    {capture: true},
  );
}

/** How wide covers are in the box of a card, and how many there are in its first row. */
function boxAround(card: HTMLElement, thumbnail: HTMLElement): CoverBox {
  const parent = card.parentElement ?? card;
  let box = boxes.get(parent);
  if (!box) {
    const width = thumbnail.offsetWidth;
    const columns = Math.round(parent.offsetWidth / card.offsetWidth) || 1;
    boxes.set(parent, (box = width ? {width, columns} : UNKNOWN));
    requestAnimationFrame(() => (boxes = new WeakMap()));
  }
  return box;
}
