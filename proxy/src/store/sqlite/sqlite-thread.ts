import type {Worker} from 'node:worker_threads';
import {StoreError} from '../store-error.js';
import {sqliteError} from './sqlite-error.js';

/** A row, by the names of its columns. */
export type Row = Readonly<Record<string, unknown>>;

/** How to open a connection. */
export interface ThreadOptions {
  /** Path of the file; `:memory:` for none. */
  readonly path: string;
  /** Statements that a connection begins with. */
  readonly settings: readonly string[];
  /** Milliseconds in which a lock must be had. A statement that works gets a few times that. */
  readonly timeoutMs: number;
}

/** What the thread answers. */
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

/** Part of the time limit after which a lock is not waited for any more, so that the answer comes in time. */
const PATIENCE = 0.8;

/** How many times the limit of a lock a statement may work: a long callback on a busy machine is no failure. */
const WORK = 5;

/** A connection to SQLite in a thread of its own. Statements run one after another, in the order asked. */
export class SqliteThread {
  readonly #worker: Worker;
  readonly #path: string;
  readonly #timeoutMs: number;
  readonly #calls = new Map<number, Call>();
  #lastId = 0;
  /** Answers that are missing although their time is up. */
  #overdue = 0;
  #end: Error | undefined;

  private constructor(worker: Worker, {path, timeoutMs}: ThreadOptions) {
    this.#worker = worker;
    this.#path = path;
    this.#timeoutMs = timeoutMs;
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (error) => this.#fail(sqliteError(error, path)));
    worker.on('exit', () => this.#fail(new Error('The store is closed.')));
    // An open store does not keep a program from ending; a statement that is under way does.
    worker.unref();
  }

  /** Starts the thread, and opens the file in it. */
  static async open(options: ThreadOptions): Promise<SqliteThread> {
    const {Worker} = await import('node:worker_threads');
    const {path, settings} = options;
    const workerData = {path, settings, isMemory: path === ':memory:'};
    // Without the flags of the process, which may load things that the thread has no use for.
    const settingsOfThread = {workerData, execArgv: []};
    const worker = new Worker(new URL('./sqlite-worker.mjs', import.meta.url), settingsOfThread);
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', (error) => reject(sqliteError(error, path)));
    });
    return new SqliteThread(worker, options);
  }

  /** Statements that are not answered yet. */
  get busyness(): number {
    return this.#calls.size + this.#overdue;
  }

  /** Runs a statement. */
  run(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    if (this.#end) return Promise.reject(this.#end);
    // Behind a call that hangs there is nothing to wait for.
    if (this.#overdue > 0 && sql !== 'rollback') return Promise.reject(this.#hangs());
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      const timer = setTimeout(() => this.#giveUp(id), this.#timeoutMs * WORK);
      if (this.#calls.size === 0) this.#worker.ref();
      this.#calls.set(id, {resolve, reject, timer});
      const patienceMs = this.#timeoutMs * PATIENCE;
      this.#worker.postMessage({id, sql, parameters, patienceMs});
    });
  }

  /** Closes the file after the statements that are under way. */
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
