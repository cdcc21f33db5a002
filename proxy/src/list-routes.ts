import type {Context, Hono} from 'hono';
import {TOKEN_PARAMETER, type Access} from './access/gallery.js';
import type {KnownVideos} from './access/known-videos.js';
import {narrowQuery} from './access/narrow-query.js';
import type {PlayDesk} from './access/play-desk.js';
import {scopedCategories} from './access/scoped-categories.js';
import type {Scope} from './access/scope.js';
import {cacheStatusOf} from './cache-status.js';
import {cachingFor} from './caching-for.js';
import type {Caller} from './caller.js';
import {parseCategoryQuery} from './category-query.js';
import type {GalleryRoutes} from './gallery-routes.js';
import {joinHeaders} from './join-headers.js';
import {parseListQuery, type ListQuery} from './list-query.js';
import {bodyParameters, MAX_PARAMETERS_BYTES, queryParameters} from './parameters.js';
import {ProxyError} from './proxy-error.js';
import {readBody} from './read-body.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {remember} from './remember.js';
import {
  cacheableResponse,
  envelope,
  RenderedAnswers,
  uncachedResponse,
  type CachePolicy,
} from './responses.js';
import {playExpiry} from './vendor/play-expiry.js';
import {pageOf, type SourceAnswer, type ListSource} from './list-source.js';

/** Characters of a `videoId` in an address, at most. A real one has 32. */
const MAX_ID_LENGTH = 128;

/** What the lists are made of. */
export interface ListRoutes {
  readonly source: ListSource;
  /** Gives play addresses; without it nothing plays. */
  readonly play: PlayDesk | undefined;
  readonly known: KnownVideos;
  readonly caching: CachePolicy;
}

/** A list that is asked for: parsed and within the scope. */
interface ScopedQuery {
  readonly asked: ListQuery;
  /** Undefined when nothing that is asked for is in the scope. */
  readonly query: ListQuery | undefined;
}

/** Adds `/videos`, `/videos/{videoId}/play` and `/categories` below a path. */
export function addListRoutes(app: Hono, gallery: GalleryRoutes, routes: ListRoutes): void {
  const {path, accessOf, checkPlayOrigin, isPlayPrivate} = gallery;
  const {source, play, known} = routes;
  const rendered = new RenderedAnswers();
  // Reading an address takes longer than finding the answer, and galleries ask for the same few.
  const scopedQueries = rememberByScope(({scope}, url) =>
    narrowed(parseListQuery(queryOf(url)), scope),
  );

  app.get(`${path}/videos`, async (context) => {
    const access = await accessOf(context.req.raw, context.env);
    const answer = await list(scopedQueries(access, context.req.url), callerOf(context));
    return cacheable(context, access, answer);
  });
  app.post(`${path}/videos`, async (context) => {
    const {req, env} = context;
    const {scope} = await accessOf(req.raw, env);
    const body = bodyParameters(await readBody(req.raw, MAX_PARAMETERS_BYTES));
    const asked = parseListQuery({...queryOf(req.url), ...body});
    const answer = await list(narrowed(asked, scope), callerOf(context));
    const page = {...answer.envelope, ...answer.extra};
    return uncachedResponse(context, page, 200, cacheStatusOf(answer));
  });
  refuseOtherMethods(app, `${path}/videos`, ['GET', 'HEAD', 'POST']);

  app.get(`${path}/categories`, async (context) => {
    const {req, env} = context;
    const access = await accessOf(req.raw, env);
    const query = parseCategoryQuery(queryOf(req.url));
    const answer = await scopedCategories(source, query, access.scope, callerOf(context));
    return cacheable(context, access, answer);
  });
  refuseOtherMethods(app, `${path}/categories`, ['GET', 'HEAD']);

  app.get(`${path}/videos/:videoId/play`, async (context) => {
    const {req, env} = context;
    if (!play)
      throw new ProxyError(501, 'This proxy has no play addresses, because it has no account.');
    const access = await accessOf(req.raw, env);
    checkPlayOrigin(req.raw);
    const videoId = videoIdOf(req.param('videoId'));
    const answer = await play.addressesOf(videoId, access, callerOf(context));
    const isPrivate = access.isPrivate || isPlayPrivate;
    return cacheable(context, {...access, isPrivate}, answer, playExpiry(answer.envelope));
  });
  refuseOtherMethods(app, `${path}/videos/:videoId/play`, ['GET', 'HEAD']);

  async function list({asked, query}: ScopedQuery, caller: Caller): Promise<SourceAnswer> {
    if (!query) return {envelope: envelope(EMPTY_LIST), extra: pageOf(asked)};
    const answer = await source.list(query, caller);
    known.noteList(answer.envelope);
    return answer;
  }

  async function cacheable(
    context: Context,
    access: Access,
    answer: SourceAnswer,
    expiresAtMs?: number,
  ): Promise<Response> {
    const policy = cachingFor(routes.caching, answer, access, expiresAtMs);
    const caching = joinHeaders(policy, cacheStatusOf(answer));
    return cacheableResponse(context, await rendered.of(answer), caching);
  }
}

const EMPTY_LIST = {videoTotal: 0, total: 0, videoListInfo: []};

function narrowed(asked: ListQuery, scope: Scope): ScopedQuery {
  return {asked, query: narrowQuery(asked, scope)};
}

/** Remembers what is made of addresses, for each scope by itself. */
function rememberByScope<T extends object>(make: (access: Access, url: string) => T) {
  const byScope = new WeakMap<Access, (url: string) => T>();
  return (access: Access, url: string): T => {
    let known = byScope.get(access);
    if (!known) byScope.set(access, (known = remember((text) => make(access, text))));
    return known(url);
  };
}

/** The signal is handed on unread: see `Caller`. */
function callerOf({req, var: {client}}: Context): Caller {
  const request = req.raw;
  return {
    get signal() {
      return request.signal;
    },
    client,
  };
}

/** The parameters of a request, without the token, which has been read. */
function queryOf(url: string) {
  const {searchParams} = new URL(url);
  searchParams.delete(TOKEN_PARAMETER);
  return queryParameters(searchParams);
}

function videoIdOf(text: string): string {
  const videoId = text.trim();
  // Control characters are in no id, and would make two lines of one in a log.
  const hasRightForm =
    videoId !== '' && videoId.length <= MAX_ID_LENGTH && !/\p{Cc}/u.test(videoId);
  if (hasRightForm) return videoId;
  throw new ProxyError(400, `videoId must have 1 to ${MAX_ID_LENGTH} characters.`);
}
