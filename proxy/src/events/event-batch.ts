import {isInScope, type Scope} from '../access/scope.js';
import {encodeText, type WrittenChange} from './event-text.js';

/** A scope, and a text that is equal for equal scopes. */
export interface KeyedScope {
  readonly scope: Scope;
  readonly key: string;
}

/** What a batch is for one scope. */
export interface BatchPart {
  /** One piece, the same for all listeners; undefined when there is nothing to tell. */
  readonly bytes: Uint8Array | undefined;
  /** Whether there were changes that the scope does not show. */
  readonly hasHidden: boolean;
}

/** Changes that are told together: put together once for each scope, however many listen. */
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

  /** Characters of all changes together. */
  get length(): number {
    return this.#changes.reduce((sum, {text}) => sum + text.length, 0);
  }

  /** What a listener is told that knows of everything up to `position`. */
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

/** Cuts changes into batches of so many characters, or of one change that is longer. */
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
