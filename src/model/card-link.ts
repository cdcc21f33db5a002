import type {Video} from './video.js';

/**
 * Replaces `{videoId}` in a `card-href` template by the percent-encoded id. Undefined for the ids `.` and `..`, which lead
 * to another folder even when they are percent-encoded.
 */
export function cardLink(template: string | null, {id}: Video): string | undefined {
  if (/^\.\.?$/.test(id)) return undefined;
  return template?.replaceAll('{videoId}', () => encodeURIComponent(id));
}
