import {assert, oneEvent} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard, warningsDuring} from '../../support/events.js';
import {answering, withoutStream, type FarEnd} from '../../support/far-end.js';
import {clickOn} from '../../support/input.js';
import {
  cardAt,
  cardsIn,
  hasPart,
  isFocused,
  part,
  renderSettled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {
  anEnvelope,
  aPage,
  aPageOf,
  aPageTitled,
  aRecord,
  recordsTitled,
  type WireRecord,
} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';
import {setHidden} from '../../support/visibility.js';

/** A video that the lists of these tests do not begin with. */
const newRecord = (name: string) => aRecord({videoId: name, videoName: name});

/** A video that is still being transcoded, which `recordsTitled` has done. */
const transcoding = aRecord({videoName: 'A', transcodeState: 3});

/** A list that listens, and has asked for what happened before it did. */
async function listeningTo(farEnd: FarEnd, template?: TemplateResult): Promise<VideoListElement> {
  const list = await renderSettled(
    template ?? html`<video-list live src=${farEnd.url}></video-list>`,
  );
  await farEnd.requests({count: 2});
  return list;
}

/** A list of 24 that listens, with a reader who looks at the end of it. */
async function scrolledAway(farEnd: FarEnd): Promise<VideoListElement> {
  const list = await listeningTo(farEnd);
  cardAt(list, 23).scrollIntoView({behavior: 'instant'});
  return list;
}

/** Tells everybody who listens of a record, and nothing else. */
function announce(farEnd: FarEnd, record: unknown): Promise<void> {
  return farEnd.push(JSON.stringify(anEnvelope([record])));
}

/** Puts videos before others that the far end lists, and tells of the first. */
async function add(farEnd: FarEnd, before: readonly WireRecord[], ...names: string[]) {
  const added = names.map(newRecord);
  await farEnd.answer(aPage([...added, ...before]));
  await announce(farEnd, added[0]);
}

/** Changes one of the videos that the far end lists, and tells of it; resolves when the list has changed. */
async function change(list: VideoListElement, farEnd: FarEnd, record: WireRecord) {
  const loaded = oneEvent(list, 'video-list-load');
  await farEnd.answer(aPage([record]));
  await announce(farEnd, record);
  await loaded;
}

const twentyFour = recordsTitled(...Array.from({length: 24}, (_, index) => `Video ${index + 1}`));

describe('A <video-list live>', () => {
  it('shows a new video at the top while the reader is there', async () => {
    const farEnd = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(farEnd);
    const loaded = oneEvent(list, 'video-list-load');
    await add(farEnd, recordsTitled('A', 'B'), 'New');
    await loaded;
    assert.deepEqual(titlesIn(list), ['New', 'A', 'B']);
    assert.isFalse(hasPart(list, 'news'));
  });

  it('shows the first video of a list that was empty', async () => {
    const farEnd = await answering(aPage([]));
    const list = await listeningTo(farEnd);
    const loaded = oneEvent(list, 'video-list-load');
    await add(farEnd, [], 'New');
    await loaded;
    assert.deepEqual(titlesIn(list), ['New']);
  });

  it('keeps the cards it has, and the focus on the card that has it', async () => {
    const farEnd = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(farEnd);
    const [a, b] = cardsIn(list);
    cardAt(list, 0).focus();
    const loaded = oneEvent(list, 'video-list-load');
    await add(farEnd, recordsTitled('A', 'B'), 'New');
    await loaded;
    assert.isTrue(cardAt(list, 1) === a && cardAt(list, 2) === b, 'The cards are the same.');
    assert.isTrue(isFocused(part(cardAt(list, 1), 'link')));
  });

  it('keeps a video that a new one has pushed off the page', async () => {
    const farEnd = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(farEnd);
    const loaded = oneEvent(list, 'video-list-load');
    await add(farEnd, recordsTitled('A'), 'New');
    await loaded;
    assert.deepEqual(titlesIn(list), ['New', 'A', 'B']);
  });

  it('does not show a video that the proxy would not list here', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    await announce(farEnd, newRecord('Of another category'));
    await farEnd.requests({count: 3});
    await change(list, farEnd, aRecord({videoName: 'A, renamed'}));
    assert.deepEqual(titlesIn(list), ['A, renamed']);
  });

  it('changes a video where it stands', async () => {
    const farEnd = await answering(aPage([newRecord('First'), transcoding, newRecord('Last')]));
    const list = await listeningTo(farEnd);
    const card = cardAt(list, 1);
    assert.equal(textOf(card, 'state'), 'Processing');
    await change(list, farEnd, aRecord({videoName: 'A, ready'}));
    await card.updateComplete;
    assert.deepEqual(titlesIn(list), ['First', 'A, ready', 'Last']);
    assert.isFalse(hasPart(card, 'state'));
    assert.isTrue(cardAt(list, 1) === card, 'The card is the same.');
  });

  it('finds a cover where the list would', async () => {
    const farEnd = await answering(aPage([aRecord({imageUrl: 'covers/old.webp'})]));
    const list = await listeningTo(farEnd);
    const loads = heard(list, 'video-list-load');
    await change(list, farEnd, aRecord({imageUrl: 'covers/new.webp'}));
    assert.equal(
      loads[0]?.detail.page.videos[0]?.coverUrl,
      new URL('covers/new.webp', new URL(farEnd.url, location.href)).href,
    );
  });

  it('loses damaged events, and nothing else', async () => {
    const farEnd = await answering(aPageTitled('A', 'B'));
    const list = await listeningTo(farEnd);
    const [a, b] = cardsIn(list);
    const uncaught = heard(window, 'error');
    for (const data of ['', 'no JSON', '{"code": 200, "da', 'null', '{}', '{"code": 1535}']) {
      await farEnd.push(data);
    }
    for (const record of [null, 'A', {}, {videoName: 'No id'}]) await announce(farEnd, record);
    await change(list, farEnd, aRecord({videoName: 'A, renamed'}));
    assert.deepEqual(titlesIn(list), ['A, renamed', 'B']);
    assert.isTrue(cardAt(list, 0) === a && cardAt(list, 1) === b, 'The cards are the same.');
    assert.isEmpty(uncaught);
  });

  it('does not ask at intervals while it has a stream', async () => {
    const farEnd = await answering(aPage([transcoding]));
    await listeningTo(
      farEnd,
      html`<video-list live poll-interval="1" src=${farEnd.url}></video-list>`,
    );
    const polled = await answering(aPage([transcoding]));
    await renderSettled(html`<video-list poll-interval="1" src=${polled.url}></video-list>`);
    await polled.requests({count: 8});
    assert.lengthOf(await farEnd.requests(), 2);
  });
});

