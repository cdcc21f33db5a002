import type {Fetcher} from '../data/video-page-query.js';

/** Options of a stream. */
export interface StreamOptions {
  readonly withCredentials: boolean;
  /** Default: `fetch`. */
  readonly fetcher?: Fetcher | undefined;
  readonly signal: AbortSignal;
  /** Called when the stream is open. */
  readonly opened: () => void;
  /** Called when the list has changed. */
  readonly changed: () => void;
  /** Called with the reconnection time of the server in milliseconds. */
  readonly retried: (milliseconds: number) => void;
}

/** Minimum time without data in milliseconds after which a stream with heartbeats counts as lost. */
const LEAST_SILENCE = 60_000;

/** Statuses that mean that there is no stream. Reconnecting would not help. */
const FINAL = [204, 404, 405, 410, 501];

/**
 * Reads the stream of changes of the list at `url` (Server-Sent Events) until it ends. Uses `fetch`, because `EventSource`
 * does not report the status of a refusal, and stops after every status but 200. The data of events are ignored: only the
 * proxy knows which videos belong to a filtered list.
 *
 * A lost connection ends a stream only if the server sends heartbeats, which are comments: after three missing ones. A server
 * that sends none may be silent for as long as it likes.
 *
 * @returns Whether to reconnect.
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
    // The connection is lost, or was aborted.
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
  let beatAt: number | undefined;
  let patience: number | undefined;
  for (;;) {
    const lost = patience && setTimeout(() => void reader.cancel(), patience);
    const {done, value} = await reader.read().finally(() => clearTimeout(lost));
    if (done || signal.aborted) return;
    const lines = (rest + decoder.decode(value, {stream: true})).split(/\r\n|\r|\n/);
    rest = lines.pop()!;
    for (const line of lines) {
      if (line.startsWith(':')) {
        const now = Date.now();
        if (beatAt) patience = Math.max(3 * (now - beatAt), LEAST_SILENCE);
        beatAt = now;
      }
      const [, name, text] = /^(event|retry): ?(.*)$/.exec(line) ?? [];
      if (name === 'retry' && Number(text) > 0) retried(Number(text));
      if (name === 'event' && (text === 'video' || text === 'list')) changed();
    }
  }
}

/** Below the path of the list, with its query. */
function eventsUrl(url: string): string {
  const events = new URL(url);
  events.pathname = events.pathname.replace(/\/*$/, '/events');
  return events.href;
}
