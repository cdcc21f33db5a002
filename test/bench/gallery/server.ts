/**
 * The server of every contestant: pages, scripts, lists and covers. It runs in the process that drives the
 * browser, which has nothing to do while a page is measured.
 */
import {once} from 'node:events';
import {createServer, type RequestListener, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {setTimeout as delay} from 'node:timers/promises';
import {brotliCompressSync} from 'node:zlib';
import {COVER} from './cover.js';
import {envelopeOf, recordAt} from './records.js';

/** The pages and scripts to serve. */
export interface BenchContent {
  /** The HTML of `/page/<id>`. */
  page(id: string, query: URLSearchParams): string;
  /** Scripts by their name in `/scripts/<name>`. */
  readonly scripts: ReadonlyMap<string, string>;
}

/** Milliseconds until a response is sent. */
export interface Delays {
  readonly page: number;
  readonly cover: number;
}

/**
 * Cross-origin isolated, because a page has a precise clock only then; and not cached, because every visit must be a first
 * one.
 */
const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
};

/** Serves the benchmark. Covers have a second origin, so that slow ones do not delay the lists. */
export class BenchServer {
  delays: Delays = {page: 0, cover: 0};
  readonly #content: BenchContent;
  readonly #pages: Server;
  readonly #covers: Server;
  readonly #streams = new Set<ServerResponse>();
  readonly #packed = new Map<string, Buffer>();
  readonly #wholeLists = new Map<number, string>();

  private constructor(content: BenchContent) {
    this.#content = content;
    this.#pages = createServer(this.#answer);
    this.#covers = createServer((_, response) => void this.#sendCover(response));
  }

  static async start(content: BenchContent): Promise<BenchServer> {
    const server = new BenchServer(content);
    for (const one of [server.#pages, server.#covers]) {
      one.listen(0, '127.0.0.1');
      await once(one, 'listening');
    }
    return server;
  }

  get origin(): string {
    return originOf(this.#pages);
  }

  /** Sends an event to all streams: the second video has another title. */
  announce(n: number): void {
    const record = {...this.#record(1), videoName: `Another title, number ${n}`};
    for (const stream of this.#streams) {
      stream.write(`event: video\ndata: ${envelopeOf([record])}\n\n`);
    }
  }

  close(): void {
    for (const server of [this.#pages, this.#covers]) {
      server.closeAllConnections();
      server.close();
    }
  }

  #answer: RequestListener = (request, response) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://localhost');
    const [, folder, ...names] = pathname.split('/');
    const name = names.join('/');
    if (pathname === '/api/videos/events') this.#stream(response);
    else if (pathname === '/api/videos') void this.#sendPage(response, searchParams);
    else if (pathname === '/api/all') void this.#sendAll(response, searchParams);
    else if (folder === 'page') {
      send(response, 'text/html; charset=utf-8', this.#content.page(name, searchParams));
    } else this.#sendScript(response, name);
  };

  /** Compressed, as by a production server. */
  #sendScript(response: ServerResponse, name: string) {
    const script = this.#content.scripts.get(name);
    const packed = this.#packed.get(name) ?? (script && brotliCompressSync(script));
    if (!packed) return send(response, 'text/javascript', undefined);
    this.#packed.set(name, packed);
    response.writeHead(200, {
      ...HEADERS,
      'content-type': 'text/javascript',
      'content-encoding': 'br',
      'content-length': packed.byteLength,
    });
    response.end(packed);
  }

  async #sendPage(response: ServerResponse, query: URLSearchParams) {
    const count = Number(query.get('count'));
    const size = Number(query.get('pageSize'));
    const first = (Number(query.get('pageIndex')) - 1) * size;
    const length = Math.max(Math.min(size, count - first), 0);
    const records = Array.from({length}, (_, n) => this.#record(first + n));
    await delay(this.delays.page);
    const total = query.has('total') ? count : undefined;
    send(response, 'application/json', envelopeOf(records, total));
  }

  async #sendAll(response: ServerResponse, query: URLSearchParams) {
    const count = Number(query.get('count'));
    await delay(this.delays.page);
    send(response, 'application/json', this.#wholeList(count));
  }

  /** Cached, because serializing the largest list takes a second. */
  #wholeList(count: number): string {
    const known = this.#wholeLists.get(count);
    if (known !== undefined) return known;
    const text = envelopeOf(Array.from({length: count}, (_, index) => this.#record(index)));
    this.#wholeLists.set(count, text);
    return text;
  }

  async #sendCover(response: ServerResponse) {
    await delay(this.delays.cover);
    send(response, 'image/png', COVER);
  }

  #stream(response: ServerResponse) {
    response.writeHead(200, {...HEADERS, 'content-type': 'text/event-stream'}).flushHeaders();
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
  }

  #record(index: number) {
    return recordAt(index, originOf(this.#covers));
  }
}

function originOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function send(response: ServerResponse, type: string, content: string | Buffer | undefined): void {
  response.writeHead(content === undefined ? 404 : 200, {...HEADERS, 'content-type': type});
  response.end(content);
}
