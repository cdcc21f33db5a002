import type {JsonObject} from '../../../src/wire/fields.js';
import type {Caller} from '../caller.js';
import {secretMask} from '../mask-secrets.js';
import {BoundedMap} from './bounded-map.js';
import {CallBudget} from './call-budget.js';
import {MemoryLedger} from './call-ledger.js';
import type {CallRequest, CallRule, CallShare} from './call-rule.js';
import {canonicalJson} from './canonical-json.js';
import {systemClock, type Clock} from './clock.js';
import {playExpiry} from './play-expiry.js';
import {hasData} from './read-answer.js';
import {ReplayGuard} from './replay-guard.js';
import {withRetries} from './retries.js';
import {SharedCalls} from './shared-calls.js';
import {withTimeLimit} from './time-limit.js';
import type {VendorAnswer, VendorAnswers, VendorOptions, VendorStatus} from './vendor-answers.js';
import {callVendor, type VendorAccount, type VendorOperation} from './vendor-call.js';
import {VendorError} from './vendor-error.js';

/**
 * Five minutes, and some seconds for calls that are longer on their way than others: the vendor counts
 * when they arrive.
 */
const WINDOW_MS = 305_000;

/** What each operation is asked for. */
const SHARES: Readonly<Record<VendorOperation, CallShare>> = {
  getVideoList: 'list',
  getCategoryList: 'list',
  getPublishCode: 'play',
};

/** Milliseconds a failure is the answer to equal calls, so that a failing vendor is not hammered. */
const FAILURE_MS = 1_000;

/** Bytes in memory per character of an answer: its parsed form, and what the proxy makes of it. */
const BYTES_PER_CHARACTER = 4;

/** Bytes in memory of an entry without an answer. */
const ENTRY_BYTES = 500;

/** A call, and the words it is known by. */
interface Call {
  readonly operation: VendorOperation;
  readonly body: string;
  readonly key: string;
  /** Answers of an earlier epoch have been invalidated. */
  readonly epoch: number;
}

interface Copy {
  readonly envelope: JsonObject;
  readonly receivedAtMs: number;
  readonly epoch: number;
  readonly bytes: number;
  /** When what is in it is no good any more; a play address may have an end. */
  readonly endsAtMs: number;
}

interface Failure {
  readonly error: VendorError;
  readonly untilMs: number;
  readonly epoch: number;
}

/** What is known about a call: an answer, a failure that is newer, or both. */
interface Memory {
  readonly copy?: Copy | undefined;
  readonly failure?: Failure | undefined;
}

/** Answers from memory where it can, and asks the vendor as seldom as it may. */
export class ShieldedVendor implements VendorAnswers {
  readonly #account: VendorAccount;
  readonly #clock: Clock;
  readonly #budget: CallBudget;
  readonly #calls = new SharedCalls<Copy>();
  /** Calls for whose renewal a call is being taken. */
  readonly #renewing = new Set<string>();
  readonly #memories: BoundedMap<Memory>;
  /** What parameters are as a body: galleries ask for the same few, and sorting takes its time. */
  readonly #bodies = new WeakMap<JsonObject, string>();
  readonly #deadlineMs: number;
  readonly #freshMs: number;
  readonly #staleMs: number;
  readonly #staleIfErrorMs: number;
  readonly #log: (line: string) => void;
  #listEpoch = 0;
  readonly #counts = {fresh: 0, stale: 0, misses: 0, calls: 0, failures: 0};

