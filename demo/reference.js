/** The stage of a reference page: shows what is tried, and writes down what it hears. */
import {makeElement} from './make-element.js';

const stage = document.querySelector('#stage');
const code = document.querySelector('#live-code');
const heard = document.querySelector('#heard');

document.addEventListener('click', ({target}) => {
  const button = target.closest?.('.try');
  if (!button) return;
  show(button.dataset.markup);
  // On a phone it is above everything else.
  document.querySelector('.live').scrollIntoView({block: 'nearest'});
});
show(stage.dataset.markup);

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
