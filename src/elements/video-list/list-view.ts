import {html, noChange, nothing, type TemplateResult} from 'lit';
import type {Action, ListContext, Region} from '../../features/feature.js';
import type {FeatureHost} from '../../features/feature-host.js';
import {afterFirstPaint} from '../../internal/after-paint.js';
import {isTakingOver} from '../../internal/server-drawing.js';
import {failureText} from '../../languages/failure-text.js';
import {formatPhrase} from '../../languages/format-phrase.js';
import type {Strings} from '../../languages/strings.js';
import type {GalleryElement} from '../gallery-element.js';
import type {VideoCardElement} from '../video-card/video-card.js';
import {renderButton} from './button.js';
import type {CardPainter} from './card-painter.js';
import type {FormControl} from './form-control.js';
import {descriptionOf} from './list-name.js';
import {activeFilters} from './filters-in-use.js';
import {renderMore, renderPages} from './paging-bar.js';
import {renderSelectionPlaceholder, renderToolbarPlaceholder} from './placeholders.js';
import {renderServerCards} from './server-cards.js';

/** What the view needs to render. */
interface ViewContext extends ListContext {
  readonly list: GalleryElement;
  readonly painter: CardPainter;
  readonly features: FeatureHost;
  /** Wraps an action that needs the module for long lists. */
  readonly goOn: (action: Action) => Action;
  readonly form: FormControl;
}

/** Renders a list, and gives access to its elements. */
export class ListView {
  readonly #context: ViewContext;

  constructor(context: ViewContext) {
    this.#context = context;
  }

  /** The shadow root of the list, if there is one yet. */
  get root(): ShadowRoot {
    return this.#context.list.renderRoot as ShadowRoot;
  }

  /** The container of the cards, if there are any. */
  get grid(): HTMLElement | null {
    return this.#find('[part=grid]');
  }

  /** The cards that are in the document, in order. */
  get drawnCards(): VideoCardElement[] {
    return [...(this.grid?.children ?? [])] as VideoCardElement[];
  }

  /** The box around the cards; with `layout="row"` it scrolls sideways. */
  get scroller(): HTMLElement | null {
    return this.#find('[part=shelf]');
  }

  get status(): HTMLElement | null {
    return this.#find('[part=status]');
  }

  get toolbar(): HTMLElement | null {
    return this.#find('[part=toolbar]');
  }

  get message(): HTMLElement | null {
    return this.#find('[part=message]');
  }

  get retry(): HTMLElement | null {
    return this.#find('[part=retry]');
  }

  /** The bar below the cards. */
  get pagingBar(): HTMLElement | null {
    return this.#find('.paging');
  }

  /** The focused element in the list, which can be a card. */
  get focused(): Element | null {
    return this.root?.activeElement ?? null;
  }

