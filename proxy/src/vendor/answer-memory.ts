import type {JsonObject} from '../../../src/wire/fields.js';
import {BoundedMap} from '../util/bounded-map.js';
import {playExpiry} from './play-expiry.js';
import {hasData} from './read-answer.js';
import type {VendorOptions} from './vendor-answers.js';
import type {VendorOperation} from './vendor-call.js';
import {VendorError} from './vendor-error.js';

/** Memory for each character of an answer in bytes: the parsed object and the serialized response. */
const BYTES_PER_CHARACTER = 4;

/** Memory of an entry without an answer, in bytes. */
const ENTRY_BYTES = 500;

/** A call and its cache key. */
export interface Call {
  readonly operation: VendorOperation;
  readonly body: string;
  readonly key: string;
  /** Incremented by `invalidate()`. Answers of an earlier epoch are not fresh. */
  readonly epoch: number;
}

/** An answer in memory. */
export interface Copy {
  readonly envelope: JsonObject;
  readonly receivedAtMs: number;
  readonly epoch: number;
  readonly bytes: number;
  /** When its content expires, such as play addresses. */
  readonly endsAtMs: number;
}

/** A failure, which is reused for equal calls for a short time. */
interface Failure {
  readonly error: VendorError;
  readonly untilMs: number;
  readonly epoch: number;
}

/** The cached results of a call: an answer, a newer failure, or both. */
export interface Memory {
  readonly copy?: Copy | undefined;
  readonly failure?: Failure | undefined;
}

/** A copy of an answer. */
export function copyOf(
  {epoch}: Call,
  envelope: JsonObject,
  length: number,
  receivedAtMs: number,
): Copy {
  const endsAtMs = playExpiry(envelope) ?? Infinity;
  return {envelope, epoch, bytes: length * BYTES_PER_CHARACTER, endsAtMs, receivedAtMs};
}

/** Cache of the vendor's answers, with a maximum size. */
export class AnswerMemory {
  readonly #memories: BoundedMap<Memory>;

  constructor({maxCacheEntries = 10_000, maxCacheBytes = 64 * 1024 * 1024}: VendorOptions) {
    this.#memories = new BoundedMap(maxCacheEntries, maxCacheBytes);
  }

  of({key}: Call): Memory {
    return this.#memories.get(key) ?? {};
  }

  /** @throws {VendorError} if the answer has no data and would replace a copy with data. */
  refuseLoss(call: Call, answer: Copy): void {
    const isList = call.operation === 'getVideoList';
    const {copy} = this.of(call);
    if (!copy || hasData(answer, isList) || !hasData(copy, isList)) return;
    throw new VendorError('not-json', 'The vendor reports success without data.');
  }

  keep(call: Call, memory: Memory): void {
    const {copy, failure} = this.of(call);
    // A call that started after an invalidation has finished before this one.
    if (Math.max(copy?.epoch ?? 0, failure?.epoch ?? 0) > call.epoch) return;
    this.#memories.set(call.key, memory, ENTRY_BYTES + (memory.copy?.bytes ?? 0));
  }
}
