import type {Fetcher} from './video-page-query.js';

/** Asks the page for a token; undefined if it has none. */
export type AskForToken = () => string | Promise<string> | undefined;

/** A fetcher with a token, whose requests can also be sent by another fetcher. */
export type TokenFetcher = (url: string, init: RequestInit, by?: Fetcher) => Promise<Response>;

/**
 * A fetcher that renews the token in an address (`?token=…`). After a 401, it requests a token from the page, and the
 * request is sent once more with it. Requests that fail at the same time wait for the same token. Without a new token the
 * answer is the 401.
 */
export function renewingToken(fetcher: Fetcher, askForToken: AskForToken): TokenFetcher {
  let token: string | undefined;
  let renewal: Promise<void> | undefined;
  const renew = async () => {
    try {
      token = (await askForToken()) || token;
    } catch {
      // The page has no token: the 401 is shown.
    }
    renewal = undefined;
  };
  const send = (url: string, init: RequestInit, by: Fetcher) => by(withToken(url, token), init);
  return async (url, init, by = fetcher) => {
    const used = token;
    const response = await send(url, init, by);
    if (response.status !== 401) return response;
    // Not if another request has renewed the token meanwhile.
    if (token === used) await Promise.race([(renewal ??= renew()), whenAborted(init.signal)]);
    return token === used ? response : send(url, init, by);
  };
}

/** Rejects when the signal is aborted. */
function whenAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

function withToken(url: string, token: string | undefined): string {
  if (!token) return url;
  const address = new URL(url);
  address.searchParams.set('token', token);
  return address.href;
}
