import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {VideoListUnauthorizedEvent} from '../../../src/elements/video-list/video-list.events.js';
import {heard} from '../../support/events.js';
import {answering, withoutStream, type Answer, type TestServer} from '../../support/test-server.js';
import {clickOn} from '../../support/input.js';
import {
  hasPart,
  outcome,
  part,
  render,
  settled,
  textOf,
  titlesIn,
  until,
} from '../../support/page.js';
import {aPageTitled, anAnswer, aRecord, aPage} from '../../support/records.js';

/** The response of the proxy to an expired token. */
const expired: Answer = anAnswer(
  '{"code":401,"message":"The token has expired.","data":null}',
  401,
);

type Renew = (event: VideoListUnauthorizedEvent) => void;

/** A list with a signed link, and a listener for a refusal of the proxy. */
async function listOf(
  url: string,
  renew: Renew = () => {},
  timeout = 15_000,
): Promise<{list: VideoListElement; events: readonly Event[]}> {
  const list = document.createElement('video-list');
  list.addEventListener('video-list-unauthorized', renew);
  const events = heard(list, 'video-list-unauthorized');
  Object.assign(list, {src: url, timeout});
  await render(html`${list}`);
  return {list, events};
}

async function tokensAt(server: TestServer, count: number): Promise<(string | undefined)[]> {
  return (await server.requests({count})).map(({query}) => query['token']);
}

