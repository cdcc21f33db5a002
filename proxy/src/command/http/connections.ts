import type {IncomingMessage, Server, ServerResponse} from 'node:http';
import type {Socket} from 'node:net';

/**
 * The connections of a server, and which of them have a request in flight. Node also counts connections that have not sent
 * anything as busy, and browsers open such connections in advance.
 */
export class Connections {
  readonly #server: Server;
  /** Number of requests in flight by connection. */
  readonly #inFlight = new Map<Socket, number>();
  #isClosing = false;

  constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => this.#add(socket));
    // Before the handler that answers.
    server.prependListener('request', (incoming, outgoing) => this.#count(incoming, outgoing));
  }

  /** Closes each connection after its next response. */
  keepNoneAlive(): void {
    this.#isClosing = true;
  }

  /**
   * Accepts no more connections, and closes idle ones.
   *
   * @returns A promise that resolves when all requests in flight have ended, at the latest after `graceMs`.
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
