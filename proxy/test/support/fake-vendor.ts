/**
 * A fake vendor: a real HTTP server that checks signatures with its own code, refuses replays, counts calls, and can
 * simulate failures. For tests, benchmarks and demos.
 */
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {text} from 'node:stream/consumers';
import {pipeline} from 'node:stream/promises';
import {inTime} from '../../../test/support/until.js';
import {FakeVendorGate} from './fake-vendor-gate.js';
import {
  answerOperation,
  vendorError,
  type FakeAnswer,
  type FakeLibrary,
  type FakeOperation,
} from './fake-vendor-library.js';

/** Keys and content of the account. */
export interface FakeVendorOptions extends Partial<FakeLibrary> {
  /** Default: {@link FAKE_KEYS}. */
  readonly accessKey?: string;
  readonly secretKey?: string;
  /** Calls in any five minutes. Default: 300, as the vendor's. */
  readonly callsPerFiveMinutes?: number;
  /** Milliseconds since 1970. Default: `Date.now`. */
  readonly now?: () => number;
}

/** Keys of the fake account. */
export const FAKE_KEYS = {
  accessKey: 'FAKEACCESSKEY0001',
  secretKey: 'fake/secret+key==0001',
} as const;

/**
 * Kinds of failures:
 * - `vendor-error` – an envelope with an error code, HTTP status 200;
 * - `http` – an HTTP status, with a body of its own or none;
 * - `not-json` – a page of HTML, HTTP status 200;
 * - `half-json` – half an envelope, as if that were all;
 * - `endless` – an endless body;
 * - `cut-off` – half an envelope, then the connection closes;
 * - `slow` – the right answer, after a promise has settled;
 * - `hang` – no answer;
 * - `reset` – the connection closes without an answer.
 */
