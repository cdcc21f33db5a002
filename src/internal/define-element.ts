import {warnOnce} from './warn-once.js';

/**
 * Registers an element under its tag. A tag that is taken stays as it is: a page may well load the
 * script twice, or two versions of it.
 */
export function defineElement(tagName: string, elementClass: CustomElementConstructor): void {
  const registered = customElements.get(tagName);
  if (!registered) customElements.define(tagName, elementClass);
  else if (registered !== elementClass) {
    warnOnce(`<${tagName}> is defined already.`);
  }
}
