import {toHex} from '../util/hex.js';

/** The vendor's two ways to sign: `CNC` on its current hosts, `WS3` on api.cloudv.haplat.net. */
export type SigningScheme = 'CNC' | 'WS3';

/** A request to sign: the parts that the vendor's AK/SK rules use, and the keys. */
export interface SignableRequest {
  readonly scheme: SigningScheme;
  /** In upper case. */
  readonly method: string;
  /** With its port, if the address has one. */
  readonly host: string;
  /** Path without query. */
  readonly path: string;
  /** Query without "?", as in the address. Not signed for POST. Default: none. */
  readonly query?: string | undefined;
  /** The body, exactly as it will be sent. Default: none. */
  readonly body?: string | undefined;
  readonly accessKey: string;
  readonly secretKey: string;
  /** Unix time in seconds. The vendor allows a difference of five minutes. */
  readonly timestampSeconds: number;
}

/** Headers of a signed request. */
export type SignedHeaders = Readonly<Record<string, string>>;

const SIGNED_HEADERS = 'content-type;host';

const SCHEMES = {
  CNC: {
    algorithm: 'CNC-HMAC-SHA256',
    contentType: 'application/json',
    keyHeader: 'x-cnc-accessKey',
    timeHeader: 'x-cnc-timestamp',
    extraHeaders: {'x-cnc-auth-method': 'AKSK'},
  },
  WS3: {
    algorithm: 'WS3-HMAC-SHA256',
    contentType: 'application/json; charset=utf-8',
    keyHeader: 'X-WS-AccessKey',
    timeHeader: 'X-WS-Timestamp',
    extraHeaders: {},
  },
} as const;

/**
 * Returns the headers of a signed request, `Host` included (`fetch` sets that one itself). Computed as the vendor's
 * official Python SDK does; needs only Web Crypto.
 */
export async function signRequest(request: SignableRequest): Promise<SignedHeaders> {
  const {scheme, host, accessKey, secretKey} = request;
  const {algorithm, contentType, keyHeader, timeHeader, extraHeaders} = SCHEMES[scheme];
  const timestamp = String(request.timestampSeconds);
  const hashedRequest = await sha256(await canonicalRequest(request, contentType));
  const signature = await hmacSha256(secretKey, [algorithm, timestamp, hashedRequest].join('\n'));
  return {
    'content-type': contentType,
    ...extraHeaders,
    Host: host,
    Accept: 'application/json',
    [keyHeader]: accessKey,
    [timeHeader]: timestamp,
    Authorization: `${algorithm} Credential=${accessKey}, SignedHeaders=${SIGNED_HEADERS}, Signature=${signature}`,
  };
}

async function canonicalRequest(request: SignableRequest, contentType: string): Promise<string> {
  const {method, path, host, query = '', body = ''} = request;
  return [
    method,
    path,
    method === 'POST' ? '' : decodeURIComponent(query),
    // Each canonical header ends with a line break, so an empty line follows the last one.
    `content-type:${contentType.toLowerCase()}\nhost:${host.toLowerCase()}\n`,
    SIGNED_HEADERS,
    await sha256(body),
  ].join('\n');
}

const encoder = new TextEncoder();

async function sha256(text: string): Promise<string> {
  return toHex(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

async function hmacSha256(secret: string, text: string): Promise<string> {
  const algorithm = {name: 'HMAC', hash: 'SHA-256'};
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, [
    'sign',
  ]);
  return toHex(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
}
