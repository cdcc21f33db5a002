import type {Transaction} from 'kysely';
import {grant, recent, type CallLedger, type LedgerAnswer} from '../vendor/call-ledger.js';
import type {Call, CallRequest, CallRule, CallShare} from '../vendor/call-rule.js';
import type {Clock} from '../util/clock.js';
import type {Engine} from './engine.js';
import type {Tables} from './tables.js';

/** Counter with the time until which no call is granted. Every process that takes a call locks its row. */
const CLOSED_UNTIL = 'vendor_closed_until_ms';

/** Part of the limit that a process may use while the store fails. */
const WITHOUT_STORE = 0.1;

/**
 * Calls to the vendor as rows of the store, one transaction for each. Each transaction waits for the previous one, of any
 * process, and then sees its call.
 *
 * While the store fails, a process makes a few calls by the last known state. They are recorded as soon as the store works
 * again.
 */
export class StoreLedger implements CallLedger {
  readonly #engine: Engine;
  readonly #rule: CallRule;
  readonly #clock: Clock;
  readonly #log: (line: string) => void;
  #isAlone = false;
  /** Last known calls of the store. */
  #known: readonly Call[] = [];
  #closedUntilMs = -Infinity;
  /** Calls that are not recorded in the store yet. */
  #unnoted: readonly Call[] = [];

  /** @param log - Called when counting without the store starts, and when it ends. */
  constructor(
    engine: Engine,
    rule: CallRule,
    clock: Clock,
    log: (line: string) => void = () => {},
  ) {
    this.#log = log;
    this.#engine = engine;
    this.#rule = rule;
    this.#clock = clock;
  }

  async take(request: CallRequest): Promise<LedgerAnswer> {
    try {
      const answer = await this.#takeFromStore(request);
      this.#known = answer.calls;
      this.#closedUntilMs = answer.closedUntilMs;
      this.#note(false);
      return answer;
    } catch (error) {
      return this.#takeWithoutStore(request, error);
    }
  }

  async #takeFromStore(request: CallRequest): Promise<LedgerAnswer> {
    const unnoted = this.#unnoted;
    const answer = await this.#engine.write(async (db) => {
      const closedUntilMs = await this.#lock(db);
      const nowMs = await this.#now(db);
      for (const call of unnoted) await note(db, call, call.atMs);
      const calls = await this.#recentCalls(db, nowMs);
      const granted = grant(calls, request, this.#rule, {closedUntilMs, nowMs});
      if (granted.isGranted) await note(db, request, nowMs);
      return granted;
    });
    this.#unnoted = this.#unnoted.filter((call) => !unnoted.includes(call));
    return answer;
  }

  /** @throws The error of the store, if no call can be granted without it. */
  #takeWithoutStore(request: CallRequest, error: unknown): LedgerAnswer {
    const nowMs = this.#clock.now();
    this.#unnoted = recent(this.#unnoted, this.#rule, nowMs);
    this.#note(true);
    if (this.#unnoted.length >= this.#mostAlone) throw error;
    const closedUntilMs = this.#closedUntilMs;
    const calls = recent([...this.#known, ...this.#unnoted], this.#rule, nowMs);
    const answer = grant(calls, request, this.#rule, {closedUntilMs, nowMs});
    if (!answer.isGranted) throw error;
    this.#unnoted = [...this.#unnoted, {...request, atMs: nowMs}];
    return answer;
  }

  get #mostAlone(): number {
    return Math.floor(this.#rule.limit * WITHOUT_STORE);
  }

  #note(isAlone: boolean): void {
    if (isAlone === this.#isAlone) return;
    this.#isAlone = isAlone;
    this.#log(
      isAlone
        ? `the store cannot count calls to the vendor: this process makes at most ${this.#mostAlone} by itself`
        : 'the store counts calls to the vendor again',
    );
  }

  async close(ms: number): Promise<void> {
    this.#closedUntilMs = Math.max(this.#closedUntilMs, this.#clock.now() + ms);
    await this.#engine.write(async (db) => {
      const closedUntilMs = await this.#lock(db);
      const value = Math.max(closedUntilMs, (await this.#now(db)) + ms);
      await db.updateTable('counters').set({value}).where('name', '=', CLOSED_UNTIL).execute();
    });
  }

  /** @returns The time until which no call is granted. */
  async #lock(db: Transaction<Tables>): Promise<number> {
    const query = db.selectFrom('counters').select('value').where('name', '=', CLOSED_UNTIL);
    return (await this.#engine.dialect.locked(query).executeTakeFirstOrThrow()).value;
  }

  /** Read after the lock has been acquired. */
  async #now(db: Transaction<Tables>): Promise<number> {
    const now = this.#engine.dialect.nowMs(this.#clock.now()).as('now');
    return (await db.selectNoFrom(now).executeTakeFirstOrThrow()).now;
  }

  async #recentCalls(db: Transaction<Tables>, nowMs: number): Promise<Call[]> {
    const {windowMs} = this.#rule;
    await db
      .deleteFrom('vendor_calls')
      .where('at_ms', '<=', nowMs - windowMs)
      .execute();
    // After a clock has been set back, recorded calls would be in the future.
    await db.updateTable('vendor_calls').set({at_ms: nowMs}).where('at_ms', '>', nowMs).execute();
    const rows = await db
      .selectFrom('vendor_calls')
      .select(['at_ms', 'share', 'client'])
      .orderBy('at_ms')
      .orderBy('id')
      .execute();
    return rows.map(({at_ms, share, client}) => ({
      atMs: at_ms,
      share: share as CallShare,
      client: client ?? undefined,
    }));
  }
}

async function note(
  db: Transaction<Tables>,
  {share, client = null}: {share: string; client?: string | null | undefined},
  at_ms: number,
): Promise<void> {
  await db.insertInto('vendor_calls').values({at_ms, share, client}).execute();
}
