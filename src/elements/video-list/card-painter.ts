import type {ListContext} from '../../features/feature.js';
import {exportedParts} from '../video-card/card-parts.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import type {CardItem} from './card-item.js';
import {renderCardContent} from './card-content.js';
import {cardLink} from '../../model/card-link.js';
import {setSemantics} from './card-semantics.js';

/** Sets the properties of cards. */
export class CardPainter {
  readonly #context: ListContext;

  constructor(context: ListContext) {
    this.#context = context;
  }

  readonly show = (card: VideoCardElement, item: CardItem): void => {
    const {settings, selection, store, isDisabled} = this.#context;
    if (!card.part.value) {
      card.part.value = 'card';
      card.setAttribute('exportparts', exportedParts);
    }
    card.listValues = this.valuesOf(item);
    renderCardContent(card, item, settings.cardContent);
    setSemantics(card, {
      isOption: selection.isOn,
      isFocusable: selection.isOn && !isDisabled,
      setSize: store.state.items.length,
    });
  };

  /** The properties of the card of an item. */
  valuesOf({index, video}: CardItem): Partial<VideoCardElement> {
    const {settings, selection, store, language, blockedReason, progressOf} = this.#context;
    const {badgeFormat, tiers, layout, headingLevel, coverUrl, preview, cardHref, play, show} =
      settings;
    const {isOn, isMultiple} = selection;
    const isSelected = (id: string) => (isOn ? selection.has(id) : id === store.state.current);
    return {
      video,
      index,
      href: video && cardLink(cardHref, video),
      selected: !!video && isSelected(video.id),
      selectable: isOn ? (isMultiple ? 'multiple' : 'single') : undefined,
      blocked: video && blockedReason(video),
      skeleton: !video,
      badgeFormat,
      tiers,
      language,
      layout,
      headingLevel,
      coverUrl,
      preview,
      show,
      progress: video && progressOf?.(video),
      plays: !!play,
    };
  }
}
