import {envelope} from '../responses.js';
import type {StoredChange} from '../video-store.js';

/** A change, and how it is told. */
export interface WrittenChange extends StoredChange {
  readonly text: string;
}

/** Milliseconds in which a proxy may have started anew. */
const FIRST_RETURN_MS = 2_000;

/** Milliseconds over which listeners that come back are spread. */
const RETURNS_MS = 8_000;

const encoder = new TextEncoder();

/** A line that says nothing, so that a silent connection is not taken for a dead one. */
export const HEARTBEAT: Uint8Array = encoder.encode(':\n\n');

/**
 * A change as an event named `video`: the vendor's envelope with the one record, as a callback brings
 * it, so that a page reads it like any list.
 */
export function writeChange({sequence, record}: StoredChange): WrittenChange {
  const data = JSON.stringify(envelope({videoTotal: 1, videoListInfo: [record]}));
  return {sequence, record, text: `id: ${sequence}\nevent: video\ndata: ${data}\n\n`};
}

/** An event named `list`: more has changed than is told here, so the list should be asked for again. */
export function listEvent(sequence: number): Uint8Array {
  return encodeText(`id: ${sequence}\nevent: list\ndata: {}\n\n`);
}

/**
 * What a stream begins with. The id comes without data, so it is no event, but where a browser resumes
 * that loses the connection before the first one.
 */
export function opening(sequence: number, retryMs: number): Uint8Array {
  return encodeText(`retry: ${retryMs}\nid: ${sequence}\n\n`);
}

/** The last words of a proxy that stops: its listeners come back at different times, not all at once. */
export function farewell(): Uint8Array {
  const retryMs = FIRST_RETURN_MS + Math.floor(Math.random() * RETURNS_MS);
  return encodeText(`retry: ${retryMs}\n\n`);
}

/** Text as it is sent. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}
