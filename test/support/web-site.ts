import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import {createServer, type OutgoingHttpHeaders, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {getRequestListener} from '@hono/node-server';

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.webp': 'image/webp',
};

/** Content of a site. */
export interface SiteContent {
  /** Texts by address: `/page.html`. */
  readonly pages: Readonly<Record<string, string>>;
  /** Folders by address: `/dist/`. */
  readonly folders: Readonly<Record<string, string>>;
  /** Headers of every answer. */
  readonly headers?: OutgoingHttpHeaders;
  /** Addresses that are not answered before `release()`. */
  readonly held?: readonly string[];
  /** Addresses that return 404 although the file exists. */
  readonly missing?: readonly string[];
}

/** A running site. */
export interface Site {
  readonly origin: string;
  /** Answers held requests. */
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

/** Serves pages and folders on a port of its own. */
export async function openSite(content: SiteContent): Promise<Site> {
  const {pages, folders, headers, held = [], missing = []} = content;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const find = async (address: string): Promise<Buffer | undefined> => {
    if (held.includes(address)) await released;
    if (missing.includes(address)) return undefined;
    const text = pages[address];
    if (text !== undefined) return Buffer.from(text);
    const prefix = Object.keys(folders).find((key) => address.startsWith(key));
    const file = prefix && path.join(folders[prefix] ?? '', address.slice(prefix.length));
    return file ? readFile(file).catch(() => undefined) : undefined;
  };
  const server = createServer((request, response) => {
    const {pathname} = new URL(request.url ?? '/', 'http://localhost');
    void find(pathname).then((content) => {
      const type = TYPES[path.extname(pathname)] ?? 'text/plain';
      response.writeHead(content ? 200 : 404, {...headers, 'content-type': type}).end(content);
    });
  });
  return open(server, release);
}

/** A site that a handler answers for. */
export function openHandler(handler: (request: Request) => Promise<Response>): Promise<Site> {
  return open(
    createServer((request, response) => void getRequestListener(handler)(request, response)),
  );
}

async function open(server: Server, release = () => {}): Promise<Site> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    release,
    async close() {
      release();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
