import {readEnvelope, readVideoListData} from '../../../src/wire/envelope.js';
import {isObject, readText} from '../../../src/wire/fields.js';
import type {Caller} from '../caller.js';
import {parseListQuery} from '../list-query.js';
import {BoundedMap} from '../util/bounded-map.js';
import type {ListSource} from '../list-source.js';
import type {Access} from './gallery.js';
import {narrowQuery} from './narrow-query.js';

/** Maximum number of ids that are remembered from lists. */
const MAX_LISTED = 100_000;

/** Maximum number of remembered results, each for one id in one scope. */
const MAX_ANSWERS = 10_000;

/** Milliseconds for which such a result is used. It may be as outdated as a cached list. */
const REMEMBERED_MS = 30_000;

interface Remembered {
  readonly isInScope: boolean;
  readonly untilMs: number;
}

/** Remembers which videos have been on lists, and whether they are in a scope. */
export class KnownVideos {
  readonly #listed = new BoundedMap<true>(MAX_LISTED, Infinity);
  readonly #answers = new BoundedMap<Remembered>(MAX_ANSWERS, Infinity);
  readonly #read = new WeakSet<object>();

  /** Remembers the videos of a list that is sent. */
  noteList(envelope: object): void {
    if (this.#read.has(envelope)) return;
    this.#read.add(envelope);
    for (const id of idsOn(envelope)) this.note(id);
  }

  /** Remembers that a video exists. */
  note(videoId: string): void {
    this.#listed.set(videoId, true, 1);
  }

  /** Whether a video has been on a list, in any scope. */
  hasListed(videoId: string): boolean {
    return this.#listed.get(videoId) === true;
  }

  /** Whether a video is in the scope; undefined if that is not known yet. */
  isInScope(videoId: string, access: Access): boolean | undefined {
    const remembered = this.#answers.get(keyOf(videoId, access));
    return remembered && performance.now() < remembered.untilMs ? remembered.isInScope : undefined;
  }

  /** Remembers whether a video is in the scope. */
  remember(videoId: string, access: Access, isInScope: boolean): void {
    const untilMs = performance.now() + REMEMBERED_MS;
    this.#answers.set(keyOf(videoId, access), {isInScope, untilMs}, 1);
  }

  /** Forgets which videos are in which scope, because videos have changed. */
  invalidate(): void {
    this.#answers.clear();
  }
}

/** Whether a video is in the scope: requests a list with the filters of the scope and this id. */
export async function findInScope(
  source: ListSource,
  videoId: string,
  access: Access,
  caller: Caller,
): Promise<boolean> {
  const query = narrowQuery(parseListQuery({videoId, pageSize: 1}), access.scope);
  if (!query) return false;
  return idsOn((await source.list(query, caller)).envelope).includes(videoId);
}

/** Ids of the videos on a list. */
export function idsOn(envelope: object): string[] {
  const records = readVideoListData(readEnvelope(envelope)?.data)?.records ?? [];
  const ids = records.map((record) => (isObject(record) ? readText(record['videoId']) : undefined));
  return ids.filter((id) => id !== undefined);
}

function keyOf(videoId: string, {key}: Access): string {
  return `${videoId} ${key}`;
}