describe('A <video-list> with an expired signed link', () => {
  it('asks the page for a fresh token, and shows the videos', async () => {
    const server = await answering(expired, aPageTitled('Mine'));
    const {list, events} = await listOf(`${server.url}?videoName=sea&token=old`, ({detail}) =>
      detail.renew('fresh'),
    );
    await outcome(list);
    await settled(list);
    assert.deepEqual(titlesIn(list), ['Mine']);
    assert.lengthOf(events, 1);
    const [first, second] = await server.requests({count: 2});
    assert.deepEqual(second?.query, {...first?.query, token: 'fresh'});
    assert.equal(second?.query['videoName'], 'sea');
  });

  it('waits for the promise of a token', async () => {
    const server = await answering(expired, aPageTitled('Mine'));
    const {list} = await listOf(`${server.url}?token=old`, ({detail}) => {
      detail.renew(new Promise((resolve) => setTimeout(() => resolve('fresh'))));
    });
    await outcome(list);
    assert.deepEqual(await tokensAt(server, 2), ['old', 'fresh']);
  });

  it('keeps the new token, and does not ask again', async () => {
    const server = await answering(expired, aPageTitled('Mine'));
    const {list, events} = await listOf(`${server.url}?token=old`, ({detail}) =>
      detail.renew('fresh'),
    );
    await outcome(list);
    await list.refresh();
    assert.deepEqual(await tokensAt(server, 3), ['old', 'fresh', 'fresh']);
    assert.lengthOf(events, 1);
  });

  it('keeps the new token when the page sets a new but equal fetcher, as React does', async () => {
    const server = await answering(expired, aPageTitled('Mine'));
    const {list, events} = await listOf(`${server.url}?token=old`, ({detail}) =>
      detail.renew('fresh'),
    );
    const used: number[] = [];
    for (const number of [1, 2]) {
      list.fetcher = (url, init) => {
        used.push(number);
        return fetch(url, init);
      };
      await settled(list);
    }
    await list.refresh();
    assert.deepEqual(await tokensAt(server, 3), ['old', 'fresh', 'fresh']);
    assert.equal(used.at(-1), 2, 'The latest fetcher is used.');
    assert.lengthOf(events, 1);
  });

  it('shows the failure if the page sets no token', async () => {
    const server = await answering(expired, aPageTitled('Mine'));
    const {list, events} = await listOf(`${server.url}?token=old`);
    await settled(list);
    assert.isTrue(hasPart(list, 'retry'));
    assert.lengthOf(events, 1);
    assert.deepEqual(await tokensAt(server, 1), ['old']);
  });

  for (const [what, renew] of [
    ['a token that is over as well', ({detail}) => detail.renew('over')],
    ['the same token', ({detail}) => detail.renew('old')],
  ] satisfies [string, Renew][]) {
    it(`tries once with ${what}, and then shows the failure`, async () => {
      const server = await answering(expired);
      const {list, events} = await listOf(`${server.url}?token=old`, renew);
      await settled(list);
      assert.isTrue(hasPart(list, 'retry'));
      assert.lengthOf(events, 1);
      assert.lengthOf(await server.requests({count: 2}), 2);
    });
  }

  for (const [what, renew] of [
    ['has no token after all', ({detail}) => detail.renew(Promise.reject(new Error('offline')))],
    ['has an empty one', ({detail}) => detail.renew('')],
  ] satisfies [string, Renew][]) {
    it(`shows the failure when the page ${what}`, async () => {
      const server = await answering(expired, aPageTitled('Mine'));
      const {list} = await listOf(`${server.url}?token=old`, renew);
      await settled(list);
      assert.isTrue(hasPart(list, 'retry'));
      assert.lengthOf(await server.requests(), 1);
    });
  }

  it('asks the page again when the user tries again', async () => {
    const server = await answering(expired, expired, aPageTitled('Mine'));
    const tokens = ['over', 'fresh'];
    const {list, events} = await listOf(`${server.url}?token=old`, ({detail}) =>
      detail.renew(tokens.shift() ?? ''),
    );
    await settled(list);
    await server.answer(expired, aPageTitled('Mine'));
    const shown = outcome(list);
    await clickOn(part(list, 'retry'));
    await shown;
    await settled(list);
    assert.deepEqual(titlesIn(list), ['Mine']);
    assert.deepEqual(await tokensAt(server, 4), ['old', 'over', 'over', 'fresh']);
    assert.lengthOf(events, 2);
  });

  it('waits for a promise at most for the time limit of the request', async () => {
    const server = await answering(expired);
    const {list} = await listOf(
      `${server.url}?token=old`,
      ({detail}) => {
        detail.renew(new Promise(() => {}));
      },
      60,
    );
    await until(() => hasPart(list, 'retry'));
  });

  it('fires one event for the list and its categories', async () => {
    const server = await answering(expired);
    const seen: string[] = [];
    const list = document.createElement('video-list');
    let give: (token: string) => void = () => {};
    const token = new Promise<string>((resolve) => (give = resolve));
    list.addEventListener('video-list-unauthorized', ({detail}) => detail.renew(token));
    const events = heard(list, 'video-list-unauthorized');
    list.fetcher = (url, init) => {
      const {pathname, searchParams} = new URL(url);
      const isFresh = searchParams.get('token') === 'fresh';
      seen.push(`${pathname.split('/').at(-1)} ${searchParams.get('token')}`);
      if (!isFresh) return fetch(server.url, init);
      const json = JSON.stringify({code: 200, data: {videoListInfo: [], categoryList: []}});
      return Promise.resolve(new Response(json));
    };
    Object.assign(list, {src: '/api/videos?token=old', toolbar: 'category'});
    await render(html`${list}`);
    await until(() => seen.length === 2);
    give('fresh');
    await until(() => seen.length === 4);
    assert.sameMembers(seen, ['videos old', 'categories old', 'videos fresh', 'categories fresh']);
    assert.lengthOf(events, 1);
  });

  it('opens its stream of changes with the fresh one', async () => {
    const server = await withoutStream({status: 401}, aPage([aRecord()]));
    const {list, events} = await listOf(`${server.url}?token=old`, ({detail}) =>
      detail.renew('fresh'),
    );
    list.live = true;
    const streams = await server.streams({count: 2});
    assert.deepEqual(
      streams.slice(0, 2).map(({query}) => query['token']),
      ['old', 'fresh'],
    );
    assert.isAtLeast(events.length, 1);
  });

  it('sends it to no other address', async () => {
    const server = await answering(expired, aPageTitled('Mine'));
    const other = await answering(aPageTitled('Other'));
    const {list} = await listOf(`${server.url}?token=old`, ({detail}) => detail.renew('fresh'));
    await outcome(list);
    list.src = other.url;
    await outcome(list);
    assert.deepEqual(await tokensAt(other, 1), [undefined]);
  });

  it('does not ask for a token after 403', async () => {
    const server = await answering(anAnswer('{"code":403,"message":"no","data":null}', 403));
    const {list, events} = await listOf(`${server.url}?token=forged`);
    await settled(list);
    assert.notEqual(textOf(list, 'message'), '');
    assert.lengthOf(events, 0);
  });
});
