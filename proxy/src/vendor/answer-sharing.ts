import type {Clock} from './clock.js';
import type {Claim, SharedAnswers} from './shared-answers.js';
import {settledWithin} from './time-limit.js';

/** Milliseconds in which the store must say whether there is an answer: sharing saves calls, and nobody waits long for it. */
const CLAIM_MS = 500;

/** Milliseconds without sharing after the store has failed at it. */
const OFF_MS = 5_000;

/** Milliseconds for which others wait for a process that asks: a call with one retry. A process that died is not waited for longer. */
const LEASE_MS = 12_000;

/** Milliseconds between two looks for the answer that another process is asking for. */
const POLL_MS = 100;

/** Milliseconds that somebody who has no copy waits for another process. Then the question is asked twice. */
const MAX_POLL_MS = 3_000;

/** Characters of an answer that is shared, at most. */
export const MAX_SHARED_CHARACTERS = 1_000_000;

/** Shares answers with other processes for as long as that is quick. */
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

  /** What to do about an answer; undefined when it cannot be shared. */
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

  /** The same for somebody who waits for the answer: another process that is asking is given some time. */
  async claimPatiently(key: string, signal: AbortSignal): Promise<Claim | undefined> {
    const untilMs = this.#clock.now() + MAX_POLL_MS;
    for (;;) {
      const claim = await this.claim(key);
      if (claim?.kind !== 'busy' || this.#clock.now() >= untilMs) return claim;
      await this.#clock.sleep(POLL_MS, signal);
    }
  }
}
