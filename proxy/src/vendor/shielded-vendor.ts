import {isObject, type JsonObject} from '../../../src/wire/fields.js';
import {parseJson} from '../../../src/wire/parse-json.js';
import type {Caller} from '../caller.js';
import {AnswerMemory, copyOf, type Call, type Copy} from './answer-memory.js';
import {AnswerSharing, MAX_SHARED_CHARACTERS} from './answer-sharing.js';
import type {CallRequest, CallShare} from './call-rule.js';
import {canonicalJson} from '../util/canonical-json.js';
import {systemClock, type Clock} from '../util/clock.js';
import type {Claim, Lease} from './shared-answers.js';
import {SharedCalls} from '../util/shared-calls.js';
import {settledWithin} from '../util/time-limit.js';
import type {VendorAnswer, VendorAnswers, VendorOptions, VendorStatus} from './vendor-answers.js';
import type {VendorOperation} from './vendor-call.js';
import {VendorCaller} from './vendor-caller.js';
import {VendorError} from './vendor-error.js';
import {vendorStatus} from './vendor-status.js';

/** The purpose of each operation. */
const SHARES: Readonly<Record<VendorOperation, CallShare>> = {
  getVideoList: 'list',
  getCategoryList: 'list',
  getPublishCode: 'play',
};

/** Milliseconds for which a failure is reused for equal calls, to protect a failing vendor. */
const FAILURE_MS = 1_000;

/** Maximum wait for the vendor in milliseconds if there is an old copy. */
const PATIENCE_MS = 1_500;

/** Milliseconds until the next attempt to renew a copy. */
const RENEWAL_PAUSE_MS = 250;

/** Answers from the cache if possible, and calls the vendor as rarely as possible. */
export class ShieldedVendor implements VendorAnswers {
  readonly #clock: Clock;
  readonly #caller: VendorCaller;
  readonly #sharing: AnswerSharing | undefined;
  readonly #calls = new SharedCalls<Copy>();
  /** Keys of copies whose renewal waits for the budget. */
  readonly #renewing = new Set<string>();
  /** Keys of calls that take so long that requests with an old copy do not wait for them. */
  readonly #slow = new Set<string>();
  readonly #memory: AnswerMemory;
  /** Serialized bodies by parameters, because clients send the same few queries and sorting the keys takes time. */
  readonly #bodies = new WeakMap<JsonObject, string>();
  readonly #freshMs: number;
  readonly #staleMs: number;
  readonly #staleIfErrorMs: number;
  readonly #log: (line: string) => void;
  #listEpoch = 0;
  readonly #counts = {fresh: 0, stale: 0, misses: 0, failures: 0, shared: 0};

