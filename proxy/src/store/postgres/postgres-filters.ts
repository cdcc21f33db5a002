import {sql, type RawBuilder} from 'kysely';
import {
  filterOf,
  nameContains,
  type Conditions,
  type ListFilter,
  type ListFilters,
} from '../list-filter.js';

/** Filters for PostgreSQL, which chooses good plans without hints. */
export const postgresFilters: ListFilters = {
  all(conditions: Conditions): ListFilter {
    const {key, equal, created, categories, name} = conditions;
    const others = equal.length + nameContains(name).length;
    if (others === 0 && categories.length === 1) {
      const category = sql`category = ${categories[0]}`;
      return filterOf(key, sql`video_categories`, [category, ...created], true);
    }
    return filterOf(key, sql`videos`, allOf(conditions), true);
  },

  unordered(conditions: Conditions): ListFilter {
    return filterOf(conditions.key, sql`videos`, allOf(conditions), false);
  },
};

function allOf({equal, created, categories, name}: Conditions): RawBuilder<unknown>[] {
  const equalities = equal.map((condition) => condition.sql);
  return [...equalities, ...created, ...filedUnder(categories), ...nameContains(name)];
}

function filedUnder(categories: readonly string[]): RawBuilder<unknown>[] {
  if (categories.length === 0) return [];
  return [
    sql`id IN (SELECT filed.id FROM video_categories AS filed
      WHERE filed.category IN (${sql.join(categories)}))`,
  ];
}
