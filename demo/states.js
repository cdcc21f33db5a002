import {find} from './near-view.js';

/** Puts each list of the states page into its state. */
const catalogue = fetch('catalogue/catalogue.json').then((response) => response.json());
const never = () => new Promise(() => {});
const twoVideos = () => firstVideos(2);
const sixVideos = () => firstVideos(6);
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

show('list', twoVideos);
show('row', allVideos);
show('compact', sixVideos);
show('spacious', twoVideos);
show('own', twoVideos);
show('single', twoVideos);
show('multiple', mixedVideos);
show('disabled', twoVideos);

// Names distinguish the lists for screen readers.
for (const figure of document.querySelectorAll('.wide > figure')) {
  const content = figure.querySelector('template')?.content ?? figure;
  content.querySelector('video-list').ariaLabel = figure.querySelector('figcaption').textContent;
}
for (const id of ['single', 'multiple', 'disabled']) {
  const list = find(`#${id}`);
  list.addEventListener('video-list-load', ({detail}) => list.select(detail.page.videos[0].id));
}

find('#own').cardContent = (video, index) => {
  const texts = {badges: 'badges', meta: 'meta', media: 'media', actions: 'actions'};
  if (index === 0) return piece('p', 'content', 'content: replaces the whole card');
  return Object.entries(texts).map(([slot, text]) =>
    piece(slot === 'actions' ? 'button' : 'span', slot, text),
  );
};

const kept = find('#kept');
kept.addEventListener('video-list-load', failAgain, {once: true});

function failAgain() {
  kept.fetcher = refuse;
  kept.refresh();
}

function show(id, fetcher) {
  Object.assign(find(`#${id}`), {fetcher, src: 'catalogue/catalogue.json'});
}

async function firstVideos(count) {
  const {data} = await catalogue;
  return Response.json(envelope(data.videoListInfo.slice(0, count)));
}

/** Two playable videos, and between them one whose transcoding has failed. */
async function mixedVideos() {
  const {data} = await catalogue;
  const [first, second, third] = data.videoListInfo;
  return Response.json(envelope([first, {...second, transcodeState: 4}, third]));
}

async function allVideos() {
  return Response.json(await catalogue);
}

function piece(name, slot, textContent) {
  return Object.assign(document.createElement(name), {slot, textContent});
}

function envelope(videoListInfo) {
  return {code: 200, message: 'success', data: {videoListInfo, videoTotal: videoListInfo.length}};
}
