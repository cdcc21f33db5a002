/** Answers requests like the proxy, with the catalogue, in the browser: filters, order, pages. */
import {manyVideos} from './many-videos.ts';
import {playUrls} from './play-urls.ts';

const records = await loadRecords();
const clips = await (await fetch('catalogue/clips.json')).json();
const many = manyVideos(records);

/** The response for a URL of the proxy. */
export function answer(url) {
  const {pathname} = url;
  const [, id, part] = /\/api\/videos\/([^/]+)(\/play)?$/.exec(pathname) ?? [];
  if (pathname.endsWith('/many/videos')) return many(new Request(url));
  if (pathname.endsWith('/categories')) return envelope({categoryList: categories()});
  if (part) return play(decodeURIComponent(id));
  if (id)
    return page(
      new URLSearchParams({videoId: decodeURIComponent(id), pageIndex: '1', pageSize: '1'}),
    );
  if (pathname.endsWith('/api/videos')) return page(url.searchParams);
  return fetch(url);
}

function page(query) {
  const has = (name, matches) => {
    const wanted = query.get(name);
    return (record) => !wanted || matches(record, wanted);
  };
  const filters = [
    has('videoId', ({videoId}, id) => videoId === id),
    has('videoName', ({videoName}, part) => videoName?.toLowerCase().includes(part.toLowerCase())),
    has('createUser', ({createUser}, names) => names.split(',').includes(createUser)),
    has('videoStatus', ({videoState}, state) => String(videoState) === (state === '0' ? '1' : '0')),
    has('transcodeState', ({transcodeState}, state) => String(transcodeState) === state),
    has('videoClassification', (record, names) =>
      names.split(',').some((name) => categoriesOf(record).includes(name.trim())),
    ),
    has('startTime', (record, time) => createdAt(record) >= secondsOf(time)),
    has('endTime', (record, time) => createdAt(record) <= secondsOf(time)),
  ];
  const found = records.filter((record) => filters.every((matches) => matches(record)));
  const sign = query.get('listOrder') === '1' ? 1 : -1;
  found.sort((a, b) => sign * (createdAt(a) - createdAt(b)));
  const pageSize = Number(query.get('pageSize'));
  const start = (Number(query.get('pageIndex')) - 1) * pageSize;
  const videoListInfo = found.slice(start, start + pageSize);
  return envelope({videoListInfo, videoTotal: videoListInfo.length, total: found.length});
}

function play(id) {
  const clip = clips[id];
  if (!clip) return Response.json({code: 10404, message: 'there is no file to play'});
  return envelope({videoUrl: playUrls(clip, new URL('catalogue/', document.baseURI).href)});
}

function categories() {
  const names = new Set(records.flatMap(categoriesOf));
  return [...names].sort().map((labelName) => ({labelName}));
}

function categoriesOf({videoClassification}) {
  return (videoClassification ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

function createdAt({createTime}) {
  return /^\d+$/.test(createTime) ? Number(createTime) : secondsOf(String(createTime));
}

/** Times are in the account's time zone, UTC+8. */
function secondsOf(time) {
  return Date.parse(`${time.replace(' ', 'T')}+08:00`) / 1000;
}

function envelope(data) {
  return Response.json({code: 200, message: 'success', data});
}

async function loadRecords() {
  const {data} = await (await fetch('catalogue/catalogue.json')).json();
  return data.videoListInfo.map((record) => ({
    ...record,
    imageUrl: record.imageUrl && new URL(`catalogue/${record.imageUrl}`, document.baseURI).href,
  }));
}
