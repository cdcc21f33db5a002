import {assert, oneEvent} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard, warningsDuring} from '../../support/events.js';
import {
  answering,
  paged,
  pagesOf,
  withoutStream,
  type TestServer,
} from '../../support/test-server.js';
import {lastPageFirst} from '../../support/fetchers.js';
import {clickOn} from '../../support/input.js';
import {
  cardAt,
  cardsIn,
  hasPart,
  isFocused,
  part,
  renderSettled,
  settled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {
  aPage,
  aPageTitled,
  aRecord,
  recordsTitled,
  type WireRecord,
} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';
import {setHidden} from '../../support/visibility.js';

/** A video that the lists of these tests do not begin with. */
const newRecord = (name: string) => aRecord({videoId: name, videoName: name});

/** A video that is not transcoded yet; those of `recordsTitled` are. */
const transcoding = aRecord({videoName: 'A', transcodeState: 3});

/** A list with an open stream that has requested the changes that happened before. */
async function listeningTo(
  server: TestServer,
  template?: TemplateResult,
): Promise<VideoListElement> {
  const list = await renderSettled(
    template ?? html`<video-list live src=${server.url}></video-list>`,
  );
  await server.requests({count: 2});
  return list;
}

/** A list with an open stream and at least 24 videos. Its user has scrolled to the end and has stopped. */
async function scrolledAway(server: TestServer, length = 24): Promise<VideoListElement> {
  const list = await listeningTo(server);
  await list.scrollToVideo('id-24');
  // The second page, which may be empty, then all pages again, because the total is unknown.
  await server.requests({count: 3});
  await settled(list);
  await until(() => textOf(list, 'status') === `${length} videos`);
  await list.scrollToVideo(`id-${length}`);
  await until(
    () => titlesIn(list)[0] !== 'Video 1' && titlesIn(list).includes(`Video ${length - 8}`),
  );
  return list;
}

/** Sends an event to all streams. */
function notify(server: TestServer): Promise<void> {
  return server.push('{}');
}

/** Puts videos before others that the server lists, and sends an event. */
async function add(server: TestServer, before: readonly WireRecord[], ...names: string[]) {
  await server.answer(pagesOf([...names.map(newRecord), ...before]));
  await notify(server);
}

/** Makes the server list these records, and sends an event. Resolves when the list has changed. */
async function change(list: VideoListElement, server: TestServer, ...records: WireRecord[]) {
  const loaded = oneEvent(list, 'video-list-load');
  await server.answer(pagesOf(records));
  await notify(server);
  await loaded;
}

const twentyFour = recordsTitled(...Array.from({length: 24}, (_, index) => `Video ${index + 1}`));

/** Distances of the cards from the top of the view, by title. */
const placesOf = (list: VideoListElement) =>
  cardsIn(list).map((card) => [textOf(card, 'title'), card.getBoundingClientRect().top]);

describe('A <video-list live>', () => {
  it('shows a new video at the top while the user is there', async () => {
    const server = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(server);
    const loaded = oneEvent(list, 'video-list-load');
    await add(server, recordsTitled('A', 'B'), 'New');
    await loaded;
    assert.deepEqual(titlesIn(list), ['New', 'A', 'B']);
    assert.isFalse(hasPart(list, 'news'));
  });

  it('shows the first video of a list that was empty', async () => {
    const server = await answering(aPage([]));
    const list = await listeningTo(server);
    const loaded = oneEvent(list, 'video-list-load');
    await add(server, [], 'New');
    await loaded;
    assert.deepEqual(titlesIn(list), ['New']);
  });

  it('keeps its cards and the focused card', async () => {
    const server = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(server);
    const [a, b] = cardsIn(list);
    cardAt(list, 0).focus();
    const loaded = oneEvent(list, 'video-list-load');
    await add(server, recordsTitled('A', 'B'), 'New');
    await loaded;
    assert.isTrue(cardAt(list, 1) === a && cardAt(list, 2) === b, 'The cards are the same.');
    assert.isTrue(isFocused(part(cardAt(list, 1), 'link')));
  });

  it('shows a video that was pushed to the next page there', async () => {
    const server = await paged(recordsTitled('A', 'B'));
    const list = await listeningTo(
      server,
      html`<video-list live page-size="2" src=${server.url}></video-list>`,
    );
    await add(server, recordsTitled('A', 'B'), 'New');
    await until(() => titlesIn(list).join() === 'New,A,B');
  });

  it('drops such a video if there is no next page', async () => {
    const server = await paged(recordsTitled('A', 'B'));
    const list = await listeningTo(
      server,
      html`<video-list live paging="none" page-size="2" src=${server.url}></video-list>`,
    );
    const loaded = oneEvent(list, 'video-list-load');
    await add(server, recordsTitled('A', 'B'), 'New');
    await loaded;
    assert.deepEqual(titlesIn(list), ['New', 'A']);
  });

  it('removes a deleted video', async () => {
    const server = await answering(aPageTitled('A', 'B', 'C'));
    const list = await listeningTo(server);
    await change(list, server, aRecord({videoName: 'A'}), aRecord({videoId: 'id-3'}));
    assert.lengthOf(cardsIn(list), 2);
  });

  it('updates a video in place', async () => {
    const records = [newRecord('First'), transcoding, newRecord('Last')];
    const server = await answering(aPage(records));
    const list = await listeningTo(server);
    const card = cardAt(list, 1);
    assert.equal(textOf(card, 'state'), 'Processing');
    await change(
      list,
      server,
      newRecord('First'),
      aRecord({videoName: 'A, ready'}),
      newRecord('Last'),
    );
    await card.updateComplete;
    assert.deepEqual(titlesIn(list), ['First', 'A, ready', 'Last']);
    assert.isFalse(hasPart(card, 'state'));
    assert.isTrue(cardAt(list, 1) === card, 'The card is the same.');
  });

  it('requests the list, whatever the event contains', async () => {
    const server = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(server);
    const uncaught = heard(window, 'error');
    const record = aRecord({videoName: 'A, of the event'});
    const bodies = ['', 'no JSON', 'null', '{"code": 1535}', aPage([record]).body ?? ''];
    for (const [index, data] of bodies.entries()) {
      const loaded = oneEvent(list, 'video-list-load');
      await server.answer(aPageTitled(`A, renamed ${index}`, 'B'));
      await server.push(data);
      await loaded;
      assert.deepEqual(titlesIn(list), [`A, renamed ${index}`, 'B']);
    }
    assert.isEmpty(uncaught);
  });

  it('fires no event when nothing has changed', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    const loads = heard(list, 'video-list-load');
    await notify(server);
    await server.requests({count: 3});
    await change(list, server, aRecord({videoName: 'A, renamed'}));
    assert.lengthOf(loads, 1);
  });

  it('revalidates the browser cache', async () => {
    const server = await answering(aPageTitled('A'));
    await listeningTo(server);
    const [first, second] = await server.requests({count: 2});
    assert.isUndefined(first?.headers['cache-control']);
    assert.equal(second?.headers['cache-control'], 'max-age=0');
  });

  it('updates all loaded pages', async () => {
    const [a, b, c, d] = recordsTitled('A', 'B', 'C', 'D') as [
      WireRecord,
      WireRecord,
      WireRecord,
      WireRecord,
    ];
    const server = await paged([a, b, c, d]);
    const list = await renderSettled(
      html`<video-list live page-size="2" src=${server.url}></video-list>`,
    );
    await until(() => titlesIn(list).length === 4);
    await add(server, [a, b, c, {...d, videoName: 'D, renamed'}], 'New');
    await until(() => titlesIn(list).join() === 'New,A,B,C,D, renamed');
  });

  it('does not poll while it has a stream', async () => {
    const server = await answering(aPage([transcoding]));
    await listeningTo(
      server,
      html`<video-list live poll-interval="1" src=${server.url}></video-list>`,
    );
    const polled = await answering(aPage([transcoding]));
    await renderSettled(html`<video-list poll-interval="1" src=${polled.url}></video-list>`);
    await polled.requests({count: 8});
    assert.lengthOf(await server.requests(), 2);
  });
});

