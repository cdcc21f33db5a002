import type {Hono} from 'hono';
import type {Access} from './access/gallery.js';
import type {KnownVideos} from './access/known-videos.js';
import {narrowQuery} from './access/narrow-query.js';
import {scopedCategories} from './access/scoped-categories.js';
import {scopedTree, type TreeSources} from './access/scoped-tree.js';
import type {Scope} from './access/scope.js';
import type {AnswerWriter} from './answer-writer.js';
import type {Caller} from './caller.js';
import {parseCategoryQuery} from './category-query.js';
import type {GalleryRoutes} from './gallery-routes.js';
import {parseListQuery, type ListQuery} from './list-query.js';
import {pageOf, type ListSource, type SourceAnswer} from './list-source.js';
import {bodyParameters, MAX_PARAMETERS_BYTES, refuseUnknown} from './parameters.js';
import {readBody} from './read-body.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {remember} from './remember.js';
import {callerOf, queryOf} from './request-parts.js';
import {envelope} from './envelope.js';

/** What the lists are made of. */
export interface ListRoutes {
  readonly source: ListSource;
  readonly trees: TreeSources;
  readonly known: KnownVideos;
  readonly writer: AnswerWriter;
  /** Completes an answer that has videos. */
  readonly complete: (answer: SourceAnswer, access: Access) => Promise<SourceAnswer>;
}

/** The parsed query of a list request, narrowed to the scope. */
interface ScopedQuery {
  readonly asked: ListQuery;
  /** Undefined if query and scope exclude each other. */
  readonly query: ListQuery | undefined;
}

/** Adds `/videos`, `/categories` and `/categories/tree` below a path. */
export function addListRoutes(app: Hono, gallery: GalleryRoutes, routes: ListRoutes): void {
  const {path, accessOf} = gallery;
  const {source, trees, known, writer, complete} = routes;
  // Parsing an address takes longer than finding the answer in memory, and clients request the same few addresses.
  const scopedQueries = rememberByScope(({scope}, url) =>
    narrowed(parseListQuery(queryOf(url)), scope),
  );

  app.get(`${path}/videos`, async (context) => {
    const access = await accessOf(context.req.raw, context.env);
    const query = scopedQueries(access, context.req.url);
    const answer = await complete(await list(query, callerOf(context)), access);
    return writer.cacheable(context, access, answer);
  });
  app.post(`${path}/videos`, async (context) => {
    const {req, env} = context;
    const access = await accessOf(req.raw, env);
    const body = bodyParameters(await readBody(req.raw, MAX_PARAMETERS_BYTES));
    const asked = parseListQuery({...queryOf(req.url), ...body});
    const answer = await list(narrowed(asked, access.scope), callerOf(context));
    return writer.uncached(context, await complete(answer, access));
  });
  refuseOtherMethods(app, `${path}/videos`, ['GET', 'HEAD', 'POST']);

  app.get(`${path}/categories`, async (context) => {
    const {req, env} = context;
    const access = await accessOf(req.raw, env);
    const query = parseCategoryQuery(queryOf(req.url));
    const answer = await scopedCategories(source, query, access.scope, callerOf(context));
    return writer.cacheable(context, access, answer);
  });
  refuseOtherMethods(app, `${path}/categories`, ['GET', 'HEAD']);

  app.get(`${path}/categories/tree`, async (context) => {
    const {req, env} = context;
    const access = await accessOf(req.raw, env);
    refuseUnknown(queryOf(req.url), []);
    const answer = await scopedTree(trees, access.scope, callerOf(context));
    return writer.cacheable(context, access, answer);
  });
  refuseOtherMethods(app, `${path}/categories/tree`, ['GET', 'HEAD']);

  async function list({asked, query}: ScopedQuery, caller: Caller): Promise<SourceAnswer> {
    if (!query) return {envelope: envelope(EMPTY_LIST), extra: pageOf(asked)};
    const answer = await source.list(query, caller);
    known.noteList(answer.envelope);
    return answer;
  }
}

const EMPTY_LIST = {videoTotal: 0, total: 0, videoListInfo: []};

function narrowed(asked: ListQuery, scope: Scope): ScopedQuery {
  return {asked, query: narrowQuery(asked, scope)};
}

/** Caches what a function returns for an address, separately for each scope. */
function rememberByScope<T extends object>(make: (access: Access, url: string) => T) {
  const byScope = new WeakMap<Access, (url: string) => T>();
  return (access: Access, url: string): T => {
    let known = byScope.get(access);
    if (!known) byScope.set(access, (known = remember((text) => make(access, text))));
    return known(url);
  };
}
