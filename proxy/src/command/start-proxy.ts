import {serve, type ServerType} from '@hono/node-server';
import type {AddressInfo} from 'node:net';
import {createVideoProxy} from '../create-video-proxy.js';
import type {Log} from '../error-answers.js';
import {openVideoStore} from '../video-store.js';
import {nodeCallerAddress} from './caller-address.js';
import type {Settings} from './settings.js';

/** A proxy that is listening. */
export interface RunningProxy {
  /** Address of its lists. */
  readonly url: string;
  /** Lets requests under way finish, for a while, and closes everything. */
  stop(): Promise<void>;
}

/** Milliseconds that requests under way get when the proxy is stopped. */
const STOP_MS = 5_000;

/** Opens the store and listens. */
export async function startProxy(settings: Settings, log: Log): Promise<RunningProxy> {
  const {database, timeZone, trustedProxies, heartbeatMs, maxStreams, ...options} = settings;
  const store = await openVideoStore({...database, timeZone, log});
  try {
    const proxy = createVideoProxy({
      ...options,
      store,
      callerAddress: nodeCallerAddress(trustedProxies),
      events: {heartbeatMs, maxStreams},
      log,
    });
    const server = await listen(proxy, settings);
    const stop = async () => {
      proxy.close();
      await closeServer(server);
      await store.close();
    };
    return {url: urlOf(server, settings), stop};
  } catch (error) {
    await store.close();
    throw error;
  }
}

function listen(
  fetch: (request: Request, env: unknown) => Promise<Response>,
  {port, host}: Settings,
): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({fetch, port, hostname: host}, () => resolve(server));
    server.once('error', reject);
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const http = server as ServerType & {closeAllConnections?(): void};
    const timer = setTimeout(() => http.closeAllConnections?.(), STOP_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

function urlOf(server: ServerType, {basePath, host}: Settings): string {
  const {port} = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return new URL(`${basePath.replace(/\/$/, '')}/videos`, `http://${name}:${port}`).href;
}
