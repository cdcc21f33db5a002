import {renewingToken, type TokenFetcher} from '../../data/renewing-token.js';
import type {Fetcher} from '../../data/video-page-query.js';
import type {ListRequest} from '../../store/list-state.js';
import {VideoListUnauthorizedEvent} from './video-list.events.js';

/** Requests a new token from the page when the proxy refuses the token of a list. */
export class LinkToken {
  readonly #list: EventTarget;
  #request: ListRequest | undefined;
  #fetcher: TokenFetcher | undefined;

  constructor(list: EventTarget) {
    this.#list = list;
  }

  /**
   * Returns the request with a fetcher that renews the token. A new token is not sent to other addresses. It is kept when the
   * page sets another fetcher, because frameworks pass a new function at every rendering.
   */
  guard(request: ListRequest): ListRequest {
    if (request.url !== this.#request?.url) {
      this.#fetcher = renewingToken((url, init) => this.#request!.fetcher(url, init), this.#ask);
    }
    this.#request = request;
    return {...request, fetcher: this.#fetcher!};
  }

  /** `fetch` with the token of the list, which it also renews. */
  readonly fetch: Fetcher = (url, init) => this.#fetcher!(url, init, fetch);

  #ask = () => {
    let token: string | Promise<string> | undefined;
    const renew = (fresh: string | Promise<string>) => {
      token = fresh;
    };
    const event = new VideoListUnauthorizedEvent({renew});
    this.#list.dispatchEvent(event);
    return token;
  };
}
