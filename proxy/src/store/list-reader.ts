import type {RawBuilder} from 'kysely';
import {isObject, type JsonObject} from '../../../src/wire/fields.js';
import type {PlaceInList} from '../list-source.js';
import type {ListQuery, Sort} from '../list-query.js';
import type {Engine} from './engine.js';
import {FilterMemo} from './filter-memo.js';
import {textKey} from './record-columns.js';
import {readConditions, type Conditions, type ListFilter} from './list-filter.js';
import {
  asOf,
  countUpTo,
  countVideos,
  fromNearerEnd,
  idOfVideo,
  idsOf,
  pageOfRecords,
  recordsOf,
  type AsOf,
  type PagePosition,
} from './list-statements.js';

/** One page of a list. */
export interface StoredPage {
  /** Records as in the upload callback. */
  readonly records: readonly JsonObject[];
  /** Videos on all pages together. */
  readonly total: number;
  /** Number of the last change that this page contains. */
  readonly sequence: number;
}

/** A cached result, and the change that it belongs to. */
interface Known<T> {
  readonly value: T;
  readonly sequence: number;
}

/** All ids of a filter, and their order. */
interface Gathered {
  readonly filter: ListFilter;
  readonly conditions: Conditions;
  readonly sortBy: Sort | undefined;
}

/** Maximum number of filters with a cached total. */
const MAX_TOTALS = 500;

/** Maximum number of filters with cached ids. 100,000 ids take 800 kB. */
const MAX_RESULTS = 32;

/** With more matching names than this, scanning the list in order is faster than collecting and sorting them. */
const RARE_NAME_LIMIT = 2_000;

/**
 * Reads pages. If an index has the rows of a filter in order, the page is read from the index, and only the total is
 * cached. For other combinations of filters, all ids are read once and cached until something changes, so that all pages
 * are equally fast.
 */
export class ListReader {
  readonly #engine: Engine;
  readonly #zone: string;
  readonly #totals = new FilterMemo<Known<number>>(MAX_TOTALS);
  readonly #results = new FilterMemo<Known<Float64Array>>(MAX_RESULTS);

  /** @param zone - Time zone of the account's times, such as `+08:00`. */
  constructor(engine: Engine, zone: string) {
    this.#engine = engine;
    this.#zone = zone;
  }

  /** Reads one page by the vendor's filters and order. */
  async read(query: ListQuery): Promise<StoredPage> {
    const gathered = this.#gatheredBy(query);
    const position = {
      newestFirst: query.listOrder === 0,
      offset: (query.pageIndex - 1) * query.pageSize,
      limit: query.pageSize,
    };
    return gathered.filter.isOrdered
      ? this.#readOrdered(gathered.filter, position)
      : this.#readGathered(gathered, position);
  }

  /** Index of a video in a list; undefined if it is not in the list. */
  async placeOf(query: ListQuery, videoId: string): Promise<PlaceInList | undefined> {
    const gathered = this.#gatheredBy(query);
    const [{id, sequence}] = await this.#rows(asOf(idOfVideo(textKey(videoId))));
    if (id === null) return undefined;
    const known = this.#results.get(gathered.filter);
    const isKnown = known?.sequence === sequence;
    const {value: ids} = isKnown ? known : await this.#gather(gathered);
    const index = ids.indexOf(id);
    if (index < 0) return undefined;
    const total = ids.length;
    return {index: query.listOrder === 0 ? total - 1 - index : index, total};
  }

  #gatheredBy(query: ListQuery): Gathered {
    const {filters} = this.#engine.dialect;
    const conditions = readConditions(query, this.#zone);
    const {sortBy} = query;
    if (!sortBy) return {filter: filters.all(conditions), conditions, sortBy};
    const filter = filters.unordered(conditions);
    return {filter: {...filter, key: `${sortBy} ${filter.key}`}, conditions, sortBy};
  }

