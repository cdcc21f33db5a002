/** The live example of a reference page, with a log of its events, and the search in the entries. */
import {makeElement} from './make-element.js';

const stage = document.querySelector('#stage');
const code = document.querySelector('#live-code');
const eventLog = document.querySelector('#event-log');
const found = document.querySelector('#found');

document.addEventListener('click', ({target}) => {
  const button = target.closest?.('.try');
  if (!button) return;
  show(button.dataset.markup);
  // On a phone, the live example is above the entries.
  document.querySelector('.live').scrollIntoView({block: 'nearest'});
});
show(stage.dataset.markup);

document.querySelector('#filter').addEventListener('input', ({target}) => filter(target.value));

/** Shows only the entries that contain all words. */
function filter(search) {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const articles = [...document.querySelectorAll('.entries article')];
  for (const article of articles) {
    const text = article.textContent.toLowerCase();
    article.hidden = !words.every((word) => text.includes(word));
  }
  for (const section of document.querySelectorAll('.entries section')) {
    section.hidden = !section.querySelector('article:not([hidden])');
  }
  const count = articles.filter(({hidden}) => !hidden).length;
  found.textContent = words.length > 0 ? `${count} of ${articles.length}` : '';
}

function show(markup) {
  code.textContent = markup;
  eventLog.replaceChildren();
  stage.replaceChildren(makeElement(markup, logEvent));
}

function logEvent(text) {
  const item = document.createElement('li');
  item.textContent = text;
  eventLog.prepend(item);
}
