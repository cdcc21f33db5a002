import {fixture, fixtureCleanup, oneEvent} from '@open-wc/testing/pure';
import type {TemplateResult} from 'lit';
import type {VideoCardElement} from '../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';

// Every test starts with an empty page.
afterEach(fixtureCleanup);

/** Puts a template into the page and hands out its element, drawn. */
export function render<T extends Element>(template: TemplateResult): Promise<T> {
  return fixture<T>(template);
}

/** Puts a list into the page and waits until its first videos, or the news that there are none, are drawn. */
export async function renderSettled(template: TemplateResult): Promise<VideoListElement> {
  const list = await render<VideoListElement>(template);
  await settled(list);
  return list;
}

/** Waits until the list is loading no longer and everything in it is drawn. */
export async function settled(list: VideoListElement): Promise<void> {
  await list.updateComplete;
  if (hasState(list, 'loading')) await outcome(list);
  await withFeatures(list);
  // Cards that are not in view come once those in view have been painted.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await Promise.all(
    [...partsOf(list, 'card')].map((card) => (card as VideoCardElement).updateComplete),
  );
}

/** Waits until a list has all features that it wants at present. */
export async function withFeatures(list: VideoListElement): Promise<void> {
  let isLate = false;
  const deadline = setTimeout(() => (isLate = true), 8000);
  do await list.updateComplete;
  while (!isLate && list.isUpdatePending);
  clearTimeout(deadline);
  if (isLate) throw new Error('The features of a list have not come within 8 seconds.');
}

/** Resolves with the event that tells how a request of the list ended. */
export function outcome(list: VideoListElement): Promise<Event> {
  return Promise.race([oneEvent(list, 'video-list-load'), oneEvent(list, 'video-list-error')]);
}

/** Milliseconds after which a test waits in vain: less than a test may take, so that it can say what for. */
const PATIENCE = 9_000;

/** Waits until something is the case. Rejects with the condition, or what it is called, when that takes too long. */
export async function until(isSo: () => boolean, what = String(isSo)): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isSo()) {
    if (performance.now() > end) throw new Error(`Not within ${PATIENCE} ms: ${what}`);
    await new Promise(requestAnimationFrame);
  }
}

/** Waits until an element gets a custom state. */
export function untilState(element: Element, state: string): Promise<void> {
  return until(() => hasState(element, state), `${element.localName}:state(${state})`);
}

/** Whether a page could style an element by `:state(…)`. */
export function hasState(element: Element, state: string): boolean {
  return element.matches(`:state(${state})`);
}

/** Every piece of an element that goes by the name of a part. */
export function partsOf(element: Element, name: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

/** Whether an element has a piece that goes by the name of a part. */
export function hasPart(element: Element, name: string): boolean {
  return partsOf(element, name).length > 0;
}

/** The piece of an element that goes by the name of a part. */
export function part(element: Element, name: string): HTMLElement {
  const [found] = partsOf(element, name);
  if (!found) throw new Error(`<${element.localName}> has no part "${name}".`);
  return found;
}

/** The text of a part as it is read; empty when there is no such part. */
export function textOf(element: Element, name: string): string {
  return partsOf(element, name)[0]?.textContent.trim() ?? '';
}

/** The cards of a list, in order; skeletons are none. */
export function cardsIn(list: Element): VideoCardElement[] {
  return [...(list.shadowRoot?.querySelectorAll<VideoCardElement>('[role=listitem]') ?? [])];
}

/** The options of a list whose videos can be selected, in order. */
export function optionsIn(list: Element): VideoCardElement[] {
  return [...(list.shadowRoot?.querySelectorAll<VideoCardElement>('[role=option]') ?? [])];
}

/** The option at a place of a list. */
export function optionAt(list: Element, index: number): VideoCardElement {
  const option = optionsIn(list).find((card) => card.index === index);
  if (!option) throw new Error(`There is no option ${index}.`);
  return option;
}

/** The titles of what is selected: to the eye, to screen readers, and to the page, which must agree. */
export async function selectedIn(list: VideoListElement): Promise<string[]> {
  await list.updateComplete;
  const options = optionsIn(list);
  await Promise.all(options.map((option) => option.updateComplete));
  const marked = options.filter((option) => option.hasAttribute('selected'));
  for (const option of options) {
    const isSpoken = option.ariaSelected === 'true';
    if (isSpoken !== marked.includes(option)) throw new Error('Eye and ear do not agree.');
  }
  return marked.map((option) => textOf(option, 'title'));
}

/** The card at a place of a list. */
export function cardAt(list: Element, index: number): VideoCardElement {
  const card = cardsIn(list)[index];
  if (!card) throw new Error(`There is no card ${index}.`);
  return card;
}

/** The titles a list shows, in order. */
export function titlesIn(list: Element): string[] {
  return cardsIn(list).map((card) => textOf(card, 'title'));
}

/**
 * Whether an element has the focus, inside however many shadow roots. (Not `assert.equal` of two elements:
 * the runner would take for ever to print how they differ.)
 */
export function isFocused(element: Element): boolean {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  return focused === element;
}

/** A computed style of an element. */
export function styleOf(element: Element, property: string): string {
  return getComputedStyle(element).getPropertyValue(property);
}
