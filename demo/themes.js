/** What the page of themes does by script: it changes the layout, and draws cards of its own. */
const scheme = document.querySelector('#scheme');
const primer = document.querySelector('#primer');
const changing = document.querySelector('#changing');
const own = document.querySelector('#own');
const saved = document.querySelector('#saved');

// Primer goes by an attribute of its own, not by `color-scheme`.
const followScheme = () => (primer.dataset.colorMode = scheme.value);
scheme.addEventListener('change', followScheme);
followScheme();

for (const name of ['layout', 'density']) {
  const select = document.querySelector(`#${name}`);
  const apply = () => (changing[name] = select.value);
  select.addEventListener('change', apply);
  apply();
}

own.cardContent = (video) => {
  const category = element('span', 'badges', 'own-category', video.categories?.[0] ?? 'Talk');
  const author = element(
    'span',
    'meta',
    'own-author',
    video.createdBy ? `by ${video.createdBy}` : 'by nobody we know',
  );
  const save = element('button', 'actions', 'own-save', 'Save for later');
  save.setAttribute('aria-label', `Save for later: ${video.title}`);
  save.addEventListener('click', () => (saved.textContent = `Saved: ${video.title}`));
  return [category, author, save];
};

function element(name, slot, part, text) {
  const made = document.createElement(name);
  Object.assign(made, {slot, textContent: text});
  made.part.add(part);
  return made;
}
