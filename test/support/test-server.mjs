/**
 * A real server for the requests of the elements, on the server of the test runner. A test defines answers and gets an
 * address that sends them; see `test-server.ts`.
 */
import {randomUUID} from 'node:crypto';
import {EventEmitter, once} from 'node:events';
import {text} from 'node:stream/consumers';

const PREFIX = '/test-server/';

/** Middleware for the test runner's server. */
export function testServer() {
  const scenes = new Map();

  return async (context, next) => {
    if (!context.path.startsWith(PREFIX)) return next();
    const [id, command] = context.path.slice(PREFIX.length).split('/');
    if (id === 'new') {
      const scene = newScene(JSON.parse(await text(context.req)));
      const sceneId = randomUUID();
      scenes.set(sceneId, scene);
      context.body = `${PREFIX}${sceneId}`;
      return undefined;
    }
    const scene = scenes.get(id);
    // 410 and not 404, because the runner reports every 404 as an error.
    if (!scene) context.status = 410;
    else if (!command) await answer(context, scene);
    else if (command === 'events') openStream(context, scene);
    else if (Object.hasOwn(COMMANDS, command))
      context.body = (await COMMANDS[command](scene, context)) ?? 'done';
    else context.status = 410;
    return undefined;
  };
}

/** Commands of a test for its scene. */
const COMMANDS = {
  release(scene) {
    scene.isReleased = true;
    scene.news.emit('release');
  },
  async answers(scene, {req}) {
    scene.answers = JSON.parse(await text(req));
  },
  async push({open}, {req}) {
    const block = await text(req);
    for (const response of open) response.write(block);
  },
  end({open}) {
    for (const response of open) response.end();
  },
  // Answered when there are enough, so that tests need no polling.
  async requests({requests, news}, {query: {count, aborted}}) {
    const isAborted = (request) => request.aborted;
    while (!has(requests, count, isAborted, aborted)) await once(news, 'request');
    return JSON.stringify(requests);
  },
  async streams({streams, news}, {query: {count, closed}}) {
    const isClosed = (stream) => stream.closed;
    while (!has(streams, count, isClosed, closed)) await once(news, 'stream');
    return JSON.stringify(streams);
  },
};

/** Whether there are enough entries, and enough of one kind. */
function has(all, count, isOfKind, ofKind) {
  return all.length >= Number(count) && all.filter(isOfKind).length >= Number(ofKind);
}

function newScene({answers, held, stream = {}}) {
  const news = new EventEmitter().setMaxListeners(0);
  const open = new Set();
  return {answers, isReleased: !held, requests: [], stream, streams: [], open, news};
}

/** Sends the answers in order, and repeats the last one. */
async function answer(context, scene) {
  const {answers, requests, news} = scene;
  const {method, headers, query} = context;
  const {
    status = 200,
    records,
    total,
    saysSize,
    body = records === undefined ? '' : pageOf(records, total, query),
    type = 'json',
    encoding,
    drop,
    halt,
    held,
  } = answers.length > 1 ? answers.shift() : answers[0];
  const time = performance.now();
  const request = {method, headers, query, time, body: await text(context.req), aborted: false};
  requests.push(request);
  context.res.once('close', () => {
    request.aborted = !context.res.writableFinished;
    news.emit('request');
  });
  news.emit('request');
  if (held || !scene.isReleased) await once(news, 'release');
  if (drop || halt) {
    // Koa must not answer too, and the runner must not report a 404.
    context.respond = false;
    context.status = status;
    if (drop) context.req.socket.destroy();
    else stopHalfway(context.res, body);
    return;
  }
  context.set('cache-control', 'no-store');
  context.status = status;
  context.type = type;
  const answered = saysSize
    ? withSize(body, query.pageSize ?? JSON.parse(request.body || '{}').pageSize)
    : body;
  context.body = Buffer.from(answered, encoding);
}

/** The requested page of an envelope. `records` can be a number of records. */
function pageOf(records, hasTotal, {pageIndex, pageSize}) {
  const length = Number(records.length ?? records);
  const start = (pageIndex - 1) * pageSize;
  const end = Math.min(start + Number(pageSize), length);
  const videoListInfo = [];
  for (let index = start; index < end; index++) {
    const name = String(index + 1);
    videoListInfo.push(records[index] ?? {videoId: `id-${name}`, videoName: `Video ${name}`});
  }
  const total = hasTotal ? length : undefined;
  const data = {videoListInfo, videoTotal: videoListInfo.length, total};
  return withSize(JSON.stringify({code: 200, message: 'success', data}), pageSize);
}

/** Adds the page size to an envelope, as our proxy does. */
function withSize(body, pageSize) {
  const {data, ...envelope} = JSON.parse(body);
  const sized = data && {...data, pageSize: Number(pageSize ?? data.pageSize)};
  return JSON.stringify({...envelope, data: sized});
}

/** Sends the first half of the body, and no more. */
function stopHalfway(response, body) {
  response.writeHead(200, {'content-type': 'application/json'});
  response.write(body.slice(0, body.length / 2));
}

/** Server-Sent Events, until the test ends them or the browser disconnects. */
function openStream(context, scene) {
  const {streams, open, news} = scene;
  const {status = 200, type = 'text/event-stream'} = scene.stream;
  const {headers, query, res: response} = context;
  const seen = {headers, query, closed: false};
  streams.push(seen);
  response.once('close', () => {
    seen.closed = true;
    open.delete(response);
    news.emit('stream');
  });
  // As for `drop`: Koa must not answer too.
  context.respond = false;
  response.writeHead(status, {'content-type': type, 'cache-control': 'no-store'});
  // A refusal must end, because WebKit reads a 401 completely before it resolves.
  if (status !== 200) {
    response.end();
    news.emit('stream');
    return;
  }
  open.add(response);
  // Without `retry`, reconnecting would take seconds.
  response.write(`retry: 10\nid: ${streams.length}\n\n`);
  news.emit('stream');
}
