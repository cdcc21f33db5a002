import type {Clock} from '../util/clock.js';
import type {Mask} from '../mask-secrets.js';
import {readAnswer, type ReadAnswer} from './read-answer.js';
import type {ReplayGuard} from './replay-guard.js';
import {signRequest, type SigningScheme} from './sign-request.js';
import {withTimeLimit} from '../util/time-limit.js';
import {VendorError} from './vendor-error.js';

/** Calls of the vendor that the proxy makes; each a path under `/vod/`. */
export type VendorOperation = 'getVideoList' | 'getPublishCode' | 'getCategoryList';

const PATHS: Readonly<Record<VendorOperation, string>> = {
  getVideoList: '/vod/videoManage/getVideoList',
  getPublishCode: '/vod/videoManage/getPublishCode',
  getCategoryList: '/vod/videoCategory/getCategoryList',
};

/** All of them. */
export const OPERATIONS = Object.keys(PATHS) as readonly VendorOperation[];

/** The vendor's host that knows the older scheme only. */
const WS3_HOST = 'api.cloudv.haplat.net';

/** The account, and how it is called. */
export interface VendorAccount {
  readonly endpoint: string;
  readonly scheme: SigningScheme | undefined;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Removes the keys from messages of the vendor, which may repeat the request. */
  readonly mask: Mask;
  /** Milliseconds until the whole answer must be there. */
  readonly timeoutMs: number;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  readonly replayGuard: ReplayGuard;
}

/**
 * Makes one signed call.
 *
 * @param body - A JSON object as text.
 * @param signal - Aborts the call; the promise then rejects with the signal's reason.
 * @throws {VendorError} whatever goes wrong, except an abort.
 */
export async function callVendor(
  account: VendorAccount,
  operation: VendorOperation,
  body: string,
  signal: AbortSignal,
): Promise<ReadAnswer> {
  const {clock, timeoutMs} = account;
  const onTimeout = () =>
    new VendorError('timeout', `No answer from the vendor within ${timeoutMs} ms.`);
  try {
    return await withTimeLimit(clock, timeoutMs, signal, onTimeout, async (limited) =>
      readAnswer(await send(account, operation, body, limited), account.mask),
    );
  } catch (error) {
    signal.throwIfAborted();
    throw error instanceof VendorError ? error : noAnswer(error);
  }
}

async function send(
  account: VendorAccount,
  operation: VendorOperation,
  plainBody: string,
  signal: AbortSignal,
): Promise<Response> {
  const {accessKey, secretKey, replayGuard} = account;
  const url = new URL(PATHS[operation], account.endpoint);
  const {host, pathname: path} = url;
  const scheme = account.scheme ?? (host === WS3_HOST ? 'WS3' : 'CNC');
  const method = 'POST';
  const {body, timestampSeconds} = replayGuard.next(path, plainBody);
  const signed = {
    scheme,
    method,
    host,
    path,
    body,
    accessKey,
    secretKey,
    timestampSeconds,
  } as const;
  const headers = new Headers(await signRequest(signed));
  // `fetch` sets it from the address, and some platforms do not allow setting it.
  headers.delete('host');
  // A redirect would send the headers, and with them the access key, to another host.
  return account.fetch(url.href, {method, body, headers, signal, redirect: 'manual'});
}

/** Only the code of the error is used, because its message may contain headers. */
function noAnswer(error: unknown): VendorError {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new VendorError(
    'network',
    `No answer from the vendor, or only the beginning of one${code}.`,
  );
}
