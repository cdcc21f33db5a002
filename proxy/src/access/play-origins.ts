import {ProxyError} from '../proxy-error.js';

/**
 * Gives play addresses to pages of these origins only, as far as browsers tell: it keeps other sites
 * from showing the videos as their own. Whoever writes requests by hand can write any origin.
 *
 * @param origins - Such as `https://www.example.com`; undefined for any page.
 */
export function playOriginCheck(
  origins: readonly string[] | undefined,
): (request: Request) => void {
  if (!origins) return () => {};
  return ({headers}) => {
    // Only a browser sets this one, and no script can.
    if (headers.get('sec-fetch-site') === 'same-origin') return;
    const origin = headers.get('origin') ?? originOf(headers.get('referer'));
    if (origin !== undefined && origins.includes(origin)) return;
    throw new ProxyError(403, 'This page may not play videos.');
  };
}

function originOf(referer: string | null): string | undefined {
  return referer !== null && URL.canParse(referer) ? new URL(referer).origin : undefined;
}
