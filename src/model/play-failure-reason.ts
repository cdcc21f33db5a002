/**
 * Why a video cannot be played. The codes do not change between versions:
 * - `missing` – the video does not exist, or the page has no access to it;
 * - `encrypted` – the vendor has encrypted its files;
 * - `processing` – the vendor is still transcoding it;
 * - `broken` – the vendor could not transcode it;
 * - `unavailable` – the owner of the account does not allow users to watch it;
 * - `denied` – the proxy answers with 401 or 403;
 * - `unconfigured` – there is no `src`, or the proxy does not provide play addresses;
 * - `busy` – the proxy answers with 429: too many requests;
 * - `offline` – the browser has no connection;
 * - `unreachable` – no response, or an invalid one;
 * - `unsupported` – the browser supports none of the formats;
 * - `insecure` – there are only `http:` addresses, and the page is `https:`;
 * - `unplayable` – the browser could not play any of the addresses.
 */
export type PlayFailureReason =
  | 'missing'
  | 'encrypted'
  | 'processing'
  | 'broken'
  | 'unavailable'
  | 'denied'
  | 'unconfigured'
  | 'busy'
  | 'offline'
  | 'unreachable'
  | 'unsupported'
  | 'insecure'
  | 'unplayable';