  constructor(options: VendorOptions) {
    const {now = systemClock.now, sleep = systemClock.sleep} = options;
    this.#clock = {now, sleep};
    this.#account = accountOf(options, this.#clock);
    this.#budget = budgetOf(options, this.#clock);
    this.#memories = new BoundedMap(
      options.maxCacheEntries ?? 10_000,
      options.maxCacheBytes ?? 64 * 1024 * 1024,
    );
    this.#deadlineMs = options.deadlineMs ?? 20_000;
    this.#freshMs = options.freshMs ?? 30_000;
    this.#staleMs = options.staleMs ?? 5 * 60_000;
    this.#staleIfErrorMs = options.staleIfErrorMs ?? 24 * 60 * 60_000;
    this.#log = options.log ?? (() => {});
  }

  async get(
    operation: VendorOperation,
    parameters: JsonObject,
    caller?: Caller,
  ): Promise<VendorAnswer> {
    const call = this.#callOf(operation, parameters);
    const {copy: kept, failure} = this.#memories.get(call.key) ?? {};
    const copy = kept && this.#clock.now() < kept.endsAtMs ? kept : undefined;
    if (copy && this.#isWithin(copy, call, this.#freshMs)) {
      this.#counts.fresh += 1;
      return this.#answer(copy, false);
    }
    if (failure?.epoch === call.epoch && this.#clock.now() < failure.untilMs) {
      return this.#fallBack(copy, failure.error);
    }
    if (copy && this.#isWithin(copy, call, this.#freshMs + this.#staleMs)) {
      this.#refresh(call);
      return this.#answer(copy, true);
    }
    this.#counts.misses += 1;
    try {
      return this.#answer(
        await this.#calls.join(flightKey(call), this.#asking(call, caller?.client), caller?.signal),
        false,
      );
    } catch (error) {
      return this.#fallBack(copy, error);
    }
  }

  async ask(
    operation: VendorOperation,
    parameters: JsonObject,
    signal: AbortSignal,
  ): Promise<VendorAnswer> {
    const call = this.#callOf(operation, parameters);
    return this.#answer(await this.#ask(call, {share: 'reconcile'}, false, signal), false);
  }

  invalidate(): void {
    this.#listEpoch += 1;
  }

  status(): VendorStatus {
    return this.#counts;
  }

  #callOf(operation: VendorOperation, parameters: JsonObject): Call {
    let body = this.#bodies.get(parameters);
    if (body === undefined) this.#bodies.set(parameters, (body = canonicalJson(parameters)));
    const epoch = operation === 'getVideoList' ? this.#listEpoch : 0;
    return {operation, body, key: `${operation} ${body}`, epoch};
  }

  #isWithin(copy: Copy, {epoch}: Call, ms: number): boolean {
    const ageMs = this.#clock.now() - copy.receivedAtMs;
    return copy.epoch === epoch && ageMs >= 0 && ageMs < ms;
  }

  #answer({envelope, receivedAtMs}: Copy, isStale: boolean): VendorAnswer {
    if (isStale) this.#counts.stale += 1;
    return {envelope, receivedAtMs, freshUntilMs: receivedAtMs + this.#freshMs, isStale};
  }

  /** @throws the error, unless it may pass and there is a copy that is young enough. */
  #fallBack(copy: Copy | undefined, error: unknown): VendorAnswer {
    const isTemporary = error instanceof VendorError && error.isTemporary;
    const oldestMs = this.#clock.now() - this.#freshMs - this.#staleIfErrorMs;
    if (!copy || !isTemporary || copy.receivedAtMs <= oldestMs) throw error;
    return this.#answer(copy, true);
  }

  /** Nobody waits for a refresh, so it does not queue: without a call to spare, the next `get` tries again. */
  #refresh(call: Call): void {
    const key = flightKey(call);
    if (this.#calls.has(key) || this.#renewing.has(key)) return;
    this.#renewing.add(key);
    void this.#budget.tryTake({share: 'refresh'}).then((hasTakenCall) => {
      this.#renewing.delete(key);
      if (hasTakenCall) this.#calls.ensure(key, this.#asking(call, undefined, {hasTakenCall}));
    });
  }

  /** The task of asking the vendor and remembering what it says. */
  #asking(
    call: Call,
    client: string | undefined,
    {hasTakenCall = false} = {},
  ): (signal: AbortSignal) => Promise<Copy> {
    const request = {share: hasTakenCall ? 'refresh' : SHARES[call.operation], client};
    return async (signal) => {
      try {
        const copy = await this.#ask(call, request, hasTakenCall, signal);
        this.#refuseLoss(call, copy);
        this.#keep(call, {copy});
        return copy;
      } catch (error) {
        if (error instanceof VendorError) this.#remember(call, error);
        throw error;
      }
    };
  }

  async #ask(
    call: Call,
    request: CallRequest,
    hasTakenCall: boolean,
    signal: AbortSignal,
  ): Promise<Copy> {
    const {operation, body, epoch} = call;
    const deadlineMs = this.#clock.now() + this.#deadlineMs;
    const onTimeout = () =>
      new VendorError('timeout', `No answer from the vendor within ${this.#deadlineMs} ms.`);
    return withTimeLimit(this.#clock, this.#deadlineMs, signal, onTimeout, async (limited) => {
      const takeCall = () => this.#budget.take(request, limited);
      const onRetry = (error: VendorError) => this.#log(`${operation} again: ${error.message}`);
      if (!hasTakenCall) await takeCall();
      return withRetries(
        {clock: this.#clock, deadlineMs, signal: limited, takeCall, onRetry},
        async () => {
          this.#counts.calls += 1;
          const {envelope, length} = await callVendor(this.#account, operation, body, limited);
          const bytes = length * BYTES_PER_CHARACTER;
          const endsAtMs = playExpiry(envelope) ?? Infinity;
          return {envelope, epoch, bytes, endsAtMs, receivedAtMs: this.#clock.now()};
        },
      );
    });
  }

  /** @throws {VendorError} when the answer is empty, and the copy that it would replace is not. */
  #refuseLoss({operation, key}: Call, answer: Copy): void {
    const isList = operation === 'getVideoList';
    const copy = this.#memories.get(key)?.copy;
    if (!copy || hasData(answer, isList) || !hasData(copy, isList)) return;
    throw new VendorError('not-json', 'The vendor reports success, but gives no data.');
  }

  #remember(call: Call, error: VendorError): void {
    const {operation, key, epoch} = call;
    this.#counts.failures += 1;
    this.#log(`${operation} failed: ${error.message}`);
    const {code, retryAfterSeconds = 0, upstreamStatus} = error;
    if (code === 'rate-limited') {
      // Our own limit turns away without asking; only the vendor's is news to us.
      if (upstreamStatus) void this.#budget.close(retryAfterSeconds * 1000);
      return;
    }
    const failure = {error, epoch, untilMs: this.#clock.now() + FAILURE_MS};
    // What the vendor says for good, such as "no such video", ends the life of the copy.
    const copy = error.isTemporary ? this.#memories.get(key)?.copy : undefined;
    this.#keep(call, {copy, failure});
  }

  #keep({key, epoch}: Call, memory: Memory): void {
    const {copy, failure} = this.#memories.get(key) ?? {};
    // Overtaken by a call that began after an invalidation.
    if (Math.max(copy?.epoch ?? 0, failure?.epoch ?? 0) > epoch) return;
    this.#memories.set(key, memory, ENTRY_BYTES + (memory.copy?.bytes ?? 0));
  }
}

