/**
 * A real server behind the elements' own `fetch`, under the test runner's address. A test says what is to
 * be answered and gets an address that answers so; see `far-end.ts` for how to use it.
 */
import {randomUUID} from 'node:crypto';
import {EventEmitter, once} from 'node:events';
import {text} from 'node:stream/consumers';

const PREFIX = '/far-end/';

/** Middleware for the test runner's server. */
export function farEnd() {
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
    else if (command === 'release') {
      scene.isReleased = true;
      scene.news.emit('release');
      context.body = 'released';
    } else if (command === 'requests') {
      // Answered when there is something to tell, so that no test has to ask again and again.
      const {count = 0, aborted = 0} = context.query;
      while (!hasSeen(scene, Number(count), Number(aborted))) await once(scene.news, 'request');
      context.body = JSON.stringify(scene.requests);
    } else await answer(context, scene);
    return undefined;
  };
}

function newScene({answers, held}) {
  const news = new EventEmitter().setMaxListeners(0);
  return {answers, isReleased: !held, requests: [], news};
}

function hasSeen({requests}, count, aborted) {
  return (
    requests.length >= count && requests.filter((request) => request.aborted).length >= aborted
  );
}

/** Answers in turn; the last answer serves every later request. */
async function answer(context, scene) {
  const {answers, requests, news} = scene;
  const {method, headers, query} = context;
  const {
    status = 200,
    body = '',
    type = 'json',
    encoding,
    drop,
    halt,
  } = answers[Math.min(requests.length, answers.length - 1)];
  const request = {method, headers, query, body: await text(context.req), aborted: false};
  requests.push(request);
  context.res.once('close', () => {
    request.aborted = !context.res.writableFinished;
    news.emit('request');
  });
  news.emit('request');
  if (!scene.isReleased) await once(news, 'release');
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
  context.body = Buffer.from(body, encoding);
}

/** Sends the beginning and then nothing more. */
function stopHalfway(response, body) {
  response.writeHead(200, {'content-type': 'application/json'});
  response.write(body.slice(0, body.length / 2));
}
