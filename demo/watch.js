import {ask} from './proxy.js';

/** Plays the video that the address names. */
const id = new URLSearchParams(location.search).get('id');
const player = document.querySelector('#player');
const about = document.querySelector('#about');

if (id) await show();
else about.textContent = 'No video is named: pick one on the page “Script tag”.';

async function show() {
  const [video, play] = await Promise.all([
    read(`api/videos?${new URLSearchParams({videoId: id, pageIndex: 1, pageSize: 1})}`),
    read(`api/videos/${encodeURIComponent(id)}/play`),
  ]);
  const record = video.data?.videoListInfo?.[0];
  document.title = document.querySelector('#title').textContent = record?.videoName || 'Video';
  if (play.code === 200) player.src = play.data.videoUrl[0].originUrl;
  else about.textContent = `This video cannot be played: ${play.message}`;
}

async function read(address) {
  const response = await ask(address);
  return response.json();
}
