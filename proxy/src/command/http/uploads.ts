import type {IncomingMessage} from 'node:http';

/** Counts the requests whose bodies are not there yet, and says when there are too many. */
export class Uploads {
  readonly #most: number;
  #count = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Whether there is room for one more; if so, it is counted until it is over. */
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
