import {setViewport} from '@web/test-runner-commands';
import {assert} from '@open-wc/testing/pure';
import fc from 'fast-check';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {scenes, type Scene} from '../../support/changing-scenes.js';
import {ChangingServer} from '../../support/changing-server.js';
import {isChromium} from '../../support/engine.js';
import {cardsOf, hasPart, part, render} from '../../support/page.js';

/** Maximum number of steps of a user: waiting, loading more or trying again. */
const MOST_STEPS = 200;

/** Resolves when no request is in flight, all responses are rendered, and the list has had time to request more. */
async function atRest(list: VideoListElement, server: ChangingServer) {
  for (let before = -1; before !== server.requestCount;) {
    before = server.requestCount;
    await server.idle();
    await list.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
}

/** Presses "Try again" or "Load more". Returns whether one of these buttons exists. */
async function goOn(list: VideoListElement, server: ChangingServer) {
  await atRest(list, server);
  const ids = cardsOf(list).flatMap(({video}) => video?.id ?? []);
  assert.equal(new Set(ids).size, ids.length, `A video is there twice: ${ids.join()}`);
  const button = ['retry', 'more'].find((name) => hasPart(list, name));
  if (button) part(list, button).click();
  return !!button;
}

/** Number of lists on the page at the same time. They all wait for the same frames. */
const AT_A_TIME = 10;

async function runScene({habits, script, pageSize, paging}: Scene) {
  const server = new ChangingServer(habits, script);
  const list = await render<VideoListElement>(html`
    <video-list
      style="position: absolute; inset: 0; visibility: hidden"
      src="https://gallery.example/videos"
      density="compact"
      page-size=${pageSize}
      paging=${paging}
      .fetcher=${server.fetcher}
    ></video-list>
  `);
  let steps = 0;
  while ((await goOn(list, server)) && steps < MOST_STEPS) steps++;
  server.stop();
  const promised = habits.pages === 'always-first' ? [] : [...server.constant];
  const missing = () => {
    const cards = cardsOf(list);
    const shown = new Set(cards.map(({video}) => video?.id));
    return [
      ...promised.filter((id) => !shown.has(id)),
      ...cards.flatMap(({video}) => (video ? [] : 'a card without a video')),
    ];
  };
  let canGoOn = await goOn(list, server);
  while ((canGoOn || missing().length > 0) && steps < MOST_STEPS) {
    canGoOn = await goOn(list, server);
    steps++;
  }
  const lost = missing();
  list.remove();
  assert.isEmpty(lost, `Never shown: ${lost.join()}`);
  assert.isFalse(canGoOn, `No end after ${steps} steps.`);
}

describe('A <video-list> whose list changes between any two requests', () => {
  // All cards are in view. Other tests cover cards outside of the view.
  before(() => setViewport({width: 1600, height: 3000}));
  after(() => setViewport({width: 800, height: 600}));

  it('has a card for every video that existed all the time when its end is reached', async function () {
    // Requests do not depend on the browser, and each browser takes ten seconds.
    if (!isChromium) this.skip();
    this.timeout(60_000);
    const batches = fc.array(scenes, {minLength: 1, maxLength: AT_A_TIME, size: 'max'});
    await fc.assert(
      fc.asyncProperty(batches, async (batch) => {
        await Promise.all(batch.map(runScene));
      }),
      {numRuns: 40, seed: 20261128, interruptAfterTimeLimit: 10_000},
    );
  });
});
