import type {Video} from './video.js';

/**
 * Fills in `{videoId}` of a `card-href` template, percent-encoded. No link for an id that an address cannot
 * hold: dots lead to another folder, however they are encoded.
 */
export function cardLink(template: string | null, {id}: Video): string | undefined {
  if (/^\.\.?$/.test(id)) return undefined;
  return template?.replaceAll('{videoId}', () => encodeURIComponent(id));
}
