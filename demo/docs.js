/** Searches the documentation in the browser. The index is loaded when the search field first gets the focus. */
const field = document.querySelector('#search');
const found = document.querySelector('#found');
const list = document.querySelector('.docs-list');

/** Maximum number of results. */
const MOST_RESULTS = 12;

let passages;

// The list of pages is open beside the text, and closed above the text on narrow screens.
const isWide = matchMedia('(width >= 64rem)');
const updateList = () => (list.open = isWide.matches);
isWide.addEventListener('change', updateList);
updateList();

field.addEventListener('focus', load, {once: true});
field.addEventListener('input', search);
field.addEventListener('keydown', ({key}) => {
  if (key === 'Enter') found.querySelector('a')?.click();
});

function load() {
  passages ??= fetch('docs-search.json').then((response) => response.json());
  return passages;
}

async function search() {
  const words = wordsOf(field.value);
  if (words.length === 0) return found.replaceChildren();
  const all = await load();
  if (words.join() !== wordsOf(field.value).join()) return;
  const results = all
    .map((passage) => ({passage, score: scoreOf(passage, words)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_RESULTS)
    .map(({passage}) => resultOf(passage, words));
  found.replaceChildren(results.length > 0 ? listOf(results) : 'Nothing found.');
}

function wordsOf(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** The score of a section; 0 if a word is missing. A word in a heading counts more than one in the text. */
function scoreOf({page, heading, text}, words) {
  let score = 0;
  for (const word of words) {
    const places = [
      [heading, 6],
      [page, 3],
      [text, 1],
    ];
    const here = places.filter(([place]) => place.toLowerCase().includes(word));
    if (here.length === 0) return 0;
    for (const [, weight] of here) score += weight;
  }
  return score;
}

function listOf(results) {
  const resultList = document.createElement('ul');
  resultList.append(...results);
  return resultList;
}

function resultOf({file, page, heading, text}, [word]) {
  const link = Object.assign(document.createElement('a'), {href: file});
  link.append(heading ? `${page}: ${heading}` : page);
  const start = Math.max(0, text.toLowerCase().indexOf(word) - 40);
  const excerpt = document.createElement('span');
  excerpt.append(`${start > 0 ? '…' : ''}${text.slice(start, start + 110)}…`);
  const item = document.createElement('li');
  item.append(link, excerpt);
  return item;
}
