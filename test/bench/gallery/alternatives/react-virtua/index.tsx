/** React 19 with virtua: a virtual list of the grid's rows. */
import {createRoot} from 'react-dom/client';
import {WindowVirtualizer} from 'virtua';
import type {CardVideo} from '../shared/card-video.js';
import {fetchAllVideos, openGallery} from '../shared/gallery.js';
import {columnsIn, GAP, ROW_HEIGHT} from '../shared/geometry.js';
import {Card} from './card.js';

const host = openGallery();
const rows = inRows(await fetchAllVideos(host), columnsIn(host));
createRoot(host).render(
  <WindowVirtualizer data={rows} itemSize={ROW_HEIGHT}>
    {(videos, index) => (
      <div key={index} className="grid" style={{paddingBlockEnd: GAP}}>
        {videos.map((video) => (
          <Card key={video.id} video={video} />
        ))}
      </div>
    )}
  </WindowVirtualizer>,
);

function inRows(videos: readonly CardVideo[], columns: number): (readonly CardVideo[])[] {
  const count = Math.ceil(videos.length / columns);
  return Array.from({length: count}, (_, n) => videos.slice(n * columns, (n + 1) * columns));
}
