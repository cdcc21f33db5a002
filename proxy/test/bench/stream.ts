import {connect, type Socket} from 'node:net';

/** Milliseconds after which a missing event is an error. */
const DEADLINE_MS = 60_000;

/** A connection to `/videos/events`. */
export class Stream {
  readonly #socket: Socket;
  #text = '';
  #waiting: {text: string; resolve: () => void} | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#read(chunk.toString('latin1')));
    socket.on('error', () => {});
  }

  /** Opens a stream and waits for its first bytes. */
  static async open(port: number): Promise<Stream> {
    const socket = connect({port, host: '127.0.0.1'});
    const stream = new Stream(socket);
    socket.write('GET /videos/events HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await stream.hears('retry:');
    return stream;
  }

  /** Waits until the stream has received a text. */
  hears(text: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`No "${text}" on a stream, but: ${this.#text}`)),
        DEADLINE_MS,
      );
      this.#waiting = {text, resolve: () => (clearTimeout(late), resolve())};
      this.#read('');
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(more: string): void {
    // The text may be split between two chunks.
    this.#text = this.#text.slice(-100) + more;
    if (!this.#waiting || !this.#text.includes(this.#waiting.text)) return;
    this.#waiting.resolve();
    this.#waiting = undefined;
  }
}
