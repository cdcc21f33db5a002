import {inTime} from '../../../test/support/until.js';
import type {WireEnvelope} from './proxy-scene.js';
import type {WireRecord} from '../../../test/support/records.js';

/** An event of a stream, or a comment. */
export interface ReadEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: string;
  readonly retry?: string;
  readonly comment?: string;
}

/** The content of an event `video`. */
export interface VideoEvent {
  readonly id: string | undefined;
  readonly videoId: unknown;
  readonly record: WireRecord;
}

/** Reads a stream of Server-Sent Events, block by block. */
export class EventReader {
  readonly response: Response;
  readonly #reader: ReadableStreamDefaultReader<string>;
  readonly #abort: AbortController;
  #text = '';

  private constructor(response: Response, abort: AbortController) {
    if (!response.body) throw new Error('There is no stream.');
    this.response = response;
    this.#reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    this.#abort = abort;
  }

  /** Opens a stream; with the id of the last received event, it continues after that. */
  static async open(url: string, lastEventId?: string): Promise<EventReader> {
    const abort = new AbortController();
    const headers = new Headers();
    if (lastEventId !== undefined) headers.set('last-event-id', lastEventId);
    const response = await fetch(url, {headers, signal: abort.signal});
    return new EventReader(response, abort);
  }

  /** The next block; undefined at the end. */
  async next(): Promise<ReadEvent | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const block = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        return parseBlock(block);
      }
      const {done, value} = await inTime(this.#reader.read(), 'the next event');
      if (done) return undefined;
      this.#text += value;
    }
  }

  /** The next event `video`: its id and its record. */
  async nextVideo(): Promise<VideoEvent> {
    for (;;) {
      const block = await this.next();
      if (!block) throw new Error('The stream has ended.');
      if (block.event !== 'video') continue;
      const {code, data, source} = JSON.parse(block.data ?? '') as WireEnvelope;
      const [record] = data.videoListInfo;
      if (code !== 200 || data.videoTotal !== 1 || source || !record) {
        throw new Error(`Not a callback: ${block.data}`);
      }
      return {id: block.id, videoId: record['videoId'], record};
    }
  }

  /** Closes the stream. */
  close(): void {
    this.#abort.abort();
  }
}

function parseBlock(block: string): ReadEvent {
  const fields = block.split('\n').map((line) => {
    const [, name = '', value = ''] = /^([^:]*): ?(.*)$/.exec(line) ?? [];
    return [name || 'comment', value];
  });
  return Object.fromEntries(fields);
}
