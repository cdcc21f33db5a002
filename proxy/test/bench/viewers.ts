import {connect, type Socket} from 'node:net';

/** The requests of the clients. */
export interface Visit {
  /** Paths with queries, assigned to the clients in turn. A client always requests the same one. */
  readonly paths: readonly string[];
  /** Whether requests have an `If-None-Match` header with the previous ETag, as those of a browser's cache. */
  readonly revalidates: boolean;
}

/** The responses of the clients. */
export interface Measurement {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Number of responses by HTTP status. */
  readonly statuses: Readonly<Record<number, number>>;
}

const BLANK_LINE = Buffer.from('\r\n\r\n');

/**
 * Clients with one connection each. Each sends the next request when it has its response. The HTTP parser is minimal, so
 * that the measured server has most of the processor time.
 */
export class Viewers {
  readonly #viewers: readonly Viewer[];

  private constructor(viewers: readonly Viewer[]) {
    this.#viewers = viewers;
  }

  static async connect(port: number, count: number, visit: Visit): Promise<Viewers> {
    const viewers = Array.from({length: count}, (_, n) => {
      return new Viewer(port, visit.paths[n % visit.paths.length]!, visit.revalidates);
    });
    await Promise.all(viewers.map((viewer) => viewer.connected));
    return new Viewers(viewers);
  }

  /** Sends requests for `ms` milliseconds, and measures. */
  async watch(ms: number): Promise<Measurement> {
    const results: Results = {latenciesMs: [], statuses: {}};
    const start = performance.now();
    await Promise.all(this.#viewers.map((viewer) => viewer.askUntil(start + ms, results)));
    const seconds = (performance.now() - start) / 1000;
    const sorted = Float64Array.from(results.latenciesMs).sort();
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
    return {
      requests: sorted.length,
      perSecond: sorted.length / seconds,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      statuses: results.statuses,
    };
  }

  close(): void {
    for (const viewer of this.#viewers) viewer.close();
  }
}

interface Results {
  readonly latenciesMs: number[];
  readonly statuses: Record<number, number>;
}

interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
}

class Viewer {
  readonly connected: Promise<void>;
  readonly #socket: Socket;
  readonly #path: string;
  readonly #revalidates: boolean;
  #tag = '';
  /** The bytes of incomplete response headers. */
  #head: Buffer = Buffer.alloc(0);
  #answer: Answer | undefined;
  #bytesLeft = 0;
  #onAnswer: (answer: Answer) => void = () => {};
  #onFailure: (error: Error) => void = () => {};

  constructor(port: number, path: string, revalidates: boolean) {
    this.#path = path;
    this.#revalidates = revalidates;
    this.#socket = connect({port, host: '127.0.0.1', noDelay: true});
    this.connected = new Promise((resolve, reject) => {
      this.#socket.once('connect', resolve).once('error', reject);
    });
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('error', (error) => this.#onFailure(error));
    this.#socket.on('close', () => this.#onFailure(new Error('The server hung up.')));
  }

  async askUntil(endMs: number, {latenciesMs, statuses}: Results): Promise<void> {
    while (performance.now() < endMs) {
      const start = performance.now();
      const {status, etag} = await this.#ask();
      latenciesMs.push(performance.now() - start);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (this.#revalidates && etag) this.#tag = `if-none-match: ${etag}\r\n`;
    }
  }

  close(): void {
    this.#onFailure = () => {};
    this.#socket.destroy();
  }

  #ask(): Promise<Answer> {
    this.#socket.write(`GET ${this.#path} HTTP/1.1\r\nhost: localhost\r\n${this.#tag}\r\n`);
    return new Promise((resolve, reject) => {
      this.#onAnswer = resolve;
      this.#onFailure = reject;
    });
  }

  #read(chunk: Buffer): void {
    if (!this.#answer) {
      this.#head = this.#head.length > 0 ? Buffer.concat([this.#head, chunk]) : chunk;
      const end = this.#head.indexOf(BLANK_LINE);
      if (end < 0) return;
      const head = this.#head.toString('latin1', 0, end);
      const status = Number(head.slice(9, 12));
      this.#answer = {status, etag: headerOf(head, 'etag')};
      this.#bytesLeft = status === 304 ? 0 : Number(headerOf(head, 'content-length'));
      if (Number.isNaN(this.#bytesLeft)) throw new Error(`An answer without a length:\n${head}`);
      chunk = this.#head.subarray(end + BLANK_LINE.length);
      this.#head = Buffer.alloc(0);
    }
    this.#bytesLeft -= chunk.length;
    if (this.#bytesLeft > 0) return;
    const answer = this.#answer;
    this.#answer = undefined;
    this.#onAnswer(answer);
  }
}

function headerOf(head: string, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim();
}
