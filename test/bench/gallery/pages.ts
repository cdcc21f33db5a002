import {OURS, PROBE, scriptOf} from './build.js';
import type {Contestant} from './contestants.js';

/** Options of a contestant's page. */
export interface PageOptions {
  readonly count: number;
  /** Whether our list has the attribute `live`. */
  readonly isLive?: boolean;
  /** The number of additional videos in a list that grows. */
  readonly spare?: number;
}

/** The address of a contestant's page. */
export function pageAddress({id, grows}: Contestant, options: PageOptions): string {
  const {count, isLive = false, spare = 0} = options;
  const listed = grows ? count + spare : count;
  return `/page/${id}?count=${listed}${isLive ? '&live' : ''}`;
}

/** The page of a contestant: an otherwise empty document with one gallery. */
export function pageOf(contestant: Contestant, query: URLSearchParams): string {
  const {entry, listAttributes} = contestant;
  const isLive = query.has('live');
  const scripts = [listAttributes !== undefined && OURS, entry && scriptOf(contestant)].filter(
    (name) => !!name,
  );
  return `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>${contestant.id}</title>
  <link rel="icon" href="data:,">
  <style>
    body { margin: 0; }
    #gallery, video-list { inline-size: 1276px; --video-list-column: 304px; --video-list-gap: 20px; }
  </style>
  <script src="/scripts/${PROBE}"></script>
  <body>
    ${elementOf(contestant, query.get('count')!, isLive)}
    ${scripts.map((name) => `<script type="module" src="/scripts/${name}"></script>`).join('')}
  </body>
</html>`;
}

function elementOf(contestant: Contestant, count: string, isLive: boolean): string {
  const {entry, listAttributes, knowsTotal} = contestant;
  const all = `/api/all?count=${count}`;
  const pages = `/api/videos?count=${count}${knowsTotal ? '&total' : ''}`;
  if (listAttributes === undefined) {
    return entry ? `<div id="gallery" data-all="${all}" data-pages="${pages}"></div>` : '';
  }
  const source = entry ? `data-all="${all}"` : `src="${pages}" ${isLive ? 'live' : ''}`;
  return `<video-list ${source} ${listAttributes}></video-list>`;
}