describe('A <video-list live> that is scrolled down', () => {
  for (const [names, label] of [
    [['New'], '1 new video'],
    [['Newest', 'Newer', 'New'], '3 new videos'],
  ] as const) {
    it(`moves nothing, and offers ${label}`, async () => {
      const server = await paged(24);
      const list = await scrolledAway(server);
      const before = placesOf(list);
      await add(server, twentyFour, ...names);
      await until(() => hasPart(list, 'news'));
      assert.equal(textOf(list, 'news'), label);
      assert.deepEqual(placesOf(list), before);
      const {top, bottom} = part(list, 'news').getBoundingClientRect();
      assert.isTrue(top >= 0 && bottom <= innerHeight, 'The button can be seen.');
    });

    it(`says ${label} to those who listen to the page`, async () => {
      const server = await paged(24);
      const list = await scrolledAway(server);
      assert.equal(textOf(list, 'status'), '24 videos');
      await add(server, twentyFour, ...names);
      await until(() => textOf(list, 'status') === label);
      assert.equal(part(list, 'status').role, 'status');
    });
  }

  it('increases the number of new videos', async () => {
    const server = await paged(24);
    const list = await scrolledAway(server);
    await add(server, twentyFour, 'New');
    await until(() => textOf(list, 'news') === '1 new video');
    await add(server, twentyFour, 'Newer', 'New');
    await until(() => textOf(list, 'news') === '2 new videos');
    assert.equal(cardAt(list, 0).ariaSetSize, '24');
  });

  it('counts new videos of the first page, whichever page loads first', async () => {
    const records = recordsTitled(...Array.from({length: 40}, (_, i) => `Video ${i + 1}`));
    const server = await paged(records);
    const list = await scrolledAway(server, 40);
    list.fetcher = lastPageFirst(2);
    await add(server, records, 'New');
    await until(() => textOf(list, 'news') === '1 new video');
  });

  it('shows them when the user presses the button, and moves the focus to the first', async () => {
    const server = await paged(24);
    const list = await scrolledAway(server);
    await add(server, twentyFour, 'Newer', 'New');
    await until(() => hasPart(list, 'news'));
    await clickOn(part(list, 'news'));
    await until(() => titlesIn(list).slice(0, 3).join() === 'Newer,New,Video 1');
    assert.isTrue(isFocused(part(cardAt(list, 0), 'link')));
    assert.isFalse(hasPart(list, 'news'));
    const {top, bottom} = part(cardAt(list, 0), 'title').getBoundingClientRect();
    assert.isTrue(top >= 0 && bottom <= innerHeight, 'The first card can be seen.');
    // Videos that are no longer on the first page are on the second.
    await until(() => textOf(list, 'status') === '26 videos');
  });

  it('offers them no longer when the page hands over videos', async () => {
    const server = await paged(24);
    const list = await scrolledAway(server);
    await add(server, twentyFour, 'New');
    await until(() => hasPart(list, 'news'));
    list.videos = videosTitled('By hand');
    await until(() => titlesIn(list).join() === 'By hand');
    assert.isFalse(hasPart(list, 'news'));
    assert.equal(textOf(list, 'status'), '');
  });

  it('continues to offer them while more pages load', async () => {
    const server = await paged(60);
    const list = await listeningTo(
      server,
      html`<video-list live paging="button" src=${server.url}></video-list>`,
    );
    await list.scrollToVideo('id-24');
    await server.answer(pagesOf([newRecord('New'), ...twentyFour]));
    await notify(server);
    await until(() => hasPart(list, 'news'));
    await server.answer(pagesOf(60));
    await list.loadMore();
    assert.equal(textOf(list, 'news'), '1 new video');
  });

  it('updates a video silently', async () => {
    const server = await paged(24);
    const list = await scrolledAway(server);
    const renamed = twentyFour.with(-1, {...twentyFour.at(-1), videoName: 'Video 24, renamed'});
    await change(list, server, ...renamed);
    assert.equal(titlesIn(list).at(-1), 'Video 24, renamed');
    assert.isFalse(hasPart(list, 'news'));
    assert.equal(textOf(list, 'status'), '24 videos');
  });

  it('keeps a deleted video in place until the user shows the new videos', async () => {
    const server = await paged(24);
    const list = await scrolledAway(server);
    const [, ...rest] = twentyFour;
    await add(server, rest, 'New');
    await until(() => hasPart(list, 'news'));
    assert.equal(cardAt(list, 0).ariaSetSize, '24');
    await list.scrollToVideo('id-1');
    await until(() => titlesIn(list)[0] === 'Video 1');
    part(list, 'news').click();
    await until(() => titlesIn(list).slice(0, 2).join() === 'New,Video 2');
  });
});

