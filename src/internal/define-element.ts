import {isServer} from 'lit';
import {warnOnce} from './warn-once.js';

/**
 * Registers an element. A tag that is already registered stays unchanged, because a page may load the script twice, or two
 * versions of it.
 */
export function defineElement(tagName: string, elementClass: CustomElementConstructor): void {
  const registered = customElements.get(tagName);
  if (!registered) customElements.define(tagName, elementClass);
  // No warning on servers, whose bundlers duplicate modules.
  else if (!isServer && registered !== elementClass) {
    warnOnce(`<${tagName}> is already defined.`);
  }
}

/**
 * Creates an element of our class, even if the host page uses the tag for its own element. The class is then registered
 * under another tag.
 */
export function createOwn<T extends HTMLElement>(tagName: string, elementClass: new () => T): T {
  if (!customElements.getName(elementClass)) {
    let name = `cloud-vod-${tagName}`;
    while (customElements.get(name)) name += '-';
    customElements.define(name, elementClass);
  }
  return new elementClass();
}