describe('A <video-list live> whose reader is further down', () => {
  for (const [names, label] of [
    [['New'], '1 new video'],
    [['Newest', 'Newer', 'New'], '3 new videos'],
  ] as const) {
    it(`moves nothing, and offers ${label}`, async () => {
      const farEnd = await answering(aPageOf(24));
      const list = await scrolledAway(farEnd);
      const before = [scrollY, ...cardsIn(list).map((card) => card.getBoundingClientRect().top)];
      await add(farEnd, twentyFour, ...names);
      await until(() => hasPart(list, 'news'));
      assert.equal(textOf(list, 'news'), label);
      assert.deepEqual(
        [scrollY, ...cardsIn(list).map((card) => card.getBoundingClientRect().top)],
        before,
      );
      const {top, bottom} = part(list, 'news').getBoundingClientRect();
      assert.isTrue(top >= 0 && bottom <= innerHeight, 'The button can be seen.');
    });

    it(`says ${label} to those who listen to the page`, async () => {
      const farEnd = await answering(aPageOf(24));
      const list = await scrolledAway(farEnd);
      assert.equal(textOf(list, 'status'), '24 videos loaded');
      await add(farEnd, twentyFour, ...names);
      await until(() => textOf(list, 'status') === label);
      assert.equal(part(list, 'status').role, 'status');
    });
  }

  it('counts on as more come', async () => {
    const farEnd = await answering(aPageOf(24));
    const list = await scrolledAway(farEnd);
    await add(farEnd, twentyFour, 'New');
    await until(() => textOf(list, 'news') === '1 new video');
    await add(farEnd, twentyFour, 'Newer', 'New');
    await until(() => textOf(list, 'news') === '2 new videos');
    assert.lengthOf(cardsIn(list), 24);
  });

  it('shows them when the reader asks for it, and puts the focus on the first', async () => {
    const farEnd = await answering(aPageOf(24));
    const list = await scrolledAway(farEnd);
    await add(farEnd, twentyFour, 'Newer', 'New');
    await until(() => hasPart(list, 'news'));
    await clickOn(part(list, 'news'));
    await until(() => cardsIn(list).length === 26 && isFocused(part(cardAt(list, 0), 'link')));
    assert.deepEqual(titlesIn(list).slice(0, 3), ['Newer', 'New', 'Video 1']);
    assert.isFalse(hasPart(list, 'news'));
    assert.equal(textOf(list, 'status'), '26 videos loaded');
    const {top, bottom} = part(cardAt(list, 0), 'title').getBoundingClientRect();
    assert.isTrue(top >= 0 && bottom <= innerHeight, 'The first card can be seen.');
  });

  it('changes a video without a word', async () => {
    const farEnd = await answering(aPageOf(24));
    const list = await scrolledAway(farEnd);
    await change(list, farEnd, aRecord({videoName: 'Video 1, renamed'}));
    assert.equal(titlesIn(list)[0], 'Video 1, renamed');
    assert.isFalse(hasPart(list, 'news'));
    assert.equal(textOf(list, 'status'), '24 videos loaded');
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
      const farEnd = await answering(aPageTitled('A'));
      await renderSettled(html`<video-list live src=${farEnd.url + ending}></video-list>`);
      const [stream] = await farEnd.streams();
      assert.deepEqual(stream?.query, query);
    });
  }

  it('is asked for by a live list only', async () => {
    const [dead, live] = [await answering(aPageTitled('A')), await answering(aPageTitled('B'))];
    await renderSettled(html`<video-list src=${dead.url}></video-list>`);
    await listeningTo(live);
    assert.isEmpty(await dead.streams({count: 0}));
  });

  it('ends while the page is hidden; what was missed is shown afterwards', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    setHidden(true);
    await farEnd.streams({closed: 1});
    await add(farEnd, recordsTitled('A, renamed'), 'New');
    assert.deepEqual(titlesIn(list), ['A']);
    setHidden(false);
    await farEnd.streams({count: 2});
    await until(() => cardsIn(list).length === 2);
    assert.deepEqual(titlesIn(list), ['New', 'A, renamed']);
  });

  it('is not asked for by a list that appears on a hidden page, before that is shown', async () => {
    setHidden(true);
    const [hidden, shown] = [await answering(aPageTitled('A')), await answering(aPageTitled('B'))];
    await renderSettled(html`<video-list live src=${hidden.url}></video-list>`);
    assert.isEmpty(await hidden.streams({count: 0}));
    setHidden(false);
    await listeningTo(shown);
    assert.lengthOf(await hidden.streams(), 1);
  });

  it('ends when the list leaves; what was missed is shown when it comes back', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    const place = list.parentElement as Element;
    for (const [index, title] of ['B', 'C'].entries()) {
      list.remove();
      await farEnd.streams({closed: index + 1});
      await farEnd.answer(aPageTitled(title));
      place.append(list);
      await farEnd.streams({count: index + 2});
      await until(() => titlesIn(list).join() === title);
    }
  });

  it('stays closed when the page is shown again after the list has left', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    list.remove();
    await farEnd.streams({closed: 1});
    setHidden(true);
    setHidden(false);
    await listeningTo(await answering(aPageTitled('B')));
    assert.lengthOf(await farEnd.streams(), 1);
  });

  it('comes back when the connection was lost; what was missed is shown', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    await farEnd.answer(aPageTitled('A, renamed'));
    await farEnd.endStreams();
    await farEnd.streams({count: 2, closed: 1});
    await until(() => titlesIn(list).join() === 'A, renamed');
  });

  it('stays as it is when the list is only moved', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    const place = list.parentElement as Element;
    list.remove();
    place.append(list);
    await listeningTo(await answering(aPageTitled('B')));
    assert.deepEqual(
      (await farEnd.streams()).map(({closed}) => closed),
      [false],
    );
  });

  it('moves with src', async () => {
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
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    list.removeAttribute('live');
    await farEnd.streams({closed: 1});
    list.setAttribute('live', '');
    await farEnd.streams({count: 2});
  });

  it('ends when the list is handed videos', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    list.videos = videosTitled('By hand');
    await farEnd.streams({closed: 1});
    assert.deepEqual(titlesIn(list), ['By hand']);
  });

  for (const [what, stream] of [
    ['refused by a proxy without a store', {status: 501}],
    ['refused by a server that knows of no stream', {status: 410}],
    ['a page that says so', {type: 'text/html'}],
  ] as const) {
    it(`may be ${what}: the list warns once, and asks at intervals instead`, async () => {
      const farEnd = await withoutStream(stream, aPage([transcoding]));
      const warnings = await warningsDuring(async () => {
        const list = await renderSettled(
          html`<video-list live poll-interval="1" src=${farEnd.url}></video-list>`,
        );
        await farEnd.requests({count: 5});
        await farEnd.answer(aPageTitled('A'));
        await until(() => !hasPart(cardAt(list, 0), 'state'));
      });
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], farEnd.url);
      assert.lengthOf(await farEnd.streams(), 1);
    });
  }
});

