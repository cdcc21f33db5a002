'use client';
import type {LitElement} from 'lit';
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useSyncExternalStore,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
} from 'react';
import type {ElementProperties} from '../elements/element-properties.js';
import {sortValues, type Declarations} from '../elements/sort-values.js';
import {drawShadow} from '../internal/shadow-html.js';

/** Event names by handler names: `{onVideoSelect: 'video-select'}`. */
export type EventNames = Readonly<Record<`on${string}`, string>>;

/** Props of a component: properties and events of the element, and global attributes. */
export type ComponentProps<E extends LitElement, Handlers> = ElementProperties<E> &
  Handlers &
  Inert &
  Omit<HTMLAttributes<E>, keyof ElementProperties<E> | keyof Handlers | keyof Inert>;

/** A global attribute that is missing in the types of React 18. */
interface Inert {
  inert?: boolean | undefined;
}

/** A component whose `ref` is the element. */
export type ElementComponent<E extends LitElement, Handlers> = ForwardRefExoticComponent<
  ComponentProps<E, Handlers> & RefAttributes<E>
>;

type Values = Readonly<Record<string, unknown>>;
type Listener = (event: Event) => void;

/** React 18 warns about layout effects on a server. */
const useEffectBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Creates a React component for an element. React 19 sets properties and listens to `onvideo-select` itself; React 18 does
 * neither.
 *
 * On a server, it also renders the content of the element, if `drawOnServer()` of `cloud-vod-gallery/server` has been
 * called. In the browser, the tag is upgraded before React hydrates it, so the element waits until its properties are set.
 */
export function createComponent<E extends LitElement, Handlers>(
  tagName: keyof HTMLElementTagNameMap,
  declarations: Declarations,
  events: EventNames,
): ElementComponent<E, Handlers> {
  const Component = forwardRef<E, Values>((props, ref) => {
    const element = useRef<E>(null);
    const isHydrating = useIsHydrating();
    const {children, ...given} = withoutEvents(props, events);
    const {attributes, properties} = sortValues(given, declarations);
    const latest = useRef<Values>({});
    const handlers = useRef(props);
    useImperativeHandle(ref, () => element.current!, []);
    // Before the first rendering of the element, which happens after this task.
    useEffectBeforePaint(() => {
      handlers.current = props;
      for (const name of Object.keys({...latest.current, ...properties})) {
        const value = properties[name];
        if (value !== latest.current[name]) Object.assign(element.current!, {[name]: value});
      }
      latest.current = properties;
    });
    useEffectBeforePaint(() => {
      const unmount = new AbortController();
      for (const [name, type] of Object.entries(events)) {
        const listener = (event: Event) =>
          (handlers.current[name] as Listener | undefined)?.(event);
        element.current!.addEventListener(type, listener, {signal: unmount.signal});
      }
      return () => unmount.abort();
    }, []);
    const shadow = drawShadow(tagName, {attributes, properties});
    return createElement(
      tagName,
      {
        ...Object.fromEntries(Object.entries(attributes).map(toProp)),
        'defer-hydration': isHydrating ? '' : undefined,
        ref: element,
      },
      // Always rendered as the first of two children, because the ids that React generates for the others depend on it.
      shadow === undefined ? null : shadowTemplate(shadow),
      children as ReactNode,
    );
  });
  return Component;
}

function withoutEvents(props: Values, events: EventNames): Values {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !Object.hasOwn(events, name)));
}

/** The declarative shadow root of an element. The HTML parser removes it, so React must not expect it when it hydrates. */
function shadowTemplate(html: string) {
  return createElement('template', {
    shadowrootmode: 'open',
    dangerouslySetInnerHTML: {__html: html},
  });
}

/** Whether the component is being rendered on a server, or hydrated. */
function useIsHydrating() {
  return useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  );
}

const subscribeToNothing = () => () => {};

/** Global attributes that are true if they are present. */
const GLOBAL_BOOLEANS = ['hidden', 'inert', 'autoFocus', 'itemScope'];

/** Global attributes with the values `true` and `false`. */
const TRUE_OR_FALSE = /^(aria-.*|data-.*|draggable|spellCheck|contentEditable)$/;

/** Converts a global attribute to the prop that React needs for a custom element. */
function toProp([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  // React 18 writes `classname` on custom elements.
  if (name === 'className') return ['class', value];
  // React 18 writes `hidden="false"`, which hides the element.
  if (GLOBAL_BOOLEANS.includes(name)) return [name.toLowerCase(), value ? '' : undefined];
  // React 19 writes `aria-busy=""` for true.
  if (TRUE_OR_FALSE.test(name) && typeof value === 'boolean') return [name, `${value}`];
  return [name, value];
}
