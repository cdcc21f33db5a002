/**
 * Requests of the site go to the proxy, if the server has one (`npm start`). Otherwise the catalogue answers them in the
 * browser, so that the site also works on a static host.
 */
const hasProxy = 'proxy' in document.documentElement.dataset;

/** Sends a request. Called like `fetch`. */
export const request = hasProxy
  ? (url, init) => fetch(url, init)
  : async (url) => (await import('./catalogue-answers.js')).answer(new URL(url, document.baseURI));

/** Makes a list or a player use `request`, also before it is upgraded. */
export function connect(element) {
  if (hasProxy) return;
  element.fetcher = request;
  // Without a proxy, there is no stream of changes.
  element.removeAttribute('live');
}
