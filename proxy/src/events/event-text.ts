import {envelope} from '../responses.js';
import type {StoredChange} from '../video-store.js';

/** A stored change, written down for the stream. */
export interface StreamEvent {
  readonly sequence: number;
  readonly bytes: Uint8Array;
}

const encoder = new TextEncoder();

/** A line that says nothing, so that a silent connection is not taken for a dead one. */
export const HEARTBEAT: Uint8Array = encoder.encode(':\n\n');

/**
 * A change as an event named `video`: the vendor's envelope with the one record, as a callback brings
 * it, so that a page reads it like any list.
 */
export function changeEvent({sequence, record}: StoredChange): StreamEvent {
  const data = JSON.stringify(envelope({videoTotal: 1, videoListInfo: [record]}));
  return {
    sequence,
    bytes: encoder.encode(`id: ${sequence}\nevent: video\ndata: ${data}\n\n`),
  };
}

/**
 * What a stream begins with. The id comes without data, so it is no event, but where a reader resumes
 * that loses the connection before the first one.
 */
export function opening(sequence: number, retryMs: number): Uint8Array {
  return encoder.encode(`retry: ${retryMs}\nid: ${sequence}\n\n`);
}
