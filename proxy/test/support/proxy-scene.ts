import {serve, type ServerType} from '@hono/node-server';
import {mkdtemp, rm} from 'node:fs/promises';
import type {AddressInfo, Socket} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {
  createVideoProxy,
  openVideoStore,
  type VideoProxyOptions,
  type VideoStore,
} from '../../src/index.js';
import {aRecord, type WireRecord} from '../../../test/support/records.js';

/** The context of a test, which runs clean-up functions. */
export interface Scene {
  after(cleanUp: () => unknown): void;
}

/** The envelope, as tests read it. */
export interface WireEnvelope {
  readonly code: number;
  readonly message: string;
  readonly source?: string;
  readonly data: {
    readonly videoTotal: number;
    readonly total?: number;
    readonly videoListInfo: readonly WireRecord[];
  };
}

/** An empty folder, which is deleted after the test. */
export async function aFolder(scene: Scene): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'video-proxy-'));
  scene.after(() => rm(folder, {recursive: true, force: true}));
  return folder;
}

/** A store in a temporary file, with these records. */
export async function aStore(
  scene: Scene,
  records: readonly WireRecord[] = [],
): Promise<{store: VideoStore; url: string}> {
  const url = `file:${join(await aFolder(scene), 'videos.db')}`;
  const store = await openVideoStore({url});
  scene.after(() => store.close());
  await store.upsert(records);
  return {store, url};
}

/** A store with some methods replaced. */
export function storeWith(store: VideoStore, methods: Partial<VideoStore>): VideoStore {
  return new Proxy(store, {
    get(target, name) {
      if (name in methods) return Reflect.get(methods, name) as unknown;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The real handler behind a real HTTP server. Without options it serves `records` from a store. */
export async function proxyScene(
  scene: Scene,
  {records = [], ...options}: VideoProxyOptions & {records?: readonly WireRecord[]} = {},
) {
  const {store, url: databaseUrl} = await aStore(scene, records);
  const lines: string[] = [];
  const proxy = createVideoProxy({store, log: (line) => lines.push(line), ...options});
  const server = await listening(serve({fetch: proxy, port: 0, hostname: '127.0.0.1'}));
  const {port} = server.address() as AddressInfo;
  const sockets = new Map<number, Socket>();
  server.on('connection', (socket: Socket) => sockets.set(socket.remotePort ?? 0, socket));
  scene.after(() => stop(server, proxy));
  const url = `http://127.0.0.1:${port}`;
  /** The server's socket of the connection from a client port. */
  const socketFrom = (clientPort = 0) => sockets.get(clientPort);
  return {url, store, databaseUrl, proxy, lines, socketFrom, ...asker(url)};
}

/** Functions that send requests to a proxy. */
export function asker(url: string) {
  const ask = (path: string, init?: RequestInit) => fetch(url + path, init);
  const list = async (query = '', init?: RequestInit): Promise<WireEnvelope> =>
    (await ask(`/videos${query}`, init)).json();
  const ids = async (query = ''): Promise<unknown[]> =>
    (await list(query)).data.videoListInfo.map(({videoId}) => videoId);
  const callback = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, {
      method: 'POST',
      headers: {'content-type': 'application/json', ...headers},
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {ask, list, ids, callback};
}

/** Videos `id-001` (the oldest) to `id-<count>`, a second apart. */
export function videosInOrder(count: number, changes: WireRecord = {}): WireRecord[] {
  return Array.from({length: count}, (_, index) =>
    aRecord({
      videoId: `id-${String(index + 1).padStart(3, '0')}`,
      videoName: `Video ${index + 1}`,
      createTime: String(1_700_000_000 + index),
      ...changes,
    }),
  );
}

function listening(server: ServerType): Promise<ServerType> {
  return new Promise((resolve) => {
    if (server.listening) resolve(server);
    else server.once('listening', () => resolve(server));
  });
}

function stop(server: ServerType, proxy: {close(): void}): Promise<void> {
  proxy.close();
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeAllConnections' in server) server.closeAllConnections();
  });
}
