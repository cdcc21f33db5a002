import 'media-chrome';
import {ask} from './proxy.js';

/** A form with a gallery in it, and a gallery for a player. */
const form = document.querySelector('#programme');
const videos = document.querySelector('#videos');
const order = document.querySelector('#order');
const shelf = document.querySelector('#shelf');
const player = document.querySelector('#player');

form.addEventListener('change', showOrder);
// Nobody has done anything wrong before they have tried to send it.
form.addEventListener('invalid', () => form.classList.add('tried'), {capture: true});
form.addEventListener('reset', () => setTimeout(showOrder));
addEventListener('pageshow', showOrder);

document.querySelector('#closed').addEventListener('change', ({target}) => {
  videos.disabled = target.checked;
});

shelf.addEventListener('video-select', async ({detail: {video}}) => {
  const answer = await ask(`api/videos/${encodeURIComponent(video.id)}/play`);
  const {sdUrl, originUrl} = (await answer.json()).data.videoUrl[0];
  player.src = sdUrl ?? originUrl;
  player.poster = video.coverUrl ?? '';
  player.play().catch(() => {});
});

/** In the order they were selected; the form sends them like that, too. */
function showOrder() {
  const items = (videos.selectedVideos ?? []).map(({id, title}) => {
    const item = document.createElement('li');
    item.textContent = title || id;
    return item;
  });
  order.replaceChildren(...items);
}
