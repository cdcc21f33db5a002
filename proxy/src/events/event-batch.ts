import {isInScope, type Scope} from '../access/scope.js';
import {encodeText, type WrittenChange} from './event-text.js';

/** A scope, and a text that is equal for equal scopes. */
export interface KeyedScope {
  readonly scope: Scope;
  readonly key: string;
}

/** The part of a batch for one scope. */
export interface BatchPart {
  /** All events as one chunk, shared by all listeners; undefined if there are none. */
  readonly bytes: Uint8Array | undefined;
  /** Whether there were changes outside the scope. */
  readonly hasHidden: boolean;
}

/** Changes that are sent together. Serialized once for each scope, for all listeners. */
export class EventBatch {
  readonly #changes: readonly WrittenChange[];
  readonly #parts = new Map<string, BatchPart>();

  /** @param changes - Oldest first. */
  constructor(changes: readonly WrittenChange[]) {
    this.#changes = changes;
  }

  /** Number of the last change. */
  get last(): number {
    return this.#changes.at(-1)?.sequence ?? 0;
  }

  /** Length of all changes in characters. */
  get length(): number {
    return this.#changes.reduce((sum, {text}) => sum + text.length, 0);
  }

  /** The part for a listener that has all changes up to `position`. */
  partFor({scope, key}: KeyedScope, position: number): BatchPart {
    const from = this.#changes.findIndex(({sequence}) => sequence > position);
    const name = `${from} ${key}`;
    let part = this.#parts.get(name);
    if (!part) this.#parts.set(name, (part = this.#write(from, scope)));
    return part;
  }

  #write(from: number, scope: Scope): BatchPart {
    const later = from < 0 ? [] : this.#changes.slice(from);
    const shown = later.filter(({record}) => isInScope(record, scope));
    const text = shown.map((change) => change.text).join('');
    return {
      bytes: text === '' ? undefined : encodeText(text),
      hasHidden: shown.length < later.length,
    };
  }
}

/** Splits changes into batches of a maximum length. A longer change is a batch of its own. */
export function inBatches(changes: readonly WrittenChange[], maxLength: number): EventBatch[] {
  const batches: WrittenChange[][] = [];
  let length = Infinity;
  for (const change of changes) {
    length += change.text.length;
    if (length > maxLength) {
      batches.push([]);
      length = change.text.length;
    }
    batches.at(-1)?.push(change);
  }
  return batches.map((batch) => new EventBatch(batch));
}
