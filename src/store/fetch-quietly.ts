import type {VideoPage} from '../model/decode-video-page.js';
import type {ActionOptions} from './list-state.js';
import type {ListStore} from './list-store.js';

/**
 * Requests pages without changing the state of the list, whatever the user sees meanwhile.
 *
 * @param number - Number under which the request is registered; see `begin`.
 * @returns Undefined if the request fails or is aborted.
 */
export async function fetchQuietly(
  store: ListStore,
  number: number,
  pageIndexes: readonly number[],
  {signal, cache}: ActionOptions,
): Promise<ReadonlyMap<number, VideoPage> | undefined> {
  const request = store.begin([number], signal);
  const fetched = store.fetch(pageIndexes, {signal: request.signal, cache});
  const pages = await fetched.catch(() => undefined);
  store.finish(request);
  return request.signal.aborted ? undefined : pages;
}