  constructor(options: VendorOptions) {
    const {now = systemClock.now, sleep = systemClock.sleep} = options;
    const clock = (this.#clock = {now, sleep});
    this.#caller = new VendorCaller(options, clock);
    this.#memory = new AnswerMemory(options);
    this.#freshMs = options.freshMs ?? 30_000;
    this.#staleMs = options.staleMs ?? 5 * 60_000;
    this.#staleIfErrorMs = options.staleIfErrorMs ?? 24 * 60 * 60_000;
    const log = (this.#log = options.log ?? (() => {}));
    const shared = options.answers?.(clock);
    this.#sharing = shared && new AnswerSharing(shared, {clock, freshMs: this.#freshMs, log});
  }

  async get(
    operation: VendorOperation,
    parameters: JsonObject,
    caller?: Caller,
  ): Promise<VendorAnswer> {
    const call = this.#callOf(operation, parameters);
    const {copy: kept, failure} = this.#memory.of(call);
    const copy = kept && this.#clock.now() < kept.endsAtMs ? kept : undefined;
    if (copy && this.#isWithin(copy, call, this.#freshMs)) {
      this.#counts.fresh += 1;
      return this.#answer(copy, 'hit');
    }
    if (failure?.epoch === call.epoch && this.#clock.now() < failure.untilMs) {
      return this.#fallBack(copy, failure.error, 'hit');
    }
    if (copy && this.#isWithin(copy, call, this.#freshMs + this.#staleMs)) {
      this.#refresh(call);
      return this.#oldAnswer(copy, 'hit', 'refreshing');
    }
    this.#counts.misses += 1;
    return this.#fromVendor(call, copy, caller);
  }

  async ask(
    operation: VendorOperation,
    parameters: JsonObject,
    signal: AbortSignal,
  ): Promise<VendorAnswer> {
    const call = this.#callOf(operation, parameters);
    return this.#answer(await this.#ask(call, {share: 'reconcile'}, signal), 'fwd=request');
  }

  invalidate(): void {
    this.#listEpoch += 1;
  }

  status(): VendorStatus {
    return vendorStatus(this.#counts, this.#caller, this.#clock.now());
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

  /** @param way - Where it comes from: see `VendorAnswer.cacheStatus`. */
  #answer({envelope, receivedAtMs}: Copy, way: string): VendorAnswer {
    const freshUntilMs = receivedAtMs + this.#freshMs;
    const ttl = Math.floor((freshUntilMs - this.#clock.now()) / 1000);
    const cacheStatus = `${way}; ttl=${ttl}`;
    return {envelope, receivedAtMs, freshUntilMs, isStale: false, cacheStatus};
  }

  /** @param detail - Why there is no newer one. */
  #oldAnswer(copy: Copy, way: string, detail: string): VendorAnswer {
    this.#counts.stale += 1;
    const {cacheStatus, ...answer} = this.#answer(copy, way);
    const ageSeconds = Math.max(0, Math.floor((this.#clock.now() - copy.receivedAtMs) / 1000));
    return {...answer, isStale: true, ageSeconds, cacheStatus: `${cacheStatus}; detail=${detail}`};
  }

  /** @throws The error, unless it is temporary and there is a copy that is not too old. */
  #fallBack(copy: Copy | undefined, error: unknown, way: string): VendorAnswer {
    const oldestMs = this.#clock.now() - this.#freshMs - this.#staleIfErrorMs;
    const isTemporary = error instanceof VendorError && error.isTemporary;
    if (!copy || !isTemporary || copy.receivedAtMs <= oldestMs) throw error;
    return this.#oldAnswer(copy, way, error.code);
  }

  /** Calls the vendor. If there is an old copy, the request waits only briefly, and not at all while the breaker is open. */
  async #fromVendor(
    call: Call,
    copy: Copy | undefined,
    caller: Caller | undefined,
  ): Promise<VendorAnswer> {
    const key = flightKey(call);
    const isRefused = this.#caller.refuses(call.operation);
    try {
      const ask = this.#asking(call, caller?.client);
      // With a copy it is a refresh, which continues when its client disconnects.
      const fetched = await (copy
        ? this.#soon(key, this.#calls.join(key, ask))
        : this.#calls.join(key, ask, caller?.signal));
      return this.#answer(fetched, `${copy ? 'fwd=stale' : 'fwd=miss'}; stored`);
    } catch (error) {
      return this.#fallBack(copy, error, isRefused ? 'hit' : 'fwd=stale');
    }
  }

  /** Rejects if the call takes too long. The call continues in the background. */
  async #soon(key: string, answer: Promise<Copy>): Promise<Copy> {
    const tooSlow = () => {
      if (this.#calls.has(key)) this.#slow.add(key);
      return new VendorError('timeout', `No answer from the vendor within ${PATIENCE_MS} ms.`);
    };
    if (this.#slow.has(key)) {
      answer.catch(() => {});
      throw tooSlow();
    }
    return settledWithin(this.#clock, PATIENCE_MS, answer, tooSlow);
  }

  /** A refresh does not queue for the budget, because no user waits for it. If no call is available, it is repeated later. */
  #refresh(call: Call): void {
    const key = flightKey(call);
    if (this.#calls.has(key) || this.#renewing.has(key)) return;
    this.#renewing.add(key);
    void this.#tryRefresh(call, key).then(async (hasBegun) => {
      if (!hasBegun) await this.#clock.sleep(RENEWAL_PAUSE_MS);
      this.#renewing.delete(key);
    });
  }

  /** @returns Whether the copy is being renewed. */
  async #tryRefresh(call: Call, key: string): Promise<boolean> {
    if (this.#caller.refuses(call.operation)) return false;
    const claim = await this.#sharingOf(call)?.claim(call.key);
    if (claim?.kind === 'busy') return false;
    if (claim?.kind === 'answer') {
      const copy = this.#take(call, claim);
      if (copy) this.#memory.keep(call, {copy});
      return !!copy;
    }
    const lease = claim?.lease;
    if (!(await this.#caller.tryTakeRefresh())) {
      await lease?.release().catch(() => {});
      return false;
    }
    this.#calls.ensure(
      key,
      this.#keeping(call, (signal) =>
        this.#askFor(call, {share: 'refresh'}, signal, {lease, hasTakenCall: true}),
      ),
    );
    return true;
  }

  /** Returns a task that gets an answer from another process or from the vendor, and caches it. */
  #asking(call: Call, client: string | undefined): (signal: AbortSignal) => Promise<Copy> {
    const request = {share: SHARES[call.operation], client};
    return this.#keeping(call, async (signal) => {
      const isRefused = this.#caller.refuses(call.operation);
      const sharing = isRefused ? undefined : this.#sharingOf(call);
      const claim = await sharing?.claimPatiently(call.key, signal);
      const shared = claim?.kind === 'answer' && this.#take(call, claim);
      if (shared) return shared;
      const lease = claim?.kind === 'lease' ? claim.lease : undefined;
      return this.#askFor(call, request, signal, {lease});
    });
  }

  #keeping(
    call: Call,
    task: (signal: AbortSignal) => Promise<Copy>,
  ): (signal: AbortSignal) => Promise<Copy> {
    return async (signal) => {
      try {
        const copy = await task(signal);
        this.#memory.keep(call, {copy});
        return copy;
      } catch (error) {
        if (error instanceof VendorError) this.#remember(call, error);
        throw error;
      } finally {
        this.#slow.delete(flightKey(call));
      }
    };
  }

