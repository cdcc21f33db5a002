import {ProxyError} from '../proxy-error.js';
import {readScope} from './read-scope.js';
import {EVERYTHING, intersect, scopeKey, type Scope} from './scope.js';
import {readLink, refuseBadLinkKey, type LinkGrant, type LinkKey} from './signed-link.js';

/**
 * Returns the videos that a request may see. Throws an `AccessError` to refuse the request.
 *
 * @param env - What the platform passes with the request.
 */
export type AccessOf = (request: Request, env: unknown) => Scope | Promise<Scope>;

/** Who may see which videos. */
export interface GalleryOptions {
  /** The videos that can be seen. No query returns a video outside of it. Default: all. */
  readonly scope?: Scope | undefined;
  /** Narrows the scope for each request. Default: it is the same for everybody. */
  readonly access?: AccessOf | undefined;
  /**
   * With keys, only requests with a signed token are answered (`?token=…`, or `Authorization: Bearer`). A token is checked
   * with the key that it names. Default: no token is needed.
   */
  readonly linkKeys?: readonly LinkKey[] | undefined;
  /**
   * Origins whose pages may read the answers, such as `https://www.example.com`; `*` for every
   * page. Default: none, so only pages of the proxy's own origin.
   */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Origins of pages that may play videos; see docs/access.md. Default: any. */
  readonly playOrigins?: readonly string[] | undefined;
}

/** What a request may see. */
export interface Access {
  readonly scope: Scope;
  /** Equal for equal scopes. */
  readonly key: string;
  /** Whether other requests may see something else, so that the response must not be cached publicly. */
  readonly isPrivate: boolean;
  /** Expiry time in milliseconds since 1970. Default: none. */
  readonly expiresAtMs?: number | undefined;
  /** Whether the token is in a header, which requests for pictures cannot have. */
  readonly isTokenInHeader?: boolean | undefined;
}

/** Thrown by an `access` function to refuse a request. The caller gets the message. */
export class AccessError extends ProxyError {
  /** @param status - 401 if another token may help, otherwise 403. */
  constructor(status: 401 | 403, message: string) {
    super(status, message);
  }
}

/** The query parameter that carries a token. */
export const TOKEN_PARAMETER = 'token';

const BEARER = /^bearer +(\S+)$/i;

/** Returns a function that determines what a request to a gallery may see. */
export function accessOf(
  options: GalleryOptions,
): (request: Request, env: unknown) => Access | Promise<Access> {
  const {access: narrow, linkKeys} = options;
  linkKeys?.forEach(refuseBadLinkKey);
  const scope = readScope(options.scope ?? EVERYTHING);
  const everybody = {scope, key: scopeKey(scope), isPrivate: false};
  if (!narrow && !linkKeys) return () => everybody;
  return async (request, env) => {
    const grant = linkKeys && (await grantOf(request, linkKeys));
    const own = narrow ? readScope(await narrow(request, env)) : EVERYTHING;
    const narrowed = intersect(intersect(scope, grant?.scope ?? EVERYTHING), own);
    return {
      scope: narrowed,
      key: scopeKey(narrowed),
      isPrivate: true,
      expiresAtMs: grant?.expiresAtMs,
      isTokenInHeader: !!linkKeys && !new URL(request.url).searchParams.has(TOKEN_PARAMETER),
    };
  };
}

/** The token of a request; undefined if there is none. */
function tokenOf({url, headers}: Request): string | undefined {
  const inHeader = BEARER.exec(headers.get('authorization') ?? '')?.[1];
  const inQuery = new URL(url).searchParams.getAll(TOKEN_PARAMETER);
  if (inQuery.length > 1) throw new AccessError(403, 'More than one token is given.');
  return inQuery[0] || inHeader;
}

async function grantOf(request: Request, keys: readonly LinkKey[]): Promise<LinkGrant> {
  const token = tokenOf(request);
  if (token === undefined) throw new AccessError(401, 'A token is needed to see these videos.');
  const grant = await readLink(token, keys);
  if (grant === 'expired') throw new AccessError(401, 'The token has expired.');
  if (grant === 'forged') throw new AccessError(403, 'The token is not valid.');
  return grant;
}
