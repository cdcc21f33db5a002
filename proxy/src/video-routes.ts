import type {Hono} from 'hono';
import type {Access} from './access/gallery.js';
import type {PlayAddresses} from './access/play-addresses.js';
import type {VideoLookup} from './access/video-lookup.js';
import type {AnswerWriter} from './answer-writer.js';
import type {GalleryRoutes} from './gallery-routes.js';
import {parseListQuery} from './list-query.js';
import type {SourceAnswer} from './list-source.js';
import {ProxyError} from './proxy-error.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {callerOf, queryOf, videoIdOf} from './request-parts.js';
import {envelope} from './envelope.js';
import {playExpiry} from './vendor/play-expiry.js';

/** What single videos are made of. */
export interface VideoRoutes {
  readonly videos: VideoLookup;
  /** Source of play addresses; undefined if there is none. */
  readonly play: PlayAddresses | undefined;
  readonly writer: AnswerWriter;
  /** Completes an answer that has videos. */
  readonly complete: (answer: SourceAnswer, access: Access) => Promise<SourceAnswer>;
}

/** Adds `/videos/{videoId}`, `/videos/{videoId}/index` and `/videos/{videoId}/play` below a path. */
export function addVideoRoutes(app: Hono, gallery: GalleryRoutes, routes: VideoRoutes): void {
  const {path, accessOf, checkPlayOrigin, isPlayPrivate} = gallery;
  const {videos, play, writer, complete} = routes;
  const video = `${path}/videos/:videoId`;

  app.get(video, async (context) => {
    const {req, env} = context;
    const access = await accessOf(req.raw, env);
    const videoId = videoIdOf(req.param('videoId'));
    const answer = await videos.videoOf(videoId, access, callerOf(context));
    return writer.cacheable(context, access, await complete(answer, access));
  });
  refuseOtherMethods(app, video, ['GET', 'HEAD']);

  app.get(`${video}/index`, async (context) => {
    const {req, env} = context;
    const access = await accessOf(req.raw, env);
    const videoId = videoIdOf(req.param('videoId'));
    const place = await videos.placeOf(videoId, parseListQuery(queryOf(req.url)), access);
    return writer.cacheable(context, access, {envelope: envelope(place)});
  });
  refuseOtherMethods(app, `${video}/index`, ['GET', 'HEAD']);

  app.get(`${video}/play`, async (context) => {
    const {req, env} = context;
    if (!play)
      throw new ProxyError(501, 'This proxy has no play addresses, because it has no account.');
    const access = await accessOf(req.raw, env);
    checkPlayOrigin(req.raw);
    const videoId = videoIdOf(req.param('videoId'));
    const answer = await play.addressesOf(videoId, access, callerOf(context));
    const expiresAtMs = playExpiry(answer.envelope);
    const isPrivate = access.isPrivate || isPlayPrivate;
    const extra = expiresAtMs === undefined ? answer.extra : {...answer.extra, expiresAtMs};
    return writer.cacheable(context, {...access, isPrivate}, {...answer, extra}, expiresAtMs);
  });
  refuseOtherMethods(app, `${video}/play`, ['GET', 'HEAD']);
}
