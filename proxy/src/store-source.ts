import type {PublishUrls} from '../../src/wire/publish-urls.js';
import {noSuchVideo} from './access/no-such-video.js';
import {ParameterError} from './parameter-error.js';
import {categoryNamed} from './category-tree.js';
import {envelope} from './envelope.js';
import {pageOf, type PlaySource, type ListSource} from './list-source.js';
import type {StoredPage, VideoStore} from './video-store.js';

/**
 * Returns the play addresses of a video; undefined if there is no such video.
 *
 * @param signal - Aborted when the client disconnects.
 */
export type PublishUrlsOf = (
  videoId: string,
  signal: AbortSignal,
) => readonly PublishUrls[] | undefined | Promise<readonly PublishUrls[] | undefined>;

/** Lists from the store. They follow the callback document, and know their whole length. */
export function storeSource(store: VideoStore): ListSource {
  const {sorts = []} = store;
  const envelopes = new WeakMap<StoredPage, object>();
  const envelopeOf = (page: StoredPage) => {
    const known = envelopes.get(page);
    if (known) return known;
    const {records, total} = page;
    const made = envelope({videoTotal: records.length, total, videoListInfo: records});
    envelopes.set(page, made);
    return made;
  };
  return {
    sorts,
    ...(store.placeOf && {place: store.placeOf.bind(store)}),

    async list(query) {
      if (query.sortBy && !sorts.includes(query.sortBy)) {
        throw new ParameterError('sortBy', 'is not supported by this store');
      }
      const page = await store.list(query);
      return {envelope: envelopeOf(page), extra: pageOf(query), sequence: page.sequence};
    },

    async categories({pageIndex, pageSize, parentNodeId}, _caller, filter) {
      // Callbacks contain names of categories, but not their tree. So all are at the top.
      const names = parentNodeId === undefined ? await store.categories(filter) : [];
      const page = names.slice((pageIndex - 1) * pageSize, pageIndex * pageSize);
      const categoryList = page.map(categoryNamed);
      return {envelope: envelope({total: names.length, pageSize, pageIndex, categoryList})};
    },
  };
}

/** Play addresses of a function of the host, in the format of the vendor's answer. */
export function hostPlaySource(publishUrls: PublishUrlsOf): PlaySource {
  return async (videoId, {signal}) => {
    const videoUrl = await publishUrls(videoId, signal);
    if (videoUrl) return {envelope: envelope({encrypt: 0, videoUrl})};
    throw noSuchVideo();
  };
}