describe('The stream of a <video-list live>', () => {
  for (const [ending, query] of [
    ['', {}],
    ['/', {}],
    ['?videoName=sea&token=a%26b', {videoName: 'sea', token: 'a&b'}],
    ['/?videoName=sea', {videoName: 'sea'}],
  ] as const) {
    it(`is at the path of src, then /events: src="…${ending}"`, async () => {
      const server = await answering(aPageTitled('A'));
      await renderSettled(html`<video-list live src=${server.url + ending}></video-list>`);
      const [stream] = await server.streams();
      assert.deepEqual(stream?.query, query);
    });
  }

  it('is opened only by a live list', async () => {
    const [dead, live] = [await answering(aPageTitled('A')), await answering(aPageTitled('B'))];
    await renderSettled(html`<video-list src=${dead.url}></video-list>`);
    await listeningTo(live);
    assert.isEmpty(await dead.streams({count: 0}));
  });

  it('ends while the page is hidden; what was missed is shown afterwards', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    setHidden(true);
    await server.streams({closed: 1});
    await add(server, recordsTitled('A, renamed'), 'New');
    assert.deepEqual(titlesIn(list), ['A']);
    setHidden(false);
    await server.streams({count: 2});
    await until(() => cardsIn(list).length === 2);
    assert.deepEqual(titlesIn(list), ['New', 'A, renamed']);
  });

  it('is not opened by a list on a hidden page before the page is shown', async () => {
    setHidden(true);
    const [hidden, shown] = [await answering(aPageTitled('A')), await answering(aPageTitled('B'))];
    await renderSettled(html`<video-list live src=${hidden.url}></video-list>`);
    assert.isEmpty(await hidden.streams({count: 0}));
    setHidden(false);
    await listeningTo(shown);
    assert.lengthOf(await hidden.streams(), 1);
  });

  it('ends when the list is removed; missed changes are shown when it is inserted again', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    const place = list.parentElement as Element;
    for (const [index, title] of ['B', 'C'].entries()) {
      list.remove();
      await server.streams({closed: index + 1});
      await server.answer(aPageTitled(title));
      place.append(list);
      await server.streams({count: index + 2});
      await until(() => titlesIn(list).join() === title);
    }
  });

  it('stays closed when the page is shown again after the list was removed', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    list.remove();
    await server.streams({closed: 1});
    setHidden(true);
    setHidden(false);
    await listeningTo(await answering(aPageTitled('B')));
    assert.lengthOf(await server.streams(), 1);
  });

  it('reconnects after a lost connection, and shows what was missed', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    await server.answer(aPageTitled('A, renamed'));
    await server.endStreams();
    await server.streams({count: 2, closed: 1});
    await until(() => titlesIn(list).join() === 'A, renamed');
  });

  it('stays as it is when the list is only moved', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    const place = list.parentElement as Element;
    list.remove();
    place.append(list);
    await listeningTo(await answering(aPageTitled('B')));
    assert.deepEqual(
      (await server.streams()).map(({closed}) => closed),
      [false],
    );
  });

  it('follows src', async () => {
    const [older, newer] = [await answering(aPageTitled('A')), await answering(aPageTitled('B'))];
    const list = await listeningTo(older);
    list.src = newer.url;
    await older.streams({closed: 1});
    await newer.requests({count: 2});
    await change(list, newer, aRecord({videoName: 'B, renamed'}));
    assert.deepEqual(titlesIn(list), ['B, renamed']);
    assert.lengthOf(await older.streams(), 1);
    assert.lengthOf(await newer.streams(), 1);
  });

  it('ends when the list is live no longer, and begins when it is again', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    list.removeAttribute('live');
    await server.streams({closed: 1});
    list.setAttribute('live', '');
    await server.streams({count: 2});
  });

  it('ends when the list is handed videos', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    list.videos = videosTitled('By hand');
    await server.streams({closed: 1});
    assert.deepEqual(titlesIn(list), ['By hand']);
  });

  for (const [what, stream] of [
    ['refused by a proxy without a store', {status: 501}],
    ['refused by a server that knows of no stream', {status: 410}],
    ['a page that says so', {type: 'text/html'}],
  ] as const) {
    it(`may be ${what}: the list warns once, and asks at intervals instead`, async () => {
      const server = await withoutStream(stream, aPage([transcoding]));
      const warnings = await warningsDuring(async () => {
        const list = await renderSettled(
          html`<video-list live poll-interval="1" src=${server.url}></video-list>`,
        );
        await server.requests({count: 5});
        await server.answer(aPageTitled('A'));
        await until(() => !hasPart(cardAt(list, 0), 'state'));
      });
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], server.url);
      assert.lengthOf(await server.streams(), 1);
    });
  }
});

