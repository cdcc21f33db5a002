import {sql} from 'kysely';
import type {Claim, Lease, SharedAnswers} from '../vendor/shared-answers.js';
import type {Clock} from '../util/clock.js';
import {toHex} from '../util/hex.js';
import type {Engine} from './engine.js';

/** Milliseconds after which an answer is deleted. */
const KEEP_MS = 120_000;

/** The number of the last stored change. */
const SEQUENCE = sql<number>`(SELECT value FROM counters WHERE name = 'sequence')`;

interface AnswerRow {
  readonly received_ms: number;
  readonly now_ms: number;
  readonly sequence: number;
  readonly last_sequence: number;
  readonly envelope: string;
}

/** Shared answers as rows of the store. A row is also the lease of the process that calls the vendor. */
export class StoreAnswers implements SharedAnswers {
  readonly #engine: Engine;
  readonly #clock: Clock;

  constructor(engine: Engine, clock: Clock) {
    this.#engine = engine;
    this.#clock = clock;
  }

  async claim(key: string, maxAgeMs: number, leaseMs: number): Promise<Claim> {
    const id = await digestOf(key);
    const holder = crypto.randomUUID();
    const now = this.#now();
    return this.#engine.write<Claim>(async (db) => {
      const {rows: taken} = await sql<{holder: string}>`
        INSERT INTO vendor_answers
          (id, holder, lease_until_ms, asked_sequence, received_ms, sequence, envelope)
        VALUES (${id}, ${holder}, ${now} + ${sql.lit(leaseMs)}, ${SEQUENCE}, 0, -1, '')
        ON CONFLICT (id) DO UPDATE SET
          holder = excluded.holder,
          lease_until_ms = excluded.lease_until_ms,
          asked_sequence = excluded.asked_sequence
        WHERE vendor_answers.lease_until_ms <= ${now}
          AND (vendor_answers.received_ms <= ${now} - ${sql.lit(maxAgeMs)}
            OR vendor_answers.sequence <> ${SEQUENCE})
        RETURNING holder`.execute(db);
      if (taken.length > 0) return {kind: 'lease', lease: this.#leaseOf(id, holder)};
      const {rows} = await sql<AnswerRow>`
        SELECT received_ms, ${now} AS now_ms, sequence, ${SEQUENCE} AS last_sequence, envelope
        FROM vendor_answers WHERE id = ${id}`.execute(db);
      const [row] = rows;
      const ageMs = row ? row.now_ms - row.received_ms : Infinity;
      const isGood = row?.sequence === row?.last_sequence && ageMs < maxAgeMs;
      // After a clock has been set back, an answer must not look fresh.
      return row && isGood
        ? {kind: 'answer', text: row.envelope, ageMs: Math.max(ageMs, 0)}
        : {kind: 'busy'};
    });
  }

  /** Time by the clock that all processes share. */
  #now() {
    return this.#engine.dialect.nowMs(this.#clock.now());
  }

  /** The row is changed only while it names this process. */
  #leaseOf(id: string, holder: string): Lease {
    return {
      publish: async (text, receivedAtMs) => {
        await this.#engine.write(async (db) => {
          await sql`
            UPDATE vendor_answers
            SET lease_until_ms = 0, received_ms = ${this.#now()} - ${sql.lit(Math.max(0, this.#clock.now() - receivedAtMs))}, sequence = asked_sequence, envelope = ${text}
            WHERE id = ${id} AND holder = ${holder}`.execute(db);
          await sql`
            DELETE FROM vendor_answers
            WHERE received_ms < ${this.#now()} - ${sql.lit(KEEP_MS)} AND lease_until_ms < ${this.#now()}`.execute(
            db,
          );
        });
      },
      release: async () => {
        await this.#engine.write((db) =>
          sql`UPDATE vendor_answers SET lease_until_ms = 0 WHERE id = ${id} AND holder = ${holder}`.execute(
            db,
          ),
        );
      },
    };
  }
}

/** Hashed, because keys may be too long for an index. */
async function digestOf(key: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
}