/** A call that began before an invalidation does not answer one that comes after it. */
function flightKey({key, epoch}: Call): string {
  return `${epoch} ${key}`;
}

function budgetOf(options: VendorOptions, clock: Clock): CallBudget {
  const limit = options.callsPerFiveMinutes ?? 300;
  const rule: CallRule = {limit, windowMs: WINDOW_MS, isShared: true};
  const ledger = options.ledger?.(rule, clock) ?? new MemoryLedger(rule, clock);
  return new CallBudget({rule, ledger, maxWaitMs: options.maxWaitMs ?? 5_000, clock});
}

function accountOf(options: VendorOptions, clock: Clock): VendorAccount {
  const {accessKey, secretKey, endpoint = 'https://api.cdnetworks.com', scheme} = options;
  refuseBadKeys({accessKey, secretKey});
  return {
    accessKey,
    secretKey,
    mask: secretMask([accessKey, secretKey]),
    scheme,
    endpoint: new URL(endpoint).origin,
    timeoutMs: options.timeoutMs ?? 10_000,
    // Called without its object, as some platforms insist on.
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    clock,
    replayGuard: new ReplayGuard(clock),
  };
}

/** Keys mostly come from the environment, where types are of no help. Their values are not repeated. */
function refuseBadKeys(keys: Readonly<Record<string, unknown>>): void {
  const missing = Object.keys(keys).filter((name) => (keys[name] ?? '') === '');
  if (missing.length > 0) throw new TypeError(`vendor has no ${missing.join(' and no ')}.`);
  for (const [name, key] of Object.entries(keys)) {
    // Of a key with a line break, `fetch` would complain in words that quote it.
    if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key)) continue;
    throw new TypeError(`${name} must be printable ASCII characters without spaces.`);
  }
}
