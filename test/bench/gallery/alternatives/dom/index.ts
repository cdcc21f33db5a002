/** Hand-written DOM with all cards in the document: the reference of all comparisons. */
import {createCards, makeSelectable, setTitle} from '../shared/dom-card.js';
import {fetchAllVideos, openGallery} from '../shared/gallery.js';
import {moreVideos} from '../shared/more-videos.js';

const host = openGallery();
host.className = 'grid';
const videos = await fetchAllVideos(host);
host.append(createCards(videos));

const select = makeSelectable(host);
window.gallery = {
  update: (n) => setTitle(host.children[1]!, `Another title, number ${n}`),
  append: (n) => host.append(createCards(moreVideos(videos, n))),
  select,
};
