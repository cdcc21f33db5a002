import type {ResultSet, Row, Value} from '@libsql/client';
import {isObject, type JsonObject} from '../../../src/wire/fields.js';
import type {ListQuery} from '../list-query.js';
import type {Database} from './database.js';
import {FilterMemo} from './filter-memo.js';
import {listFilter, matchingNames, rareNameFilter, type ListFilter} from './list-filter.js';
import {
  countStatement,
  fewStatement,
  fromNearerEnd,
  idsStatement,
  LAST_SEQUENCE,
  pageStatement,
  recordsStatement,
  type PagePosition,
} from './list-statements.js';

/** One page of the list. */
export interface StoredPage {
  /** As delivered, in the vendor's fields and meanings (upload callback). */
  readonly records: readonly JsonObject[];
  /** Videos on all pages together. */
  readonly total: number;
  /** Number of the last change that this page knows of. */
  readonly sequence: number;
}

/** What is known of a filter as of a change. */
interface Known<T> {
  readonly value: T;
  readonly sequence: number;
}

/** Filters whose totals are remembered. */
const MAX_TOTALS = 500;

/** Filters whose videos are remembered: 800 kB each, when it is 100,000 videos. */
const MAX_RESULTS = 32;

/** With more matching names than this, walking along the list beats gathering and sorting them. */
const RARE_NAME_LIMIT = 2_000;

/**
 * Reads pages. Where an index has the videos of a filter in order, a page is read from it, and only the
 * total is remembered. For any mixture of filters, all ids are gathered once and remembered until
 * something changes: then every page of it is as quick as the first.
 */
export class ListReader {
  readonly #database: Database;
  readonly #zone: string;
  readonly #totals = new FilterMemo<Known<number>>(MAX_TOTALS);
  readonly #results = new FilterMemo<Known<Float64Array>>(MAX_RESULTS);

  /** @param zone - Time zone of the account's times, such as `+08:00`. */
  constructor(database: Database, zone: string) {
    this.#database = database;
    this.#zone = zone;
  }

  /** One page by the vendor's filters and order. */
  async read(query: ListQuery): Promise<StoredPage> {
    const filter = listFilter(query, this.#zone);
    const position = {
      newestFirst: query.listOrder === 0,
      offset: (query.pageIndex - 1) * query.pageSize,
      limit: query.pageSize,
    };
    return filter.isIndexed
      ? this.#readIndexed(filter, position)
      : this.#readGathered(filter, position, query);
  }

  async #readIndexed(filter: ListFilter, position: PagePosition): Promise<StoredPage> {
    const known = this.#totals.get(filter) ?? (await this.#count(filter));
    const page = await this.#indexedPage(filter, position, known.value);
    if (page.sequence === known.sequence) return page;
    // Something changed since it was counted: count again, and look again if the page has moved.
    const {value: total} = await this.#count(filter);
    return total === known.value ? page : this.#indexedPage(filter, position, total);
  }

  async #indexedPage(
    filter: ListFilter,
    position: PagePosition,
    total: number,
  ): Promise<StoredPage> {
    const nearer = fromNearerEnd(position, total);
    const {value, sequence} = await this.#asOfNow(pageStatement(filter, nearer));
    const records = value.rows.map(readRecord);
    if (nearer.newestFirst !== position.newestFirst) records.reverse();
    return {records, total, sequence};
  }

  async #count(filter: ListFilter): Promise<Known<number>> {
    const {value, sequence} = await this.#asOfNow(countStatement(filter));
    return this.#totals.set(filter, {value: Number(value.rows[0]?.['total']), sequence});
  }

  async #readGathered(
    filter: ListFilter,
    position: PagePosition,
    query: ListQuery,
  ): Promise<StoredPage> {
    const known = this.#results.get(filter) ?? (await this.#gather(filter, query));
    const page = await this.#gatheredPage(known.value, position);
    if (page.sequence === known.sequence) return page;
    const {value} = await this.#gather(filter, query);
    return this.#gatheredPage(value, position);
  }

  async #gatheredPage(all: Float64Array, position: PagePosition): Promise<StoredPage> {
    const ids = idsOnPage(all, position);
    const {value, sequence} = await this.#asOfNow(recordsStatement(ids));
    const records = new Map<number, JsonObject>();
    for (const row of value.rows) records.set(Number(row['id']), readRecord(row));
    return {
      records: ids.map((id) => records.get(id)).filter((record) => record !== undefined),
      total: all.length,
      sequence,
    };
  }

  async #gather(filter: ListFilter, query: ListQuery): Promise<Known<Float64Array>> {
    const isRare = await this.#isRareName(query);
    const quickest = isRare ? rareNameFilter(query, this.#zone) : filter;
    const {value, sequence} = await this.#asOfNow(idsStatement(quickest));
    const [row] = value.rows;
    const ids = parseIds(textOf(row?.['ids']), Number(row?.['total']));
    return this.#results.set(filter, {value: ids, sequence});
  }

  async #isRareName(query: ListQuery): Promise<boolean> {
    const matches = matchingNames(query);
    if (!matches) return false;
    const {rows} = await this.#database.read(fewStatement(matches, RARE_NAME_LIMIT));
    return Number(rows[0]?.['total']) < RARE_NAME_LIMIT;
  }

  /** Runs a statement, and says which change was the last one then. */
  async #asOfNow(statement: Parameters<Database['read']>[0]): Promise<Known<ResultSet>> {
    const [last, value] = await this.#database.readAll([LAST_SEQUENCE, statement]);
    if (!last || !value) throw new Error('The database gives fewer answers than it was asked for.');
    return {value, sequence: Number(last.rows[0]?.['sequence'])};
  }
}

const COMMA = 0x2c;
const ZERO = 0x30;

/** Ids out of a comma separated text, digit by digit: `split` and `Number` take ten times as long. */
function parseIds(text: string, count: number): Float64Array {
  const ids = new Float64Array(count);
  for (let n = 0, index = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code === COMMA) index += 1;
    else ids[index] = ids[index]! * 10 + (code - ZERO);
  }
  return ids;
}

/** Ids on a page, out of all of them, oldest first. */
function idsOnPage(all: Float64Array, {newestFirst, offset, limit}: PagePosition): number[] {
  if (!newestFirst) return [...all.subarray(offset, offset + limit)];
  const end = Math.max(all.length - offset, 0);
  return [...all.subarray(Math.max(end - limit, 0), end)].reverse();
}

/** The record in a row. */
export function readRecord(row: Row): JsonObject {
  const record: unknown = JSON.parse(textOf(row['record']));
  return isObject(record) ? record : {};
}

/** The text in a column; empty where there is none. */
export function textOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
