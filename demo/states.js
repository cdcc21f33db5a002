/** Puts each list of the states page into its state, and keeps it there. */
const answer = await (await fetch('catalogue/catalogue.json')).text();
const never = () => new Promise(() => {});
const refuse = async () => new Response('', {status: 503});

show('loading', never);
show('error', refuse);
show('ready', twoVideos);
show('empty', async () => Response.json(envelope([])));
show('kept', twoVideos);
show('more', twoVideos);
show('pages', twoVideos);
show('narrowed', twoVideos);
show('none', async () => Response.json(envelope([])));

const kept = document.querySelector('#kept');
kept.addEventListener('video-list-load', failFromNowOn, {once: true});

function failFromNowOn() {
  kept.fetcher = refuse;
  kept.refresh();
}

function show(id, fetcher) {
  Object.assign(document.querySelector(`#${id}`), {fetcher, src: 'catalogue/catalogue.json'});
}

async function twoVideos() {
  const {data} = JSON.parse(answer);
  return Response.json(envelope(data.videoListInfo.slice(0, 2)));
}

function envelope(videoListInfo) {
  return {code: 200, message: 'success', data: {videoListInfo, videoTotal: videoListInfo.length}};
}
