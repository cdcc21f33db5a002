import {isServer} from 'lit';
import {warnOnce} from './warn-once.js';

/**
 * Registers an element, unless its tag is already registered: a page may load the script twice, or two versions of it.
 */
export function defineElement(tagName: string, elementClass: CustomElementConstructor): void {
  const registered = customElements.get(tagName);
  if (!registered) customElements.define(tagName, elementClass);
  // No warning on servers, because their bundlers duplicate modules.
  else if (!isServer && registered !== elementClass) {
    warnOnce(`<${tagName}> is already defined.`);
  }
}

/**
 * Creates an element of our class. If the host page has registered another class for the tag, ours gets another tag.
 */
export function createOwn<T extends HTMLElement>(tagName: string, elementClass: new () => T): T {
  if (!customElements.getName(elementClass)) {
    let name = `cloud-vod-${tagName}`;
    while (customElements.get(name)) name += '-';
    customElements.define(name, elementClass);
  }
  return new elementClass();
}
