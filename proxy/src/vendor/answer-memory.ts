import type {JsonObject} from '../../../src/wire/fields.js';
import {BoundedMap} from './bounded-map.js';
import {playExpiry} from './play-expiry.js';
import {hasData} from './read-answer.js';
import type {VendorOptions} from './vendor-answers.js';
import type {VendorOperation} from './vendor-call.js';
import {VendorError} from './vendor-error.js';

/** Bytes in memory per character of an answer: its parsed form, and what the proxy makes of it. */
const BYTES_PER_CHARACTER = 4;

/** Bytes in memory of an entry without an answer. */
const ENTRY_BYTES = 500;

/** A call, and the words it is known by. */
export interface Call {
  readonly operation: VendorOperation;
  readonly body: string;
  readonly key: string;
  /** Answers of an earlier epoch have been invalidated. */
  readonly epoch: number;
}

/** An answer in memory. */
export interface Copy {
  readonly envelope: JsonObject;
  readonly receivedAtMs: number;
  readonly epoch: number;
  readonly bytes: number;
  /** When what is in it is no good any more; a play address may have an end. */
  readonly endsAtMs: number;
}

/** A failure, which is the answer to equal calls for a while. */
interface Failure {
  readonly error: VendorError;
  readonly untilMs: number;
  readonly epoch: number;
}

/** What is known about a call: an answer, a failure that is newer, or both. */
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

/** What is known of the vendor's answers, within bounds. */
export class AnswerMemory {
  readonly #memories: BoundedMap<Memory>;

  constructor({maxCacheEntries = 10_000, maxCacheBytes = 64 * 1024 * 1024}: VendorOptions) {
    this.#memories = new BoundedMap(maxCacheEntries, maxCacheBytes);
  }

  of({key}: Call): Memory {
    return this.#memories.get(key) ?? {};
  }

  /** @throws {VendorError} when the answer is empty, and the copy that it would replace is not. */
  refuseLoss(call: Call, answer: Copy): void {
    const isList = call.operation === 'getVideoList';
    const {copy} = this.of(call);
    if (!copy || hasData(answer, isList) || !hasData(copy, isList)) return;
    throw new VendorError('not-json', 'The vendor reports success, but gives no data.');
  }

  keep(call: Call, memory: Memory): void {
    const {copy, failure} = this.of(call);
    // Overtaken by a call that began after an invalidation.
    if (Math.max(copy?.epoch ?? 0, failure?.epoch ?? 0) > call.epoch) return;
    this.#memories.set(call.key, memory, ENTRY_BYTES + (memory.copy?.bytes ?? 0));
  }
}
