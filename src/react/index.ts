'use client';
/**
 * The three elements as components for React 18 and 19. Importing this registers the tags.
 */
import '../define.js';
import {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import {VideoCardElement} from '../elements/video-card/video-card.js';
import type {VideoSelectEvent} from '../elements/video-card/video-card.events.js';
import {VideoListElement} from '../elements/video-list/video-list.js';
import type {
  SelectionChangeEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
  VideoListUnauthorizedEvent,
} from '../elements/video-list/video-list.events.js';
import {createComponent, type ComponentProps, type ElementComponent} from './create-component.js';

/** Handlers for what a `<video-list>` tells. */
export interface VideoListHandlers {
  /** The reader picks a video; `event.preventDefault()` keeps it from being selected. */
  onVideoSelect?: ((event: VideoSelectEvent) => void) | undefined;
  /** The reader has changed what is selected. */
  onSelectionChange?: ((event: SelectionChangeEvent) => void) | undefined;
  /** Videos have arrived and are shown. */
  onVideoListLoad?: ((event: VideoListLoadEvent) => void) | undefined;
  /** The videos could not be loaded; what was shown before still is. */
  onVideoListError?: ((event: VideoListErrorEvent) => void) | undefined;
  /** The token of a signed link is missing or over; `event.detail.renew(token)` takes a fresh one. */
  onVideoListUnauthorized?: ((event: VideoListUnauthorizedEvent) => void) | undefined;
  /** The reader has narrowed the list down, or widened it. */
  onVideoListFilter?: ((event: VideoListFilterEvent) => void) | undefined;
}

/** Handlers for what a `<video-card>` tells. */
export interface VideoCardHandlers {
  /** The viewer picked the card; `event.preventDefault()` keeps a link from being followed. */
  onVideoSelect?: ((event: VideoSelectEvent) => void) | undefined;
}

export type VideoListProps = ComponentProps<VideoListElement, VideoListHandlers>;
export type VideoCardProps = ComponentProps<VideoCardElement, VideoCardHandlers>;
export type ResolutionBadgeProps = ComponentProps<ResolutionBadgeElement, object>;

/** `<video-list>` with its properties as props and its events as handlers; `ref` is the element. */
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
  },
);
VideoList.displayName = 'VideoList';

/** `<video-card>`, likewise. */
export const VideoCard: ElementComponent<VideoCardElement, VideoCardHandlers> = createComponent(
  'video-card',
  VideoCardElement.elementProperties,
  {onVideoSelect: 'video-select'},
);
VideoCard.displayName = 'VideoCard';

/** `<resolution-badge>`, likewise. */
export const ResolutionBadge: ElementComponent<ResolutionBadgeElement, object> = createComponent(
  'resolution-badge',
  ResolutionBadgeElement.elementProperties,
  {},
);
ResolutionBadge.displayName = 'ResolutionBadge';
