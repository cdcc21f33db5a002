'use client';
import type {LitElement, PropertyDeclaration} from 'lit';
import {
  createElement,
  forwardRef,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type RefAttributes,
} from 'react';
import type {ElementProperties} from '../elements/element-properties.js';

/** Events by the names of their handlers: `{onVideoSelect: 'video-select'}`. */
export type EventNames = Readonly<Record<`on${string}`, string>>;

/** What a component may be given: the element's properties, its events, and what every tag may have. */
export type ComponentProps<E extends LitElement, Handlers> = ElementProperties<E> &
  Handlers &
  Omit<HTMLAttributes<E>, keyof ElementProperties<E> | keyof Handlers>;

/** A component whose `ref` is the element. */
export type ElementComponent<E extends LitElement, Handlers> = ForwardRefExoticComponent<
  ComponentProps<E, Handlers> & RefAttributes<E>
>;

/** How an element's properties are declared, by their names. */
type Declarations = ReadonlyMap<PropertyKey, PropertyDeclaration>;

type Values = Readonly<Record<string, unknown>>;
type Listener = (event: Event) => void;

/** What a component's props are to its element. */
interface Sorted {
  /** Written out by React, on a server as well. */
  readonly attributes: Values;
  /** What no attribute can say. */
  readonly properties: Values;
}

/** On a server there is no layout, and React 18 warns of it. */
const useEffectBeforePaint = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * A React component for one of our elements. React 19 sets properties by itself and listens to `onvideo-select`;
 * React 18 does neither.
 */
export function createComponent<E extends LitElement, Handlers>(
  tagName: keyof HTMLElementTagNameMap,
  declarations: Declarations,
  events: EventNames,
): ElementComponent<E, Handlers> {
  const Component = forwardRef<E, Values>((props, ref) => {
    const element = useRef<E>(null);
    const {attributes, properties} = sortProps(props, declarations, events);
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
    return createElement(tagName, {...attributes, ref: element});
  });
  return Component;
}

function sortProps(props: Values, declarations: Declarations, events: EventNames): Sorted {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    const attribute = attributeOf(name, declarations);
    if (Object.hasOwn(events, name)) continue;
    // React 18 writes `classname` into tags that it does not know.
    if (name === 'className') attributes['class'] = value;
    else if (attribute === undefined) attributes[name] = value;
    else if (attribute && isSimple(value))
      attributes[attribute] = value === false ? undefined : value;
    else properties[name] = value;
  }
  return {attributes, properties};
}

/** The attribute for a property; `false` for a property that has none, undefined for what is no property. */
function attributeOf(name: string, declarations: Declarations) {
  const declaration = declarations.get(name);
  if (!declaration) return undefined;
  const {attribute = true} = declaration;
  if (attribute === false) return false;
  const attributeName = attribute === true ? name.toLowerCase() : attribute;
  // React 19 would take it for the property of that name, which is another one.
  const isTaken = attributeName !== name && declarations.has(attributeName);
  return isTaken ? false : attributeName;
}

function isSimple(value: unknown) {
  return ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}
