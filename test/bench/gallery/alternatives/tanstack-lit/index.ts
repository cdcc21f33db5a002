/** @tanstack/lit-virtual: a virtual list of rows, with the grid's fixed geometry. */
import {WindowVirtualizerController, type VirtualItem} from '@tanstack/lit-virtual';
import {html, LitElement} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {styleMap} from 'lit/directives/style-map.js';
import type {CardVideo} from '../shared/card-video.js';
import {fetchAllVideos, openGallery} from '../shared/gallery.js';
import {columnsIn, heightOf, ROW_HEIGHT} from '../shared/geometry.js';
import {renderCard} from '../shared/lit-card.js';

class TanstackGallery extends LitElement {
  readonly #videos: readonly CardVideo[];
  readonly #columns: number;
  readonly #rows: WindowVirtualizerController<Element>;

  constructor(videos: readonly CardVideo[], columns: number) {
    super();
    this.#videos = videos;
    this.#columns = columns;
    this.#rows = new WindowVirtualizerController(this, {
      count: Math.ceil(videos.length / columns),
      estimateSize: () => ROW_HEIGHT,
    });
  }

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const rows = this.#rows.getVirtualizer();
    const room = styleMap({
      display: 'block',
      position: 'relative',
      blockSize: `${heightOf(rows.options.count)}px`,
    });
    return html`<div style=${room}>
      ${repeat(rows.getVirtualItems(), ({key}) => key, this.#renderRow)}
    </div>`;
  }

  #renderRow = ({index, start}: VirtualItem) => {
    const first = index * this.#columns;
    const videos = this.#videos.slice(first, first + this.#columns);
    const place = styleMap({
      position: 'absolute',
      inlineSize: '100%',
      transform: `translateY(${start}px)`,
    });
    return html`<div class="grid" style=${place}>${videos.map(renderCard)}</div>`;
  };
}
customElements.define('tanstack-gallery', TanstackGallery);

const host = openGallery();
host.append(new TanstackGallery(await fetchAllVideos(host), columnsIn(host)));
