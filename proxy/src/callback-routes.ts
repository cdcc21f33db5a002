import type {Context, Hono, MiddlewareHandler} from 'hono';
import {HTTPException} from 'hono/http-exception';
import {ipRestriction} from 'hono/ip-restriction';
import type {CallerAddress} from './caller.js';
import type {Log} from './error-answers.js';
import type {ClientOf} from './limits/client-of.js';
import type {RateLimit} from './limits/rate-limit.js';
import {SecretGuesses} from './limits/secret-guesses.js';
import {envelope} from './envelope.js';
import {ProxyError} from './proxy-error.js';
import {callbackText} from './callback-text.js';
import {refuseOtherMethods} from './refuse-other-methods.js';
import {uncachedResponse} from './responses.js';
import {isSameSecret} from './same-secret.js';
import {readUploadCallback} from './upload-callback.js';
import type {StoredChange, VideoStore} from './video-store.js';

/** Header for the secret. The path can carry it instead, but some servers log paths. */
export const SECRET_HEADER = 'x-callback-secret';

/** How callbacks are received. */
export interface CallbackRoutes {
  /** All secrets that are accepted. There are two while the secret is being changed. */
  readonly secrets: readonly string[];
  /** Addresses and CIDR ranges that callbacks may come from; empty for all. */
  readonly addresses: readonly string[];
  readonly callerAddress: CallerAddress | undefined;
  /** Returns the client that a wrong secret is counted for. */
  readonly clientOf: ClientOf;
  /** Limits wrong secrets. */
  readonly guesses: RateLimit;
  /** Maximum size of a body in bytes. */
  readonly maxBytes: number;
  /** Without a store, callbacks are refused, because they would be lost. */
  readonly store: VideoStore | undefined;
  /** Called when something changed, after it is durably stored. */
  readonly onStored: (changes: readonly StoredChange[]) => void;
  readonly log: Log;
}

/** Adds `/callbacks/{secret}`, and `/callbacks` with the secret in a header. */
export function addCallbackRoutes(app: Hono, routes: CallbackRoutes): void {
  const guesses = new SecretGuesses(routes.guesses, routes.log);
  for (const path of ['/callbacks', '/callbacks/:secret']) {
    if (routes.addresses.length > 0) app.use(path, onlyFrom(routes));
    app.post(path, async (context) => {
      const {req} = context;
      const client = routes.clientOf(req.raw, context.env);
      const given = req.param('secret') ?? req.header(SECRET_HEADER) ?? '';
      const isRight = () => isOneOf(given, routes.secrets);
      if (!(await guesses.check(client, req.raw, isRight))) {
        const reason = `wrong secret from ${client ?? 'an unknown address'}`;
        throw forbidden(routes.log, reason, req.raw);
      }
      return uncachedResponse(context, envelope(await receive(req.raw, routes)));
    });
    refuseOtherMethods(app, path, ['POST']);
  }
}

/** Always compares with all secrets, so that the time does not reveal which one matched. */
async function isOneOf(given: string, secrets: readonly string[]): Promise<boolean> {
  const results = await Promise.all(secrets.map((secret) => isSameSecret(given, secret)));
  return results.includes(true);
}

async function receive(request: Request, routes: CallbackRoutes): Promise<object> {
  const {store, maxBytes, onStored} = routes;
  if (!store)
    throw new ProxyError(501, 'This proxy cannot receive callbacks, because it has no store.');
  const {records, rejected} = readUploadCallback(await callbackText(request, maxBytes));
  const changes = await store.upsert(records);
  if (changes.length > 0) onStored(changes);
  const unchanged = records.length - changes.length;
  return {stored: changes.length, unchanged, rejected};
}

function onlyFrom({addresses, callerAddress, log}: CallbackRoutes): MiddlewareHandler {
  const addressOf = ({req, env}: Context) => callerAddress?.(req.raw, env) ?? 'unknown';
  const restrict = ipRestriction(addressOf, {allowList: [...addresses]}, ({addr}, {req}) => {
    throw forbidden(log, `not from ${addr}`, req.raw);
  });
  return async (context, next) => {
    try {
      return await restrict(context, next);
    } catch (error) {
      if (!(error instanceof HTTPException)) throw error;
      // Not an IP address. The text is not logged: it may come from a header and contain anything.
      throw forbidden(log, 'not from an address that can be read', context.req.raw);
    }
  };
}

/** The reason goes to the log only, because it would help an attacker to guess. */
function forbidden(log: Log, reason: string, request: Request): ProxyError {
  log(`callback refused: ${reason}`, request);
  return new ProxyError(403, 'Forbidden.');
}
