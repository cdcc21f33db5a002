/** The stage of a reference page: shows what is tried, and writes down what it hears. */
import {makeElement} from './make-element.js';

const stage = document.querySelector('#stage');
const code = document.querySelector('#live-code');
const heard = document.querySelector('#heard');
const found = document.querySelector('#found');

document.addEventListener('click', ({target}) => {
  const button = target.closest?.('.try');
  if (!button) return;
  show(button.dataset.markup);
  // On a phone it is above everything else.
  document.querySelector('.live').scrollIntoView({block: 'nearest'});
});
show(stage.dataset.markup);

document.querySelector('#filter').addEventListener('input', ({target}) => filter(target.value));

/** Shows only the entries that have all the words. */
function filter(text) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const articles = [...document.querySelectorAll('.entries article')];
  for (const article of articles) {
    const said = article.textContent.toLowerCase();
    article.hidden = !words.every((word) => said.includes(word));
  }
  for (const section of document.querySelectorAll('.entries section')) {
    section.hidden = !section.querySelector('article:not([hidden])');
  }
  const count = articles.filter(({hidden}) => !hidden).length;
  found.textContent = words.length > 0 ? `${count} of ${articles.length}` : '';
}

function show(markup) {
  code.textContent = markup;
  heard.replaceChildren();
  stage.replaceChildren(makeElement(markup, note));
}

function note(text) {
  const item = document.createElement('li');
  item.textContent = text;
  heard.prepend(item);
}