  /** Play addresses are not shared between processes: they expire, and few requests want the same. */
  #sharingOf({operation}: Call): AnswerSharing | undefined {
    return operation === 'getPublishCode' ? undefined : this.#sharing;
  }

  /** The answer of another process as a copy in this cache. */
  #take(call: Call, {text, ageMs}: Extract<Claim, {kind: 'answer'}>): Copy | undefined {
    const {json} = parseJson(text);
    if (!isObject(json)) return undefined;
    this.#counts.shared += 1;
    return copyOf(call, json, text.length, this.#clock.now() - ageMs);
  }

  /** Calls the vendor, for all processes if there is a lease. */
  async #askFor(
    call: Call,
    request: CallRequest,
    signal: AbortSignal,
    {lease, hasTakenCall = false}: {lease?: Lease | undefined; hasTakenCall?: boolean},
  ): Promise<Copy> {
    try {
      const copy = await this.#ask(call, request, signal, hasTakenCall);
      this.#memory.refuseLoss(call, copy);
      const text = lease ? JSON.stringify(copy.envelope) : '';
      const isShared = lease && text.length <= MAX_SHARED_CHARACTERS;
      void (isShared ? lease.publish(text, copy.receivedAtMs) : lease?.release())?.catch(() => {});
      return copy;
    } catch (error) {
      void lease?.release().catch(() => {});
      throw error;
    }
  }

  async #ask(
    call: Call,
    request: CallRequest,
    signal: AbortSignal,
    hasTakenCall = false,
  ): Promise<Copy> {
    const {envelope, length} = await this.#caller.call(call, request, signal, hasTakenCall);
    return copyOf(call, envelope, length, this.#clock.now());
  }

  #remember(call: Call, error: VendorError): void {
    const {operation, epoch} = call;
    this.#counts.failures += 1;
    this.#log(`${operation} failed: ${error.message}`);
    const {code, retryAfterSeconds = 0, upstreamStatus} = error;
    if (code === 'rate-limited') {
      // Errors of our own budget have no upstream status. Only the vendor's refusal pauses the budget.
      if (upstreamStatus) this.#caller.closeBudget(retryAfterSeconds * 1000);
      return;
    }
    const failure = {error, epoch, untilMs: this.#clock.now() + FAILURE_MS};
    // A permanent error such as "no such video" removes the copy.
    const copy = error.isTemporary ? this.#memory.of(call).copy : undefined;
    this.#memory.keep(call, {copy, failure});
  }
}

/** Part of the key, so that a call from before an invalidation is not shared with requests after it. */
function flightKey({key, epoch}: Call): string {
  return `${epoch} ${key}`;
}
