import {envelope} from '../envelope.js';
import type {StoredChange} from '../video-store.js';

/** A change and its serialized event. */
export interface WrittenChange extends StoredChange {
  readonly text: string;
}

/** Minimum delay in milliseconds, in which the proxy may have restarted. */
const FIRST_RETURN_MS = 2_000;

/** Range in milliseconds over which reconnects are spread. */
const RETURNS_MS = 8_000;

const encoder = new TextEncoder();

/** An empty comment, so that intermediaries do not close an idle connection. */
export const HEARTBEAT: Uint8Array = encoder.encode(':\n\n');

/**
 * A change as an event `video`: the vendor's envelope with one record, as in a callback, so that a client can read it like
 * a list.
 */
export function writeChange({sequence, record}: StoredChange): WrittenChange {
  const data = JSON.stringify(envelope({videoTotal: 1, videoListInfo: [record]}));
  return {sequence, record, text: `id: ${sequence}\nevent: video\ndata: ${data}\n\n`};
}

/** An event `list`: there are more changes than events, so the client should request its list. */
export function listEvent(sequence: number): Uint8Array {
  return encodeText(`id: ${sequence}\nevent: list\ndata: {}\n\n`);
}

/**
 * The start of a stream. The id without data is not an event, but a browser that loses the connection before the first
 * event resumes there.
 */
export function opening(sequence: number, retryMs: number): Uint8Array {
  return encodeText(`retry: ${retryMs}\nid: ${sequence}\n\n`);
}

/** The end of a stream when the proxy stops: a random `retry`, so that clients do not reconnect at the same time. */
export function closing(): Uint8Array {
  const retryMs = FIRST_RETURN_MS + Math.floor(Math.random() * RETURNS_MS);
  return encodeText(`retry: ${retryMs}\n\n`);
}

/** Encodes a text as UTF-8. */
export function encodeText(text: string): Uint8Array {
  return encoder.encode(text);
}
