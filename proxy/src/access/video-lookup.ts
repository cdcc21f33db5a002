import type {Caller} from '../caller.js';
import type {ListSource, PlaceInList, SourceAnswer} from '../list-source.js';
import {parseListQuery, type ListQuery} from '../list-query.js';
import {ProxyError} from '../proxy-error.js';
import type {Access} from './gallery.js';
import {idsOn, type KnownVideos} from './known-videos.js';
import {narrowQuery} from './narrow-query.js';
import {noSuchVideo} from './no-such-video.js';
import type {UnknownVideos} from './unknown-videos.js';

/** Options of single videos. */
export interface VideoLookupOptions {
  /** Where the lists come from. */
  readonly source: ListSource;
  /** Whether it knows every video and costs no call to the vendor. */
  readonly isSourceComplete: boolean;
  readonly known: KnownVideos;
  readonly unknown: UnknownVideos;
}

/** Returns single videos in the scope of a request, as a list of one. */
export class VideoLookup {
  readonly #options: VideoLookupOptions;

  constructor(options: VideoLookupOptions) {
    this.#options = options;
  }

  /** @throws {ProxyError} 404 if the video does not exist or is outside the scope, 429 after too many ids that do not exist. */
  async videoOf(videoId: string, access: Access, caller: Caller): Promise<SourceAnswer> {
    const {known, unknown, isSourceComplete} = this.#options;
    if (known.isInScope(videoId, access) === false) throw noSuchVideo();
    const ask = () => this.#videoOf(videoId, access, caller);
    return isSourceComplete ? ask() : unknown.ask(videoId, caller.client, ask);
  }

  /**
   * Where in a list a video is.
   *
   * @throws {ProxyError} 404 if it is not in the list, 501 if the source cannot find it.
   */
  async placeOf(videoId: string, query: ListQuery, {scope}: Access): Promise<PlaceInList> {
    const {source} = this.#options;
    if (!source.place) throw new ProxyError(501, 'This proxy does not know where videos are.');
    const narrowed = narrowQuery(query, scope);
    const place = narrowed && (await source.place(narrowed, videoId));
    if (!place) throw noSuchVideo();
    return place;
  }

  async #videoOf(videoId: string, access: Access, caller: Caller): Promise<SourceAnswer> {
    const {source, isSourceComplete, known} = this.#options;
    const query = narrowQuery(parseListQuery({videoId, pageSize: 1}), access.scope);
    const answer = query && (await source.list(query, caller));
    if (answer && idsOn(answer.envelope).includes(videoId)) return answer;
    if (!isSourceComplete) known.remember(videoId, access, false);
    throw noSuchVideo();
  }
}
