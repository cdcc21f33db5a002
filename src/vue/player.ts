/**
 * For Vue 3: the player as a component, and types for the plain tag. Importing this registers the tag. An entry of its own: pages
 * that play nothing do not get it.
 */
import {cloneVNode, defineComponent, h} from 'vue';
import '../define/player.js';
import type {VideoPlayerElement} from '../define/player.js';
import type {ComponentOf, TagProps} from './component.js';
import type {VideoPlayerEvents} from './player-events.js';

/** The attribute `for` has another name as a property, and templates may use either. */
type VideoPlayerProps = TagProps<VideoPlayerElement, VideoPlayerEvents> & {for?: string};

/** `<video-player>` as a component; everything it is given goes on to the element. A media element of the page's own goes into `#media`. */
export const VideoPlayer = defineComponent({
  name: 'VideoPlayer',
  setup(_, {slots}) {
    // As the player's own children: it gives its size to what is in the slot.
    const media = () => slots['media']?.().map((node) => cloneVNode(node, {slot: 'media'}));
    return () => h('video-player', [media(), slots['default']?.()]);
  },
}) as unknown as ComponentOf<VideoPlayerProps, 'media'>;

declare module 'vue' {
  interface GlobalComponents {
    'video-player': ComponentOf<VideoPlayerProps>;
  }
}
