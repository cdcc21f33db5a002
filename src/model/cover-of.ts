import type {JsonObject} from '../wire/fields.js';

/** What the proxy says about a cover, as it came: `coverAddress` and the others read it. Plain data. */
export interface Cover {
  /** Address of the list that the video came with. */
  readonly listUrl: string | undefined;
  /** Version of the cover, and its colours if they are known. */
  readonly entry: unknown;
  /** Widths in pixels; empty if the proxy has the cover in its original size only. */
  readonly widths: unknown;
}

/** What an answer says about the cover of a video; undefined where it says nothing. */
export function coverOf(
  covers: JsonObject,
  videoId: string,
  listUrl: string | undefined,
): Cover | undefined {
  const entry = (Object(covers['of']) as JsonObject)[videoId];
  return entry ? {listUrl, entry, widths: covers['widths']} : undefined;
}
