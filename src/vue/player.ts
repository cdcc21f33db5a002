/**
 * For Vue 3: the player as a component, and types for the plain tag. Importing this registers the tag. A separate entry, so
 * that pages without a player do not load it.
 */
import {cloneVNode, type Slots} from 'vue';
import '../internal/hydration.js';
import {VideoPlayerElement} from '../define/player.js';
import type {VideoPlayerHandlers} from '../elements/event-handlers.js';
import {createComponent, type ComponentOf, type TagProps} from './create-component.js';

/** The property of the attribute `for` has another name, and templates may use either. */
type VideoPlayerProps = TagProps<VideoPlayerElement, VideoPlayerHandlers> & {for?: string};
type VideoPlayerComponent = ComponentOf<VideoPlayerElement, VideoPlayerProps, 'media'>;

/** `<video-player>` as a component; everything it is given goes on to the element. A media element of the page's own goes into `#media`. */
export const VideoPlayer: VideoPlayerComponent = createComponent(
  'VideoPlayer',
  'video-player',
  VideoPlayerElement.elementProperties,
  {
    // Passed as direct children of the player, which sets the size of slotted elements.
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
