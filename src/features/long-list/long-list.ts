import {isServer} from 'lit';
import {healFirstAnswer} from '../../store/heal.js';
import {attachPaging} from '../../store/paging.js';
import {createCoverRenewal} from '../../store/renew-covers.js';
import type {Feature, ListContext} from '../feature.js';
import {ListWindow} from '../window/list-window.js';
import {styles} from '../window/window.styles.js';
import {FocusKeeper} from './focus-keeper.js';
import {showItem} from './show-item.js';

/** All that a list needs after its first cards: cards for the items in view, further pages, and focus handling. */
export function install(context: ListContext): Feature {
  const {store, view} = context;
  attachPaging(store);
  if (isServer) return {};
  const cards = new ListWindow({
    root: () => view.root,
    grid: () => view.grid,
    items: () => store.state.items,
    layout: () => context.settings.layout,
    createCard: context.createCard,
    showCard: context.showCard,
    rangeChanged: (start, end) => store.ensureRange(start, end),
  });
  const focus = new FocusKeeper(context);
  const show = (target: string | number) => showItem(context, cards, target);
  const covers = createCoverRenewal(store);
  let healing: {disconnect(): void} | undefined;
  return {
    cards: Object.assign(cards, {show}),
    start: () => (healing ??= healFirstAnswer(store)),
    stop() {
      healing = void healing?.disconnect();
      cards.disconnected();
    },
    on: {'cover-error': (_: Event, card) => card?.video && covers.failed(card.video.id)},
    beforeUpdate() {
      focus.beforeUpdate();
      cards.beforeUpdate();
    },
    updated() {
      context.list.addStyles(styles);
      cards.updated();
      focus.updated();
    },
  };
}
