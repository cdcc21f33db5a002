import {ask} from './proxy.js';

/** Shows what has the focus, and what is said of it. */
const list = document.querySelector('#gallery');
const {selection, layout, dir, fail} = document.querySelector('#choices').elements;
const [name, said, status] = ['#name', '#said', '#status'].map((id) => document.querySelector(id));

selection.addEventListener('change', () => (list.selection = selection.value));
layout.addEventListener('change', () => (list.layout = layout.value));
dir.addEventListener('change', () => (list.dir = dir.value));
fail.addEventListener('click', () => {
  list.fetcher = () => {
    list.fetcher = ask;
    return Promise.reject(new TypeError('The demo lets this one fail.'));
  };
});

addEventListener('focusin', tell);
addEventListener('keyup', tell);
addEventListener('click', tell);
await customElements.whenDefined('video-list');
await list.updateComplete;
const line = list.shadowRoot.querySelector('[role=status]');
const observer = new MutationObserver(() => (status.textContent = line.textContent));
observer.observe(line, {subtree: true, childList: true, characterData: true});

function tell() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return show('nothing', '');
  const root = element.getRootNode();
  const described = root.getElementById?.(element.getAttribute('aria-describedby'));
  const isSelected = element.getAttribute('aria-selected') === 'true' ? 'selected, ' : '';
  const label =
    element.ariaLabel ??
    element.video?.title ??
    element.labels?.[0]?.textContent ??
    element.textContent;
  show(
    `${element.role ?? element.localName}: ${label.replace(/\s+/g, ' ').trim()}`,
    isSelected + (described?.textContent ?? element.getAttribute('aria-description') ?? ''),
  );
}

function show(what, description) {
  name.textContent = what;
  said.textContent = description;
}
