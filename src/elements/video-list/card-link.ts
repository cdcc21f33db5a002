import type {Video} from '../../model/video.js';

/** Fills in `{videoId}` of a `card-href` template, percent-encoded. */
export function cardLink(template: string | null, {id}: Video): string | undefined {
  return template?.replaceAll('{videoId}', () => encodeURIComponent(id));
}
