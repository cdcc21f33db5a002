import {createHash, createHmac, timingSafeEqual} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import type {FakeAnswer} from './fake-vendor-library.js';

/** Keys and limits of the gate. */
export interface GateOptions {
  readonly accessKey: string;
  readonly secretKey: string;
  readonly callsPerFiveMinutes: number;
  readonly now: () => number;
}

/** Why a call is refused, and the response. */
export interface Refusal {
  readonly why: string;
  readonly answer: FakeAnswer;
}

const WINDOW_MS = 5 * 60_000;
const MAX_CLOCK_SKEW_SECONDS = 300;

const SCHEMES = {
  CNC: {
    contentType: 'application/json',
    keyHeader: 'x-cnc-accesskey',
    timeHeader: 'x-cnc-timestamp',
  },
  WS3: {
    contentType: 'application/json; charset=utf-8',
    keyHeader: 'x-ws-accesskey',
    timeHeader: 'x-ws-timestamp',
  },
} as const;

const AUTHORIZATION =
  /^((CNC|WS3)-HMAC-SHA256) Credential=(.+), SignedHeaders=content-type;host, Signature=([0-9a-f]{64})$/;

/**
 * Accepts calls that are signed, new, and within the limit. Written from the vendor's rules, without code of our signer, so
 * that a mistake in one of them is detected.
 *
 * The vendor does not document its answers to refused calls, so the statuses and codes are invented.
 */
export class FakeVendorGate {
  readonly #options: GateOptions;
  readonly #seen = new Set<string>();
  #times: number[] = [];

  constructor(options: GateOptions) {
    this.#options = options;
  }

  /** Counts a call. Undefined if it is accepted. */
  check(request: IncomingMessage, path: string, body: string): Refusal | undefined {
    const {now, callsPerFiveMinutes} = this.#options;
    this.#times = this.#times.filter((ms) => ms > now() - WINDOW_MS);
    // A call that exceeds the limit is not counted.
    if (this.#times.length >= callsPerFiveMinutes) {
      return refuse('limit', 429, '调用频率超过限制', {'retry-after': '60'});
    }
    this.#times.push(now());
    const fault = this.#signatureFault(request, path, body);
    return fault === undefined ? undefined : refuse(fault, 401, `签名验证失败: ${fault}`);
  }

  #signatureFault({method, headers}: IncomingMessage, path: string, body: string) {
    const {accessKey, secretKey, now} = this.#options;
    const [, algorithm = '', scheme, credential, signature = ''] =
      AUTHORIZATION.exec(headers.authorization ?? '') ?? [];
    if (scheme !== 'CNC' && scheme !== 'WS3') return 'authorization header';
    const {contentType, keyHeader, timeHeader} = SCHEMES[scheme];
    const timestamp = String(headers[timeHeader]);
    if (credential !== accessKey || headers[keyHeader] !== accessKey) return 'access key';
    if (headers['content-type'] !== contentType) return 'content type';
    if (scheme === 'CNC' && headers['x-cnc-auth-method'] !== 'AKSK') return 'auth method';
    if (!/^\d{10}$/.test(timestamp)) return 'timestamp';
    if (Math.abs(Number(timestamp) - now() / 1000) > MAX_CLOCK_SKEW_SECONDS) return 'old timestamp';
    const canonical =
      `${method}\n${path.split('?')[0]}\n\n` +
      `content-type:${contentType}\nhost:${headers.host?.toLowerCase()}\n\n` +
      `content-type;host\n${sha256(body)}`;
    const expected = createHmac('sha256', secretKey)
      .update(`${algorithm}\n${timestamp}\n${sha256(canonical)}`)
      .digest('hex');
    if (!timingSafeEqual(Buffer.from(expected), Buffer.from(signature))) return 'signature';
    const identity = `${timestamp} ${signature}`;
    if (this.#seen.has(identity)) return 'replay';
    this.#seen.add(identity);
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function refuse(
  why: string,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return {why, answer: {status, headers, envelope: {code: status, message}}};
}
