/**
 * For Vue 3: the player as a component, and types for the plain tag. Importing this registers the tag. A separate entry, so
 * that pages without a player do not load it.
 */
import {cloneVNode, type Slots} from 'vue';
import '../internal/hydration.js';
import {VideoPlayerElement} from '../define/player.js';
import type {VideoPlayerHandlers} from '../elements/event-handlers.js';
import {createComponent, type ComponentOf, type TagProps} from './create-component.js';

/** Templates may use the attribute `for` or its property `htmlFor`. */
type VideoPlayerProps = TagProps<VideoPlayerElement, VideoPlayerHandlers> & {for?: string};
type VideoPlayerComponent = ComponentOf<VideoPlayerElement, VideoPlayerProps, 'media'>;

/**
 * `<video-player>` as a component. Attributes and events are passed on to the element. The slot `#media` is for a media element
 * of the page.
 */
export const VideoPlayer: VideoPlayerComponent = createComponent(
  'VideoPlayer',
  'video-player',
  VideoPlayerElement.elementProperties,
  {
    // Direct children of the player, because it sets the size of slotted elements.
    childrenOf: ({media, default: others}: Slots) => [
      media?.().map((node) => cloneVNode(node, {slot: 'media'})),
      others?.(),
    ],
  },
);

declare module 'vue' {
  interface GlobalComponents {
    'video-player': ComponentOf<VideoPlayerElement, VideoPlayerProps>;
  }
}
