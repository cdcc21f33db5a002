/**
 * For Vue 3: the three elements as components, the list's selection as a `v-model`, and types for the plain tags.
 * Importing this registers the tags.
 */
import '../internal/hydration.js';
import '../define.js';
import type {VideoCardHandlers, VideoListHandlers} from '../elements/event-handlers.js';
import {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import {VideoCardElement} from '../elements/video-card/video-card.js';
import {VideoListElement} from '../elements/video-list/video-list.js';
import type {SelectionChangeEvent} from '../elements/video-list/video-list.events.js';
import {createComponent, type ComponentOf, type TagProps} from './create-component.js';

/** Events of `<video-list>`, also as a form control: `@video-select="…"`, `@change="…"`. */
interface VideoListEvents extends VideoListHandlers {
  onChange?: (event: Event) => void;
}

/** Ids of the selected videos for `v-model`. */
interface VideoListModel {
  /** `selectedIds` of the element. Without it, the list manages its selection itself. */
  modelValue?: readonly string[];
  'onUpdate:modelValue'?: (ids: string[]) => void;
}

/** A `v-model.lazy` on the plain tag: ids, separated by spaces. */
interface VideoListTagModel {
  modelValue?: string;
  /** Without `.lazy`, Vue waits for `input`, which the element does not fire. */
  modelModifiers?: {lazy: true};
  'onUpdate:modelValue'?: (ids: string) => void;
}

type VideoListSlot = 'header' | 'toolbar' | 'footer' | 'empty' | 'unconfigured' | 'error';
type VideoCardSlot = 'media' | 'badges' | 'meta' | 'actions' | 'content';

type VideoListComponent = ComponentOf<
  VideoListElement,
  TagProps<VideoListElement, VideoListEvents> & VideoListModel,
  VideoListSlot
>;
type VideoCardComponent = ComponentOf<
  VideoCardElement,
  TagProps<VideoCardElement, VideoCardHandlers>,
  VideoCardSlot
>;
type ResolutionBadgeComponent = ComponentOf<
  ResolutionBadgeElement,
  TagProps<ResolutionBadgeElement, object>
>;

/** `<video-list>` as a component. A template ref gives the element. */
export const VideoList: VideoListComponent = createComponent(
  'VideoList',
  'video-list',
  VideoListElement.elementProperties,
  {
    model: {
      property: 'selectedIds',
      handler: 'onSelectionChange',
      valueOf: ({detail}: SelectionChangeEvent) => detail.videos.map(({id}) => id),
    },
  },
);

/** `<video-card>` as a component. */
export const VideoCard: VideoCardComponent = createComponent(
  'VideoCard',
  'video-card',
  VideoCardElement.elementProperties,
);

/** `<resolution-badge>` as a component. */
export const ResolutionBadge: ResolutionBadgeComponent = createComponent(
  'ResolutionBadge',
  'resolution-badge',
  ResolutionBadgeElement.elementProperties,
);

declare module 'vue' {
  interface GlobalComponents {
    'video-list': ComponentOf<
      VideoListElement,
      TagProps<VideoListElement, VideoListEvents> & VideoListTagModel
    >;
    'video-card': ComponentOf<VideoCardElement, TagProps<VideoCardElement, VideoCardHandlers>>;
    'resolution-badge': ComponentOf<
      ResolutionBadgeElement,
      TagProps<ResolutionBadgeElement, object>
    >;
  }
}
