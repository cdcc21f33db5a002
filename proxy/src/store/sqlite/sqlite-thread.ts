import type {Worker} from 'node:worker_threads';
import {LONGEST_TIMER_MS} from '../../util/clock.js';
import {StoreError} from '../store-error.js';
import {sqliteError} from './sqlite-error.js';

/** A row: values by column names. */
export type Row = Readonly<Record<string, unknown>>;

/** Options of a connection. */
export interface ThreadOptions {
  /** Path of the file; `:memory:` for a database in memory. */
  readonly path: string;
  /** First statements of the connection. */
  readonly settings: readonly string[];
  /** Time limit for a lock in milliseconds. A statement may run a few times as long. */
  readonly timeoutMs: number;
}

/** An answer of the thread. */
interface Answer {
  readonly id: number;
  readonly rows?: Row[];
  readonly error?: {readonly message: string; readonly code?: string};
}

interface Call {
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** Part of the time limit for which the thread waits for a lock, so that its answer arrives within the limit. */
const PATIENCE = 0.8;

/** Factor of the time limit that a statement may run, because a large callback on a busy machine takes longer. */
const WORK = 5;

/** A connection to SQLite in a thread of its own. Statements run one after another, in order. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #timeoutMs: number;
  readonly #calls = new Map<number, Call>();
  #lastId = 0;
  /** Number of answers that are overdue. */
  #overdue = 0;
  #end: Error | undefined;

  private constructor(worker: Worker, {path, timeoutMs}: ThreadOptions) {
    this.#worker = worker;
    this.#path = path;
    this.#timeoutMs = timeoutMs;
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(sqliteError(error, path)));
    worker.on('exit', () => this.#fail(new Error('The store is closed.')));
    // An open store does not keep the process alive; a running statement does.
    worker.unref();
  }

  /** Starts the thread, and opens the file in it. */
  static async open(options: ThreadOptions): Promise<SqliteThread> {
    const {Worker} = await import('node:worker_threads');
    const {path, settings} = options;
    const workerData = {path, settings, isMemory: path === ':memory:'};
    // Without the flags of the process, which may load modules that the thread does not need.
    const settingsOfThread = {workerData, execArgv: []};
    const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), settingsOfThread);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', (error) => reject(sqliteError(error, path)));
    });
    return new SqliteThread(worker, options);
  }

  /** Number of statements without an answer. */
  get busyness(): number {
    return this.#calls.size + this.#overdue;
  }

  /** Runs a statement. */
  run(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (this.#end) return Promise.reject(this.#end);
    // While a call hangs, later statements would only wait for it.
    if (this.#overdue > 0 && sql !== 'rollback') return Promise.reject(this.#hangs());
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const limitMs = Math.min(this.#timeoutMs * WORK, LONGEST_TIMER_MS);
      const timer = setTimeout(() => this.#giveUp(id), limitMs);
      if (this.#calls.size === 0) this.#worker.ref();
      this.#calls.set(id, {resolve, reject, timer});
      const patienceMs = this.#timeoutMs * PATIENCE;
      this.#worker.postMessage({id, sql, parameters, patienceMs});
    });
  }

  /** Closes the file after the running statements. */
  async close(): Promise<void> {
    if (this.#end) return;
    const exit = new Promise<void>((resolve) => this.#worker.once('exit', () => resolve()));
    this.#worker.ref();
    this.#worker.postMessage('close');
    const timer = setTimeout(() => void this.#worker.terminate(), this.#timeoutMs);
    await exit;
    clearTimeout(timer);
  }

  #settle({id, rows, error}: Answer): void {
    const call = this.#forget(id);
    if (!call) this.#overdue -= 1;
    else if (error) call.reject(sqliteError(error, this.#path));
    else call.resolve(rows ?? []);
  }

  #giveUp(id: number): void {
    this.#overdue += 1;
    this.#forget(id)?.reject(this.#hangs());
  }

  #hangs(): StoreError {
    return new StoreError(
      'timeout',
      `${this.#path} does not answer within ${this.#timeoutMs * WORK} ms.`,
    );
  }

  #forget(id: number): Call | undefined {
    const call = this.#calls.get(id);
    clearTimeout(call?.timer);
    this.#calls.delete(id);
    if (this.#calls.size === 0) this.#worker.unref();
    return call;
  }

  #fail(error: Error): void {
    this.#end ??= error;
    for (const id of [...this.#calls.keys()]) this.#forget(id)?.reject(this.#end);
  }
}
