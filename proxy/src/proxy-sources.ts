import type {Capabilities} from '../../src/wire/capabilities.js';
import {PlayAddresses} from './access/play-addresses.js';
import {UnknownVideos} from './access/unknown-videos.js';
import {VideoLookup, type VideoLookupOptions} from './access/video-lookup.js';
import {parseListQuery} from './list-query.js';
import type {ListSource} from './list-source.js';
import {unknownVideoLimits} from './proxy-options.js';
import type {ProxyParts} from './proxy-parts.js';
import {hostPlaySource, storeSource} from './store-source.js';
import {vendorPlaySource, vendorSource} from './vendor-source.js';
import type {VideoStore} from './video-store.js';

/** The sources of all galleries. */
export interface ProxySources {
  readonly source: ListSource;
  /** Whether the source knows every video, so that asking it costs no call to the vendor. */
  readonly isSourceComplete: boolean;
  readonly videos: VideoLookup;
  /** Source of play addresses; undefined if there is none. */
  readonly play: PlayAddresses | undefined;
  /** The `capabilities` of this proxy. */
  readonly capabilities: Capabilities;
}

/**
 * Chooses the sources by the options.
 *
 * @throws {TypeError} without a source of lists.
 */
export function sourcesOf(parts: ProxyParts): ProxySources {
  const {known} = parts;
  const source = listSource(parts);
  const isSourceComplete = listsFromStore(parts);
  const lookup = {source, isSourceComplete, known, unknown: unknownVideos(parts)};
  const play = playAddresses(parts, lookup);
  return {
    source,
    isSourceComplete,
    videos: new VideoLookup(lookup),
    play,
    capabilities: capabilitiesOf(source, play),
  };
}

function listsFromStore({options: {mode, store}, vendor}: ProxyParts): boolean {
  return mode === 'store' || (mode !== 'vendor' && !vendor && store !== undefined);
}

function listSource(parts: ProxyParts): ListSource {
  const {
    options: {mode, store},
    vendor,
    feed,
  } = parts;
  if (store && listsFromStore(parts)) return storeSource(store);
  if (vendor && mode !== 'store') return vendorSource(vendor, feed && (() => feed.catchUp()));
  throw new TypeError(`createVideoProxy needs a ${mode ?? 'vendor or a store'}.`);
}

function capabilitiesOf(source: ListSource, play: PlayAddresses | undefined): Capabilities {
  return {
    play: !!play,
    video: true,
    index: 'place' in source,
    sorts: source.sorts ?? [],
    categoryTree: true,
  };
}

function unknownVideos({options, known}: ProxyParts): UnknownVideos {
  const {store} = options;
  const isStoredHere = store && ((videoId: string) => isStored(store, videoId));
  return new UnknownVideos({known, isStored: isStoredHere, ...unknownVideoLimits(options)});
}

function playAddresses(
  {options: {publishUrls}, vendor}: ProxyParts,
  lookup: VideoLookupOptions,
): PlayAddresses | undefined {
  const play = publishUrls ? hostPlaySource(publishUrls) : vendor && vendorPlaySource(vendor);
  if (!play) return undefined;
  return new PlayAddresses({...lookup, play, isPlayCostly: !publishUrls});
}

async function isStored(store: VideoStore, videoId: string): Promise<boolean> {
  return (await store.list(parseListQuery({videoId}))).total > 0;
}
