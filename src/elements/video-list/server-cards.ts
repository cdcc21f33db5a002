import {html, type TemplateResult} from 'lit';
import {clampPageSize} from '../../data/video-page-query.js';
import type {ListContext} from '../../features/feature.js';
import {exportedParts} from '../video-card/card-parts.js';
import type {CardPainter} from './card-painter.js';

/** Renders the first cards on a server and for hydration. All other cards are created when they are needed. */
export function renderServerCards(
  {selection, settings, store}: ListContext,
  painter: CardPainter,
): TemplateResult[] {
  const {items} = store.state;
  const length = Math.min(items.length, clampPageSize(settings.pageSize));
  return Array.from({length}, (_, index) => {
    const values = painter.valuesOf({index, video: items.at(index)});
    return html`<video-card
      part="card"
      exportparts=${exportedParts}
      role=${selection.isOn ? 'option' : 'listitem'}
      .listValues=${values}
    ></video-card>`;
  });
}
