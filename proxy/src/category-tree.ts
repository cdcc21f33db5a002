import {readEnvelope} from '../../src/wire/envelope.js';
import {isObject, readText, type JsonObject} from '../../src/wire/fields.js';
import {parseJson} from '../../src/wire/parse-json.js';
import {MAX_CATEGORIES} from './category-query.js';
import type {Log} from './error-answers.js';
import type {VendorAnswers} from './vendor/vendor-answers.js';
import type {VideoStore} from './video-store.js';

/** A category, as `getCategoryList` has it. */
export interface CategoryNode {
  readonly labelName: string;
  readonly nodeId: string | null;
  /** Null at the top. */
  readonly parentNodeId: string | null;
  readonly createUser: string | null;
}

/** Maximum number of categories. */
export const MAX_NODES = 1_000;

/** Maximum number of calls to the vendor for one reading of the tree. */
const MAX_CALLS = 30;

/** Milliseconds after which the tree is read again. Categories change rarely, and each level may need calls. */
const FRESH_MS = 10 * 60_000;

/** Milliseconds after which a failed reading is repeated. */
const FAILURE_MS = 60_000;

/** Name under which the store keeps the tree. */
const KEPT = 'category-tree';

/**
 * The vendor's tree of categories. Read at most every ten minutes, or a minute after a failure, and saved in the store. While the vendor fails, the old
 * tree is used.
 */
export class CategoryTree {
  readonly #vendor: VendorAnswers;
  readonly #store: VideoStore | undefined;
  readonly #log: Log;
  #nodes: readonly CategoryNode[] | undefined;
  /** The error of the last reading, if it failed. */
  #error: unknown;
  /** When the tree, or the error, is old. */
  #freshUntilMs = 0;
  #reading: Promise<readonly CategoryNode[]> | undefined;

  constructor(vendor: VendorAnswers, store: VideoStore | undefined, log: Log) {
    this.#vendor = vendor;
    this.#store = store;
    this.#log = log;
  }

  /**
   * All categories. If there is an old tree, it is returned at once and renewed in the background.
   *
   * @throws The error of the last reading, if there has never been a tree.
   */
  async read(): Promise<readonly CategoryNode[]> {
    if (!this.#nodes) await this.#takeKept();
    if (Date.now() < this.#freshUntilMs) {
      if (this.#nodes) return this.#nodes;
      throw this.#error;
    }
    this.#reading ??= this.#readAgain().finally(() => (this.#reading = undefined));
    if (!this.#nodes) return this.#reading;
    this.#reading.catch(() => {});
    return this.#nodes;
  }

  /** Takes the tree that another process, or an earlier run, has saved in the store. */
  async #takeKept(): Promise<void> {
    const kept = await this.#store?.kept?.(KEPT).catch(() => undefined);
    const {json} = parseJson(kept?.text ?? '');
    if (!kept || !Array.isArray(json)) return;
    this.#nodes = json.map(nodeOf).filter((node) => node !== undefined);
    this.#freshUntilMs = kept.atMs + FRESH_MS;
  }

  async #readAgain(): Promise<readonly CategoryNode[]> {
    try {
      const nodes = await readTree((parameters) => this.#ask(parameters));
      this.#nodes = nodes;
      this.#freshUntilMs = Date.now() + FRESH_MS;
      await this.#store?.keep?.(KEPT, JSON.stringify(nodes)).catch(() => {});
      return nodes;
    } catch (error) {
      this.#error = error;
      this.#freshUntilMs = Date.now() + FAILURE_MS;
      this.#log(
        `categories cannot be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      throw error;
    }
  }

  async #ask(parameters: JsonObject): Promise<readonly unknown[]> {
    const {envelope} = await this.#vendor.get('getCategoryList', parameters);
    const data = readEnvelope(envelope)?.data;
    const list = isObject(data) ? data['categoryList'] : undefined;
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  }
}

type Ask = (parameters: JsonObject) => Promise<readonly unknown[]>;

/**
 * Reads the whole tree. The vendor does not document whether a request without a parent returns all categories or the top
 * ones. If none of them has a parent among them, the children of each are requested.
 */
async function readTree(ask: Ask): Promise<CategoryNode[]> {
  const nodes = new Map<string, CategoryNode>();
  let calls = 0;
  const readBelow = async (parentNodeId?: string): Promise<CategoryNode[]> => {
    const found: CategoryNode[] = [];
    for (let pageIndex = 1; calls < MAX_CALLS; pageIndex++) {
      calls += 1;
      const below = parentNodeId === undefined ? {} : {parentNodeId};
      const page = await ask({pageIndex, pageSize: MAX_CATEGORIES, ...below});
      found.push(...page.map(nodeOf).filter((node) => node !== undefined));
      if (page.length < MAX_CATEGORIES) break;
    }
    const isNew = ({nodeId, labelName}: CategoryNode) => !nodes.has(nodeId ?? labelName);
    const added = found.filter(isNew).map((node) => withParent(node, parentNodeId));
    for (const node of added) nodes.set(node.nodeId ?? node.labelName, node);
    return added;
  };
  let level = await readBelow();
  const isWhole = level.some(({parentNodeId}) => parentNodeId !== null && nodes.has(parentNodeId));
  while (!isWhole && level.length > 0 && calls < MAX_CALLS) {
    const next: CategoryNode[] = [];
    for (const {nodeId} of level) if (nodeId !== null) next.push(...(await readBelow(nodeId)));
    level = next;
  }
  return [...nodes.values()].slice(0, MAX_NODES);
}

function withParent(node: CategoryNode, parentNodeId = node.parentNodeId): CategoryNode {
  return {...node, parentNodeId};
}

function nodeOf(value: unknown): CategoryNode | undefined {
  if (!isObject(value)) return undefined;
  const labelName = readText(value['labelName']);
  if (labelName === undefined) return undefined;
  const text = (name: string) => readText(value[name]) ?? null;
  const [nodeId, parentNodeId, createUser] = ['nodeId', 'parentNodeId', 'createUser'].map(text);
  return {
    labelName,
    nodeId: nodeId ?? null,
    parentNodeId: parentNodeId ?? null,
    createUser: createUser ?? null,
  };
}

/** A category of which only the name is known. */
export function categoryNamed(labelName: string): CategoryNode {
  return {labelName, nodeId: null, parentNodeId: null, createUser: null};
}

/** Sorts categories so that each comes after its parent. Those whose parent is missing are at the top. */
export function inOrder(nodes: readonly CategoryNode[]): CategoryNode[] {
  const ids = new Set(nodes.map(({nodeId}) => nodeId));
  const below = new Map<string | null, CategoryNode[]>();
  for (const node of nodes) {
    const parent = ids.has(node.parentNodeId) ? node.parentNodeId : null;
    below.set(parent, [...(below.get(parent) ?? []), node]);
  }
  const ordered = new Map<CategoryNode, CategoryNode>();
  const add = (node: CategoryNode, parentNodeId: string | null) => {
    if (ordered.has(node)) return;
    ordered.set(node, {...node, parentNodeId});
    const {nodeId} = node;
    if (nodeId !== null) for (const child of below.get(nodeId) ?? []) add(child, nodeId);
  };
  for (const node of below.get(null) ?? []) add(node, null);
  // What is left is part of a cycle.
  for (const node of nodes) add(node, null);
  return [...ordered.values()];
}