describe('A <video-list live> that hears of a change while an older answer is on its way', () => {
  const older = {...aPageTitled('A'), held: true};

  for (const [who, ask] of [
    ['the page', (list: VideoListElement) => list.refresh()],
    ['the list', (_: VideoListElement, farEnd: FarEnd) => announce(farEnd, newRecord('Elsewhere'))],
  ] as const) {
    it(`shows the change in the end when ${who} has asked`, async () => {
      const farEnd = await answering(aPageTitled('A'));
      const list = await listeningTo(farEnd);
      await farEnd.answer(older, aPageTitled('A, renamed'));
      const asked = ask(list, farEnd);
      await farEnd.requests({count: 3});
      const loaded = oneEvent(list, 'video-list-load');
      await announce(farEnd, aRecord({videoName: 'A, renamed'}));
      await loaded;
      assert.deepEqual(titlesIn(list), ['A, renamed']);
      // Not yet: whichever answer came last would be shown.
      assert.lengthOf(await farEnd.requests(), 3);
      await farEnd.release();
      await asked;
      await farEnd.requests({count: 4});
      await until(() => titlesIn(list).join() === 'A, renamed');
    });
  }

  it('does not take the change back for a moment', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    const loads = heard(list, 'video-list-load');
    await farEnd.answer(older, aPageTitled('A, renamed'), aPageTitled('A, renamed twice'));
    await announce(farEnd, newRecord('Elsewhere'));
    await farEnd.requests({count: 3});
    const loaded = oneEvent(list, 'video-list-load');
    await announce(farEnd, aRecord({videoName: 'A, renamed'}));
    await loaded;
    await farEnd.release();
    await farEnd.requests({count: 4});
    await announce(farEnd, newRecord('Elsewhere'));
    await until(() => titlesIn(list).join() === 'A, renamed twice');
    assert.deepEqual(
      loads.map(({detail}) => detail.page.videos[0]?.title),
      ['A, renamed', 'A, renamed twice'],
    );
  });

  it('shows a new video in the end', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    await farEnd.answer(older, aPageTitled('A, renamed'));
    const refreshed = list.refresh();
    await farEnd.requests({count: 3});
    await announce(farEnd, newRecord('New'));
    const loaded = oneEvent(list, 'video-list-load');
    await announce(farEnd, aRecord({videoName: 'A, renamed'}));
    await loaded;
    await farEnd.answer(aPage([newRecord('New'), aRecord({videoName: 'A, renamed'})]));
    await farEnd.release();
    await refreshed;
    await until(() => titlesIn(list).join() === 'New,A, renamed');
  });

  it('shows the change in the end when it has come back', async () => {
    const farEnd = await answering(aPageTitled('A'));
    const list = await listeningTo(farEnd);
    const place = list.parentElement as Element;
    list.remove();
    await farEnd.streams({closed: 1});
    await farEnd.answer(older, aPageTitled('A, renamed'));
    place.append(list);
    await farEnd.streams({count: 2});
    await farEnd.requests({count: 3});
    const loaded = oneEvent(list, 'video-list-load');
    await farEnd.release();
    await loaded;
    await until(() => titlesIn(list).join() === 'A, renamed');
  });
});
