import {connect, request} from './proxy.js';

/** Plays the video whose id is in the URL. */
const id = new URLSearchParams(location.search).get('id');
const player = document.querySelector('#player');
const title = document.querySelector('#title');

connect(player);
if (id) await show();
else document.querySelector('#about').hidden = false;

async function show() {
  player.setAttribute('video-id', id);
  document.querySelector('#more').setAttribute('current', id);
  const query = new URLSearchParams({videoId: id, pageIndex: 1, pageSize: 1});
  const {data} = await (await request(`api/videos?${query}`)).json();
  const [video] = data?.videoListInfo ?? [];
  title.textContent = video ? video.videoName || 'A video without a name' : 'No such video';
  document.title = `${title.textContent} – Cloud VoD gallery`;
}
