import type {LitElement} from 'lit';
import {
  defineComponent,
  getCurrentInstance,
  h,
  mergeProps,
  onMounted,
  ref,
  type HTMLAttributes,
  type PublicProps,
  type Slots,
  type VNode,
} from 'vue';
import type {ElementProperties} from '../elements/element-properties.js';
import {sortValues, type Declarations} from '../elements/sort-values.js';
import {drawShadow} from '../internal/shadow-html.js';

/** What a tag may be given in a template: its properties, its events, and what every tag may have. */
export type TagProps<E extends LitElement, Events> = ElementProperties<E> &
  Events &
  Omit<HTMLAttributes, keyof ElementProperties<E> | keyof Events> &
  PublicProps;

/** A component as templates see it. Its template ref is the element. */
export type ComponentOf<
  E extends LitElement,
  Props,
  SlotName extends string = never,
> = new () => E & {
  $props: Props;
  $slots: {[Name in SlotName | 'default']?: () => VNode[]};
};

/** A property of an element that is the component's `v-model`. */
export interface Model {
  /** The property. */
  readonly property: string;
  /** The handler of the event that says that the user has changed it: `onSelectionChange`. */
  readonly handler: string;
  /** What `update:modelValue` gets. */
  readonly valueOf: (event: CustomEvent) => unknown;
}

/** What is special about a component. */
export interface ComponentOptions {
  readonly model?: Model;
  /** The children of the element; without it, each slot with a name is a `<div>` in the element's slot of that name. */
  readonly childrenOf?: (slots: Slots) => Children;
}

type Children = (VNode | VNode[] | undefined)[];

/**
 * A Vue component for one of our elements; everything it is given goes on to the element, slots as well.
 *
 * On a server it also draws what is in the element, where `drawOnServer()` of `cloud-vod-gallery/server` was called. In the browser, the tag is
 * upgraded before Vue takes over: the element waits until its properties are set.
 *
 * @param name - Name of the component, for Vue's tools.
 */
export function createComponent<Component>(
  name: string,
  tagName: keyof HTMLElementTagNameMap,
  declarations: Declarations,
  {model, childrenOf = slotted}: ComponentOptions = {},
): Component {
  return defineComponent({
    name,
    inheritAttrs: false,
    props: model && {modelValue: null},
    emits: model && ['update:modelValue'],
    setup(props, {attrs, slots, emit, expose}) {
      const instance = getCurrentInstance()!;
      expose();
      // A component that takes over what a server has drawn has its element from the start.
      const isHydrating = ref(typeof document === 'undefined' || !!instance.vnode.el);
      onMounted(() => (isHydrating.value = false));
      return () => {
        const {modelValue} = props as {readonly modelValue?: unknown};
        const values = modelValue ? {...attrs, [model!.property]: modelValue} : attrs;
        const {attributes, properties} = sortValues(values, declarations);
        const shadow = drawShadow(tagName, {attributes, properties});
        const given = mergeProps(attributes, asProperties(properties), {
          'defer-hydration': isHydrating.value ? '' : undefined,
          // What a template ref of the component gives.
          onVnodeBeforeMount: ({el}: VNode) => void (instance.exposeProxy = el as never),
          ...(model && {
            [model.handler]: (event: CustomEvent) =>
              emit('update:modelValue', model.valueOf(event)),
          }),
        });
        const children = childrenOf(slots);
        return h(
          tagName,
          given,
          shadow === undefined ? children : [shadowTemplate(shadow), ...children],
        );
      };
    },
  }) as Component;
}

/** Vue sets a name that begins with a dot as a property, also when it takes over what a server has drawn. */
function asProperties(properties: Readonly<Record<string, unknown>>) {
  if (typeof document === 'undefined') return {};
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [`.${name}`, value]));
}

/** The shadow root of an element in HTML. The browser takes it out when it reads the page, so Vue does not find it there. */
function shadowTemplate(innerHTML: string) {
  return h('template', {shadowrootmode: 'open', innerHTML});
}

/** Vue's slots as children of the element; one with a name goes to the element's slot of that name. */
function slotted(slots: Slots): Children {
  return Object.entries(slots).map(([name, slot]) =>
    name === 'default' ? slot?.() : h('div', {slot: name}, slot?.()),
  );
}
