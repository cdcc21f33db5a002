import {request} from './proxy.js';

/** Shows the focused element with its description, and the text of the status line. */
const list = document.querySelector('#gallery');
const {selection, layout, dir, fail} = document.querySelector('#choices').elements;
const [name, description, status] = ['#name', '#description', '#status'].map((id) =>
  document.querySelector(id),
);

selection.addEventListener('change', () => (list.selection = selection.value));
layout.addEventListener('change', () => (list.layout = layout.value));
dir.addEventListener('change', () => (list.dir = dir.value));
fail.addEventListener('click', () => {
  list.fetcher = () => {
    list.fetcher = request;
    return Promise.reject(new TypeError('The demo makes this request fail.'));
  };
});

addEventListener('focusin', showFocus);
addEventListener('keyup', showFocus);
addEventListener('click', showFocus);
await customElements.whenDefined('video-list');
await list.updateComplete;
const line = list.shadowRoot.querySelector('[role=status]');
const observer = new MutationObserver(() => (status.textContent = line.textContent));
observer.observe(line, {subtree: true, childList: true, characterData: true});

function showFocus() {
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

function show(nameText, descriptionText) {
  name.textContent = nameText;
  description.textContent = descriptionText;
}
