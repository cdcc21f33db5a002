import {find} from './near-view.js';
import {request} from './proxy.js';

/** The themes page: layout controls, cards with content of the page, and previews. */
const changing = find('#changing');
const own = find('#own');
const saved = document.querySelector('#saved');
const previewed = find('#previewed');

// Large, and used by one section only: the first screen does not wait for it.
addEventListener('load', () => import('./primer.css'));

for (const name of ['layout', 'density']) {
  const select = changing.querySelector(`#${name}`);
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
    video.createdBy ? `by ${video.createdBy}` : 'unknown author',
  );
  const save = element('button', 'actions', 'own-save', 'Save for later');
  save.setAttribute('aria-label', `Save for later: ${video.title}`);
  save.addEventListener('click', () => (saved.textContent = `Saved: ${video.title}`));
  return [category, author, save];
};

previewed.preview = async (video) => {
  const response = await request(`api/videos/${encodeURIComponent(video.id)}/play`);
  const {code, data} = await response.json();
  if (code === 200) return {clip: data.videoUrl[0].sdUrl};
  // The demo has several covers of each subject: ski-1, ski-2, …
  const frames = [1, 2].map((number) => video.coverUrl?.replace(/-\d/, `-${number}`));
  return {frames: frames.filter(Boolean)};
};

function element(name, slot, part, text) {
  const made = document.createElement(name);
  Object.assign(made, {slot, textContent: text});
  made.part.add(part);
  return made;
}
