import {readEnvelope} from '../../../src/wire/envelope.js';
import {isObject, readText, type JsonObject} from '../../../src/wire/fields.js';
import type {Caller} from '../caller.js';
import {MAX_CATEGORIES, type CategoryQuery} from '../category-query.js';
import {parseListQuery} from '../list-query.js';
import {envelope} from '../envelope.js';
import type {FilterQuery} from '../store/list-filter.js';
import type {SourceAnswer, ListSource} from '../list-source.js';
import {narrowQuery} from './narrow-query.js';
import {isLimited, type Scope} from './scope.js';

/** Maximum number of pages that are read for the categories of a scope: 1,000 categories. */
const MAX_PAGES = 10;

/** One page of the categories that a scope shows. */
export async function scopedCategories(
  source: ListSource,
  query: CategoryQuery,
  scope: Scope,
  caller: Caller,
): Promise<SourceAnswer> {
  const {categories} = scope;
  const filter = isLimited(scope) ? narrowQuery(parseListQuery({}), scope) : {};
  if (!categories && filter) return source.categories(query, caller, filter);
  const {pageIndex, pageSize} = query;
  const found = filter ? await allCategories(source, query, caller, filter) : [];
  const shown = found.filter((category) =>
    categories?.includes(readText(category['labelName']) ?? ''),
  );
  const categoryList = shown.slice((pageIndex - 1) * pageSize, pageIndex * pageSize);
  return {envelope: envelope({total: shown.length, pageSize, pageIndex, categoryList})};
}

/** The names of all categories that a scope shows. */
export async function namesInScope(
  source: ListSource,
  scope: Scope,
  caller: Caller,
): Promise<string[]> {
  const names: string[] = [];
  for (let pageIndex = 1; pageIndex <= MAX_PAGES; pageIndex++) {
    const page = {pageIndex, pageSize: MAX_CATEGORIES};
    const list = categoriesOn((await scopedCategories(source, page, scope, caller)).envelope);
    names.push(...list.map(({labelName}) => readText(labelName) ?? ''));
    if (list.length < MAX_CATEGORIES) break;
  }
  return names.filter(Boolean);
}

async function allCategories(
  source: ListSource,
  query: CategoryQuery,
  caller: Caller,
  filter: FilterQuery,
): Promise<JsonObject[]> {
  const all: JsonObject[] = [];
  for (let pageIndex = 1; pageIndex <= MAX_PAGES; pageIndex++) {
    const page = {...query, pageIndex, pageSize: MAX_CATEGORIES};
    const list = categoriesOn((await source.categories(page, caller, filter)).envelope);
    all.push(...list);
    if (list.length < MAX_CATEGORIES) break;
  }
  return all;
}

function categoriesOn(answer: object): JsonObject[] {
  const data = readEnvelope(answer)?.data;
  const list = isObject(data) ? data['categoryList'] : undefined;
  return Array.isArray(list) ? list.filter(isObject) : [];
}