export type Misbehaviour =
  | {readonly kind: 'vendor-error'; readonly code: number; readonly message?: string}
  | {
      readonly kind: 'http';
      readonly status: number;
      readonly body?: string | Uint8Array;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {readonly kind: 'slow'; readonly until: Promise<unknown>}
  | {readonly kind: 'not-json' | 'half-json' | 'endless' | 'cut-off' | 'hang' | 'reset'};

/** A received call. */
interface FakeVendorCall {
  readonly path: string;
  /** The parsed body; undefined where it is not JSON. */
  readonly parameters: unknown;
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  readonly atMs: number;
  /** `answered` when the answer has been sent, `gone` if the connection was closed before. */
  readonly ended: Promise<'answered' | 'gone'>;
  /** Why the gate refused it: signature, replay, limit; undefined if it did not. */
  readonly refused: string | undefined;
}

/** A running fake vendor. */
export interface FakeVendor {
  /** Its endpoint: `http://127.0.0.1:<port>`. */
  readonly url: string;
  /** All received calls, oldest first. */
  readonly calls: readonly FakeVendorCall[];
  /** The calls that the gate refused; empty if the proxy works correctly. */
  readonly refusedCalls: readonly FakeVendorCall[];
  /** The content of the account; can be replaced at any time. */
  readonly library: FakeLibrary;
  /** Replaces a part of the content of the account. */
  change(library: Partial<FakeLibrary>): void;
  /** Simulates a failure, for a number of calls. Default: until `behave()`. */
  misbehave(misbehaviour: Misbehaviour, times?: number): void;
  /** Ends the simulated failure. */
  behave(): void;
  /** The `n`th call, from 1, as soon as it has arrived. */
  call(n: number): Promise<FakeVendorCall>;
  close(): Promise<void>;
}

const OPERATIONS: Readonly<Record<string, FakeOperation>> = {
  '/vod/videoManage/getVideoList': 'getVideoList',
  '/vod/videoManage/getPublishCode': 'getPublishCode',
  '/vod/videoCategory/getCategoryList': 'getCategoryList',
};

/** Starts a fake on a free port. */
export async function startFakeVendor(options: FakeVendorOptions = {}): Promise<FakeVendor> {
  const {records = [], categories = [], publishUrls = () => [], now = Date.now} = options;
  const {accessKey, secretKey} = {...FAKE_KEYS, ...options};
  const gate = new FakeVendorGate({
    accessKey,
    secretKey,
    callsPerFiveMinutes: options.callsPerFiveMinutes ?? 300,
    now,
  });
  let library: FakeLibrary = {records, categories, publishUrls};
  let fault: {misbehaviour: Misbehaviour; times: number} | undefined;
  const calls: FakeVendorCall[] = [];
  const arrivals: {n: number; resolve: (call: FakeVendorCall) => void}[] = [];

  const takeFault = () => {
    if (!fault || fault.times <= 0) return undefined;
    fault.times -= 1;
    return fault.misbehaviour;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await text(request);
    const path = request.url ?? '';
    const refusal = gate.check(request, path, body);
    const parameters = parseJson(body);
    const ended = new Promise<'answered' | 'gone'>((resolve) => {
      response.on('close', () => resolve(response.writableFinished ? 'answered' : 'gone'));
    });
    const {headers} = request;
    calls.push({path, parameters, body, headers, atMs: now(), ended, refused: refusal?.why});
    for (const {n, resolve} of arrivals) if (n === calls.length) resolve(calls.at(-1)!);

    const operation = request.method === 'POST' ? OPERATIONS[path] : undefined;
    const misbehaviour = refusal ? undefined : takeFault();
    const answer = () =>
      refusal?.answer ??
      (operation ? answerOperation(operation, parameters, library) : notFound(path));
    if (misbehaviour) await misbehaveTo(response, misbehaviour, answer);
    else send(response, answer());
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    get refusedCalls() {
      return calls.filter(({refused}) => refused !== undefined);
    },
    get library() {
      return library;
    },
    change: (part) => {
      library = {...library, ...part};
    },
    misbehave: (misbehaviour, times = Infinity) => {
      fault = {misbehaviour, times};
    },
    behave: () => {
      fault = undefined;
    },
    call: (n) => {
      const call = calls[n - 1];
      if (call) return Promise.resolve(call);
      const arrival = new Promise<FakeVendorCall>((resolve) => arrivals.push({n, resolve}));
      return inTime(arrival, `call ${n} of the vendor`);
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function misbehaveTo(
  response: ServerResponse,
  misbehaviour: Misbehaviour,
  answer: () => FakeAnswer,
): Promise<void> {
  const half = () => JSON.stringify(answer().envelope).slice(0, -20);
  switch (misbehaviour.kind) {
    case 'vendor-error':
      return send(response, vendorError(misbehaviour.code, misbehaviour.message));
    case 'http':
      response.writeHead(misbehaviour.status, misbehaviour.headers).end(misbehaviour.body);
      return;
    case 'not-json':
      response.writeHead(200, {'content-type': 'text/html'}).end('<html>系统繁忙</html>');
      return;
    case 'half-json':
      response.writeHead(200, {'content-type': 'application/json'}).end(half());
      return;
    case 'endless':
      response.writeHead(200, {'content-type': 'application/json'});
      await pipeline(endlessSpace(), response).catch(() => {});
      return;
    case 'cut-off':
      response.writeHead(200, {'content-length': Buffer.byteLength(half()) + 20});
      response.write(half(), () => response.destroy());
      return;
    case 'slow':
      await misbehaviour.until;
      return send(response, answer());
    case 'hang':
      return;
    case 'reset':
      response.destroy();
  }
}

function* endlessSpace() {
  for (;;) yield ' '.repeat(65_536);
}

function send(response: ServerResponse, {status, envelope, headers}: FakeAnswer): void {
  response.writeHead(status, {'content-type': 'application/json;charset=UTF-8', ...headers});
  response.end(JSON.stringify(envelope));
}

function notFound(path: string): FakeAnswer {
  return {status: 404, envelope: {code: 404, message: `接口不存在: ${path}`}};
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
