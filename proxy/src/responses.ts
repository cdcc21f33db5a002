import type {Context} from 'hono';
import {acceptsGzip} from './accepts-gzip.js';
import {gzipTag, namesTag} from './entity-tags.js';
import {joinHeaders, type HeaderRecord} from './join-headers.js';
import type {ProxyError} from './proxy-error.js';
import type {SourceAnswer} from './list-source.js';

/** How long answers may be cached. */
export interface CachePolicy {
  /** Seconds for which a browser may use an answer without a request. */
  readonly maxAgeSeconds: number;
  /** The same for a shared cache, such as a CDN. */
  readonly sharedMaxAgeSeconds: number;
  /** Seconds after that in which an old answer may be used while it is renewed. */
  readonly staleWhileRevalidateSeconds: number;
}

/** Body and headers of a response, serialized once for all requests. */
export interface Rendered {
  /** As bytes, because a string would be encoded again for each response. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** Headers that identify the response: a strong entity tag, and the last change that it contains. */
  readonly tags: HeaderRecord & {readonly etag: string};
  /** Headers of the whole answer, the tags among them. */
  readonly headers: HeaderRecord;
  /** The same response in gzip, compressed once; itself if it is too short. */
  inGzip(): Promise<Rendered>;
}

const JSON_HEADERS = {
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
} as const;

/** Smaller responses fit into one network packet anyway. */
const MIN_COMPRESSED_BYTES = 1024;

const NO_HEADERS: HeaderRecord = {};

/** Length of the hash in a tag; a multiple of three, so that base64 needs no padding. */
const ETAG_BYTES = 18;

/** Serializes answers, each once for as long as its identity is the same object. */
export class RenderedAnswers {
  readonly #rendered = new WeakMap<object, Promise<Rendered>>();

  /** Body and headers. The tags of two answers are equal exactly if their bytes are. */
  of(answer: SourceAnswer): Promise<Rendered> {
    const {identity = answer.envelope} = answer;
    const known = this.#rendered.get(identity);
    if (known) return known;
    const rendered = render(answer);
    this.#rendered.set(identity, rendered);
    return rendered;
  }
}

async function render({envelope, extra, sequence}: SourceAnswer): Promise<Rendered> {
  const body = new TextEncoder().encode(JSON.stringify({...envelope, ...extra}));
  const etag = await entityTag(body);
  const isCompressible = body.length >= MIN_COMPRESSED_BYTES && 'CompressionStream' in globalThis;
  const tags = {
    etag,
    ...(sequence !== undefined && {'x-last-event-id': String(sequence)}),
    ...(isCompressible && {vary: 'Accept-Encoding'}),
  };
  let compressed: Promise<Rendered> | undefined;
  const rendered: Rendered = {
    body,
    tags,
    headers: {...JSON_HEADERS, ...tags, 'content-length': String(body.length)},
    inGzip: () => (compressed ??= isCompressible ? compress(rendered) : Promise.resolve(rendered)),
  };
  return rendered;
}

async function compress(plain: Rendered): Promise<Rendered> {
  const stream = new Blob([plain.body]).stream().pipeThrough(new CompressionStream('gzip'));
  const body = new Uint8Array(await new Response(stream).arrayBuffer());
  const tags = {...plain.tags, etag: gzipTag(plain.tags.etag)};
  const length = String(body.length);
  return {
    ...plain,
    body,
    tags,
    headers: {...plain.headers, ...tags, 'content-encoding': 'gzip', 'content-length': length},
  };
}

/** A strong tag of bytes. */
export async function entityTag(body: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body));
  return `"${btoa(String.fromCharCode(...digest.subarray(0, ETAG_BYTES)))}"`;
}

/** Headers of a publicly cacheable response. */
export function publicCaching(policy: CachePolicy): HeaderRecord {
  const terms = [
    'public',
    `max-age=${policy.maxAgeSeconds}`,
    `s-maxage=${policy.sharedMaxAgeSeconds}`,
    `stale-while-revalidate=${policy.staleWhileRevalidateSeconds}`,
  ];
  return {'cache-control': terms.join(', ')};
}

/** Headers of an older copy, which caches must revalidate. */
export const MUST_REVALIDATE: HeaderRecord = {
  'cache-control': 'public, max-age=0, must-revalidate',
};

/** The response to GET or HEAD: 304 if the client has the same bytes, and in gzip if it accepts that. */
export async function cacheableResponse(
  context: Context,
  plain: Rendered,
  caching: HeaderRecord,
): Promise<Response> {
  const {req} = context;
  const terms = joinHeaders(caching, context.get('crossOrigin') ?? NO_HEADERS);
  const rendered = acceptsGzip(req.header('accept-encoding')) ? await plain.inGzip() : plain;
  const {body, tags, headers} = rendered;
  return namesTag(req.header('if-none-match'), plain.tags.etag)
    ? new Response(null, {status: 304, headers: joinHeaders(terms, tags)})
    : new Response(body, {headers: joinHeaders(terms, headers)});
}

/** A response that must not be cached. */
export function uncachedResponse(
  context: Context,
  json: unknown,
  status = 200,
  headers: HeaderRecord = {},
): Response {
  return new Response(JSON.stringify(json), {
    status,
    headers: {
      ...JSON_HEADERS,
      'cache-control': 'no-store',
      ...context.get('crossOrigin'),
      ...context.get('rateLimit'),
      ...headers,
    },
  });
}

/** A failure, in the vendor's envelope. */
export function errorResponse(context: Context, {status, message, details}: ProxyError): Response {
  const {code = status, data = null, headers} = details;
  return uncachedResponse(context, {code, message, data}, status, headers);
}
