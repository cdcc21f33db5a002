/** @lit-labs/virtualizer with its grid layout. */
import {grid} from '@lit-labs/virtualizer/layouts/grid.js';
import {virtualize} from '@lit-labs/virtualizer/virtualize.js';
import {render} from 'lit';
import type {CardVideo} from '../shared/card-video.js';
import {fetchAllVideos, openGallery} from '../shared/gallery.js';
import {CARD_HEIGHT, COLUMN_WIDTH, GAP} from '../shared/geometry.js';
import {renderCard} from '../shared/lit-card.js';

const host = openGallery();
const items = [...(await fetchAllVideos(host))];
const layout = grid({
  itemSize: {width: `${COLUMN_WIDTH}px`, height: `${CARD_HEIGHT}px`},
  gap: `${GAP}px`,
  padding: '0px',
});
const keyFunction = ({id}: CardVideo) => id;
render(virtualize({items, layout, keyFunction, renderItem: renderCard}), host);
