/** What TypeScript has to refuse. Never run: that it compiles is the test. */
import type {} from 'cloud-vod-gallery/svelte';
import type {SvelteHTMLElements} from 'svelte/elements';

export const wrongLists: SvelteHTMLElements['video-list'][] = [
  // @ts-expect-error There is no such layout.
  {layout: 'circle'},
  // @ts-expect-error A handler gets the event.
  {'onvideo-select': (event: KeyboardEvent) => event.key},
  // @ts-expect-error A number is wanted.
  {'page-size': 'twelve'},
];

// @ts-expect-error A badge knows no videos.
export const wrongBadge: SvelteHTMLElements['resolution-badge'] = {videos: []};
