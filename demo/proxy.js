/**
 * Who answers the galleries of the site: the proxy, where `npm start` has one behind it, else the catalogue
 * itself, so that everything works on a host of files as well.
 */
const hasProxy = 'proxy' in document.documentElement.dataset;

/** Called like `fetch`. */
export const ask = hasProxy
  ? (url, init) => fetch(url, init)
  : async (url) => (await import('./catalogue-answers.js')).answer(new URL(url, document.baseURI));

/** Has a list or a player ask here, before it is upgraded or after. */
export function connect(element) {
  if (hasProxy) return;
  element.fetcher = ask;
  // There is no stream of changes without a proxy.
  element.removeAttribute('live');
}
