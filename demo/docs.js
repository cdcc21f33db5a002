/** The search through the documentation: in the browser, in an index that comes when it is first wanted. */
const field = document.querySelector('#search');
const found = document.querySelector('#found');
const list = document.querySelector('.docs-list');

/** No more than can be read at a glance. */
const MOST = 12;

let passages;

// Beside the text there is room for the list; above it, it would be in the way.
const isWide = matchMedia('(width >= 64rem)');
const openWhereThereIsRoom = () => (list.open = isWide.matches);
isWide.addEventListener('change', openWhereThereIsRoom);
openWhereThereIsRoom();

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
    .slice(0, MOST)
    .map(({passage}) => resultOf(passage, words));
  found.replaceChildren(results.length > 0 ? listOf(results) : 'Nothing found.');
}

function wordsOf(text) {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/** 0 unless all words are there; a word in a heading counts more than one in the text. */
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
  const made = document.createElement('ul');
  made.append(...results);
  return made;
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
