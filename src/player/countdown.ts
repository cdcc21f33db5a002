import type {ReactiveControllerHost} from 'lit';

/** Seconds until the next video starts by itself. */
const SECONDS = 8;

/** Countdown to the next video. Pauses while the page is hidden. */
export class Countdown {
  /** Remaining seconds; undefined without a countdown. */
  left: number | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #end: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, end: () => void) {
    this.#host = host;
    this.#end = end;
  }

  start(): void {
    this.stop();
    this.#show(SECONDS);
    this.#timer = setInterval(() => {
      if (document.hidden) return;
      this.#show(this.left! - 1);
      if (this.left! > 0) return;
      this.stop();
      this.#end();
    }, 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    if (this.left !== undefined) this.#show(undefined);
  }

  #show(left: number | undefined) {
    this.left = left;
    this.#host.requestUpdate();
  }
}
