import type {Hono, MiddlewareHandler} from 'hono';
import {accessOf, type Access, type GalleryOptions} from './access/gallery.js';
import {playOriginCheck} from './access/play-origins.js';
import {crossOrigin} from './cross-origin.js';

/** The routes of one gallery, and who may see what there. */
export interface GalleryRoutes {
  /** In front of all its routes: empty, or such as `/sites/shop`. */
  readonly path: string;
  readonly accessOf: (request: Request, env: unknown) => Access | Promise<Access>;
  /** @throws {ProxyError} 403 where videos must not play. */
  readonly checkPlayOrigin: (request: Request) => void;
  /** Whether play addresses must not be cached publicly, because a cached copy would bypass this check. */
  readonly isPlayPrivate: boolean;
}

/** Site names need no percent-encoding and no case conversion. */
const SITE_NAME = /^[a-z\d][a-z\d-]{0,62}$/;

/** Options of all galleries of a proxy: the one at the root, and one for each name in `sites`. */
export interface SiteOptions extends GalleryOptions {
  /**
   * More galleries, by their names: `shop` is at `/sites/shop/videos`. With them there is no gallery at
   * the root, unless `scope`, `access` or `linkKeys` say what can be seen there. Default: none.
   */
  readonly sites?: Readonly<Record<string, GalleryOptions>> | undefined;
}

/** Whether a site may have that name. */
export function isSiteName(name: string): boolean {
  return SITE_NAME.test(name);
}

/** The galleries of a proxy. */
export function galleriesOf({sites, ...root}: SiteOptions): [path: string, GalleryOptions][] {
  if (!sites) return [['', root]];
  const named = Object.entries(sites).map(([name, options]): [string, GalleryOptions] => {
    if (!isSiteName(name)) throw new TypeError(`"${name}" is not a valid name of a site.`);
    return [`/sites/${name}`, options];
  });
  const isRootOpen = root.scope ?? root.access ?? root.linkKeys;
  return isRootOpen ? [['', root], ...named] : named;
}

/**
 * Prepares the paths of a gallery.
 *
 * @param before - Middleware that runs before all routes of the gallery.
 */
export function addGallery(
  app: Hono,
  [path, options]: [path: string, GalleryOptions],
  before: readonly MiddlewareHandler[],
): GalleryRoutes {
  for (const below of [`${path}/videos/*`, `${path}/categories/*`]) {
    app.use(below, crossOrigin(options.allowedOrigins ?? []), ...before);
  }
  return {
    path,
    accessOf: accessOf(options),
    checkPlayOrigin: playOriginCheck(options.playOrigins),
    isPlayPrivate: options.playOrigins !== undefined,
  };
}
