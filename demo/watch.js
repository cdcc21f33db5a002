/** Plays the video that the address names. */
const id = new URLSearchParams(location.search).get('id') ?? '';
const player = document.querySelector('#player');

const [video, play] = await Promise.all([
  ask(`api/videos?${new URLSearchParams({videoId: id})}`),
  ask(`api/videos/${encodeURIComponent(id)}/play`),
]);
const record = video.data?.videoListInfo?.[0];
document.title = document.querySelector('#title').textContent = record?.videoName || 'Video';
if (play.code === 200) player.src = play.data.videoUrl[0].originUrl;
else document.querySelector('#about').textContent = `This video cannot be played: ${play.message}`;

async function ask(address) {
  const response = await fetch(address);
  return response.json();
}