  async #readOrdered(filter: ListFilter, position: PagePosition): Promise<StoredPage> {
    return readUnchanged(
      this.#totals.get(filter),
      () => this.#count(filter),
      (total) => this.#orderedPage(filter, position, total),
    );
  }

  async #orderedPage(
    filter: ListFilter,
    position: PagePosition,
    total: number,
  ): Promise<StoredPage> {
    const nearer = fromNearerEnd(position, total);
    const rows = await this.#rows(pageOfRecords(filter, nearer));
    const records = rows.flatMap(({record}) => (record === null ? [] : [readRecord(record)]));
    if (nearer.newestFirst !== position.newestFirst) records.reverse();
    return {records, total, sequence: rows[0].sequence};
  }

  async #count(filter: ListFilter): Promise<Known<number>> {
    const [{sequence, total}] = await this.#rows(asOf(countVideos(filter)));
    return this.#totals.set(filter, {value: total ?? 0, sequence});
  }

  async #readGathered(gathered: Gathered, position: PagePosition): Promise<StoredPage> {
    return readUnchanged(
      this.#results.get(gathered.filter),
      () => this.#gather(gathered),
      (ids) => this.#gatheredPage(ids, position),
    );
  }

  async #gatheredPage(all: Float64Array, position: PagePosition): Promise<StoredPage> {
    const ids = idsOnPage(all, position);
    const rows = await this.#rows(asOf(recordsOf(ids)));
    const records = new Map<number | null, JsonObject>();
    for (const {id, record} of rows) if (record !== null) records.set(id, readRecord(record));
    return {
      records: ids.map((id) => records.get(id)).filter((record) => record !== undefined),
      total: all.length,
      sequence: rows[0].sequence,
    };
  }

  async #gather({filter, conditions, sortBy}: Gathered): Promise<Known<Float64Array>> {
    const {dialect} = this.#engine;
    const isRare = !sortBy && (await this.#isRareName(conditions));
    const quickest = (isRare && dialect.filters.byName?.(conditions)) || filter;
    const [{sequence, total, ids}] = await this.#rows(asOf(idsOf(quickest, dialect, sortBy)));
    return this.#results.set(filter, {value: parseIds(ids ?? '', total ?? 0), sequence});
  }

  async #isRareName(conditions: Conditions): Promise<boolean> {
    const matches = this.#engine.dialect.filters.onlyName?.(conditions);
    if (!matches) return false;
    const [{total}] = await this.#rows(asOf(countUpTo(RARE_NAME_LIMIT, matches)));
    return (total ?? 0) < RARE_NAME_LIMIT;
  }

  async #rows<Row>(statement: RawBuilder<AsOf<Row>>): Promise<[AsOf<Row>, ...AsOf<Row>[]]> {
    const {rows} = await this.#engine.read((db) => statement.execute(db));
    const [first, ...rest] = rows;
    if (!first) throw new Error('The row with the number of the last change is missing.');
    return [first, ...rest];
  }
}

/** Attempts to read a page while the store changes all the time. */
const MAX_ATTEMPTS = 4;

/**
 * Reads a page by its total or its ids, and repeats both if something has changed in between. After the last attempt, the
 * page has the number of the older state, so that it is not cached as one of the newer state.
 */
async function readUnchanged<T>(
  cached: Known<T> | undefined,
  readBasis: () => Promise<Known<T>>,
  readPage: (basis: T) => Promise<StoredPage>,
): Promise<StoredPage> {
  let basis = cached ?? (await readBasis());
  for (let attempt = 1; ; attempt++) {
    const page = await readPage(basis.value);
    if (page.sequence === basis.sequence) return page;
    if (attempt === MAX_ATTEMPTS) return {...page, sequence: basis.sequence};
    basis = await readBasis();
  }
}

const COMMA = 0x2c;
const ZERO = 0x30;

/** Parses ids separated by commas. Digit by digit, because `split` and `Number` take ten times as long. */
function parseIds(text: string, count: number): Float64Array {
  const ids = new Float64Array(count);
  for (let n = 0, index = 0; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code === COMMA) index += 1;
    else ids[index] = ids[index]! * 10 + (code - ZERO);
  }
  return ids;
}

/** The ids of a page. `all` has the oldest first. */
function idsOnPage(all: Float64Array, {newestFirst, offset, limit}: PagePosition): number[] {
  if (!newestFirst) return [...all.subarray(offset, offset + limit)];
  const end = Math.max(all.length - offset, 0);
  return [...all.subarray(Math.max(end - limit, 0), end)].reverse();
}

/** Parses the record of a row. */
export function readRecord(text: string): JsonObject {
  const record: unknown = JSON.parse(text);
  return isObject(record) ? record : {};
}
