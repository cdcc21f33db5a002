import {warnOnce} from '../../internal/warn-once.js';
import type {ListChange} from '../../store/list-state.js';
import {
  SelectionChangeEvent,
  VideoListErrorEvent,
  VideoListFilterEvent,
  VideoListLoadEvent,
  VideoListPageEvent,
} from './video-list.events.js';

/** Fires the events of a list. */
export class ListAnnouncer {
  /** Resolves when all events so far have been fired. */
  settled: Promise<unknown> = Promise.resolve();

  readonly #list: EventTarget & {readonly drawn: Promise<unknown>};

  constructor(list: EventTarget & {readonly drawn: Promise<unknown>}) {
    this.#list = list;
  }

  /** Events of the user fire at once, events of requests after rendering, even if that has failed. */
  announce(change: ListChange): void {
    const events = eventsOf(change);
    const dispatch = () => events.forEach((event) => this.#list.dispatchEvent(event));
    if (change.type !== 'load' && change.type !== 'error') dispatch();
    else this.settled = Promise.allSettled([this.settled, this.#list.drawn]).then(dispatch);
  }
}

function eventsOf(change: ListChange): Event[] {
  switch (change.type) {
    case 'load':
      return change.pages.map((page) => {
        const {length} = page.skipped;
        if (length > 0) warnOnce(`${length} records could not be read.`);
        return new VideoListLoadEvent({page});
      });
    case 'error':
      warnOnce(change.error.message);
      return [new VideoListErrorEvent({error: change.error})];
    case 'filter':
      return [new VideoListFilterEvent({filters: change.filters})];
    case 'page':
      return [new VideoListPageEvent({page: change.page})];
    case 'selection':
      return [new SelectionChangeEvent(change), new Event('change', {bubbles: true})];
  }
}
