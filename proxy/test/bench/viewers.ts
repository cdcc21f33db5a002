import {connect, type Socket} from 'node:net';

/** What viewers ask for. */
export interface Visit {
  /** Path and query of each viewer's first request, and of all that follow. */
  readonly paths: readonly string[];
  /** Asks "is it still this?" with the tag of the answer before, as a browser's cache does. */
  readonly revalidates: boolean;
}

/** What viewers got. */
export interface Measurement {
  readonly requests: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** How many answers had each HTTP status. */
  readonly statuses: Readonly<Record<number, number>>;
}

const BLANK_LINE = Buffer.from('\r\n\r\n');

/**
 * So many viewers, each on a connection of its own, each asking again as soon as it has its answer.
 * Speaks just enough HTTP to take little of the machine from the server that is measured.
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

  /** Lets them ask for so long, and counts. */
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
  /** Bytes of an answer whose head is not complete. */
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
