import type {JsonObject} from '../wire/fields.js';

/** The data of the proxy about a cover. Plain data, not validated: only the functions in cover.ts read it. */
export interface Cover {
  /** Address of the list that contained the video. */
  readonly listUrl: string | undefined;
  /** Version of the cover, and its colours if they are known. */
  readonly entry: unknown;
  /** Widths in pixels; empty if the proxy has the cover in its original size only. */
  readonly widths: unknown;
}

/** The data of a response about the cover of a video; undefined if the response has none. */
export function coverOf(
  covers: JsonObject,
  videoId: string,
  listUrl: string | undefined,
): Cover | undefined {
  const entry = (Object(covers['of']) as JsonObject)[videoId];
  return entry ? {listUrl, entry, widths: covers['widths']} : undefined;
}
