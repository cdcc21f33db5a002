/**
 * For Vue 3: the three elements as components, the list's selection as a `v-model`, and types for the plain tags.
 * Importing this registers the tags.
 */
import {defineComponent, h, type PropType} from 'vue';
import '../define.js';
import type {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import type {VideoCardElement} from '../elements/video-card/video-card.js';
import type {VideoSelectEvent} from '../elements/video-card/video-card.events.js';
import type {VideoListElement} from '../elements/video-list/video-list.js';
import type {
  SelectionChangeEvent,
  VideoImpressionEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
  VideoListPageEvent,
  VideoListUnauthorizedEvent,
} from '../elements/video-list/video-list.events.js';
import {childrenOf, type ComponentOf, type TagProps} from './component.js';
import type {VideoPlayerEvents} from './player-events.js';

/** What a `<video-list>` tells: `@video-select="…"` and so on. */
interface VideoListEvents extends VideoPlayerEvents {
  onVideoSelect?: (event: VideoSelectEvent) => void;
  onSelectionChange?: (event: SelectionChangeEvent) => void;
  onVideoListLoad?: (event: VideoListLoadEvent) => void;
  onVideoListError?: (event: VideoListErrorEvent) => void;
  onVideoListUnauthorized?: (event: VideoListUnauthorizedEvent) => void;
  onVideoListFilter?: (event: VideoListFilterEvent) => void;
  onVideoListPage?: (event: VideoListPageEvent) => void;
  onVideoImpression?: (event: VideoImpressionEvent) => void;
  onChange?: (event: Event) => void;
}

interface VideoCardEvents {
  onVideoSelect?: (event: VideoSelectEvent) => void;
}

/** Ids of what is selected, as `v-model` has them. */
interface VideoListModel {
  /** What `selectedIds` is to the element. Left out, the list keeps what is selected to itself. */
  modelValue?: readonly string[];
  'onUpdate:modelValue'?: (ids: string[]) => void;
}

/** A `v-model.lazy` on the plain tag: ids, separated by spaces. */
interface VideoListTagModel {
  modelValue?: string;
  /** Without it Vue waits for `input`, which the element does not fire. */
  modelModifiers?: {lazy: true};
  'onUpdate:modelValue'?: (ids: string) => void;
}

type VideoListSlot = 'header' | 'toolbar' | 'footer' | 'empty' | 'unconfigured' | 'error';
type VideoCardSlot = 'media' | 'badges' | 'meta' | 'actions' | 'content';

/** `<video-list>` as a component; everything it is given goes on to the element, slots as well. */
export const VideoList = defineComponent({
  name: 'VideoList',
  props: {modelValue: Array as PropType<readonly string[]>},
  emits: {'update:modelValue': (ids: string[]) => Array.isArray(ids)},
  setup(props, {slots, emit}) {
    const tell = ({detail}: SelectionChangeEvent) => {
      emit(
        'update:modelValue',
        detail.videos.map(({id}) => id),
      );
    };
    return () => {
      const model = props.modelValue && {selectedIds: props.modelValue};
      return h('video-list', {...model, onSelectionChange: tell}, childrenOf(slots));
    };
  },
}) as unknown as ComponentOf<
  TagProps<VideoListElement, VideoListEvents> & VideoListModel,
  VideoListSlot
>;

/** `<video-card>`, likewise. */
export const VideoCard = defineComponent({
  name: 'VideoCard',
  setup(_, {slots}) {
    return () => h('video-card', childrenOf(slots));
  },
}) as unknown as ComponentOf<TagProps<VideoCardElement, VideoCardEvents>, VideoCardSlot>;

/** `<resolution-badge>`, likewise. */
export const ResolutionBadge = defineComponent({
  name: 'ResolutionBadge',
  setup() {
    return () => h('resolution-badge');
  },
}) as unknown as ComponentOf<TagProps<ResolutionBadgeElement, object>>;

declare module 'vue' {
  interface GlobalComponents {
    'video-list': ComponentOf<TagProps<VideoListElement, VideoListEvents> & VideoListTagModel>;
    'video-card': ComponentOf<TagProps<VideoCardElement, VideoCardEvents>>;
    'resolution-badge': ComponentOf<TagProps<ResolutionBadgeElement, object>>;
  }
}
