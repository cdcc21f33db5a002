import {html} from 'lit';
import type {Strings} from '../../languages/strings.js';
import type {VideoFilters} from '../../model/video-filters.js';

/** Earlier years are half typed: `0002` on the way to `2026`. */
const FIRST_YEAR = 1000;

/**
 * Two fields for the first and the last day, which the browser writes as its user does. The days are those of the account's
 * time zone and stay text: as a time, midnight of one zone would be another day in the next.
 */
export function renderDateRange(
  filters: () => VideoFilters,
  strings: Strings,
  change: (filters: VideoFilters) => void,
): unknown {
  const field = (name: 'createdFrom' | 'createdTo') =>
    html`<label
      >${strings.filters[name]}
      <input
        part="date"
        type="date"
        .value=${dayOf(filters()[name])}
        @change=${({target}: Event) => {
          const {value, validity} = target as HTMLInputElement;
          const isHalf = validity.badInput || (value && parseInt(value) < FIRST_YEAR);
          if (!isHalf) change(rangeWith(filters(), name, value));
        }}
    /></label>`;
  return html`<span part="dates" role="group" aria-label=${strings.created ?? ''}>
    ${field('createdFrom')} ${field('createdTo')}
  </span>`;
}

/** A range that would end before it begins becomes the day that was chosen. */
function rangeWith(
  {createdFrom, createdTo}: VideoFilters,
  name: 'createdFrom' | 'createdTo',
  day: string,
): VideoFilters {
  const from = name === 'createdFrom' ? day : dayOf(createdFrom);
  const to = name === 'createdTo' ? day : dayOf(createdTo);
  return from && to && from > to ? {createdFrom: day, createdTo: day} : {[name]: day};
}

/** The day of a time as the page may write it. */
const dayOf = (time: string | null | undefined) => /^\d{4}-\d\d-\d\d/.exec(time ?? '')?.[0] ?? '';
