import {createAdaptorServer} from '@hono/node-server';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Deadlines} from '../serving-settings.js';
import type {NodeHandler} from './observed-handler.js';

/** Interval in milliseconds at which time limits of connections are checked. */
const CHECK_CONNECTIONS_MS = 1_000;

/** Creates a Node server for a handler, which does not listen yet. */
export function nodeServer(answer: NodeHandler, deadlines: Deadlines): Server {
  const server = createAdaptorServer({
    fetch: (request: Request, env: unknown) => answer(request, env as Parameters<NodeHandler>[1]),
    // unread-body.ts reads the rest of a body, for longer than Node does.
    autoCleanupIncoming: false,
    createServer,
    serverOptions: {
      headersTimeout: deadlines.headersMs,
      requestTimeout: deadlines.requestMs,
      keepAliveTimeout: deadlines.idleMs,
      connectionsCheckingInterval: CHECK_CONNECTIONS_MS,
    },
  }) as Server;
  server.maxConnections = deadlines.maxConnections;
  return server;
}

/** Starts listening; rejects if that fails. */
export function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** The address of a path on a server that listens. */
export function urlOf(server: Server, host: string, path: string): string {
  const {port} = server.address() as AddressInfo;
  return new URL(path, `http://${host.includes(':') ? `[${host}]` : host}:${port}`).href;
}
