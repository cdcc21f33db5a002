import type {Clock} from '../util/clock.js';
import type {Claim, SharedAnswers} from './shared-answers.js';
import {settledWithin} from '../util/time-limit.js';

/**
 * Time limit in milliseconds for asking the store for a shared answer. Sharing only saves calls, so no request waits long
 * for it.
 */
const CLAIM_MS = 500;

/** Milliseconds without sharing after the store has failed. */
const OFF_MS = 5_000;

/** Duration of a lease in milliseconds: a call with one retry. It ends by itself if the process that has it dies. */
const LEASE_MS = 12_000;

/** Interval in milliseconds at which a process checks for the answer of another one. */
const POLL_MS = 100;

/**
 * Maximum wait in milliseconds for the answer of another process, for a process without a copy. Then it calls the vendor
 * itself.
 */
const MAX_POLL_MS = 3_000;

/** Maximum length of a shared answer in characters. */
export const MAX_SHARED_CHARACTERS = 1_000_000;

/** Shares answers with other processes while the store responds in time. */
export class AnswerSharing {
  readonly #answers: SharedAnswers;
  readonly #clock: Clock;
  readonly #freshMs: number;
  readonly #log: (line: string) => void;
  #offUntilMs = -Infinity;

  constructor(
    answers: SharedAnswers,
    {clock, freshMs, log}: {clock: Clock; freshMs: number; log: (line: string) => void},
  ) {
    this.#answers = answers;
    this.#clock = clock;
    this.#freshMs = freshMs;
    this.#log = log;
  }

  /** A claim for an answer; undefined if it cannot be shared. */
  async claim(key: string): Promise<Claim | undefined> {
    if (this.#clock.now() < this.#offUntilMs) return undefined;
    const claim = this.#answers.claim(key, this.#freshMs, LEASE_MS);
    const tooSlow = () => new Error(`no answer within ${CLAIM_MS} ms`);
    try {
      return await settledWithin(this.#clock, CLAIM_MS, claim, tooSlow);
    } catch (error) {
      this.#offUntilMs = this.#clock.now() + OFF_MS;
      const reason = error instanceof Error ? error.message : String(error);
      this.#log(`answers are not shared with other processes for a while: ${reason}`);
      return undefined;
    }
  }

  /** The same, but waits some time for a process that is already calling the vendor. */
  async claimPatiently(key: string, signal: AbortSignal): Promise<Claim | undefined> {
    const untilMs = this.#clock.now() + MAX_POLL_MS;
    for (;;) {
      const claim = await this.claim(key);
      if (claim?.kind !== 'busy' || this.#clock.now() >= untilMs) return claim;
      await this.#clock.sleep(POLL_MS, signal);
    }
  }
}
