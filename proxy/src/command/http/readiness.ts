/** Whether a proxy can serve requests, and why not. */
export interface Readiness {
  readonly isReady: boolean;
  /** Results by name: `ok`, or a short reason. Without details, because they are public. */
  readonly checks: Readonly<Record<string, string>>;
}

/** A check; rejects if it fails. */
export type Check = () => Promise<unknown>;

/** Time limit of a check in milliseconds. */
const CHECK_MS = 2_000;

/** Milliseconds for which a result is reused, because a check may need a query. */
const KEEP_MS = 1_000;

/** Determines whether the process should receive requests. */
export class ReadinessProbe {
  readonly #checks: Readonly<Record<string, Check>>;
  /** Returns further information, which does not affect readiness. */
  readonly #notes: () => Readonly<Record<string, string>>;
  #last: Promise<Readiness> | undefined;
  #lastMs = -Infinity;
  #isStopping = false;

  constructor(
    checks: Readonly<Record<string, Check>>,
    notes: () => Readonly<Record<string, string>> = () => ({}),
  ) {
    this.#checks = checks;
    this.#notes = notes;
  }

  /** Makes the process unready. */
  stop(): void {
    this.#isStopping = true;
  }

  async read(): Promise<Readiness> {
    if (this.#isStopping) return {isReady: false, checks: {process: 'stopping'}};
    const now = performance.now();
    if (!this.#last || now - this.#lastMs > KEEP_MS) {
      this.#lastMs = now;
      this.#last = this.#look();
    }
    return this.#last;
  }

  async #look(): Promise<Readiness> {
    const results = await Promise.all(
      Object.entries(this.#checks).map(async ([name, check]) => [name, await resultOf(check)]),
    );
    const checks = Object.fromEntries(results) as Record<string, string>;
    const isReady = Object.values(checks).every((word) => word === 'ok');
    return {isReady, checks: {...checks, ...this.#notes()}};
  }
}

async function resultOf(check: Check): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), CHECK_MS);
  });
  try {
    return await Promise.race([check().then(() => 'ok'), late]);
  } catch {
    return 'failing';
  } finally {
    clearTimeout(timer);
  }
}
