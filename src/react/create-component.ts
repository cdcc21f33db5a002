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

/** Events by the names of their handlers: `{onVideoSelect: 'video-select'}`. */
export type EventNames = Readonly<Record<`on${string}`, string>>;

/** What a component may be given: the element's properties, its events, and what every tag may have. */
export type ComponentProps<E extends LitElement, Handlers> = ElementProperties<E> &
  Handlers &
  Inert &
  Omit<HTMLAttributes<E>, keyof ElementProperties<E> | keyof Handlers | keyof Inert>;

/** An attribute of any tag that the types of React 18 do not know. */
interface Inert {
  inert?: boolean | undefined;
}

/** A component whose `ref` is the element. */
export type ElementComponent<E extends LitElement, Handlers> = ForwardRefExoticComponent<
  ComponentProps<E, Handlers> & RefAttributes<E>
>;

type Values = Readonly<Record<string, unknown>>;
type Listener = (event: Event) => void;

/** On a server there is no layout, and React 18 warns of it. */
const useEffectBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A React component for one of our elements. React 19 sets properties by itself and listens to `onvideo-select`;
 * React 18 does neither.
 *
 * On a server it also draws what is in the element, where `drawOnServer()` of `cloud-vod-gallery/server` was called. In the browser, the tag is
 * upgraded before React takes over: the element waits until its properties are set.
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
    // Before the element's first own rendering, which comes after this task.
    useEffectBeforePaint(() => {
      handlers.current = props;
      for (const name of Object.keys({...latest.current, ...properties})) {
        const value = properties[name];
        if (value !== latest.current[name]) Object.assign(element.current!, {[name]: value});
      }
      latest.current = properties;
    });
    useEffectBeforePaint(() => {
      const leaving = new AbortController();
      for (const [name, type] of Object.entries(events)) {
        const listener = (event: Event) =>
          (handlers.current[name] as Listener | undefined)?.(event);
        element.current!.addEventListener(type, listener, {signal: leaving.signal});
      }
      return () => leaving.abort();
    }, []);
    const shadow = drawShadow(tagName, {attributes, properties});
    return createElement(
      tagName,
      {
        ...Object.fromEntries(Object.entries(attributes).map(handedOn)),
        'defer-hydration': isHydrating ? '' : undefined,
        ref: element,
      },
      // Always the first of two children: the ids that React makes for the others depend on it.
      shadow === undefined ? null : shadowTemplate(shadow),
      children as ReactNode,
    );
  });
  return Component;
}

function withoutEvents(props: Values, events: EventNames): Values {
  return Object.fromEntries(Object.entries(props).filter(([name]) => !Object.hasOwn(events, name)));
}

/** The shadow root of an element in HTML. The browser takes it out when it reads the page, so React does not find it there. */
function shadowTemplate(html: string) {
  return createElement('template', {
    shadowrootmode: 'open',
    dangerouslySetInnerHTML: {__html: html},
  });
}

/** Whether this is the first rendering of a page that a server has drawn, or that rendering on the server. */
function useIsHydrating() {
  return useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  );
}

const subscribeToNothing = () => () => {};

/** Attributes of any tag that count as soon as they are there. */
const GLOBAL_BOOLEANS = ['hidden', 'inert', 'autoFocus', 'itemScope'];

/** Attributes of any tag that say `true` or `false`. */
const TRUE_OR_FALSE = /^(aria-.*|data-.*|draggable|spellCheck|contentEditable)$/;

/** What every tag may have, as React has to be told for a tag that it does not know. */
function handedOn([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  // React 18 writes `classname` into such a tag.
  if (name === 'className') return ['class', value];
  // React 18 writes `hidden="false"`, which hides it.
  if (GLOBAL_BOOLEANS.includes(name)) return [name.toLowerCase(), value ? '' : undefined];
  // React 19 writes `aria-busy=""` for true.
  if (TRUE_OR_FALSE.test(name) && typeof value === 'boolean') return [name, `${value}`];
  return [name, value];
}
