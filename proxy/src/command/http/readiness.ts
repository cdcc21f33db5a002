/** Whether a proxy can do its work, and what keeps it from that. */
export interface Readiness {
  readonly isReady: boolean;
  /** By the name of what was looked at: `ok`, or a word for what is wrong. No details: anybody may read it. */
  readonly checks: Readonly<Record<string, string>>;
}

/** Looks at one thing; rejects when it is not as it should be. */
export type Check = () => Promise<unknown>;

/** Milliseconds within which a check has to succeed. */
const CHECK_MS = 2_000;

/** Milliseconds for which a result is used again: a check may cost a query. */
const KEEP_MS = 1_000;

/** Tells whether requests should be sent here. */
export class ReadinessProbe {
  readonly #checks: Readonly<Record<string, Check>>;
  /** Says what else is known; it does not decide. */
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

  /** From now on it is not ready any more. */
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
