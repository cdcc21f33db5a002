import {sql} from 'kysely';
import {ACCOUNT_ZONE} from '../../../src/wire/timestamp.js';
import type {PlaceInList} from '../list-source.js';
import {SORTS, type ListQuery} from '../list-query.js';
import type {CallLedger} from '../vendor/call-ledger.js';
import type {CallRule} from '../vendor/call-rule.js';
import type {Clock} from '../util/clock.js';
import type {SharedAnswers} from '../vendor/shared-answers.js';
import type {VideoRecord} from '../video-record.js';
import type {StoredChange, VideoStore} from '../video-store.js';
import type {Engine} from './engine.js';
import {readConditions, type FilterQuery} from './list-filter.js';
import {PageMemory} from './page-memory.js';
import {ListReader, readRecord, type StoredPage} from './list-reader.js';
import {StoreAnswers} from './store-answers.js';
import {addRequestCounts} from './store-counts.js';
import {StoreLedger} from './store-ledger.js';
import {WriteQueue} from './write-queue.js';
import {writeRecords, type Delivered} from './write-records.js';

/** Maximum number of records in a transaction, so that other processes can write in between. */
const MAX_BATCH = 200;

/** Jumps from each name to the next one in the index, instead of reading all entries. */
const CATEGORIES = sql<{name: string}>`
  WITH RECURSIVE names(name) AS (
    SELECT min(category) FROM video_categories
    UNION ALL
    SELECT (SELECT min(category) FROM video_categories WHERE category > name)
      FROM names WHERE name IS NOT NULL
  )
  SELECT name FROM names WHERE name IS NOT NULL`;

/** A store in an SQL database. */
export class SqlVideoStore implements VideoStore {
  readonly sorts = SORTS;
  readonly watch?: (onChange: () => void) => () => void;
  readonly #engine: Engine;
  readonly #zone: string;
  readonly #lists: ListReader;
  readonly #pages = new PageMemory();
  /** Queries in flight. */
  readonly #inFlight = new Map<string, Promise<unknown>>();
  /** Number of the last change that this process has seen. */
  #lastKnown = 0;
  readonly #writes: WriteQueue<Delivered, StoredChange>;

  constructor(engine: Engine, zone = ACCOUNT_ZONE) {
    this.#engine = engine;
    this.#zone = zone;
    this.#lists = new ListReader(engine, zone);
    this.#writes = new WriteQueue(MAX_BATCH, (delivered) =>
      engine.write((db) => writeRecords(db, engine.dialect, delivered)),
    );
    if (engine.listen) this.watch = (onChange) => engine.listen!(onChange);
  }

  upsert(records: readonly VideoRecord[]): Promise<StoredChange[]> {
    return this.#write(records.map((record) => ({record, isFromList: false})));
  }

  merge(records: readonly VideoRecord[]): Promise<StoredChange[]> {
    return this.#write(records.map((record) => ({record, isFromList: true})));
  }

  list(query: ListQuery): Promise<StoredPage> {
    const text = JSON.stringify(query);
    return this.#once(text, () => this.#page(query, text));
  }

  placeOf(query: ListQuery, videoId: string): Promise<PlaceInList | undefined> {
    return this.#lists.placeOf(query, videoId);
  }

  async changesSince(sequence: number, limit: number): Promise<StoredChange[]> {
    const rows = await this.#engine.read((db) =>
      db
        .selectFrom('videos')
        .select(['sequence', 'record'])
        .where('sequence', '>', sequence)
        .orderBy('sequence')
        .limit(limit)
        .execute(),
    );
    this.#note(rows.at(-1)?.sequence);
    return rows.map((row) => ({sequence: row.sequence, record: readRecord(row.record)}));
  }

  lastSequence(): Promise<number> {
    return this.#once('sequence', () => this.#readSequence());
  }

  async categories(filter: FilterQuery = {}): Promise<string[]> {
    const conditions = readConditions(filter, this.#zone);
    const {from, where} = this.#engine.dialect.filters.all(conditions);
    const isForAll = conditions.key === readConditions({}, this.#zone).key;
    const query = isForAll
      ? CATEGORIES
      : sql<{name: string}>`SELECT DISTINCT category AS name FROM video_categories
          WHERE id IN (SELECT id FROM ${from} ${where}) ORDER BY category`;
    const {rows} = await this.#engine.read((db) => query.execute(db));
    return rows.map(({name}) => name);
  }

  ledger(rule: CallRule, clock: Clock, log?: (line: string) => void): CallLedger {
    return new StoreLedger(this.#engine, rule, clock, log);
  }

  answers(clock: Clock): SharedAnswers {
    return new StoreAnswers(this.#engine, clock);
  }

  addRequestCounts(
    windowStartMs: number,
    points: ReadonlyMap<string, number>,
  ): Promise<ReadonlyMap<string, number>> {
    return addRequestCounts(this.#engine, windowStartMs, points);
  }

  async kept(name: string): Promise<{readonly text: string; readonly atMs: number} | undefined> {
    const query = sql<{text: string; at_ms: number}>`
      SELECT text, at_ms FROM kept_texts WHERE name = ${name}`;
    const {rows} = await this.#engine.read((db) => query.execute(db));
    return rows[0] && {text: rows[0].text, atMs: rows[0].at_ms};
  }

  async keep(name: string, text: string): Promise<void> {
    await this.#engine.write((db) =>
      sql`INSERT INTO kept_texts (name, at_ms, text) VALUES (${name}, ${Date.now()}, ${text})
        ON CONFLICT (name) DO UPDATE SET at_ms = excluded.at_ms, text = excluded.text`.execute(db),
    );
  }

  close(): Promise<void> {
    return this.#engine.close();
  }

  /** Combines equal queries in flight, unless something has changed since. */
  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const key = `${this.#lastKnown} ${question}`;
    const inFlight = this.#inFlight.get(key) as Promise<T> | undefined;
    if (inFlight) return inFlight;
    const answer = ask().finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, answer);
    return answer;
  }

  /** Uses the cached page if nothing has changed. One query for the last change serves all pages that are requested meanwhile. */
  async #page(query: ListQuery, text: string): Promise<StoredPage> {
    const known = this.#pages.has(text) && this.#pages.asOf(await this.lastSequence(), text);
    if (known) return known;
    const page = await this.#lists.read(query);
    this.#pages.keep(text, page);
    return page;
  }

  async #readSequence(): Promise<number> {
    const query = sql<{value: number}>`SELECT value FROM counters WHERE name = 'sequence'`;
    const {rows} = await this.#engine.read((db) => query.execute(db));
    this.#note(rows[0]?.value);
    return rows[0]?.value ?? 0;
  }

  #note(sequence = 0): void {
    this.#lastKnown = Math.max(this.#lastKnown, sequence);
  }

  async #write(delivered: readonly Delivered[]): Promise<StoredChange[]> {
    const changes: StoredChange[] = [];
    for (let from = 0; from < delivered.length; from += MAX_BATCH) {
      changes.push(...(await this.#writes.add(delivered.slice(from, from + MAX_BATCH))));
      this.#note(changes.at(-1)?.sequence);
    }
    return changes;
  }
}
