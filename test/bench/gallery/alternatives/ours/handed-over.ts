/** Our gallery in a page that sets its property `videos`. */
import type {VideoListElement} from '../../../../../src/elements/video-list/video-list.js';
import {fetchDecodedVideos} from '../shared/decoded-videos.js';
import {moreVideos} from '../shared/more-videos.js';
import {selectInList} from './select-in-list.js';

const list = document.querySelector<VideoListElement>('video-list')!;
let videos = await fetchDecodedVideos();
list.videos = videos;

window.gallery = {
  update(n) {
    videos = videos.with(1, {...videos[1]!, title: `Another title, number ${n}`});
    list.videos = videos;
  },
  append(n) {
    videos = [...videos, ...moreVideos(videos, n)];
    list.videos = videos;
  },
  select: (n) => selectInList(list, n),
};
