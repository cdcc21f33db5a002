import type {IncomingMessage, ServerResponse} from 'node:http';

/** What a server on Node hands over beside a request. */
export interface NodeEnv {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

/** A request that is over, as it goes into the log and the metrics. */
export interface RequestRecord {
  readonly id: string;
  readonly method: string;
  /** Which kind of address it was for. */
  readonly route: Route;
  /** Path and query, without secrets. */
  readonly path: string;
  /** Status of the answer; 499 when the caller left before it had all of it. */
  readonly status: number;
  readonly seconds: number;
  /** Bytes that were sent, headers included. */
  readonly bytes: number;
}

/** Kinds of addresses. There are few, so that metrics stay few, too. */
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

/** nginx's status for a caller that has left. */
const CALLER_GONE = 499;

/** The kind of an address: the path without its query, below any base path and site. */
function routeOf(path: string): Route {
  if (path.endsWith('/videos')) return 'list';
  if (path.endsWith('/videos/events')) return 'events';
  if (path.endsWith('/play')) return 'play';
  if (path.endsWith('/cover')) return 'cover';
  if (/\/categories(\/tree)?$/.test(path)) return 'categories';
  if (/\/videos\/[^/]+(\/index)?$/.test(path)) return 'video';
  return /\/callbacks(\/|$)/.test(path) ? 'callback' : 'other';
}

/** Path and query as they may be logged: what should be a callback secret or a token is left out, wrong ones too. */
export function loggedPath(target: string): string {
  return target
    .replace(/(\/callbacks\/)[^?]+/, '$1***')
    .replace(/([?&][^=&]*(?:token|secret|key|sign)[^=&]*=)[^&]*/gi, '$1***');
}

/** Watches a request until its answer is sent, or its caller has gone. */
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
      status: outgoing.writableFinished ? outgoing.statusCode : CALLER_GONE,
      seconds: (performance.now() - startedAtMs) / 1000,
      bytes: socket.bytesWritten - bytesBefore,
    });
  });
}
