import {assert, oneEvent} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {Fetcher} from '../../../src/data/video-page-query.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {answering, silent, type Answer, type TestServer} from '../../support/test-server.js';
import {
  cardAt,
  hasPart,
  hasState,
  render,
  renderSettled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {anAnswer, aPage, aPageTitled, aRecord} from '../../support/records.js';
import {aVideo} from '../../support/videos.js';
import {setHidden} from '../../support/visibility.js';

/** A page with one video that is transcoded at the moment. */
const unfinished = aPage([aRecord({videoName: 'A', transcodeState: 3})]);

/** The same page when transcoding has finished. */
const finished = aPageTitled('A');

const held = (answer: Answer): Answer => ({...answer, held: true});

/** A list that has its first response and no stream. */
function listOf(server: TestServer, pollInterval: number | string = 1): Promise<VideoListElement> {
  return renderSettled(
    html`<video-list src=${server.url} poll-interval=${pollInterval}></video-list>`,
  );
}

/** Waits much longer than the intervals of these tests: until another list has polled. */
async function timeToPoll(): Promise<void> {
  const {url} = await silent();
  const list = await render<VideoListElement>(
    html`<video-list src=${url} timeout="150"></video-list>`,
  );
  await oneEvent(list, 'video-list-error');
}

describe('A <video-list> without a stream', () => {
  it('polls until a video is transcoded, and updates its card', async () => {
    const server = await answering(unfinished, unfinished, finished);
    const list = await listOf(server);
    const card = cardAt(list, 0);
    assert.equal(textOf(card, 'state'), 'Processing');
    await until(() => !hasPart(card, 'state'));
    assert.isTrue(cardAt(list, 0) === card, 'The card is the same.');
    await timeToPoll();
    assert.lengthOf(await server.requests(), 3);
  });

  it('does not poll if all videos are transcoded', async () => {
    const records = [1, 2, 4, 5].map((transcodeState) =>
      aRecord({transcodeState, videoId: `id-${transcodeState}`}),
    );
    const server = await answering(aPage(records));
    await listOf(server);
    await timeToPoll();
    assert.lengthOf(await server.requests(), 1);
  });

  it('shows other changes while it polls', async () => {
    const records = [aRecord({videoId: 'id-2', videoName: 'New'}), aRecord({videoName: 'A'})];
    const server = await answering(unfinished, aPage(records));
    const list = await listOf(server);
    await until(() => titlesIn(list).join() === 'New,A');
  });

  for (const interval of ['Infinity', '2147483648']) {
    it(`does not poll before the test ends with poll-interval="${interval}"`, async () => {
      const server = await answering(unfinished);
      await listOf(server, interval);
      await timeToPoll();
      assert.lengthOf(await server.requests(), 1);
    });
  }

  it('waits at least twice as long each time', async () => {
    const server = await answering(unfinished);
    await listOf(server, 20);
    const times = (await server.requests({count: 5})).map(({time}) => time);
    const pauses = times.slice(1).map((time, index) => time - (times[index] ?? NaN));
    // A timer can be one or two milliseconds early in browsers that reduce the precision of clocks.
    [20, 40, 80, 160].forEach((least, index) => assert.isAtLeast(pauses[index] ?? 0, least - 3));
  });

  it('waits 16 times as long at most', async () => {
    const server = await answering(unfinished);
    await listOf(server, 1);
    // Doubling without a maximum would take more than a minute.
    await server.requests({count: 17});
  });

  it('begins with the shortest interval again for a later video', async () => {
    const server = await answering(unfinished, unfinished, unfinished, unfinished, finished);
    const list = await listOf(server, 20);
    await until(() => !hasPart(cardAt(list, 0), 'state'));
    await server.answer(unfinished);
    const other = await answering(unfinished);
    await listOf(other, 20);
    await list.refresh();
    // The other list waits 1 + 2 + 4 times 20 milliseconds. This one would wait 16 times 20.
    await other.requests({count: 4});
    assert.isAtLeast((await server.requests()).length, 7);
  });

  for (const interval of ['0', '-1', 'often']) {
    it(`never asks again with poll-interval="${interval}"`, async () => {
      const server = await answering(unfinished);
      await listOf(server, interval);
      await timeToPoll();
      assert.lengthOf(await server.requests(), 1);
    });
  }

  it('polls again when the page sets an interval', async () => {
    const server = await answering(unfinished);
    const list = await listOf(server, 0);
    list.pollInterval = 1;
    await server.requests({count: 3});
  });

  for (const [what, failure] of [
    ['an error', anAnswer('Oops', 500)],
    ['no JSON', anAnswer('<p>Sign in</p>')],
    ['no answer', {drop: true}],
  ] as const) {
    it(`changes nothing that is shown when it gets ${what}`, async () => {
      // Twice, because browsers retry once after a lost connection.
      const server = await answering(unfinished, failure, failure, held(unfinished));
      const list = await listOf(server);
      const errors = heard(list, 'video-list-error');
      const card = cardAt(list, 0);
      // At the time of the next request, the list has handled the failure.
      await server.requests({count: 4});
      assert.isEmpty(errors);
      assert.isTrue(hasState(list, 'ready') && cardAt(list, 0) === card);
      assert.isFalse(hasPart(list, 'message'));
      assert.equal(textOf(list, 'status'), '1 video');
      assert.equal(textOf(card, 'state'), 'Processing');
    });
  }

  for (const [what, stop, resume] of [
    ['while the page is hidden', () => setHidden(true), () => setHidden(false)],
    [
      'after it has left',
      (list: VideoListElement) => list.remove(),
      (list: VideoListElement, place: Element) => place.append(list),
    ],
    [
      'when it is handed videos',
      (list: VideoListElement) => (list.videos = [aVideo({transcoding: 'transcoding'})]),
      (list: VideoListElement) => (list.videos = undefined),
    ],
  ] as const) {
    it(`does not ask ${what}, and does so again afterwards`, async () => {
      const server = await answering(unfinished);
      const list = document.createElement('video-list');
      let asked = 0;
      const fetcher: Fetcher = (url, init) => {
        asked += 1;
        return fetch(url, init);
      };
      Object.assign(list, {fetcher, src: server.url, pollInterval: 1});
      // In the listener, because then the list has scheduled a request but cannot have sent it yet.
      list.addEventListener('video-list-load', () => stop(list), {once: true});
      const place = await render(html`<div></div>`);
      place.append(list);
      await oneEvent(list, 'video-list-load');
      await timeToPoll();
      assert.equal(asked, 1);
      resume(list, place);
      await server.requests({count: 4});
    });

    it(`does not ask once more ${what}, when an answer was on its way`, async () => {
      const server = await answering(unfinished, held(unfinished), unfinished);
      const list = await listOf(server);
      const place = list.parentElement as Element;
      await server.requests({count: 2});
      stop(list);
      await list.updateComplete;
      await server.release();
      await timeToPoll();
      assert.lengthOf(await server.requests(), 2);
      resume(list, place);
      await server.requests({count: 5});
    });
  }
});
