import type {Context} from 'hono';
import type {Access} from './access/gallery.js';
import {cacheStatusOf} from './cache-status.js';
import {cachingFor} from './caching-for.js';
import {joinHeaders} from './join-headers.js';
import type {SourceAnswer} from './list-source.js';
import {
  cacheableResponse,
  RenderedAnswers,
  uncachedResponse,
  type CachePolicy,
} from './responses.js';

/** Writes the answers of one gallery. */
export class AnswerWriter {
  readonly #caching: CachePolicy;
  readonly #rendered = new RenderedAnswers();

  constructor(caching: CachePolicy) {
    this.#caching = caching;
  }

  /**
   * A response to GET or HEAD that may be cached.
   *
   * @param expiresAtMs - When the play addresses in it expire, if they do.
   */
  async cacheable(
    context: Context,
    access: Access,
    answer: SourceAnswer,
    expiresAtMs?: number,
  ): Promise<Response> {
    const policy = cachingFor(this.#caching, answer, access, expiresAtMs);
    const caching = joinHeaders(policy, cacheStatusOf(answer));
    return cacheableResponse(context, await this.#rendered.of(answer), caching);
  }

  /** A response that must not be cached. */
  uncached(context: Context, answer: SourceAnswer): Response {
    const page = {...answer.envelope, ...answer.extra};
    return uncachedResponse(context, page, 200, cacheStatusOf(answer));
  }
}
