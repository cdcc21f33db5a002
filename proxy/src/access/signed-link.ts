import {decode, sign, verify} from 'hono/jwt';
import {isObject} from '../../../src/wire/fields.js';
import {readScope} from './read-scope.js';
import type {Scope} from './scope.js';

/** A secret that a host signs links with. */
export interface LinkKey {
  /** Name of the key (`kid` in a token): says which one to check with while keys are rotated. */
  readonly id: string;
  /** 32 characters or more. */
  readonly secret: string;
}

/** What a signed link allows. */
export interface LinkGrant {
  readonly scope: Scope;
  /** Until when: milliseconds since 1970. */
  readonly expiresAtMs: number;
}

/** Why a token is no good: its time is over, or no key has signed it as it is. */
export type LinkFault = 'expired' | 'forged';

/** Shorter secrets can be guessed from one token, without asking anybody. */
const MIN_SECRET_LENGTH = 32;

/** Characters of a token, at most. */
const MAX_TOKEN_LENGTH = 4_096;

const ALGORITHM = 'HS256';

/**
 * Makes a token for a gallery's address (`src="/api/videos?token=…"`). It is a JSON Web Token, so that
 * hosts in other languages can make it with any library.
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

/** Reads a token. The platform compares its signature, in a time that tells nothing. */
export async function readLink(
  token: string,
  keys: readonly LinkKey[],
): Promise<LinkGrant | LinkFault> {
  if (token.length > MAX_TOKEN_LENGTH) return 'forged';
  try {
    const {exp, videos} = await claimsOf(token, keys);
    // Hosts sign other tokens too, perhaps with the same secret: they have no `videos`.
    if (typeof exp !== 'number' || !isObject(videos)) return 'forged';
    const grant = {scope: readScope(videos), expiresAtMs: exp * 1000};
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
  // Without the name of a key, the first one is meant.
  const key = kid === undefined ? keys[0] : keys.find(({id}) => id === kid);
  if (!key) throw new TypeError(`There is no link key "${kid}".`);
  // Times are looked at afterwards: a forged token is forged, expired or not. Clocks of two machines
  // are never equal, so one that was made "in the future" is none the worse.
  return verify(token, webKey(key), {alg: ALGORITHM, exp: false, iat: false});
}

/** As an object, because the library takes a text with the word "PUBLIC" in it for a PEM file. */
function webKey({id, secret}: LinkKey) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(secret));
  const k = btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return {kty: 'oct', k, alg: ALGORITHM, kid: id} as const;
}
