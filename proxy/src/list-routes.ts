import type {Context, Hono} from 'hono';
import {parseCategoryQuery} from './category-query.js';
import {parseListQuery} from './list-query.js';
import {bodyParameters, MAX_PARAMETERS_BYTES, queryParameters} from './parameters.js';
import {ProxyError} from './proxy-error.js';
import {readBody} from './read-body.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {remember} from './remember.js';
import {
  cacheableResponse,
  MUST_REVALIDATE,
  publicCaching,
  RenderedAnswers,
  uncachedResponse,
  type CachePolicy,
} from './responses.js';
import type {PlaySource, SourceAnswer, VideoSource} from './video-source.js';

/** Characters of a `videoId` in an address, at most. A real one has 32. */
const MAX_ID_LENGTH = 128;

/** What the lists are made of. */
export interface ListRoutes {
  readonly source: VideoSource;
  /** Where videos play from; without it nothing does. */
  readonly play: PlaySource | undefined;
  readonly caching: CachePolicy;
}

/** Adds `/videos`, `/videos/{videoId}/play` and `/categories`. */
export function addListRoutes(app: Hono, {source, play, caching: policy}: ListRoutes): void {
  const rendered = new RenderedAnswers();
  const whileFresh = publicCaching(policy);
  // Reading an address takes longer than finding the answer, and galleries ask for the same few.
  const listQuery = remember((url) => parseListQuery(queryOf(url)));

  app.get('/videos', async (context) => {
    const {req} = context;
    return cacheable(context, await source.list(listQuery(req.url), req.raw));
  });
  app.post('/videos', async (context) => {
    const {req} = context;
    const body = bodyParameters(await readBody(req.raw, MAX_PARAMETERS_BYTES));
    const query = parseListQuery({...queryOf(req.url), ...body});
    const {envelope, extra} = await source.list(query, req.raw);
    return uncachedResponse(context, {...envelope, ...extra});
  });
  refuseOtherMethods(app, '/videos', ['GET', 'HEAD', 'POST']);

  app.get('/categories', async (context) => {
    const {req} = context;
    const query = parseCategoryQuery(queryOf(req.url));
    return cacheable(context, await source.categories(query, req.raw));
  });
  refuseOtherMethods(app, '/categories', ['GET', 'HEAD']);

  app.get('/videos/:videoId/play', async (context) => {
    const {req} = context;
    if (!play) throw new ProxyError(501, 'This proxy does not know where videos play from.');
    return cacheable(context, await play(videoIdOf(req.param('videoId')), req.raw));
  });
  refuseOtherMethods(app, '/videos/:videoId/play', ['GET', 'HEAD']);

  async function cacheable(context: Context, answer: SourceAnswer): Promise<Response> {
    const caching = answer.isStale ? MUST_REVALIDATE : whileFresh;
    return cacheableResponse(context, await rendered.of(answer), caching);
  }
}

function queryOf(url: string) {
  return queryParameters(new URL(url).searchParams);
}

function videoIdOf(text: string): string {
  const videoId = text.trim();
  if (videoId !== '' && videoId.length <= MAX_ID_LENGTH) return videoId;
  throw new ProxyError(400, `videoId must have 1 to ${MAX_ID_LENGTH} characters.`);
}
