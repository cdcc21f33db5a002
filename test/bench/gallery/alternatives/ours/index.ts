/** The changes to our gallery in a page without a script of its own; updates come from the server. */
import type {VideoListElement} from '../../../../../src/elements/video-list/video-list.js';
import {selectInList} from './select-in-list.js';

/** A list with paging. Builds before paging do not have this method. */
type GrowingList = VideoListElement & {loadMore?(): Promise<void>};

const list = document.querySelector<GrowingList>('video-list')!;

window.gallery = {
  append: list.loadMore && (() => list.loadMore()),
  select: (n) => selectInList(list, n),
};