describe('A <video-list live> that receives an event during an older request', () => {
  const older = {...aPageTitled('A, older'), held: true};

  for (const [who, ask] of [
    ['the page', (list: VideoListElement) => list.refresh()],
    ['the list', (_: VideoListElement, server: TestServer) => notify(server)],
  ] as const) {
    it(`shows the change in the end when ${who} has asked`, async () => {
      const server = await answering(aPageTitled('A'));
      const list = await listeningTo(server);
      const titles: string[] = [];
      list.addEventListener('video-list-load', () => titles.push(...titlesIn(list)));
      await server.answer(older, aPageTitled('A, renamed'));
      const asked = ask(list, server);
      await server.requests({count: 3});
      await notify(server);
      // Not yet, because the last response would be shown.
      assert.lengthOf(await server.requests(), 3);
      await server.release();
      await asked;
      await until(() => titlesIn(list).join() === 'A, renamed');
      assert.lengthOf(await server.requests(), 4);
      assert.deepEqual(titles, ['A, older', 'A, renamed']);
    });
  }

  it('sends one more request for any number of events', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    await server.answer(older, aPageTitled('A, renamed'));
    await notify(server);
    await server.requests({count: 3});
    for (let count = 0; count < 5; count += 1) await notify(server);
    await server.release();
    await until(() => titlesIn(list).join() === 'A, renamed');
    await change(list, server, aRecord({videoName: 'A, renamed twice'}));
    assert.lengthOf(await server.requests(), 5);
  });

  it('does not show the older response after a newer one', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    await server.answer(older, aPageTitled('A, newer'));
    await notify(server);
    await server.requests({count: 3});
    const titles: string[] = [];
    list.addEventListener('video-list-load', () => titles.push(...titlesIn(list)));
    await list.refresh();
    await server.release();
    await change(list, server, aRecord({videoName: 'A, newest'}));
    assert.deepEqual(titles, ['A, newer', 'A, newest']);
  });

  it('shows the change in the end when the page has loaded more meanwhile', async () => {
    const [a, b] = recordsTitled('A', 'B');
    const server = await answering(pagesOf([a!, b!]));
    const list = await listeningTo(
      server,
      html`<video-list live paging="button" page-size="1" src=${server.url}></video-list>`,
    );
    const renamed = pagesOf([aRecord({videoName: 'A, renamed'}), b!]);
    await server.answer({...renamed, held: true}, renamed);
    await notify(server);
    await server.requests({count: 3});
    await list.loadMore();
    await server.release();
    await until(() => titlesIn(list).join() === 'A, renamed,B');
  });

  it('shows the change in the end when it has been inserted again', async () => {
    const server = await answering(aPageTitled('A'));
    const list = await listeningTo(server);
    const place = list.parentElement as Element;
    list.remove();
    await server.streams({closed: 1});
    await server.answer(older, aPageTitled('A, renamed'));
    place.append(list);
    await server.streams({count: 2});
    await server.requests({count: 3});
    await server.release();
    await until(() => titlesIn(list).join() === 'A, renamed');
  });
});
