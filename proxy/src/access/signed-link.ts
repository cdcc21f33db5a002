import {decode, sign, verify} from 'hono/jwt';
import {isObject} from '../../../src/wire/fields.js';
import {readScope} from './read-scope.js';
import type {Scope} from './scope.js';

/** A secret that a host signs links with. */
export interface LinkKey {
  /** Name of the key (`kid` in a token). It selects the key while keys are rotated. */
  readonly id: string;
  /** 32 characters or more. */
  readonly secret: string;
}

/** What a signed link allows. */
export interface LinkGrant {
  readonly scope: Scope;
  /** Expiry time in milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** Why a token is refused: it has expired, or its signature is wrong. */
export type LinkFault = 'expired' | 'forged';

/** Shorter secrets can be guessed offline from one token. */
const MIN_SECRET_LENGTH = 32;

/** Maximum length of a token in characters. */
const MAX_TOKEN_LENGTH = 4_096;

const ALGORITHM = 'HS256';

/**
 * Creates a token for the address of a gallery (`src="/api/videos?token=…"`). It is a JSON Web Token, so hosts in other
 * languages can create it with any JWT library.
 *
 * @param expiresAtMs - Milliseconds since 1970; a token counts whole seconds.
 * @throws {TypeError} for a key or a scope that cannot be used.
 */
export function signLink(key: LinkKey, scope: Scope, expiresAtMs: number): Promise<string> {
  refuseBadLinkKey(key);
  if (!Number.isFinite(expiresAtMs)) throw new TypeError('A link needs an expiry time.');
  const claims = {exp: Math.floor(expiresAtMs / 1000), videos: readScope(scope)};
  return sign(claims, webKey(key), ALGORITHM);
}

/** Verifies and reads a token. Web Crypto compares the signature in constant time. */
export async function readLink(
  token: string,
  keys: readonly LinkKey[],
): Promise<LinkGrant | LinkFault> {
  if (token.length > MAX_TOKEN_LENGTH) return 'forged';
  try {
    const {exp, videos} = await claimsOf(token, keys);
    // A host may sign other tokens with the same secret. Those have no `videos`.
    if (typeof exp !== 'number' || !isObject(videos)) return 'forged';
    // `exp` may have a fraction (RFC 7519, 2).
    const grant = {scope: readScope(videos), expiresAtMs: Math.floor(exp * 1000)};
    return grant.expiresAtMs > Date.now() ? grant : 'expired';
  } catch {
    return 'forged';
  }
}

/** @throws {TypeError} for a key that cannot be used. Its secret is not repeated. */
export function refuseBadLinkKey({id, secret}: LinkKey): void {
  if (!/^[\w.-]{1,64}$/.test(id)) {
    throw new TypeError(
      'The id of a link key must have 1 to 64 letters, digits, ".", "_" and "-".',
    );
  }
  if (secret.length >= MIN_SECRET_LENGTH) return;
  throw new TypeError(`The link key ${id} must have at least ${MIN_SECRET_LENGTH} characters.`);
}

function claimsOf(token: string, keys: readonly LinkKey[]): Promise<Record<string, unknown>> {
  const {kid} = decode(token).header;
  // A token without `kid` is checked with the first key.
  const key = kid === undefined ? keys[0] : keys.find(({id}) => id === kid);
  if (!key) throw new TypeError(`There is no link key "${kid}".`);
  // The expiry time is checked afterwards, so that a forged token is always reported as forged. `iat` is not checked,
  // because the clocks of two machines differ.
  return verify(token, webKey(key), {alg: ALGORITHM, exp: false, iat: false});
}

/** As a JWK, because the library takes a string that contains "PUBLIC" for a PEM file. */
function webKey({id, secret}: LinkKey) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  const k = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return {kty: 'oct', k, alg: ALGORITHM, kid: id} as const;
}
