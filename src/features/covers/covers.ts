import {mediaUrl} from '../../internal/media-url.js';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {coverAddress, coverColors, coverWidths, type CoverUrl} from '../../model/cover.js';
import type {Video} from '../../model/video.js';

/** Selects covers of a suitable width. */
export interface CoversModule {
  /**
   * The address of a cover, for a picture without `srcset`.
   *
   * @param width - Width in device pixels. Default: the usual width.
   */
  readonly addressOf: (
    video: Video,
    coverUrl: CoverUrl | undefined,
    width?: number,
  ) => string | undefined;
  /** Sets `srcset` and `sizes` of a card's picture, before the browser chooses the file to request. */
  readonly setSources: (card: VideoCardElement, video: Video) => void;
}

/** The covers in a container. */
interface CoverBox {
  readonly width: number;
  /** Number of covers in the first row, if it is in the window; otherwise 0. */
  readonly urgent: number;
}

/** Width of a cover whose card cannot be measured. */
const UNKNOWN = 320;

/** Cached until the next frame, because each measurement forces a layout. */
let boxes = new WeakMap<Element, CoverBox>();

/** Observes the size of all covers in the page. */
let observer: ResizeObserver | undefined;

/** The `srcset` that failed last, for each picture with an error listener. */
const failures = new WeakMap<HTMLImageElement, string>();

export function addressOf(
  video: Video,
  coverUrl: CoverUrl | undefined,
  width = 0,
): string | undefined {
  const widths = width > 0 ? coverWidths(video, coverUrl) : [];
  const nearest = widths.find((offered) => offered >= width) ?? widths.at(-1);
  return coverAddress(video, nearest, coverUrl);
}

export function setSources(card: VideoCardElement, video: Video): void {
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
  watch(card, thumbnail, image);
  if (image.srcset === set) return;
  if (!set) return image.removeAttribute('srcset');
  if (failures.get(image) === set) return;
  const {width, urgent} = boxAround(card, thumbnail);
  const isUrgent = card.index >= 0 && card.index < urgent;
  image.fetchPriority = isUrgent ? 'high' : 'auto';
  image.loading = isUrgent ? 'eager' : 'lazy';
  image.sizes = `${width}px`;
  image.srcset = set;
}

/** Requests the vendor's picture if that of the proxy fails, before the card handles the error, and a larger one if it becomes wider. */
function watch(card: VideoCardElement, thumbnail: Element, image: HTMLImageElement): void {
  if (failures.has(image)) return;
  failures.set(image, '');
  observer ??= new ResizeObserver(requestWider);
  card.addController({
    hostConnected: () => observer!.observe(thumbnail),
    hostDisconnected: () => observer!.unobserve(thumbnail),
  });
  thumbnail.addEventListener(
    'error',
    (event) => {
      const original = mediaUrl(card.shownVideo?.coverUrl, card.baseURI);
      if (event.target !== image || !original || image.currentSrc === original) return;
      event.stopImmediatePropagation();
      if (image.srcset) failures.set(image, image.srcset);
      image.removeAttribute('srcset');
      image.src = original;
    },
    {capture: true},
  );
}

/**
 * Requests larger files for pictures that have become wider. Not with `sizes=auto`: Chromium would also request a file as wide as
 * the window when a picture is hidden or removed (whatwg/html#12712).
 */
function requestWider(entries: readonly ResizeObserverEntry[]): void {
  for (const {target, contentRect} of entries) {
    const image = target.querySelector('img');
    if (image && contentRect.width > parseFloat(image.sizes))
      image.sizes = `${contentRect.width}px`;
  }
}

/** Measures the covers in the container of a card. */
function boxAround(card: HTMLElement, thumbnail: HTMLElement): CoverBox {
  const parent = card.parentElement ?? card;
  let box = boxes.get(parent);
  if (!box) {
    const width = thumbnail.offsetWidth;
    const isInView = width && thumbnail.getBoundingClientRect().top < innerHeight;
    const urgent = isInView ? Math.round(parent.offsetWidth / card.offsetWidth) : 0;
    boxes.set(parent, (box = {width: width || UNKNOWN, urgent}));
    requestAnimationFrame(() => (boxes = new WeakMap()));
  }
  return box;
}
