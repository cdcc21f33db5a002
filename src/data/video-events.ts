import {decodeVideoPage} from '../model/decode-video-page.js';
import type {Video} from '../model/video.js';
import {parseJson} from './parse-json.js';

/** What a listener of the stream is told. */
export interface VideoEventsListener {
  /** The stream stands, for the first time or again: whatever happened before went unheard. */
  readonly opened: () => void;
  /** A video is new, or has changed. */
  readonly changed: (video: Video) => void;
  /** There is no such stream, and no point in trying again. */
  readonly refused: () => void;
}

/**
 * Listens to the stream of changes of the proxy's list at `url` (Server-Sent Events; each carries the
 * vendor's envelope with one record). The browser reconnects by itself. Returns what ends it.
 */
export function listenToVideoEvents(
  url: string,
  withCredentials: boolean,
  {opened, changed, refused}: VideoEventsListener,
): () => void {
  const stream = new EventSource(videoEventsUrl(url), {withCredentials});
  stream.onopen = opened;
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) refused();
  };
  stream.addEventListener('video', ({data}: MessageEvent<string>) => {
    const page = decodeVideoPage(parseJson(data).json, {baseUrl: url});
    if ('videos' in page) page.videos.forEach(changed);
  });
  return () => stream.close();
}

/** Below the path of the list; a query of its own is kept. */
function videoEventsUrl(url: string): string {
  const events = new URL(url);
  events.pathname = events.pathname.replace(/\/*$/, '/events');
  return events.href;
}
