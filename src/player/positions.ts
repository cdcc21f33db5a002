/** How far videos have been watched. Kept on this device only, and only where the page has said `remember`. */

/** Where the positions are kept in `localStorage`. */
const KEY = 'cloud-vod-gallery-positions';

/** Videos that are remembered at most: the latest. */
const MAX_VIDEOS = 200;

/** A video counts as seen when so much of it has been watched. */
const SEEN = 0.95;

/** Seconds of a video that are too few to go on from. */
const LEAST = 5;

/** How far a video has been watched, in seconds. */
export interface Position {
  readonly seconds: number;
  readonly duration: number;
}

const listeners = new Set<() => void>();

/** Where a user has stopped; undefined for the beginning and the end. */
export function positionOf(videoId: string): Position | undefined {
  return readAll().get(videoId);
}

/** How much of a video has been watched, from 0 to 1; undefined for nothing. */
export function progressOf(videoId: string): number | undefined {
  const position = positionOf(videoId);
  return position && position.seconds / position.duration;
}

/** Remembers where a user is. The beginning and the end are forgotten. */
export function savePosition(videoId: string, {seconds, duration}: Position): void {
  const others = [...readAll()].filter(([id]) => id !== videoId);
  const isWorthIt = seconds >= LEAST && seconds < duration * SEEN && Number.isFinite(duration);
  writeAll(isWorthIt ? [[videoId, {seconds, duration}], ...others] : others);
}

/** Forgets all positions on this device. */
export function forgetPositions(): void {
  writeAll([]);
}

/** Calls `listener` after every change; the answer ends that. */
export function onPositions(listener: () => void): () => void {
  const fromElsewhere = ({key}: StorageEvent) => {
    if (key === KEY || key === null) listener();
  };
  listeners.add(listener);
  addEventListener('storage', fromElsewhere);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', fromElsewhere);
  };
}

type Entry = readonly [videoId: string, position: Position];

/** What was read last, and what it was read from: each card asks. */
let known: {readonly text: string | null; readonly positions: ReadonlyMap<string, Position>} = {
  text: null,
  positions: new Map(),
};

/** Another script may have written anything, and a browser may keep nothing for this page. */
function readAll(): ReadonlyMap<string, Position> {
  try {
    const text = localStorage.getItem(KEY);
    if (text !== known.text) known = {text, positions: parse(text)};
    return known.positions;
  } catch {
    return new Map();
  }
}

function parse(text: string | null): ReadonlyMap<string, Position> {
  try {
    const entries: unknown = JSON.parse(text ?? '[]');
    return new Map(Array.isArray(entries) ? entries.filter(isEntry) : []);
  } catch {
    return new Map();
  }
}

function isEntry(entry: unknown): entry is Entry {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const {seconds, duration} = (entry[1] ?? {}) as Partial<Position>;
  return Number.isFinite(seconds) && Number.isFinite(duration) && duration! > 0;
}

function writeAll(entries: readonly Entry[]): void {
  try {
    if (entries.length > 0) {
      localStorage.setItem(KEY, JSON.stringify(entries.slice(0, MAX_VIDEOS)));
    } else localStorage.removeItem(KEY);
  } catch {
    // No room, or not allowed: nothing is remembered.
  }
  for (const listener of listeners) listener();
}
