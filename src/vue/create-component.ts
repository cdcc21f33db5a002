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

/** Attributes of a tag in a template: properties and events of the element, and global attributes. */
export type TagProps<E extends LitElement, Events> = ElementProperties<E> &
  Events &
  Omit<HTMLAttributes, keyof ElementProperties<E> | keyof Events> &
  PublicProps;

/** Type of a component in templates. Its template ref is the element. */
export type ComponentOf<
  E extends LitElement,
  Props,
  SlotName extends string = never,
> = new () => E & {
  $props: Props;
  $slots: {[Name in SlotName | 'default']?: () => VNode[]};
};

/** How a property of an element becomes the component's `v-model`. */
export interface Model {
  /** The property. */
  readonly property: string;
  /** The handler of the event for changes by the user: `onSelectionChange`. */
  readonly handler: string;
  /** Returns the value for `update:modelValue`. */
  readonly valueOf: (event: CustomEvent) => unknown;
}

/** Options of a component. */
export interface ComponentOptions {
  readonly model?: Model;
  /** Renders the children of the element. By default, each named slot is a `<div>` in the element's slot of that name. */
  readonly childrenOf?: (slots: Slots) => Children;
}

type Children = (VNode | VNode[] | undefined)[];

/**
 * Creates a Vue component for an element. Attributes, events and slots are passed on to the element.
 *
 * On a server, it also renders the content of the element, if `drawOnServer()` of `cloud-vod-gallery/server` has been
 * called. In the browser, the tag is upgraded before Vue hydrates it, so the element waits until its properties are set.
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
      // Only a component that is being hydrated has an element here.
      const isHydrating = ref(typeof document === 'undefined' || !!instance.vnode.el);
      onMounted(() => (isHydrating.value = false));
      return () => {
        const {modelValue} = props as {readonly modelValue?: unknown};
        const values = modelValue ? {...attrs, [model!.property]: modelValue} : attrs;
        const {attributes, properties} = sortValues(values, declarations);
        const shadow = drawShadow(tagName, {attributes, properties});
        const given = mergeProps(attributes, asProperties(properties), {
          'defer-hydration': isHydrating.value ? '' : undefined,
          // A template ref gives the element, not the component.
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

/** Vue sets names that start with a dot as properties, also during hydration. */
function asProperties(properties: Readonly<Record<string, unknown>>) {
  if (typeof document === 'undefined') return {};
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [`.${name}`, value]));
}

/** The declarative shadow root of an element. The HTML parser removes it, so Vue must not expect it when it hydrates. */
function shadowTemplate(innerHTML: string) {
  return h('template', {shadowrootmode: 'open', innerHTML});
}

/** Passes Vue's slots as children of the element; named slots go to the element's slot of that name. */
function slotted(slots: Slots): Children {
  return Object.entries(slots).map(([name, slot]) =>
    name === 'default' ? slot?.() : h('div', {slot: name}, slot?.()),
  );
}
