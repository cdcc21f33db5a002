/**
 * A real server behind the elements' own `fetch`, under the test runner's address. A test says what is to
 * be answered and gets an address that answers so; see `test-server.ts` for how to use it.
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
    // Gone, and not 404: the runner reports each of those as if it were a mistake.
    if (!scene) context.status = 410;
    else if (!command) await answer(context, scene);
    else if (command === 'events') openStream(context, scene);
    else if (Object.hasOwn(COMMANDS, command))
      context.body = (await COMMANDS[command](scene, context)) ?? 'done';
    else context.status = 410;
    return undefined;
  };
}

/** What a test can do with its scene, or get to know about it. */
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
  // Answered when there is something to tell, so that no test has to ask again and again.
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

/** Whether there are so many, and so many of a kind among them. */
function has(all, count, isOfKind, ofKind) {
  return all.length >= Number(count) && all.filter(isOfKind).length >= Number(ofKind);
}

function newScene({answers, held, stream = {}}) {
  const news = new EventEmitter().setMaxListeners(0);
  const open = new Set();
  return {answers, isReleased: !held, requests: [], stream, streams: [], open, news};
}

/** Answers in turn; the last answer serves every later request. */
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
    // The answer is not Koa's business any longer, nor a 404 to the runner.
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

/** The page of an envelope that a request asks for; instead of records, their number will do. */
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

/** An envelope that says how long its page may be, as our proxy does. */
function withSize(body, pageSize) {
  const {data, ...envelope} = JSON.parse(body);
  const sized = data && {...data, pageSize: Number(pageSize ?? data.pageSize)};
  return JSON.stringify({...envelope, data: sized});
}

/** Sends the beginning and then nothing more. */
function stopHalfway(response, body) {
  response.writeHead(200, {'content-type': 'application/json'});
  response.write(body.slice(0, body.length / 2));
}

/** Server-Sent Events, until the test ends them or the browser hangs up. */
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
  // As after `drop`: from here on this is no business of Koa's.
  context.respond = false;
  response.writeHead(status, {'content-type': type, 'cache-control': 'no-store'});
  // A refusal ends: WebKit reads a 401 whole before it hands it on.
  if (status !== 200) {
    response.end();
    news.emit('stream');
    return;
  }
  open.add(response);
  // Browsers come back after seconds when nobody says otherwise.
  response.write(`retry: 10\nid: ${streams.length}\n\n`);
  news.emit('stream');
}
