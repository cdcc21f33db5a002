import type {PropertyDeclaration, ReactiveElement} from 'lit';
import {isOn} from '../internal/boolean-attribute.js';

/**
 * Decorator: declares a reactive property with Lit's options. Its attribute has the same name with dashes: `page-size` for
 * `pageSize`.
 */
export function declare(options: PropertyDeclaration) {
  return ({constructor}: ReactiveElement, name: string): void => {
    const attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase();
    (constructor as typeof ReactiveElement).createProperty(name, {attribute, ...options});
  };
}

/** A text with an attribute. */
export const text = declare({});

/** A text that selectors in styles use: reflected to its attribute, except for its default. */
export const reflected = declare({reflect: true, useDefault: true});

/** A number with an attribute. */
export const number = declare({type: Number});

/** A boolean. The attribute value `false` counts as false. */
export const flag = declare({type: Boolean, converter: isOn});

/** A property without an attribute: objects, lists, functions. */
export const property = declare({attribute: false});
