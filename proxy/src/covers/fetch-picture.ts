import {lookup, type LookupAddress} from 'node:dns';
import http, {type IncomingMessage, type RequestOptions} from 'node:http';
import https from 'node:https';
import type {HostRules} from './host-rules.js';

/** Limits of a request. */
export interface FetchLimits {
  readonly rules: HostRules;
  /** Maximum size of a picture in bytes. */
  readonly maxBytes: number;
  /** Time limit in milliseconds, redirects included. */
  readonly timeoutMs: number;
}

/** Maximum number of redirects. */
const MAX_REDIRECTS = 3;

const HEADERS = {accept: 'image/*', 'user-agent': 'cloud-vod-gallery-proxy'};

/**
 * Requests a picture. Checks the address, the resolved IP addresses and the address of the connection, and the same again
 * for each redirect.
 *
 * @returns Undefined if there is none (404, 410).
 */
export async function fetchPicture(
  address: string,
  {rules, maxBytes, timeoutMs}: FetchLimits,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  let url = new URL(address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    rules.check(url);
    const response = await request(url, rules, limit);
    try {
      const {statusCode = 0, headers} = response;
      if (statusCode === 404 || statusCode === 410) return undefined;
      if (statusCode === 200) return await readAll(response, maxBytes);
      if (statusCode < 301 || statusCode > 308 || !headers.location) {
        throw new Error(`the status is ${statusCode}`);
      }
      url = new URL(headers.location, url);
    } finally {
      response.destroy();
    }
  }
  throw new Error('there are too many redirects');
}

/** A new connection for each request, because a pooled one would bypass the check of its address. */
function request(url: URL, rules: HostRules, signal: AbortSignal): Promise<IncomingMessage> {
  const {get} = url.protocol === 'https:' ? https : http;
  const options: RequestOptions = {
    agent: false,
    signal,
    headers: HEADERS,
    lookup: checkedLookup(url, rules),
  };
  return new Promise((resolve, reject) => {
    const sent = get(url, options, (response) => {
      try {
        rules.checkConnection(url, response.socket.remoteAddress);
        resolve(response);
      } catch (error: unknown) {
        response.destroy();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    sent.on('error', reject);
  });
}

/**
 * Resolves a name, and refuses it if one of its addresses is not public. The connection uses the checked result, so a
 * second DNS answer (DNS rebinding) has no effect.
 */
function checkedLookup(url: URL, rules: HostRules): RequestOptions['lookup'] {
  return (hostname, options, callback) => {
    const done = (error: Error | null, found: readonly LookupAddress[] = []) => {
      const [first] = found;
      if (error || !first) callback(error ?? new Error('no address'), '', 0);
      else if (options.all) callback(null, [...found]);
      else callback(null, first.address, first.family);
    };
    lookup(hostname, {...options, all: true}, (error, found) => {
      if (error) return done(error);
      try {
        for (const {address} of found) rules.checkConnection(url, address);
        done(null, found);
      } catch (refusal) {
        done(refusal as Error);
      }
    });
  };
}

async function readAll(response: IncomingMessage, maxBytes: number): Promise<Uint8Array> {
  const coding = response.headers['content-encoding'] ?? 'identity';
  if (coding !== 'identity') throw new Error('it is compressed');
  const tooLarge = () => new Error(`it has more than ${maxBytes} bytes`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  if (!response.complete) throw new Error('it is cut off');
  return Buffer.concat(chunks);
}
