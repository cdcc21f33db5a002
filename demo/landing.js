import {ask} from './proxy.js';

/** The landing page plays what is picked and writes down what it hears. */
const list = document.querySelector('video-list');
const player = document.querySelector('#player');
const title = document.querySelector('#title');
const about = document.querySelector('#about');
const log = document.querySelector('#log');

list.addEventListener('video-list-load', ({type, detail}) => {
  note(type, `${detail.page.videos.length} videos`);
});
list.addEventListener('video-list-error', ({type, detail}) => {
  note(type, `${detail.error.code}: ${detail.error.message}`);
});
list.addEventListener('video-select', ({type, detail}) => {
  const {video, index, trigger} = detail;
  note(type, `${video.title || video.id}, card ${index}, by ${trigger}`);
  play(video);
});

async function play(video) {
  title.textContent = video.title || 'Untitled video';
  about.textContent =
    video.description || [video.createdBy, ...(video.categories ?? [])].filter(Boolean).join(' · ');
  player.hidden = false;
  player.poster = video.coverUrl ?? '';
  player.removeAttribute('src');
  player.load();
  const response = await ask(`api/videos/${encodeURIComponent(video.id)}/play`);
  const {code, data, message} = await response.json();
  if (list.current !== video.id) return;
  if (code !== 200) {
    about.textContent = `This one cannot be played: ${message}`;
    return;
  }
  player.src = data.videoUrl[0].originUrl;
  // A browser may refuse sound before the first touch; the controls are there for that.
  player.play().catch(() => {});
}

function note(type, text) {
  const item = document.createElement('li');
  const name = document.createElement('code');
  const rest = document.createElement('span');
  name.textContent = type;
  rest.textContent = text;
  item.append(name, rest);
  log.prepend(item);
}
