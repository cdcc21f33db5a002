import type {Sharp, SharpOptions} from 'sharp';
import type {CoverFormat} from './cover-options.js';

/** Image processing. */
export interface Pictures {
  /** Scales a picture down to a maximum width. */
  resize(original: Uint8Array, width: number, format: CoverFormat): Promise<Uint8Array>;
  /** Colours of its upper, middle and lower third: `#aabbcc,#aabbcc,#aabbcc`. */
  colors(original: Uint8Array): Promise<string>;
}

/** Maximum number of pixels, because a small file can contain a huge picture. */
const MAX_PIXELS = 50_000_000;

const OPTIONS: SharpOptions = {limitInputPixels: MAX_PIXELS, failOn: 'error', pages: 1};

/** Decoders that are enabled. All others are disabled. */
const LOADERS = ['Jpeg', 'Png', 'Webp', 'Heif', 'Nsgif'].map((name) => `VipsForeignLoad${name}`);

/** Effort 2 of AVIF takes a tenth of the time of the default, for a few per cent more bytes. */
const OUTPUT: Readonly<Record<CoverFormat, (picture: Sharp) => Sharp>> = {
  avif: (picture) => picture.avif({quality: 50, effort: 2}),
  webp: (picture) => picture.webp({quality: 74}),
  jpeg: (picture) => picture.flatten({background: '#fff'}).jpeg({quality: 76, mozjpeg: true}),
};

/** Undefined where `sharp` is not installed, or does not run. */
export async function loadPictures(): Promise<Pictures | undefined> {
  const loaded = await import('sharp').catch(() => undefined);
  if (!loaded) return undefined;
  const {default: sharp} = loaded;
  // One thread for each picture, and no cache in memory, because the disk is the cache.
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.block({operation: ['VipsForeignLoad']});
  sharp.unblock({operation: LOADERS});
  return {
    resize(original, width, format) {
      // Rotated as the metadata say, and then without metadata.
      const picture = sharp(original, OPTIONS).rotate();
      return OUTPUT[format](picture.resize({width, withoutEnlargement: true})).toBuffer();
    },
    async colors(original) {
      const thirds = sharp(original, OPTIONS).rotate().resize(1, 3, {fit: 'fill'}).removeAlpha();
      const pixels = await thirds.toColourspace('srgb').raw().toBuffer();
      const hex = pixels.toString('hex');
      return [0, 6, 12].map((start) => `#${hex.slice(start, start + 6)}`).join();
    },
  };
}
