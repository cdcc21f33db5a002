import {fixture, fixtureCleanup, oneEvent} from '@open-wc/testing/pure';
import type {TemplateResult} from 'lit';
import type {VideoCardElement} from '../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';

// Every test starts with an empty page.
afterEach(fixtureCleanup);

/** Renders a template into the page. Resolves with its element after its first update. */
export function render<T extends Element>(template: TemplateResult): Promise<T> {
  return fixture<T>(template);
}

/** Renders a list into the page and waits until its first videos, or the message that there are none, are rendered. */
export async function renderSettled(template: TemplateResult): Promise<VideoListElement> {
  const list = await render<VideoListElement>(template);
  await settled(list);
  return list;
}

/** Waits until the list has loaded and everything in it is rendered. */
export async function settled(list: VideoListElement): Promise<void> {
  await list.updateComplete;
  if (hasState(list, 'loading')) await outcome(list);
  await withFeatures(list);
  // Cards outside the view are rendered after those in view have been painted.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  await Promise.all(
    [...partsOf(list, 'card')].map((card) => (card as VideoCardElement).updateComplete),
  );
}

/** Waits until a list has all features that it wants at present. */
export async function withFeatures(list: VideoListElement): Promise<void> {
  let isLate = false;
  const deadline = setTimeout(() => (isLate = true), PATIENCE_MS);
  do await list.updateComplete;
  while (!isLate && list.isUpdatePending);
  clearTimeout(deadline);
  if (isLate) throw lateError('all features of a list');
}

/** Resolves with the event about the result of the list's request. Rejects if that takes too long. */
export async function outcome(list: VideoListElement): Promise<Event> {
  const what = lateError('video-list-load or video-list-error');
  let deadline: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    deadline = setTimeout(() => reject(what), PATIENCE_MS);
  });
  const events = ['video-list-load', 'video-list-error'].map((name) => oneEvent(list, name));
  return Promise.race([...events, late]).finally(() => clearTimeout(deadline));
}

/** Milliseconds until a wait fails. Less than a test may take, so that the message of the wait is shown. */
const PATIENCE_MS = 9_000;

/** Waits until a condition holds. Rejects with `what`, by default the code of the condition, if that takes too long. */
export async function until(holds: () => boolean, what = String(holds)): Promise<void> {
  const endMs = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > endMs) throw lateError(what);
    await new Promise(requestAnimationFrame);
  }
}

function lateError(what: string): Error {
  return new Error(`Not within ${PATIENCE_MS} ms: ${what}`);
}

/** Waits until an element has a custom state. */
export function untilState(element: Element, state: string): Promise<void> {
  return until(() => hasState(element, state), `${element.localName}:state(${state})`);
}

/** Whether a page could style an element by `:state(…)`. */
export function hasState(element: Element, state: string): boolean {
  return element.matches(`:state(${state})`);
}

/** All elements in the shadow root of an element that have a part of this name. */
export function partsOf(element: Element, name: string): HTMLElement[] {
  return [...(element.shadowRoot?.querySelectorAll<HTMLElement>(`[part~="${name}"]`) ?? [])];
}

/** Whether the shadow root of an element has a part of this name. */
export function hasPart(element: Element, name: string): boolean {
  return partsOf(element, name).length > 0;
}

/** The first part with this name in the shadow root of an element. Throws if there is none. */
export function part(element: Element, name: string): HTMLElement {
  const [found] = partsOf(element, name);
  if (!found) throw new Error(`<${element.localName}> has no part "${name}".`);
  return found;
}

/** The trimmed text of a part; empty if there is no such part. */
export function textOf(element: Element, name: string): string {
  return partsOf(element, name)[0]?.textContent.trim() ?? '';
}

/** All cards of a list that are in the document, skeletons and options included. */
export function cardsOf(list: Element): VideoCardElement[] {
  return partsOf(list, 'card') as VideoCardElement[];
}

/** The cards of a list, in order, without skeletons. */
export function cardsIn(list: Element): VideoCardElement[] {
  return [...(list.shadowRoot?.querySelectorAll<VideoCardElement>('[role=listitem]') ?? [])];
}

/** The options of a list whose videos can be selected, in order. */
export function optionsIn(list: Element): VideoCardElement[] {
  return [...(list.shadowRoot?.querySelectorAll<VideoCardElement>('[role=option]') ?? [])];
}

/** The option with this index in the list. */
export function optionAt(list: Element, index: number): VideoCardElement {
  const option = optionsIn(list).find((card) => card.index === index);
  if (!option) throw new Error(`There is no option ${index}.`);
  return option;
}

/** The titles of the selected videos. Throws if an option looks selected and screen readers say that it is not, or the reverse. */
export async function selectedIn(list: VideoListElement): Promise<string[]> {
  await list.updateComplete;
  const options = optionsIn(list);
  await Promise.all(options.map((option) => option.updateComplete));
  const marked = options.filter((option) => option.hasAttribute('selected'));
  for (const option of options) {
    const isSpoken = option.ariaSelected === 'true';
    if (isSpoken !== marked.includes(option)) {
      throw new Error('The attributes "selected" and "aria-selected" do not agree.');
    }
  }
  return marked.map((option) => textOf(option, 'title'));
}

/** The card with this index among those that are rendered. */
export function cardAt(list: Element, index: number): VideoCardElement {
  const card = cardsIn(list)[index];
  if (!card) throw new Error(`There is no card ${index}.`);
  return card;
}

/** The titles that a list shows, in order. */
export function titlesIn(list: Element): string[] {
  return cardsIn(list).map((card) => textOf(card, 'title'));
}

/**
 * Whether an element has the focus, through any number of shadow roots. Use it instead of `assert.equal` of two elements: the
 * runner would try to print the difference of both, which does not end.
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
