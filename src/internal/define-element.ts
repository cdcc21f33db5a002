import {isServer} from 'lit';
import {warnOnce} from './warn-once.js';

/**
 * Registers an element under its tag. A tag that is taken stays as it is: a page may well load the
 * script twice, or two versions of it.
 */
export function defineElement(tagName: string, elementClass: CustomElementConstructor): void {
  const registered = customElements.get(tagName);
  if (!registered) customElements.define(tagName, elementClass);
  // Bundlers of servers make several copies of a module.
  else if (!isServer && registered !== elementClass) {
    warnOnce(`<${tagName}> is already defined.`);
  }
}

/**
 * Makes an element of a class of ours, also where the host page has an element of its own under the usual tag: it is
 * registered under another one then.
 */
export function createOwn<T extends HTMLElement>(tagName: string, elementClass: new () => T): T {
  if (!customElements.getName(elementClass)) {
    let name = `cloud-vod-${tagName}`;
    while (customElements.get(name)) name += '-';
    customElements.define(name, elementClass);
  }
  return new elementClass();
}
