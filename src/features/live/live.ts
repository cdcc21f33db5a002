import {html} from 'lit';
import type {VideoCardElement} from '../../elements/video-card/video-card.js';
import {renderButton} from '../../elements/video-list/button.js';
import {isInView} from '../../elements/video-list/is-in-view.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import {createLive} from '../../store/live.js';
import type {Feature, ListContext} from '../feature.js';
import {styles} from './live.styles.js';

/** Live updates: with the proxy's stream of changes, or by polling. */
export function install(context: ListContext): Feature {
  const {store, view} = context;
  const live = createLive(store, {isAtTop: () => isAtTop(view.grid)});
  const configure = (isActive: boolean) => {
    const {live: wantsStream, credentials, pollInterval} = context.settings;
    live.configure({
      url: wantsStream ? store.state.query?.url : undefined,
      fetcher: context.token.fetch,
      withCredentials: credentials === 'include',
      pollInterval,
      isActive,
    });
  };
  return {
    start: () => configure(true),
    updated: () => configure(true),
    stop: () => configure(false),
    regions: {newItems: (strings) => renderNewItems(context, strings)},
    status: (strings) => {
      const {newItemCount: count} = store.state;
      return count > 0 ? formatPhrase(strings, strings.news, {count}) : undefined;
    },
  };
}

/** Whether the first card is in view. */
async function isAtTop(grid: HTMLElement | null): Promise<boolean> {
  const card = grid?.querySelector<VideoCardElement>('[part=card]');
  // Checked again, because the card may have got another index meanwhile.
  return !card || ((await isInView(card)) && card.index === 0);
}

/** Positioned without taking space, so that nothing moves when it appears. */
function renderNewItems({list, store, run}: ListContext, strings: Strings) {
  const {newItemCount: count} = store.state;
  if (!count) return undefined;
  list.addStyles(styles);
  const show = () => run((options) => store.refresh(options));
  return html`<div class="news">
    ${renderButton('news', formatPhrase(strings, strings.news, {count}), show)}
  </div>`;
}
