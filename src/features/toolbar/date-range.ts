import {html} from 'lit';
import type {Strings} from '../../languages/strings.js';
import type {VideoFilters} from '../../model/video-filters.js';

/** The user is still typing smaller years: `0002` for `2026`. */
const FIRST_YEAR = 1000;

/**
 * Two fields for the first and the last day, in the browser's date format. The days are in the account's time zone. They are
 * not converted to times, which could be of another day in the user's time zone.
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

/** The range with a new first or last day. If it would end before it starts, both become this day. */
function rangeWith(
  {createdFrom, createdTo}: VideoFilters,
  name: 'createdFrom' | 'createdTo',
  day: string,
): VideoFilters {
  const from = name === 'createdFrom' ? day : dayOf(createdFrom);
  const to = name === 'createdTo' ? day : dayOf(createdTo);
  return from && to && from > to ? {createdFrom: day, createdTo: day} : {[name]: day};
}

/** The day of a filter value with or without a time. */
const dayOf = (time: string | null | undefined) => /^\d{4}-\d\d-\d\d/.exec(time ?? '')?.[0] ?? '';
