import type {CallerAddress} from '../../caller.js';
import type {LogFields} from '../log/operator-log.js';
import {recordWhenOver, type NodeEnv, type RequestRecord} from './request-records.js';
import {requestIds} from './request-id.js';
import {readRestAfterAnswer} from './unread-body.js';
import type {Uploads} from './uploads.js';

/** A request handler on Node. */
export type NodeHandler = (request: Request, env: NodeEnv) => Response | Promise<Response>;

/** Options of an observed handler. */
export interface Observation {
  /** Answers the paths of the operator; undefined for all other paths. */
  readonly operatorRoute: (path: string) => Promise<Response> | undefined;
  readonly uploads: Uploads;
  readonly callerAddress: CallerAddress;
  /** Whether `X-Request-Id` of a server in front is used. */
  readonly trustsRequestIds: boolean;
  /** Called when a request has ended. */
  readonly onOver: (record: RequestRecord, address: string | undefined) => void;
}

/** Data of a request in flight. */
interface Known {
  readonly id: string;
  readonly env: NodeEnv;
}

/** `Retry-After` in seconds when too many bodies are arriving. */
const RETRY_AFTER_SECONDS = '2';

/** Adds request ids, log records and limits to a proxy. */
export class ObservedHandler {
  readonly #handle: NodeHandler;
  readonly #options: Observation;
  readonly #idOf: (incoming: NodeEnv['incoming']) => string;
  readonly #known = new WeakMap<Request, Known>();

  constructor(handle: NodeHandler, options: Observation) {
    this.#handle = handle;
    this.#options = options;
    this.#idOf = requestIds({isTrusted: options.trustsRequestIds});
  }

  /** Answers a request. */
  readonly answer = (request: Request, env: NodeEnv): Response | Promise<Response> => {
    const {operatorRoute, uploads, callerAddress, onOver} = this.#options;
    const {incoming} = env;
    const operators = operatorRoute((incoming.url ?? '').split('?', 1)[0] ?? '');
    if (operators) return operators;
    const id = this.#idOf(incoming);
    this.#known.set(request, {id, env});
    recordWhenOver(env, id, (record) => onOver(record, callerAddress(request, env)));
    if (incoming.method === 'GET' || incoming.method === 'HEAD')
      return this.#pass(request, env, id);
    readRestAfterAnswer(env);
    return uploads.admits(incoming) ? this.#pass(request, env, id) : tooMany();
  };

  /** Log fields of a request. */
  fieldsOf(request: Request): LogFields {
    const known = this.#known.get(request);
    if (!known) return {};
    return {request: known.id, address: this.#options.callerAddress(request, known.env)};
  }

  /** An error response contains its request id, so that users can report it. */
  async #pass(request: Request, env: NodeEnv, id: string): Promise<Response> {
    const response = await this.#handle(request, env);
    if (response.status >= 400) response.headers.set('x-request-id', id);
    return response;
  }
}

function tooMany(): Response {
  const body = {code: 503, message: 'Too many requests are being sent at once.', data: null};
  return new Response(JSON.stringify(body), {
    status: 503,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'retry-after': RETRY_AFTER_SECONDS,
    },
  });
}
