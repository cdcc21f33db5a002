/**
 * For Vue 3: `<video-list>` as a component whose selection is a `v-model`, and types for the plain tags. Importing
 * this registers the tags.
 */
import type {LitElement} from 'lit';
import {defineComponent, h, type HTMLAttributes, type PropType, type PublicProps} from 'vue';
import '../define.js';
import type {ElementProperties} from '../elements/element-properties.js';
import type {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import type {VideoCardElement} from '../elements/video-card/video-card.js';
import type {VideoSelectEvent} from '../elements/video-card/video-card.events.js';
import type {VideoListElement} from '../elements/video-list/video-list.js';
import type {
  SelectionChangeEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
} from '../elements/video-list/video-list.events.js';

/** What a tag may be given in a template: its properties, its events, and what every tag may have. */
type TagProps<E extends LitElement, Events> = ElementProperties<E> &
  Events &
  Omit<HTMLAttributes, keyof ElementProperties<E> | keyof Events> &
  PublicProps;

/** What a `<video-list>` tells: `@video-select="…"` and so on. */
interface VideoListEvents {
  onVideoSelect?: (event: VideoSelectEvent) => void;
  onSelectionChange?: (event: SelectionChangeEvent) => void;
  onVideoListLoad?: (event: VideoListLoadEvent) => void;
  onVideoListError?: (event: VideoListErrorEvent) => void;
  onVideoListFilter?: (event: VideoListFilterEvent) => void;
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

/** A component as templates see it. */
type ComponentOf<Props> = new () => {$props: Props};

/** `<video-list>` as a component; everything it is given goes on to the element, slots as well. */
export const VideoList = defineComponent({
  name: 'VideoList',
  props: {modelValue: Array as PropType<readonly string[]>},
  emits: {'update:modelValue': (ids: string[]) => Array.isArray(ids)},
  setup(props, {slots, emit}) {
    return () =>
      h(
        'video-list',
        {
          ...(props.modelValue && {selectedIds: props.modelValue}),
          onSelectionChange({detail}: SelectionChangeEvent) {
            emit(
              'update:modelValue',
              detail.videos.map(({id}) => id),
            );
          },
        },
        Object.entries(slots).map(([name, slot]) =>
          name === 'default' ? slot?.() : h('div', {slot: name}, slot?.()),
        ),
      );
  },
}) as unknown as ComponentOf<TagProps<VideoListElement, VideoListEvents> & VideoListModel>;

declare module 'vue' {
  interface GlobalComponents {
    'video-list': ComponentOf<TagProps<VideoListElement, VideoListEvents>>;
    'video-card': ComponentOf<TagProps<VideoCardElement, VideoCardEvents>>;
    'resolution-badge': ComponentOf<TagProps<ResolutionBadgeElement, object>>;
  }
}
