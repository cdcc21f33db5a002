/**
 * Reads a picture from the storage of the host.
 *
 * @param imageUrl - As the record has it; may be relative.
 * @param signal - Aborted when no request waits for it.
 * @returns Undefined if there is none.
 */
export type ReadCover = (
  imageUrl: string,
  signal: AbortSignal,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** How covers are served. Needs Node, and the package `sharp` to make them smaller. */
export interface CoverOptions {
  /** Folder in which pictures are kept. It is made if it is missing. */
  readonly folder: string;
  /** Bytes of all pictures that are kept, at most. Default: 512 MiB. */
  readonly maxCacheBytes?: number | undefined;
  /**
   * Hosts that covers may be on: `img.example.com`, `*.example.com`, or with a port. Default: the hosts that the vendor and
   * upload callbacks name, on their usual ports.
   */
  readonly hosts?: readonly string[] | undefined;
  /** Hosts that may have an address inside of the own network, such as `media.internal:8000`. Default: none. */
  readonly privateHosts?: readonly string[] | undefined;
  /** Reads pictures instead of requesting them. */
  readonly read?: ReadCover | undefined;
}

/** The widths of prepared pictures, in pixels. */
export const WIDTHS = [160, 320, 480, 640, 960, 1280] as const;

/** The formats of prepared pictures, best first. */
const FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type CoverFormat = (typeof FORMATS)[number];

/** The smallest of the widths that is wide enough; the greatest for all others. */
export function fixedWidth(width: number): number {
  return WIDTHS.find((each) => each >= width) ?? WIDTHS.at(-1)!;
}

/** The best format that a client says it can show (`Accept`). */
export function acceptedFormat(accept = ''): CoverFormat {
  return FORMATS.find((format) => isAccepted(accept, `image/${format}`)) ?? 'jpeg';
}

/** Whether a type is named, and not as one that is not wanted (`;q=0`). */
function isAccepted(accept: string, type: string): boolean {
  const [, parameters = ''] = accept
    .toLowerCase()
    .split(',')
    .map((each) => /^\s*([^\s;]+)(.*)$/.exec(each)?.slice(1) ?? [])
    .find(([name]) => name === type) ?? [undefined, ';q=0'];
  return !/;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(parameters);
}
