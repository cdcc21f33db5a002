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

/** Width of the covers in a container. */
interface CoverBox {
  readonly width: number;
  readonly columns: number;
}

/** Width of a cover whose card cannot be measured. */
const UNKNOWN = 320;

/** In `sizes`: the browser measures the picture, if it can. */
const AUTO = 'auto, ';

/** Cached until the next frame, because each measurement forces a layout. */
let boxes = new WeakMap<Element, CoverBox>();

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
  watch(card, image);
  if (image.srcset === set) return;
  if (!set) return image.removeAttribute('srcset');
  if (failures.get(image) === set) return;
  const {width, columns} = boxAround(card, thumbnail);
  const isFirst = card.index >= 0 && card.index < columns;
  image.fetchPriority = isFirst ? 'high' : 'auto';
  image.loading = isFirst ? 'eager' : 'lazy';
  // Browsers with `sizes=auto` measure the picture themselves, also when the card changes.
  image.sizes = `${isFirst ? '' : AUTO}${width}px`;
  image.srcset = set;
}

/**
 * Requests the vendor's picture if that of the proxy fails, before the card handles the error. Keeps Chromium from requesting a
 * larger file when the card is removed or moved, because it cannot measure the picture then.
 */
function watch(card: VideoCardElement, image: HTMLImageElement): void {
  if (failures.has(image)) return;
  failures.set(image, '');
  card.addController({
    hostDisconnected: () => (image.sizes = image.sizes.replace(AUTO, '')),
  });
  image.parentElement?.addEventListener(
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

/** Width of the covers in the container of a card, and their number in the first row. */
function boxAround(card: HTMLElement, thumbnail: HTMLElement): CoverBox {
  const parent = card.parentElement ?? card;
  let box = boxes.get(parent);
  if (!box) {
    const width = thumbnail.offsetWidth || UNKNOWN;
    const columns = Math.round(parent.offsetWidth / card.offsetWidth) || 1;
    boxes.set(parent, (box = {width, columns}));
    requestAnimationFrame(() => (boxes = new WeakMap()));
  }
  return box;
}
