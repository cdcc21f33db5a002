import 'media-chrome';
import {request} from './proxy.js';

/** A form with a gallery, and a gallery whose videos another player plays. */
const form = document.querySelector('#programme');
const videos = document.querySelector('#videos');
const order = document.querySelector('#order');
const playlist = document.querySelector('#playlist');
const player = document.querySelector('#player');

form.addEventListener('change', showOrder);
// Errors are shown only after the user has tried to send the form.
form.addEventListener('invalid', () => form.classList.add('tried'), {capture: true});
form.addEventListener('reset', () => setTimeout(showOrder));
addEventListener('pageshow', showOrder);

document.querySelector('#disabled').addEventListener('change', ({target}) => {
  videos.disabled = target.checked;
});

playlist.addEventListener('video-select', async ({detail: {video}}) => {
  const answer = await request(`api/videos/${encodeURIComponent(video.id)}/play`);
  const {sdUrl, originUrl} = (await answer.json()).data.videoUrl[0];
  player.src = sdUrl ?? originUrl;
  player.poster = video.coverUrl ?? '';
  player.play().catch(() => {});
});

/** Lists the selected videos in the order of selection. The form sends them in the same order. */
function showOrder() {
  const items = (videos.selectedVideos ?? []).map(({id, title}) => {
    const item = document.createElement('li');
    item.textContent = title || id;
    return item;
  });
  order.replaceChildren(...items);
}
