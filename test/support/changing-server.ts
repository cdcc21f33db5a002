import type {Fetcher} from '../../src/data/video-page-query.js';
import {nextTask} from './next-task.js';

/** Milliseconds until all requests must have been answered. */
const PATIENCE_MS = 9_000;

/** A change of the server's list between two requests. Positions are fractions of its length, from 0 to 1. */
export type Mutation =
  | {readonly type: 'delete'; readonly at: number; readonly count: number}
  | {readonly type: 'insert'; readonly at: number; readonly count: number}
  | {readonly type: 'move'; readonly from: number; readonly to: number}
  | {readonly type: 'fail'; readonly how: number | 'no answer' | 'half an answer'}
  | {readonly type: 'none'};

/** How a server answers. */
export interface ServerHabits {
  /** Number of records at first. */
  readonly length: number;
  /** Records on a page: as many as requested up to `cap`, or always `fixed`, or all on one page. */
  readonly pages: {readonly cap: number} | {readonly fixed: number} | 'everything' | 'always-first';
  /** Whether it sends its last page for all later page numbers too. */
  readonly repeatsLastPage?: boolean;
  /** The total that it sends. */
  readonly total: 'none' | 'true' | number;
  /** Whether it sends its page size. */
  readonly saysPageSize: boolean;
}

/** A server whose list changes between requests, according to a script, and then stays unchanged. */
export class ChangingServer {
  requestCount = 0;
  inFlight = 0;
  /** Ids of the present list. */
  ids: string[];
  /** Ids that have been in the list all the time. */
  readonly constant: Set<string>;
  readonly #habits: ServerHabits;
  readonly #script: Mutation[];
  #created: number;

  constructor(habits: ServerHabits, script: readonly Mutation[]) {
    this.#habits = habits;
    this.#script = [...script];
    this.#created = habits.length;
    this.ids = Array.from({length: habits.length}, (_, index) => `v${index}`);
    this.constant = new Set(this.ids);
  }

  /** Stops all changes. */
  stop(): void {
    this.#script.length = 0;
  }

  fetcher: Fetcher = async (address) => {
    this.requestCount++;
    this.inFlight++;
    // As over a network, responses are not immediate.
    await nextTask();
    void Promise.resolve()
      .then(nextTask)
      .then(() => this.inFlight--);
    const mutation = this.#script.shift();
    if (mutation?.type === 'fail') return fail(mutation.how);
    if (mutation) this.#mutate(mutation);
    const {searchParams} = new URL(address);
    const [pageIndex, pageSize] = ['pageIndex', 'pageSize'].map((name) => searchParams.get(name));
    return answer(200, JSON.stringify(this.#page(Number(pageIndex), Number(pageSize))));
  };

  /** Resolves when no request is in flight and all responses have been handled. */
  async idle(): Promise<void> {
    const endMs = performance.now() + PATIENCE_MS;
    do {
      if (performance.now() > endMs) throw new Error(`${this.inFlight} requests do not end.`);
      await nextTask();
    } while (this.inFlight > 0);
  }

  #page(pageIndex: number, asked: number) {
    const {pages, repeatsLastPage, total, saysPageSize} = this.#habits;
    const size = pages === 'everything' ? this.ids.length : recordsPerPage(pages, asked);
    const isAlwaysFirst = pages === 'everything' || pages === 'always-first';
    const lastPage = repeatsLastPage ? Math.ceil(this.ids.length / size) : Infinity;
    const start = isAlwaysFirst ? 0 : (Math.min(pageIndex, lastPage) - 1) * size;
    const ids = this.ids.slice(start, start + size);
    return {
      code: 200,
      message: 'success',
      ...(saysPageSize && {pageSize: size}),
      data: {
        videoListInfo: ids.map((videoId) => ({videoId, videoName: videoId})),
        videoTotal: ids.length,
        ...(total !== 'none' && {total: total === 'true' ? this.ids.length : total}),
      },
    };
  }

  #mutate(mutation: Mutation) {
    const {length} = this.ids;
    const place = (part: number) => Math.floor(part * length);
    if (mutation.type === 'delete') {
      for (const id of this.ids.splice(place(mutation.at), mutation.count))
        this.constant.delete(id);
    } else if (mutation.type === 'insert') {
      const names = Array.from({length: mutation.count}, () => `v${this.#created++}`);
      this.ids.splice(place(mutation.at), 0, ...names);
    } else if (mutation.type === 'move') {
      this.ids.splice(place(mutation.to), 0, ...this.ids.splice(place(mutation.from), 1));
    }
  }
}

/** Number of records on a page, for a requested number. */
export function recordsPerPage(pages: ServerHabits['pages'], asked: number): number {
  if (pages === 'everything') return Infinity;
  if (pages === 'always-first') return asked;
  return 'cap' in pages ? Math.min(asked, pages.cap) : pages.fixed;
}

function fail(how: number | 'no answer' | 'half an answer'): Response {
  if (how === 'no answer') throw new TypeError('Failed to fetch');
  return how === 'half an answer'
    ? answer(200, '{"code": 200, "data": {"vid')
    : answer(how, 'Oops');
}

const encoder = new TextEncoder();
const headers = new Headers();

/** The used part of a response. Creating a real one takes longer than everything that the list does with it. */
function answer(status: number, text: string): Response {
  const body: Pick<Response, 'ok' | 'status' | 'headers' | 'url' | 'arrayBuffer'> = {
    ok: status === 200,
    status,
    headers,
    url: '',
    arrayBuffer: () => Promise.resolve(encoder.encode(text).buffer),
  };
  return body as Response;
}
