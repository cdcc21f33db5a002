'use client';
/** The three elements as components for React 18 and 19. Importing this registers the tags. */
import '../internal/hydration.js';
import '../define.js';
import type {VideoCardHandlers, VideoListHandlers} from '../elements/event-handlers.js';
import {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import {VideoCardElement} from '../elements/video-card/video-card.js';
import {VideoListElement} from '../elements/video-list/video-list.js';
import {createComponent, type ComponentProps, type ElementComponent} from './create-component.js';
import {playerEvents} from './player-events.js';

export type {VideoCardHandlers, VideoListHandlers};

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
