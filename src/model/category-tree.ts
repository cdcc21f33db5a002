import type {CategoryRecord} from '../wire/categories.js';

/** A category with its children. */
export interface Category {
  readonly name: string;
  readonly children: readonly Category[];
}

/** One row of tabs: the categories of one level. */
export interface CategoryLevel {
  /** The filter if no category of this row is selected. */
  readonly all: string;
  readonly categories: readonly Category[];
  /** The selected category of this row, or the one that contains the selected one. */
  readonly chosen: Category | undefined;
}

/** Builds a tree. A category whose parent does not come before it is at the top. */
export function categoryTree(records: readonly CategoryRecord[]): Category[] {
  const known = new Map<string | undefined, {children: Category[]}>();
  const top: Category[] = [];
  for (const {name, id, parentId} of records) {
    const category = {name, children: []};
    const siblings = parentId === undefined ? top : (known.get(parentId)?.children ?? top);
    siblings.push(category);
    if (id !== undefined) known.set(id, category);
  }
  return top;
}

/** The filter for a category and all of its descendants: their names, separated by commas. */
export function categoryFilter({name, children}: Category): string {
  return [name, ...children.map(categoryFilter)].join();
}

/** The rows of a tree from the top to the selected category. */
export function categoryLevels(top: readonly Category[], filter: string): CategoryLevel[] {
  const levels: CategoryLevel[] = [];
  let categories = top;
  let all = '';
  while (categories.length > 0) {
    const chosen = categories.find((category) => isOnPath(category, filter));
    levels.push({all, categories, chosen});
    if (!chosen) break;
    all = categoryFilter(chosen);
    categories = chosen.children;
  }
  return levels;
}

function isOnPath(category: Category, filter: string): boolean {
  return (
    filter === category.name ||
    filter === categoryFilter(category) ||
    category.children.some((child) => isOnPath(child, filter))
  );
}
