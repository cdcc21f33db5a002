/** Hand-written DOM with all cards in the document, in chunks with `content-visibility`. */
import type {CardVideo} from '../shared/card-video.js';
import {createCards, makeSelectable, setTitle} from '../shared/dom-card.js';
import {fetchAllVideos, openGallery} from '../shared/gallery.js';
import {columnsIn, GAP, heightOf} from '../shared/geometry.js';
import {moreVideos} from '../shared/more-videos.js';

const ROWS_PER_CHUNK = 12;

const host = openGallery();
host.style.display = 'grid';
host.style.gap = `${GAP}px`;
const columns = columnsIn(host);
const chunkSize = ROWS_PER_CHUNK * columns;
const videos = await fetchAllVideos(host);
host.append(createChunks(videos));

const select = makeSelectable(host);
window.gallery = {
  update: (n) => setTitle(host.querySelectorAll('.card')[1]!, `Another title, number ${n}`),
  append: (n) => host.append(createChunks(moreVideos(videos, n))),
  select,
};

function createChunks(listed: readonly CardVideo[]): DocumentFragment {
  const chunks = document.createDocumentFragment();
  for (let from = 0; from < listed.length; from += chunkSize) {
    chunks.append(createChunk(listed.slice(from, from + chunkSize)));
  }
  return chunks;
}

function createChunk(listed: readonly CardVideo[]): HTMLElement {
  const chunk = document.createElement('div');
  chunk.className = 'grid';
  chunk.style.contentVisibility = 'auto';
  chunk.style.containIntrinsicBlockSize = `auto ${heightOf(Math.ceil(listed.length / columns))}px`;
  chunk.append(createCards(listed));
  return chunk;
}
