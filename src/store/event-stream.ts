import type {Fetcher} from '../data/video-page-query.js';

/** What is done with what a stream says. */
export interface StreamOptions {
  readonly withCredentials: boolean;
  /** Default: `fetch`. */
  readonly fetcher?: Fetcher | undefined;
  readonly signal: AbortSignal;
  /** Called when the stream stands. */
  readonly opened: () => void;
  /** Called when the list has changed. */
  readonly changed: () => void;
  /** Called with the milliseconds after which the server wants a client to come back. */
  readonly retried: (milliseconds: number) => void;
}

/** Answers after which there is no point in trying again: there is no such stream. */
const FINAL = [204, 404, 405, 410, 501];

/**
 * Reads the stream of changes of the list at `url` (Server-Sent Events) until it ends. By `fetch`, since `EventSource`
 * does not say why it was refused, and gives up for good after any answer but 200. What an event carries is left
 * alone: only the proxy knows what of it belongs into a list.
 *
 * @returns Whether it makes sense to try again.
 */
export async function readEventStream(url: string, options: StreamOptions): Promise<boolean> {
  const {withCredentials, fetcher = fetch, signal, opened} = options;
  try {
    const response = await fetcher(eventsUrl(url), {
      headers: {accept: 'text/event-stream'},
      credentials: withCredentials ? 'include' : 'same-origin',
      cache: 'no-store',
      signal,
    });
    const {ok, status, headers, body} = response;
    const isStream = /^text\/event-stream/i.test(headers.get('content-type') ?? '');
    if (!ok || !isStream || !body) {
      await body?.cancel();
      return !(FINAL.includes(status) || ok);
    }
    opened();
    await readLines(body, options);
  } catch {
    // Lost, or aborted.
  }
  return true;
}

async function readLines(
  body: ReadableStream<Uint8Array>,
  {signal, changed, retried}: StreamOptions,
): Promise<void> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done || signal.aborted) return;
    const lines = (rest + decoder.decode(value, {stream: true})).split(/\r\n|\r|\n/);
    rest = lines.pop()!;
    for (const line of lines) {
      const [, name, text] = /^(event|retry): ?(.*)$/.exec(line) ?? [];
      if (name === 'retry' && Number(text) > 0) retried(Number(text));
      if (name === 'event' && (text === 'video' || text === 'list')) changed();
    }
  }
}

/** Below the path of the list; a query of its own is kept. */
function eventsUrl(url: string): string {
  const events = new URL(url);
  events.pathname = events.pathname.replace(/\/*$/, '/events');
  return events.href;
}
