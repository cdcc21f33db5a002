import {html} from 'lit';
import {categoryFilter, type CategoryLevel} from '../../model/category-tree.js';
import type {Strings} from '../../languages/strings.js';

/** Called with the filter that the user has selected. */
type Choose = (filter: string) => void;

/**
 * Categories as tabs: a row for the top level, and further rows for the children of the selected category. The radio
 * buttons of a row are one tab stop with arrow keys.
 */
export function renderCategoryTabs(
  levels: readonly CategoryLevel[],
  strings: Strings,
  choose: Choose,
): unknown {
  return levels.map(({all, categories, chosen}, depth) => {
    const tab = (name: unknown, filter: string, isChosen: boolean) =>
      html`<label part=${isChosen ? 'category current' : 'category'}
        ><input
          type="radio"
          name=${`category-${depth}`}
          .checked=${isChosen}
          @change=${() => choose(filter)}
        /><span dir="auto">${name}</span></label
      >`;
    return html`<div part="categories" role="radiogroup" aria-label=${strings.filters.category}>
      ${tab(strings.all, all, !chosen)}
      ${categories.map((category) =>
        tab(category.name, categoryFilter(category), category === chosen),
      )}
    </div>`;
  });
}

/** Scrolls each row of tabs, but not the page, to its selected tab. */
export function revealChosenTabs(toolbar: Element | null): void {
  for (const tab of toolbar?.querySelectorAll<HTMLElement>('[part~=current]') ?? []) {
    const row = tab.parentElement!;
    row.scrollLeft = tab.offsetLeft + (tab.offsetWidth - row.clientWidth) / 2;
  }
}
