import type {Caller} from '../caller.js';
import {
  categoryNamed,
  inOrder,
  MAX_NODES,
  type CategoryNode,
  type CategoryTree,
} from '../category-tree.js';
import type {ListSource, SourceAnswer} from '../list-source.js';
import {envelope} from '../envelope.js';
import {namesInScope} from './scoped-categories.js';
import {isLimited, type Scope} from './scope.js';

/** Sources of a category tree. */
export interface TreeSources {
  readonly source: ListSource;
  /** Whether the source knows the categories in use, and asking it costs no call to the vendor. */
  readonly isSourceComplete: boolean;
  /** The vendor's; undefined without an account. */
  readonly tree: CategoryTree | undefined;
}

/**
 * The tree of the categories in a scope. A category whose parent is outside the scope is at the top, so that the parent is
 * not revealed.
 */
export async function scopedTree(
  {source, isSourceComplete, tree}: TreeSources,
  scope: Scope,
  caller: Caller,
): Promise<SourceAnswer> {
  // If the source knows the names in use, the vendor's tree is optional.
  const nodes = (await tree?.read().catch(orNone(isSourceComplete))) ?? [];
  const names =
    isSourceComplete || isLimited(scope) ? await namesInScope(source, scope, caller) : [];
  const shown = isLimited(scope) ? nodes.filter(({labelName}) => names.includes(labelName)) : nodes;
  const known = new Set(nodes.map(({labelName}) => labelName));
  const others = names.filter((name) => !known.has(name)).map(categoryNamed);
  const categoryList = inOrder([...shown, ...others]).slice(0, MAX_NODES);
  return {envelope: envelope({total: categoryList.length, categoryList})};
}

function orNone(isEnough: boolean): (error: unknown) => CategoryNode[] {
  return (error) => {
    if (isEnough) return [];
    throw error;
  };
}
