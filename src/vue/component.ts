import type {LitElement} from 'lit';
import {h, type HTMLAttributes, type PublicProps, type Slots, type VNode} from 'vue';
import type {ElementProperties} from '../elements/element-properties.js';

/** What a tag may be given in a template: its properties, its events, and what every tag may have. */
export type TagProps<E extends LitElement, Events> = ElementProperties<E> &
  Events &
  Omit<HTMLAttributes, keyof ElementProperties<E> | keyof Events> &
  PublicProps;

/** A component as templates see it. */
export type ComponentOf<Props, SlotName extends string = never> = new () => {
  $props: Props;
  $slots: {[Name in SlotName | 'default']?: () => VNode[]};
};

/** Vue's slots as children of the element; one with a name goes to the element's slot of that name. */
export function childrenOf(slots: Slots) {
  return Object.entries(slots).map(([name, slot]) =>
    name === 'default' ? slot?.() : h('div', {slot: name}, slot?.()),
  );
}
