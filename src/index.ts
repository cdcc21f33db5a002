/** The classes and types of the gallery. Registers no tags: see `define.ts`. */
export {ResolutionBadgeElement} from './elements/resolution-badge/resolution-badge.js';
export type {BadgeFormat} from './elements/resolution-badge/quality-label.js';
export {VideoCardElement, type CardLayout} from './elements/video-card/video-card.js';
export type {Preview, PreviewSource} from './elements/video-card/preview.js';
export {
  VideoSelectEvent,
  type SelectTrigger,
  type VideoSelectDetail,
} from './elements/video-card/video-card.events.js';
export type {CardContent} from './elements/video-list/card-content.js';
export {VideoListElement, type Density} from './elements/video-list/video-list.js';
export type {Paging} from './store/list-state.js';
export {
  pageHistory,
  type SavedListState,
  type HistoryRouter,
} from './elements/video-list/page-history.js';
export type {SelectionMode} from './store/selection.js';
export {
  SelectionChangeEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
  VideoListPageEvent,
  VideoListUnauthorizedEvent,
  VideoImpressionEvent,
  type SelectionChangeDetail,
  type VideoListErrorDetail,
  type VideoListFilterDetail,
  type VideoListLoadDetail,
  type VideoListPageDetail,
  type VideoImpressionDetail,
  type VideoListUnauthorizedDetail,
} from './elements/video-list/video-list.events.js';
export {strings as english} from './languages/en.js';
export {registerLanguage} from './languages/registry.js';
export type {Phrase, StringOverrides, Strings} from './languages/strings.js';
export {VideoListError, type VideoListErrorCode} from './data/video-list-error.js';
export type {Fetcher, RequestMethod} from './data/video-page-query.js';
export type {Cover} from './model/cover-of.js';
export type {CoverUrl} from './model/cover.js';
export {decodeVideoPage} from './model/decode-video-page.js';
export type {
  DecodeOptions,
  PageFault,
  SkippedRecord,
  VideoPage,
} from './model/decode-video-page.js';
export type {Clarity} from './model/clarity.js';
export {defaultTiers, type Device, type QualityTier, type Resolution} from './model/resolution.js';
export type {
  Availability,
  PlayerSettings,
  Transcoding,
  Video,
  VideoOrigin,
  VideoState,
} from './model/video.js';
export type {FilterName, VideoFilters} from './model/video-filters.js';
export type {VideoSource} from './wire/envelope.js';
export type * from './player/video-player.events.js';
export type {VideoPlayerElement} from './player/video-player.js';
