import type {IncomingMessage, ServerResponse} from 'node:http';
import {CLIENT_GONE} from '../../error-answers.js';

/** What Node's server passes with a request. */
export interface NodeEnv {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** A finished request, for log and metrics. */
export interface RequestRecord {
  readonly id: string;
  readonly method: string;
  /** Kind of its address. */
  readonly route: Route;
  /** Path and query, without secrets. */
  readonly path: string;
  /** Status of the response; 499 if the client disconnected before its end. */
  readonly status: number;
  readonly seconds: number;
  /** Sent bytes, headers included. */
  readonly bytes: number;
}

/** Kinds of addresses: few, so that there are few time series in the metrics. */
export const ROUTES = [
  'list',
  'video',
  'play',
  'cover',
  'categories',
  'events',
  'callback',
  'other',
] as const;
type Route = (typeof ROUTES)[number];

/** The kind of an address: its path without query, base path and site. */
function routeOf(path: string): Route {
  if (path.endsWith('/videos')) return 'list';
  if (path.endsWith('/videos/events')) return 'events';
  if (path.endsWith('/play')) return 'play';
  if (path.endsWith('/cover')) return 'cover';
  if (/\/categories(\/tree)?$/.test(path)) return 'categories';
  if (/\/videos\/[^/]+(\/index)?$/.test(path)) return 'video';
  return /\/callbacks(\/|$)/.test(path) ? 'callback' : 'other';
}

/** Path and query for the log, without callback secrets and tokens, right or wrong ones. */
export function loggedPath(target: string): string {
  return target
    .replace(/(\/callbacks\/)[^?]+/, '$1***')
    .replace(/([?&][^=&]*(?:token|secret|key|sign)[^=&]*=)[^&]*/gi, '$1***');
}

/** Calls back when the response has been sent or the client has disconnected. */
export function recordWhenOver(
  {incoming, outgoing}: NodeEnv,
  id: string,
  take: (record: RequestRecord) => void,
): void {
  const startedAtMs = performance.now();
  const {socket, method = '', url = ''} = incoming;
  const bytesBefore = socket.bytesWritten;
  outgoing.once('close', () => {
    const [path = ''] = url.split('?', 1);
    take({
      id,
      method,
      route: routeOf(path.replace(/(.)\/$/, '$1')),
      path: loggedPath(url),
      status: outgoing.writableFinished ? outgoing.statusCode : CLIENT_GONE,
      seconds: (performance.now() - startedAtMs) / 1000,
      bytes: socket.bytesWritten - bytesBefore,
    });
  });
}
