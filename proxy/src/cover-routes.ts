import type {Context, Hono} from 'hono';
import type {Access} from './access/gallery.js';
import {acceptedFormat, fixedWidth} from './covers/cover-options.js';
import type {CoverAnswers} from './covers/cover-answers.js';
import {namesTag} from './entity-tags.js';
import type {GalleryRoutes} from './gallery-routes.js';
import {joinHeaders, type HeaderRecord} from './join-headers.js';
import {clampedParameter, textParameter} from './parameters.js';
import {ProxyError} from './proxy-error.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {callerOf, queryOf, videoIdOf} from './request-parts.js';
import {entityTag} from './responses.js';

/** Seconds in a year: cache time of a picture whose address contains its version. */
const YEAR = 31_536_000;

/** Cache time in seconds of a picture whose address has no version. */
const SHORT = 60;

/** Default width. */
const DEFAULT_WIDTH = 640;

/** Prevents browsers from treating a picture as a document or a script. */
const PICTURE_HEADERS: HeaderRecord = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
};

/** Adds `/videos/{videoId}/cover` below a path. */
export function addCoverRoutes(
  app: Hono,
  {path, accessOf}: GalleryRoutes,
  covers: CoverAnswers | undefined,
): void {
  const route = `${path}/videos/:videoId/cover`;
  app.get(route, async (context) => {
    const {req, env} = context;
    if (!covers) throw new ProxyError(501, 'This proxy has no covers.');
    const access = await accessOf(req.raw, env);
    const videoId = videoIdOf(req.param('videoId'));
    const parameters = queryOf(req.url);
    const most = Number.MAX_SAFE_INTEGER;
    const width = clampedParameter(parameters, 'w', {fallback: DEFAULT_WIDTH, least: 1, most});
    const wanted = {width: fixedWidth(width), format: acceptedFormat(req.header('accept'))};
    const picture = await covers.pictureOf(videoId, wanted, access, callerOf(context));
    const isVersion = textParameter(parameters, 'v') === picture.version;
    const hit = picture.isHit ? 'hit' : 'fwd=miss; stored';
    const headers = joinHeaders(context.get('crossOrigin') ?? {}, {
      ...PICTURE_HEADERS,
      ...cachingOf(access, isVersion),
      'content-type': picture.type,
      'cache-status': `cloud-vod-gallery; ${hit}`,
    });
    return pictureResponse(context, picture.bytes, headers);
  });
  refuseOtherMethods(app, route, ['GET', 'HEAD']);
}

async function pictureResponse(
  {req}: Context,
  bytes: Uint8Array,
  headers: HeaderRecord,
): Promise<Response> {
  const body = new Uint8Array(bytes);
  const etag = await entityTag(body);
  if (namesTag(req.header('if-none-match'), etag)) {
    return new Response(null, {status: 304, headers: {...headers, etag}});
  }
  const length = String(body.length);
  return new Response(body, {headers: {...headers, etag, 'content-length': length}});
}

/** A picture with its version in the address never changes. It is still not cached longer than the token is valid. */
function cachingOf({isPrivate, expiresAtMs = Infinity}: Access, isVersion: boolean): HeaderRecord {
  const left = Math.max(0, Math.floor((expiresAtMs - Date.now()) / 1000));
  const seconds = Math.min(isVersion ? YEAR : SHORT, left);
  const vary = isPrivate ? 'Accept, Authorization' : 'Accept';
  const scope = isPrivate ? 'private' : 'public';
  const immutable = isVersion ? ', immutable' : '';
  return {'cache-control': `${scope}, max-age=${seconds}${immutable}`, vary};
}
