import type {PropertyDeclaration, ReactiveElement} from 'lit';
import {isOn} from '../internal/boolean-attribute.js';

/**
 * Declares a reactive property where it is written down, by Lit's options for it. Its attribute is named like it, with
 * dashes: `page-size` for `pageSize`.
 */
export function declare(options: PropertyDeclaration) {
  return ({constructor}: ReactiveElement, name: string): void => {
    const attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase();
    (constructor as typeof ReactiveElement).createProperty(name, {attribute, ...options});
  };
}

/** A text, which has an attribute. */
export const text = declare({});

/** A text that styles go by: the attribute follows the property, and is absent for the default. */
export const look = declare({reflect: true, useDefault: true});

/** A number, which has an attribute. */
export const number = declare({type: Number});

/** A boolean, whose attribute may also say `false`. */
export const flag = declare({type: Boolean, converter: isOn});

/** What no attribute can hold: objects, lists, functions. */
export const property = declare({attribute: false});
