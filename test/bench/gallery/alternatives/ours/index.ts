/** What the bench asks of our gallery on a page that has nothing else; changes come from the server. */
import type {VideoListElement} from '../../../../../src/elements/video-list/video-list.js';
import {selectInList} from './select-in-list.js';

/** A list that grows page by page; a build from before there was paging has none. */
type GrowingList = VideoListElement & {loadMore?(): Promise<void>};

const list = document.querySelector<GrowingList>('video-list')!;

window.gallery = {
  append: list.loadMore && (() => list.loadMore()),
  select: (n) => selectInList(list, n),
};
