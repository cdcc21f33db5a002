import {isObject, type JsonObject} from '../../../src/wire/fields.js';
import {parseJson} from '../../../src/wire/parse-json.js';
import type {Caller} from '../caller.js';
import {AnswerMemory, copyOf, type Call, type Copy} from './answer-memory.js';
import {AnswerSharing, MAX_SHARED_CHARACTERS} from './answer-sharing.js';
import type {CallRequest, CallShare} from './call-rule.js';
import {canonicalJson} from './canonical-json.js';
import {systemClock, type Clock} from './clock.js';
import type {Claim, Lease} from './shared-answers.js';
import {SharedCalls} from './shared-calls.js';
import {settledWithin} from './time-limit.js';
import type {VendorAnswer, VendorAnswers, VendorOptions, VendorStatus} from './vendor-answers.js';
import type {VendorOperation} from './vendor-call.js';
import {VendorCaller} from './vendor-caller.js';
import {VendorError} from './vendor-error.js';
import {vendorStatus} from './vendor-status.js';

/** What each operation is asked for. */
const SHARES: Readonly<Record<VendorOperation, CallShare>> = {
  getVideoList: 'list',
  getCategoryList: 'list',
  getPublishCode: 'play',
};

/** Milliseconds a failure is the answer to equal calls, so that a failing vendor is not hammered. */
const FAILURE_MS = 1_000;

/** Milliseconds that somebody waits for the vendor who could have an old copy. */
const PATIENCE_MS = 1_500;

/** Milliseconds after which a copy is tried to be renewed again that could not be. */
const RENEWAL_PAUSE_MS = 250;

/** Answers from memory where it can, and asks the vendor as seldom as it may. */
export class ShieldedVendor implements VendorAnswers {
  readonly #clock: Clock;
  readonly #caller: VendorCaller;
  readonly #sharing: AnswerSharing | undefined;
  readonly #calls = new SharedCalls<Copy>();
  /** Calls for whose renewal a call is being taken. */
  readonly #renewing = new Set<string>();
  /** Calls that take so long that nobody waits for them who could have a copy. */
  readonly #slow = new Set<string>();
  readonly #memory: AnswerMemory;
  /** What parameters are as a body: galleries ask for the same few, and sorting takes its time. */
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

  /** @param way - How it was come by: see `VendorAnswer.cacheStatus`. */
  #answer({envelope, receivedAtMs}: Copy, way: string): VendorAnswer {
    const freshUntilMs = receivedAtMs + this.#freshMs;
    const ttl = Math.floor((freshUntilMs - this.#clock.now()) / 1000);
    const cacheStatus = `${way}; ttl=${ttl}`;
    return {envelope, receivedAtMs, freshUntilMs, isStale: false, cacheStatus};
  }

  /** @param detail - Why it is not a newer one. */
  #oldAnswer(copy: Copy, way: string, detail: string): VendorAnswer {
    this.#counts.stale += 1;
    const {cacheStatus, ...answer} = this.#answer(copy, way);
    const ageSeconds = Math.max(0, Math.floor((this.#clock.now() - copy.receivedAtMs) / 1000));
    return {...answer, isStale: true, ageSeconds, cacheStatus: `${cacheStatus}; detail=${detail}`};
  }

  /** @throws the error, unless it may pass and there is a copy that is young enough. */
  #fallBack(copy: Copy | undefined, error: unknown, way: string): VendorAnswer {
    const oldestMs = this.#clock.now() - this.#freshMs - this.#staleIfErrorMs;
    const mayPass = error instanceof VendorError && error.isTemporary;
    if (!copy || !mayPass || copy.receivedAtMs <= oldestMs) throw error;
    return this.#oldAnswer(copy, way, error.code);
  }

  /** Asks the vendor. Who could have an old copy waits a moment only, and not at all for a vendor that does not answer. */
  async #fromVendor(
    call: Call,
    copy: Copy | undefined,
    caller: Caller | undefined,
  ): Promise<VendorAnswer> {
    const key = flightKey(call);
    const isRefused = this.#caller.refuses(call.operation);
    try {
      const ask = this.#asking(call, caller?.client);
      // With a copy it is a refresh, which is seen through though its caller has gone.
      const fetched = await (copy
        ? this.#soon(key, this.#calls.join(key, ask))
        : this.#calls.join(key, ask, caller?.signal));
      return this.#answer(fetched, `${copy ? 'fwd=stale' : 'fwd=miss'}; stored`);
    } catch (error) {
      return this.#fallBack(copy, error, isRefused ? 'hit' : 'fwd=stale');
    }
  }

  /** Rejects when the call takes long. It goes on, though nobody waits for it. */
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

  /** Nobody waits for a refresh, so it does not queue: what cannot be had now is tried again a little later. */
  #refresh(call: Call): void {
    const key = flightKey(call);
    if (this.#calls.has(key) || this.#renewing.has(key)) return;
    this.#renewing.add(key);
    void this.#tryRefresh(call, key).then(async (hasBegun) => {
      if (!hasBegun) await this.#clock.sleep(RENEWAL_PAUSE_MS);
      this.#renewing.delete(key);
    });
  }

  /** @returns whether the copy is being renewed. */
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

  /** The task of getting an answer, from another process or the vendor, and remembering it. */
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

  /** Play addresses are for one process: they end, and nobody else may ever want the same. */
  #sharingOf({operation}: Call): AnswerSharing | undefined {
    return operation === 'getPublishCode' ? undefined : this.#sharing;
  }

  /** What another process has got, as a copy of this one's. */
  #take(call: Call, {text, ageMs}: Extract<Claim, {kind: 'answer'}>): Copy | undefined {
    const {json} = parseJson(text);
    if (!isObject(json)) return undefined;
    this.#counts.shared += 1;
    return copyOf(call, json, text.length, this.#clock.now() - ageMs);
  }

  /** Asks the vendor, on behalf of the other processes where there is a lease. */
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
      // Our own limit turns away without asking; only the vendor's is news to us.
      if (upstreamStatus) this.#caller.closeBudget(retryAfterSeconds * 1000);
      return;
    }
    const failure = {error, epoch, untilMs: this.#clock.now() + FAILURE_MS};
    // What the vendor says for good, such as "no such video", ends the life of the copy.
    const copy = error.isTemporary ? this.#memory.of(call).copy : undefined;
    this.#memory.keep(call, {copy, failure});
  }
}

/** A call that began before an invalidation does not answer one that comes after it. */
function flightKey({key, epoch}: Call): string {
  return `${epoch} ${key}`;
}
