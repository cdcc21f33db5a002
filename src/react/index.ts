'use client';
/**
 * The three elements as components for React 18 and 19. Importing this registers the tags.
 */
import '../internal/hydration.js';
import '../define.js';
import {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import {VideoCardElement} from '../elements/video-card/video-card.js';
import type {VideoSelectEvent} from '../elements/video-card/video-card.events.js';
import {VideoListElement} from '../elements/video-list/video-list.js';
import type {
  SelectionChangeEvent,
  VideoImpressionEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
  VideoListPageEvent,
  VideoListUnauthorizedEvent,
} from '../elements/video-list/video-list.events.js';
import {createComponent, type ComponentProps, type ElementComponent} from './create-component.js';
import {playerEvents, type VideoPlayerHandlers} from './player-events.js';

/** Event handlers of `<VideoList>`. */
export interface VideoListHandlers extends VideoPlayerHandlers {
  /** The user picks a video; `event.preventDefault()` prevents the selection. */
  onVideoSelect?: ((event: VideoSelectEvent) => void) | undefined;
  /** The user has changed the selection. */
  onSelectionChange?: ((event: SelectionChangeEvent) => void) | undefined;
  /** Videos have arrived and are shown. */
  onVideoListLoad?: ((event: VideoListLoadEvent) => void) | undefined;
  /** The videos could not be loaded. Videos that are already shown stay. */
  onVideoListError?: ((event: VideoListErrorEvent) => void) | undefined;
  /** The token of a signed link is missing or has expired; `event.detail.renew(token)` takes a new one. */
  onVideoListUnauthorized?: ((event: VideoListUnauthorizedEvent) => void) | undefined;
  /** The user has changed a filter. */
  onVideoListFilter?: ((event: VideoListFilterEvent) => void) | undefined;
  /** The user has turned to another result page. */
  onVideoListPage?: ((event: VideoListPageEvent) => void) | undefined;
  /** A card was in view, with `impressions`. */
  onVideoImpression?: ((event: VideoImpressionEvent) => void) | undefined;
}

/** Event handlers of `<VideoCard>`. */
export interface VideoCardHandlers {
  /** The user picked the card; `event.preventDefault()` prevents the browser from following a link. */
  onVideoSelect?: ((event: VideoSelectEvent) => void) | undefined;
}

export type VideoListProps = ComponentProps<VideoListElement, VideoListHandlers>;
export type VideoCardProps = ComponentProps<VideoCardElement, VideoCardHandlers>;
export type ResolutionBadgeProps = ComponentProps<ResolutionBadgeElement, object>;

/** `<video-list>` as a component. Properties are props, events are handlers, and `ref` is the element. */
export const VideoList: ElementComponent<VideoListElement, VideoListHandlers> = createComponent(
  'video-list',
  VideoListElement.elementProperties,
  {
    onVideoSelect: 'video-select',
    onSelectionChange: 'selection-change',
    onVideoListLoad: 'video-list-load',
    onVideoListError: 'video-list-error',
    onVideoListUnauthorized: 'video-list-unauthorized',
    onVideoListFilter: 'video-list-filter',
    onVideoListPage: 'video-list-page',
    onVideoImpression: 'video-impression',
    ...playerEvents,
  },
);
VideoList.displayName = 'VideoList';

/** `<video-card>` as a component. */
export const VideoCard: ElementComponent<VideoCardElement, VideoCardHandlers> = createComponent(
  'video-card',
  VideoCardElement.elementProperties,
  {onVideoSelect: 'video-select'},
);
VideoCard.displayName = 'VideoCard';

/** `<resolution-badge>` as a component. */
export const ResolutionBadge: ElementComponent<ResolutionBadgeElement, object> = createComponent(
  'resolution-badge',
  ResolutionBadgeElement.elementProperties,
  {},
);
ResolutionBadge.displayName = 'ResolutionBadge';
