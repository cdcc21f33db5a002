/** What a listener of the stream is told. */
export interface VideoEventsListener {
  /** Something is new or has changed; or the stream stands, and whatever happened before went unheard. */
  readonly changed: () => void;
  /** There is no such stream, and no point in trying again. */
  readonly refused: () => void;
}

/**
 * Listens to the stream of changes of the proxy's list at `url` (Server-Sent Events). The browser reconnects by itself. What an
 * event carries is left alone: only the proxy knows what of it belongs into a list. Returns what ends it.
 */
export function listenToVideoEvents(
  url: string,
  withCredentials: boolean,
  {changed, refused}: VideoEventsListener,
): () => void {
  const stream = new EventSource(videoEventsUrl(url), {withCredentials});
  stream.onopen = changed;
  stream.addEventListener('video', changed);
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) refused();
  };
  return () => stream.close();
}

/** Below the path of the list; a query of its own is kept. */
function videoEventsUrl(url: string): string {
  const events = new URL(url);
  events.pathname = events.pathname.replace(/\/*$/, '/events');
  return events.href;
}
