/**
 * Reads a picture from the storage of the host.
 *
 * @param imageUrl - The address in the record; may be relative.
 * @param signal - Aborted when no request waits for it.
 * @returns Undefined if there is none.
 */
export type ReadCover = (
  imageUrl: string,
  signal: AbortSignal,
) => Uint8Array | undefined | Promise<Uint8Array | undefined>;

/** Options of covers. Needs Node, and the package `sharp` for resizing. */
export interface CoverOptions {
  /** Folder for prepared pictures. It is created if it is missing. */
  readonly folder: string;
  /** Maximum size of the folder in bytes. Default: 512 MiB. */
  readonly maxCacheBytes?: number | undefined;
  /**
   * Hosts that covers may be on: `img.example.com`, `*.example.com`, or with a port. Default: all public hosts that the
   * vendor and upload callbacks name, on default ports.
   */
  readonly hosts?: readonly string[] | undefined;
  /** Hosts that may have a private IP address, such as `media.internal:8000`. Default: none. */
  readonly privateHosts?: readonly string[] | undefined;
  /** Reads pictures instead of requesting them. */
  readonly read?: ReadCover | undefined;
}

/** The widths of prepared pictures, in pixels. */
export const WIDTHS = [160, 320, 480, 640, 960, 1280] as const;

/** The formats of prepared pictures, best first. */
const FORMATS = ['avif', 'webp', 'jpeg'] as const;
export type CoverFormat = (typeof FORMATS)[number];

/** The smallest width that is wide enough, otherwise the greatest. */
export function fixedWidth(width: number): number {
  return WIDTHS.find((each) => each >= width) ?? WIDTHS.at(-1)!;
}

/** The best format that the `Accept` header of a client allows. */
export function acceptedFormat(accept = ''): CoverFormat {
  return FORMATS.find((format) => isAccepted(accept, `image/${format}`)) ?? 'jpeg';
}

/** Whether `Accept` contains a type, and not with `;q=0`. */
function isAccepted(accept: string, type: string): boolean {
  const [, parameters = ''] = accept
    .toLowerCase()
    .split(',')
    .map((each) => /^\s*([^\s;]+)(.*)$/.exec(each)?.slice(1) ?? [])
    .find(([name]) => name === type) ?? [undefined, ';q=0'];
  return !/;\s*q=0(?:\.0*)?\s*(?:;|$)/.test(parameters);
}
