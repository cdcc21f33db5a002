import {readEnvelope, readVideoListData} from '../../../src/wire/envelope.js';
import {isObject, readText} from '../../../src/wire/fields.js';
import type {Caller} from '../caller.js';
import {parseListQuery} from '../list-query.js';
import {BoundedMap} from '../vendor/bounded-map.js';
import type {ListSource} from '../list-source.js';
import type {Access} from './gallery.js';
import {narrowQuery} from './narrow-query.js';

/** Ids that were on a list, at most. */
const MAX_LISTED = 100_000;

/** Answers about one id in one scope that are remembered, at most. */
const MAX_ANSWERS = 10_000;

/** Milliseconds that the answer is remembered. It may be wrong for as long as a list may be old. */
const REMEMBERED_MS = 30_000;

interface Remembered {
  readonly isInScope: boolean;
  readonly untilMs: number;
}

/** Which videos there are, as far as lists have told, and whether they are in a scope. */
export class KnownVideos {
  readonly #listed = new BoundedMap<true>(MAX_LISTED, Infinity);
  readonly #answers = new BoundedMap<Remembered>(MAX_ANSWERS, Infinity);
  readonly #read = new WeakSet<object>();

  /** Remembers the videos on a list that is given. */
  noteList(envelope: object): void {
    if (this.#read.has(envelope)) return;
    this.#read.add(envelope);
    for (const id of idsOn(envelope)) this.note(id);
  }

  /** Remembers that there is such a video. */
  note(videoId: string): void {
    this.#listed.set(videoId, true, 1);
  }

  /** Whether a list has shown such a video, in whatever scope. */
  hasListed(videoId: string): boolean {
    return this.#listed.get(videoId) === true;
  }

  /** Whether it is in the scope; undefined when that has to be found out. */
  isInScope(videoId: string, access: Access): boolean | undefined {
    const remembered = this.#answers.get(keyOf(videoId, access));
    return remembered && performance.now() < remembered.untilMs ? remembered.isInScope : undefined;
  }

  /** Remembers whether it is in the scope. */
  remember(videoId: string, access: Access, isInScope: boolean): void {
    const untilMs = performance.now() + REMEMBERED_MS;
    this.#answers.set(keyOf(videoId, access), {isInScope, untilMs}, 1);
  }

  /** Forgets who is in which scope: videos have changed. */
  invalidate(): void {
    this.#answers.clear();
  }
}

/** Asks the source of the lists whether a video is in the scope: it would be on such a list. */
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
