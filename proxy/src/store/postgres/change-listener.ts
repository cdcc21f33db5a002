import type {Client} from 'pg';
import {clientConfig, clientForHosts, refuseReplicas} from './guarded-pool.js';
import type {Address} from './hosts.js';
import {CHANNEL} from './postgres-dialect.js';

/** Options of a listener. */
export interface ListenerOptions {
  readonly address: Address;
  readonly timeoutMs: number;
  readonly isPooled: boolean;
  readonly log: (line: string) => void;
}

/** First pause before reconnecting in milliseconds. It doubles each time. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

/** Interval of probe queries in milliseconds, because a lost connection may not report an error. */
const PROBE_MS = 15_000;

/**
 * Receives notifications of other processes, on a separate connection. Notifications are lost while it is disconnected, so
 * all listeners are called after each connect.
 */
export class ChangeListener {
  readonly #options: ListenerOptions;
  readonly #listeners = new Set<() => void>();
  #client: Client | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #isClosed = false;
  #ClientForHosts: typeof Client | undefined;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  /** @returns A function that removes the listener. */
  add(onChange: () => void): () => void {
    // Wrapped, so that the same function can be added twice.
    const listener = () => onChange();
    this.#listeners.add(listener);
    if (!this.#client && !this.#timer) this.#retryIn(0);
    return () => void this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#client?.end().catch(() => {});
  }

  #retryIn(ms: number): void {
    clearTimeout(this.#timer);
    if (this.#isClosed || this.#listeners.size === 0) return void (this.#timer = undefined);
    this.#timer = setTimeout(() => void this.#connect(), ms);
    this.#timer.unref();
  }

  async #connect(): Promise<void> {
    const client = await this.#newClient();
    this.#client = client;
    client.on('notification', () => this.#callAll());
    client.on('error', (error) =>
      this.#options.log(`store: the connection for change notifications failed: ${error.message}`),
    );
    client.on('end', () => this.#lose(client));
    try {
      await client.connect();
      await refuseReplicas(client);
      await client.query(`LISTEN ${CHANNEL}`);
      this.#pauseMs = FIRST_PAUSE_MS;
      this.#callAll();
      this.#probe(client);
    } catch {
      this.#lose(client);
    }
  }

  async #newClient(): Promise<Client> {
    const {default: pg} = await import('pg');
    const {address, timeoutMs} = this.#options;
    this.#ClientForHosts ??= clientForHosts(pg.Client, address.hosts);
    const config = {...clientConfig(pg, this.#options), connectionTimeoutMillis: timeoutMs};
    return new this.#ClientForHosts(config);
  }

  #probe(client: Client): void {
    clearTimeout(this.#timer);
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      client.query('SELECT 1').then(
        () => this.#probe(client),
        () => this.#lose(client),
      );
    }, PROBE_MS);
    this.#timer.unref();
  }

  #lose(client: Client): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => {});
    this.#retryIn(this.#pauseMs * (0.5 + Math.random()));
    this.#pauseMs = Math.min(this.#pauseMs * 2, LONGEST_PAUSE_MS);
  }

  #callAll(): void {
    for (const listener of this.#listeners) listener();
  }
}
