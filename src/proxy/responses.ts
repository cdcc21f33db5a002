import {SUCCESS_CODE} from '../wire/envelope.js';
import type {ProxyError} from './proxy-error.js';
import type {SourceAnswer} from './video-source.js';

/** How long answers may be kept. */
export interface CachePolicy {
  /** Seconds a browser may use an answer without asking. */
  readonly maxAgeSeconds: number;
  /** Seconds a cache that many share, such as a CDN, may do so. */
  readonly sharedMaxAgeSeconds: number;
  /** Seconds after that in which an old answer may be given while a new one is fetched. */
  readonly staleWhileRevalidateSeconds: number;
}

/** An answer's body, written down once however often it is sent. */
export interface Rendered {
  /** As bytes: a text would be encoded again each time it is sent. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Strong entity tag. */
  readonly etag: string;
}

const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
} as const;

/** Enough of a hash to tell answers apart; a multiple of three needs no padding. */
const ETAG_BYTES = 18;

/** The vendor's envelope around data of ours. `extra` goes beside `data`. */
export function envelope(data: unknown, extra: object = {}): object {
  return {code: SUCCESS_CODE, message: 'success', data, ...extra};
}

/** Writes answers down, each of them once for as long as its envelope stays the same object. */
export class RenderedAnswers {
  readonly #rendered = new WeakMap<object, Promise<Rendered>>();

  /** The answer's body, and a tag that is equal exactly when the bytes are. */
  of({envelope, extra}: SourceAnswer): Promise<Rendered> {
    const known = this.#rendered.get(envelope);
    if (known) return known;
    const rendered = render({...envelope, ...extra});
    this.#rendered.set(envelope, rendered);
    return rendered;
  }
}

async function render(json: object): Promise<Rendered> {
  const body = new TextEncoder().encode(JSON.stringify(json));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  const tag = btoa(String.fromCharCode(...digest.subarray(0, ETAG_BYTES)));
  return {body, etag: `"${tag}"`};
}

/** The `Cache-Control` of an answer that anybody may keep. */
export function publicCaching(policy: CachePolicy): string {
  return [
    'public',
    `max-age=${policy.maxAgeSeconds}`,
    `s-maxage=${policy.sharedMaxAgeSeconds}`,
    `stale-while-revalidate=${policy.staleWhileRevalidateSeconds}`,
  ].join(', ');
}

/** The answer to a GET or HEAD: without a body if the caller has these very bytes already. */
export function cacheableResponse(
  request: Request,
  {body, etag}: Rendered,
  headers: Readonly<Record<string, string>>,
): Response {
  const always = {...headers, etag};
  if (hasTag(request.headers.get('if-none-match'), etag)) {
    return new Response(null, {status: 304, headers: always});
  }
  return new Response(body, {
    headers: {...JSON_HEADERS, ...always, 'content-length': String(body.length)},
  });
}

/** An answer that nobody keeps. */
export function uncachedResponse(
  json: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: {...JSON_HEADERS, 'cache-control': 'no-store', ...headers},
  });
}

/** A failure, in the vendor's envelope. */
export function errorResponse({status, message, details}: ProxyError): Response {
  const {code = status, data = null, headers} = details;
  return uncachedResponse({code, message, data}, status, headers);
}

/** Whether `If-None-Match` names the tag; a weak form of it is as good there (RFC 9110, 13.1.2). */
function hasTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag);
}
