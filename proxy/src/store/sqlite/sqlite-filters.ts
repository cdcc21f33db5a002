import {sql, type RawBuilder} from 'kysely';
import {
  filterOf,
  nameContains,
  type Conditions,
  type ListFilter,
  type ListFilters,
} from '../list-filter.js';
import {categoryMark} from '../record-columns.js';

/** Walking along this index answers any mixture of filters without reading a record. */
const ALONG_THE_LIST = sql`videos INDEXED BY videos_by_creation`;

/** From the names to the videos, never the other way round. */
const BY_NAME = sql`video_names CROSS JOIN videos ON videos.id = video_names.rowid`;

/** Characters the trigram index needs to find something. */
const TRIGRAM_LENGTH = 3;

/** Filters for SQLite, which has to be told the way. */
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
  // LIKE would take capitals for small letters, and twice the time.
  const any = categories.map((name) => sql`instr(categories, ${categoryMark(name)}) > 0`);
  return [sql`(${sql.join(any, sql` OR `)})`];
}

function nameMatches(name: string): RawBuilder<unknown> {
  return sql`video_names MATCH ${`"${name.replaceAll('"', '""')}"`}`;
}
