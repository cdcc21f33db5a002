import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {Socket} from 'node:net';

/**
 * The connections of a server, and which of them are in the middle of a request. Node knows as well, but counts one that
 * has not sent anything yet as busy, and browsers open such connections in advance.
 */
export class Connections {
  readonly #server: Server;
  /** Requests in flight on each. */
  readonly #inFlight = new Map<Socket, number>();
  #isClosing = false;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => this.#add(socket));
    // Before anybody answers.
    server.prependListener('request', (incoming, outgoing) => this.#count(incoming, outgoing));
  }

  /** From now on every answer is the last one of its connection. */
  keepNoneAlive(): void {
    this.#isClosing = true;
  }

  /**
   * Takes no more connections, and ends those that do nothing.
   *
   * @returns when all requests in flight are over, or at the latest after `graceMs`.
   */
  async close(graceMs: number): Promise<void> {
    this.keepNoneAlive();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const [socket, count] of this.#inFlight) if (count === 0) socket.destroy();
    const timer = setTimeout(() => this.#server.closeAllConnections(), graceMs);
    await closed;
    clearTimeout(timer);
  }

  #add(socket: Socket): void {
    this.#inFlight.set(socket, 0);
    socket.once('close', () => this.#inFlight.delete(socket));
  }

  #count({socket}: IncomingMessage, outgoing: ServerResponse): void {
    this.#inFlight.set(socket, (this.#inFlight.get(socket) ?? 0) + 1);
    if (this.#isClosing) outgoing.shouldKeepAlive = false;
    outgoing.once('close', () => {
      const left = (this.#inFlight.get(socket) ?? 1) - 1;
      if (!socket.destroyed) this.#inFlight.set(socket, left);
      if (this.#isClosing && left === 0) socket.destroySoon();
    });
  }
}
