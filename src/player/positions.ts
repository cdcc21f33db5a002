/** Playback positions, stored on this device only, and only with `remember`. */

/** Key in `localStorage`. */
const KEY = 'cloud-vod-gallery-positions';

/** Maximum number of stored videos, latest first. */
const MAX_VIDEOS = 200;

/** A video counts as finished from this part on. */
const SEEN = 0.95;

/** Positions below this number of seconds are not stored. */
const LEAST = 5;

/** Position in a video and its duration, in seconds. */
export interface Position {
  readonly seconds: number;
  readonly duration: number;
}

const listeners = new Set<() => void>();

/** The stored position of a video; undefined if there is none. */
export function positionOf(videoId: string): Position | undefined {
  return readAll().get(videoId);
}

/** How much of a video has been watched, from 0 to 1; undefined if there is no stored position. */
export function progressOf(videoId: string): number | undefined {
  const position = positionOf(videoId);
  return position && position.seconds / position.duration;
}

/** Stores a position. At the beginning and the end of a video, its position is removed. */
export function savePosition(videoId: string, {seconds, duration}: Position): void {
  const others = [...readAll()].filter(([id]) => id !== videoId);
  const isWorthIt = seconds >= LEAST && seconds < duration * SEEN && Number.isFinite(duration);
  writeAll(isWorthIt ? [[videoId, {seconds, duration}], ...others] : others);
}

/** Removes all positions from this device. */
export function forgetPositions(): void {
  writeAll([]);
}

/** Calls `listener` after every change. Returns a function that ends this. */
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

/** The parsed positions and their source text, cached because every card reads them. */
let known: {readonly text: string | null; readonly positions: ReadonlyMap<string, Position>} = {
  text: null,
  positions: new Map(),
};

/** Other scripts may have written anything, and `localStorage` may be blocked. */
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
    // The storage is full or blocked: nothing is stored.
  }
  for (const listener of listeners) listener();
}
