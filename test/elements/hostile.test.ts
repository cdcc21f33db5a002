import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define.js';
import {answering} from '../support/test-server.js';
import {cardAt, cardsIn, hasPart, part, renderSettled, textOf} from '../support/page.js';
import {anAnswer, aPage, aRecord} from '../support/records.js';

const SCRIPT = '<img src=x onerror="window.hacked = true"><script>window.hacked = true</script>';

declare global {
  interface Window {
    hacked?: boolean;
  }
}

describe('Hostile data', () => {
  afterEach(() => {
    assert.isUndefined(window.hacked);
  });

  it('in a title stays text', async () => {
    const {url} = await answering(aPage([aRecord({videoName: SCRIPT})]));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    const card = cardAt(list, 0);
    assert.equal(textOf(card, 'title'), SCRIPT);
    assert.equal(part(card, 'title').childElementCount, 0);
  });

  it('in the vendor’s error message never becomes part of the page', async () => {
    const {url} = await answering(anAnswer(JSON.stringify({code: 1502, message: SCRIPT})));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    assert.isTrue(hasPart(list, 'message'));
    assert.lengthOf(list.shadowRoot?.querySelectorAll('img, script') ?? [], 0);
  });

  for (const imageUrl of ['javascript:window.hacked=true', 'data:image/svg+xml,<svg/>', SCRIPT]) {
    it(`in a cover never runs: ${imageUrl.slice(0, 20)}`, async () => {
      const {url} = await answering(aPage([aRecord({imageUrl})]));
      const list = await renderSettled(html`<video-list src=${url}></video-list>`);
      const image = part(list, 'card').shadowRoot?.querySelector('img');
      assert.match(image?.src ?? location.href, /^http:/);
    });
  }

  it('in an id can neither change the path of a link nor make it a script', async () => {
    const ids = ['javascript:window.hacked=true', '../../admin', '//evil.example', '"><b>'];
    const {url} = await answering(aPage(ids.map((videoId) => aRecord({videoId}))));
    const list = await renderSettled(
      html`<video-list src=${url} card-href="/watch/{videoId}"></video-list>`,
    );
    const paths = cardsIn(list).map((card) => (part(card, 'link') as HTMLAnchorElement).pathname);
    assert.lengthOf(paths, ids.length);
    for (const path of paths) assert.match(path, /^\/watch\/./);
  });

  it('in an id of dots, which would change the folder, gets no link', async () => {
    const {url} = await answering(aPage(['.', '..'].map((videoId) => aRecord({videoId}))));
    const list = await renderSettled(
      html`<video-list src=${url} card-href="/watch/{videoId}"></video-list>`,
    );
    const links = cardsIn(list).map((card) => part(card, 'link').localName);
    assert.deepEqual(links, ['button', 'button']);
  });

  it('in an id never runs, also if the whole link is the id', async () => {
    const {url} = await answering(aPage([aRecord({videoId: 'javascript:window.hacked=true'})]));
    const list = await renderSettled(
      html`<video-list src=${url} card-href="{videoId}"></video-list>`,
    );
    const link = part(cardAt(list, 0), 'link') as HTMLAnchorElement;
    assert.match(link.href, /^http:.*javascript%3A/);
  });
});