  #find(selector: string) {
    return this.root?.querySelector<HTMLElement>(selector) ?? null;
  }

  render(): TemplateResult {
    const {strings} = this.#context;
    const {features} = this.#context;
    const render = (region: Region) => features.render(region, strings);
    return html`
      <div part="status" role="status" tabindex="-1">${this.#status(strings)}</div>
      <slot name="header"></slot>
      <div class="tools">
        ${render('toolbar') ?? renderToolbarPlaceholder(this.#context, strings)}<slot
          name="toolbar"
        ></slot>
      </div>
      ${render('selection') ?? renderSelectionPlaceholder(this.#context, strings)}
      ${render('newItems')} ${this.#renderContent(strings)} ${this.#renderFailure(strings)}
      ${this.#renderPaging(strings)}
      <slot name="footer"></slot>
    `;
  }

  #status(strings: Strings) {
    const {store, requestUpdate} = this.#context;
    const {isPending, error, items, phase} = store.state;
    const special = this.#context.features.status(strings);
    if (special) return special;
    if (isPending || phase === 'loading') return strings.loading;
    if (error) return failureText(error, strings);
    if (phase === 'unconfigured' || !store.state.query) return nothing;
    const painted = afterFirstPaint();
    if (painted) {
      // Formatting the number needs `Intl`, which is slow before the first paint.
      void painted.then(requestUpdate);
      return strings.loading;
    }
    const loaded = activeFilters(this.#context).length > 0 ? strings.found : strings.loaded;
    return formatPhrase(strings, loaded, {count: items.length});
  }

  #renderContent(strings: Strings) {
    const {phase} = this.#context.store.state;
    if (phase === 'error') return nothing;
    if (phase === 'ready' || phase === 'loading') return this.#renderCards(strings);
    return (
      (phase === 'empty' && this.#context.features.render('empty', strings)) ||
      html`<slot name=${phase}><div part="message" tabindex="-1">${strings[phase]}</div></slot>`
    );
  }

  #renderCards(strings: Strings) {
    const {list, selection, settings, store, label, isDisabled, features, painter, form} =
      this.#context;
    const isDrawn = isTakingOver(list);
    const description = isDrawn ? '' : descriptionOf(list);
    const {handle} = features;
    const {isOn, isMultiple} = selection;
    return html`<div class="frame">
      ${features.render('backward', strings)}
      <div part="shelf" @scroll=${handle}>
        <div
          part="grid"
          role=${isOn ? 'listbox' : 'list'}
          tabindex=${isOn && !isDisabled ? '0' : nothing}
          aria-label=${label || (isOn ? strings.videos : nothing)}
          aria-description=${description || nothing}
          aria-busy=${store.state.phase === 'loading'}
          aria-multiselectable=${isMultiple || nothing}
          aria-orientation=${isOn && settings.layout === 'row' ? 'horizontal' : nothing}
          aria-invalid=${(isOn && form.isInvalid) || nothing}
          aria-required=${(isOn && settings.required) || nothing}
          aria-disabled=${(isOn && isDisabled) || nothing}
          @video-select=${this.#markCurrent}
          @click=${handle}
          @keydown=${handle}
          @focusin=${handle}
          @focusout=${handle}
          @cover-error=${handle}
        >
          ${isDrawn ? renderServerCards(this.#context, painter) : noChange}
        </div>
      </div>
      ${features.render('forward', strings)}
    </div>`;
  }

  #renderFailure(strings: Strings) {
    const {store, run} = this.#context;
    const {error, phase} = store.state;
    if (!error) return nothing;
    return html`<div part="message" class=${phase === 'ready' ? 'notice' : ''}>
      <slot name="error">${failureText(error, strings)}</slot>
      ${renderButton('retry', strings.retry, () => run((options) => store.retry(options)))}
    </div>`;
  }

  #renderPaging(strings: Strings) {
    const {store, label, features} = this.#context;
    const {phase, paging, page, isPending, items, error, query} = store.state;
    // On an empty page, the bar is needed to go back.
    const isOpen = phase === 'ready' || (phase === 'empty' && page > 1);
    if (!isOpen || !query || paging === 'none') return nothing;
    // If the module for long lists could not be loaded, only the first page is shown.
    const isCut = features.hasFailed('longList') && items.loaded.length < items.length;
    const hasNext = store.state.hasNext || isCut;
    const options = {
      label,
      isBusy: isPending,
      hasNext,
      more: this.#more,
      pageIndex: query.pageIndex,
      turnTo: this.#turnTo,
    };
    if (paging === 'pages') return renderPages(options, strings);
    return hasNext && !error ? renderMore(options, strings) : nothing;
  }

  #more = async () => {
    const {store, run, goOn, cards} = this.#context;
    const {length} = store.state.items;
    await run(goOn((options) => store.loadMore(options)));
    if (!this.pagingBar?.matches(':focus-within')) return;
    const {retry} = this;
    if (retry) retry.focus();
    else (await cards.reveal(Math.min(length, store.state.items.length - 1)))?.focus();
  };

  #turnTo = (page: number) => {
    const {store, run, goOn, cards} = this.#context;
    void run(goOn((options) => store.turnTo(page, options)));
    void cards.reveal(0);
  };

  /** Marks the picked video, unless the page cancels the event. Listeners of the page run after this one. */
  #markCurrent = (event: Event) => {
    const {video} = (event as CustomEvent<{video: {id: string}}>).detail;
    queueMicrotask(() => {
      if (!event.defaultPrevented) this.#context.store.setCurrent(video.id);
    });
  };
}
