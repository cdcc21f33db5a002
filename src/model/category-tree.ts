import type {CategoryRecord} from '../wire/categories.js';

/** A category with those below it. */
export interface Category {
  readonly name: string;
  readonly children: readonly Category[];
}

/** One row of a tree that is opened along a path. */
export interface CategoryLevel {
  /** What the filter is when nothing of this row is chosen. */
  readonly all: string;
  readonly categories: readonly Category[];
  /** The one that is chosen, or that has the chosen one below it. */
  readonly chosen: Category | undefined;
}

/** The categories at the top. One whose parent does not come before it is at the top, too. */
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

/** The filter that shows the videos of a category and of all below it: their names, separated by commas. */
export function categoryFilter({name, children}: Category): string {
  return [name, ...children.map(categoryFilter)].join();
}

/** The rows of a tree, opened as far as the chosen category. */
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
