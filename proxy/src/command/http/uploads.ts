import type {IncomingMessage} from 'node:http';

/** Limits the number of requests whose bodies are still arriving. */
export class Uploads {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Number of such requests. */
  get count(): number {
    return this.#count;
  }

  /** Whether one more is allowed. If so, it is counted until it ends. */
  admits(incoming: IncomingMessage): boolean {
    const {headers} = incoming;
    const hasBody =
      headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > 0;
    if (!hasBody || incoming.complete) return true;
    if (this.#count >= this.#most) return false;
    this.#count += 1;
    let isOver = false;
    const leave = () => {
      if (!isOver) this.#count -= 1;
      isOver = true;
    };
    incoming.once('end', leave).once('close', leave);
    return true;
  }
}
