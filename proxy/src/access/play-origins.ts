import {ProxyError} from '../proxy-error.js';

/**
 * Allows play addresses for pages of these origins only, so that other sites cannot embed the videos. It relies on headers
 * that browsers set; other programs can send any origin.
 *
 * @param origins - Such as `https://www.example.com`; undefined for any page.
 */
export function playOriginCheck(
  origins: readonly string[] | undefined,
): (request: Request) => void {
  if (!origins) return () => {};
  return ({headers}) => {
    // Scripts cannot set this header.
    if (headers.get('sec-fetch-site') === 'same-origin') return;
    const origin = headers.get('origin') ?? originOf(headers.get('referer'));
    if (origin !== undefined && origins.includes(origin)) return;
    throw new ProxyError(403, 'This page may not play videos.');
  };
}

function originOf(referer: string | null): string | undefined {
  return referer !== null && URL.canParse(referer) ? new URL(referer).origin : undefined;
}
