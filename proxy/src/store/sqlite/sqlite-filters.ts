import {sql, type RawBuilder} from 'kysely';
import {
  filterOf,
  nameContains,
  type Conditions,
  type ListFilter,
  type ListFilters,
} from '../list-filter.js';
import {categoryMark} from '../record-columns.js';

/** This index contains all filter columns, so any combination of filters is answered without reading a record. */
const ALONG_THE_LIST = sql`videos INDEXED BY videos_by_creation`;

/** `CROSS JOIN` fixes the order: first the names, then the videos. */
const BY_NAME = sql`video_names CROSS JOIN videos ON videos.id = video_names.rowid`;

/** Minimum length of a text that the trigram index can find. */
const TRIGRAM_LENGTH = 3;

/** Filters for SQLite, which needs index hints. */
export const sqliteFilters: ListFilters = {
  all(conditions: Conditions): ListFilter {
    const {key, equal, created, categories} = conditions;
    const all = allOf(conditions);
    const others = all.length - created.length;
    if (others === 1 && categories.length === 1) {
      const category = sql`category = ${categories[0]}`;
      return filterOf(key, sql`video_categories`, [category, ...created], true);
    }
    const isSingle = others === 0 || (others === 1 && equal.length === 1 && !equal[0]?.isList);
    if (isSingle || conditions.hasVideoId) return filterOf(key, sql`videos`, all, true);
    return filterOf(key, ALONG_THE_LIST, all, false);
  },

  unordered(conditions: Conditions): ListFilter {
    return filterOf(conditions.key, sql`videos`, allOf(conditions), false);
  },

  byName({key, equal, created, categories, name}: Conditions): ListFilter {
    const equalities = equal.map((condition) => condition.sql);
    const all = [nameMatches(name), ...equalities, ...created, ...filedUnder(categories)];
    return filterOf(key, BY_NAME, all, false);
  },

  onlyName({key, name}: Conditions): ListFilter | undefined {
    if ([...name].length < TRIGRAM_LENGTH) return undefined;
    return filterOf(key, sql`video_names`, [nameMatches(name)], false);
  },
};

function allOf({equal, created, categories, name}: Conditions): RawBuilder<unknown>[] {
  const equalities = equal.map((condition) => condition.sql);
  return [...equalities, ...created, ...filedUnder(categories), ...nameContains(name)];
}

function filedUnder(categories: readonly string[]): RawBuilder<unknown>[] {
  if (categories.length === 0) return [];
  // LIKE ignores case and takes twice as long.
  const any = categories.map((name) => sql`instr(categories, ${categoryMark(name)}) > 0`);
  return [sql`(${sql.join(any, sql` OR `)})`];
}

function nameMatches(name: string): RawBuilder<unknown> {
  return sql`video_names MATCH ${`"${name.replaceAll('"', '""')}"`}`;
}
