import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {coverAddress, coverWidths, type CoverUrl} from '../../../src/model/cover.js';
import {decodeVideoPage} from '../../../src/model/decode-video-page.js';
import {nextTask} from '../../support/next-task.js';
import {part, render, until, untilState} from '../../support/page.js';
import {anEnvelope, aRecord} from '../../support/records.js';
import {holding, type SeenRequest, type TestServer} from '../../support/test-server.js';
import {aVideo, COVER, PIXEL} from '../../support/videos.js';

const COLORS = '#aa0000,#00bb00,#0000cc';

/** A video with a cover of the proxy. Its address does not exist, so the vendor's cover is shown. */
const proxied = (entry: unknown = ['v1', COLORS], widths: unknown = [160, 320, 640]) =>
  aVideo({coverUrl: COVER, cover: {listUrl: `${location.origin}/no-such/videos`, entry, widths}});

const byWidth: CoverUrl = (_video, width) => `${COVER}?w=${width}`;

async function cardsWith(width: number, count: number, coverUrl?: CoverUrl, video = aVideo()) {
  const template = `repeat(auto-fill, ${width}px)`;
  const box = await render(html`
    <div
      style="display: grid; grid-template-columns: ${template}; justify-items: stretch; inline-size: ${width * 2}px"
    >
      ${Array.from(
        {length: count},
        (_, index) =>
          html`<video-card
            .video=${{...video, id: `${index}`}}
            .index=${index}
            .coverUrl=${coverUrl}
          ></video-card>`,
      )}
    </div>
  `);
  return [...box.querySelectorAll<VideoCardElement>('video-card')];
}

const imageOf = (card: VideoCardElement) => part(card, 'image') as HTMLImageElement;
const loaded = (card: VideoCardElement) => untilState(card, 'cover-loaded');

describe('A cover in several widths', () => {
  it('is requested in the width that it is shown in', async () => {
    const [first] = await cardsWith(250, 1, byWidth);
    await loaded(first!);
    const {currentSrc, srcset} = imageOf(first!);
    const wanted = 250 * devicePixelRatio;
    const width = Number(new URL(currentSrc).searchParams.get('w'));
    assert.equal(
      width,
      [160, 320, 480, 640, 960, 1280].find((each) => each >= wanted),
    );
    assert.equal(srcset.split(',').length, 6);
  });

  it('is urgent in the first row, and lazy below it', async () => {
    const cards = await cardsWith(200, 5, byWidth);
    await Promise.all(cards.slice(0, 2).map(loaded));
    const seen = cards.map((card) => [imageOf(card).fetchPriority, imageOf(card).loading]);
    const urgent = ['high', 'eager'];
    const lazy = ['auto', 'lazy'];
    assert.deepEqual(seen, [urgent, urgent, lazy, lazy, lazy]);
  });

  it('is lazy in a list that is below the window, or not displayed', async () => {
    for (const style of [`margin-block-start: ${2 * innerHeight}px`, 'display: none']) {
      const box = await render(html`
        <div style=${style}>
          <video-card .video=${aVideo()} .index=${0} .coverUrl=${byWidth}></video-card>
        </div>
      `);
      const card = box.querySelector<VideoCardElement>('video-card')!;
      await until(() => imageOf(card).srcset !== '');
      assert.equal(imageOf(card).loading, 'lazy', style);
      assert.notEqual(imageOf(card).fetchPriority, 'high', style);
    }
  });

  /** A card below the first row, whose cover comes from a server that waits. */
  async function cardOf(server: TestServer, width: number) {
    const [, , card] = await cardsWith(width, 3, ({id}, width) =>
      id === '2' ? `${location.origin}${server.url}?w=${width}` : `${COVER}?w=${width}`,
    );
    const [{query}] = (await server.requests()) as [SeenRequest];
    return {card: card!, box: card!.parentElement!, query};
  }

  const departures: Record<string, (card: Element) => () => unknown> = {
    removed(card) {
      const box = card.parentElement!;
      card.remove();
      return () => box.append(card);
    },
    hidden({parentElement: box}) {
      box!.style.display = 'none';
      return () => (box!.style.display = 'grid');
    },
  };
  for (const [name, leave] of Object.entries(departures)) {
    for (const state of ['loading', 'loaded']) {
      it(`is requested in no other width when its card is ${name}: ${state}`, async () => {
        const server = await holding(PIXEL);
        const {card, query} = await cardOf(server, 200);
        if (state === 'loaded') {
          await server.release();
          await loaded(card);
        }
        const comeBack = leave(card);
        // Browsers request a picture in a microtask, or after the next layout.
        await new Promise(requestAnimationFrame);
        await nextTask();
        comeBack();
        await server.release();
        await loaded(card);
        for (const request of await server.requests()) assert.deepEqual(request.query, query);
      });
    }
  }

  it('is requested in a larger width when it becomes wider', async () => {
    const server = await holding(PIXEL);
    const {card, box} = await cardOf(server, 150);
    await server.release();
    await loaded(card);
    box.style.gridTemplateColumns = '450px';
    const requests = await server.requests({count: 2});
    assert.deepEqual(
      requests.map(({query}) => Number(query['w']) >= 450 * devicePixelRatio),
      [false, true],
    );
  });

  it('stays when its card moves', async () => {
    const [first, second] = await cardsWith(200, 2, byWidth);
    await Promise.all([first!, second!].map(loaded));
    const {currentSrc} = imageOf(second!);
    first!.before(second!);
    await second!.updateComplete;
    assert.equal(imageOf(second!).currentSrc, currentSrc);
    assert.isTrue(imageOf(second!).complete);
  });

  it('is the vendor’s when the proxy has none, without an error', async () => {
    const [card] = await cardsWith(200, 1, undefined, proxied());
    let failures = 0;
    card!.addEventListener('cover-error', () => (failures += 1));
    await loaded(card!);
    assert.equal(imageOf(card!).currentSrc, COVER);
    assert.equal(failures, 0);
  });

  it('is requested from the proxy only once if the proxy has none', async () => {
    const [card] = await cardsWith(200, 1, undefined, proxied());
    await loaded(card!);
    card!.progress = 0.5;
    await card!.updateComplete;
    assert.equal(imageOf(card!).srcset, '', 'The failed pictures are not requested again.');
    card!.video = {...proxied(['v2', COLORS]), id: 'other'};
    await card!.updateComplete;
    assert.include(imageOf(card!).srcset, 'v2', 'Another version is requested.');
  });

  it('shows its colours until it has loaded, and accepts nothing but colours', async () => {
    const boxOf = (card: VideoCardElement) => part(card, 'thumbnail');
    const [card] = await cardsWith(200, 1, undefined, proxied());
    await until(() => boxOf(card!).style.background !== '');
    assert.match(
      getComputedStyle(boxOf(card!)).backgroundImage,
      /linear-gradient\(rgb\(170, 0, 0\)/,
    );
    for (const colors of ['red,blue', '#aa0000', `${COLORS});--x:url(//x.example`, 7, null]) {
      const [other] = await cardsWith(200, 1, undefined, proxied(['v1', colors]));
      await loaded(other!);
      assert.equal(boxOf(other!).style.background, '', String(colors));
    }
  });

  it('has no srcset if there is only one width', async () => {
    const [card] = await cardsWith(200, 1, undefined, proxied(['v1'], []));
    await loaded(card!);
    assert.equal(imageOf(card!).srcset, '');
  });

  it('never has an address that is no picture’s', async () => {
    const [card] = await cardsWith(200, 1, () => 'javascript:alert(1)', aVideo({coverUrl: COVER}));
    await untilState(card!, 'cover-missing');
    const image = card!.renderRoot.querySelector('img');
    assert.notInclude(image?.outerHTML ?? '', 'javascript');
    assert.notInclude(image?.outerHTML ?? '', 'undefined');
  });

  it('is that of the next video when the card shows another one', async () => {
    const [card] = await cardsWith(200, 1, byWidth);
    await loaded(card!);
    card!.coverUrl = (_video, width) => `${COVER}?next&w=${width}`;
    await until(() => imageOf(card!).currentSrc.includes('next'));
    card!.coverUrl = undefined;
    card!.video = aVideo({id: 'plain', coverUrl: COVER});
    await until(() => imageOf(card!).currentSrc === COVER);
  });
});

describe('The address of a cover', () => {
  const list = 'https://a.example/api/videos?token=t%2B1&pageIndex=2';
  const decoded = (covers: unknown) => {
    const page = decodeVideoPage(
      {...anEnvelope([aRecord({videoId: 'a/b'})]), covers},
      {baseUrl: list},
    );
    return 'videos' in page ? page.videos[0]! : assert.fail('no page');
  };

  it('is below the list, with its token, the version and the width', () => {
    const video = decoded({widths: [160, 320], of: {'a/b': ['v 1', COLORS]}});
    assert.equal(
      coverAddress(video, 160),
      'https://a.example/api/videos/a%2Fb/cover?token=t%2B1&v=v+1&w=160',
    );
    assert.deepEqual(coverWidths(video), [160, 320]);
    assert.deepEqual(JSON.parse(JSON.stringify(video.cover)), video.cover);
  });

  it('is the vendor’s if the proxy sends no valid cover', () => {
    const nonsense = [undefined, null, 7, [], {}, {of: 1}, {of: {}}, {of: null, widths: null}];
    for (const covers of nonsense) {
      const video = decoded(covers);
      assert.equal(coverAddress(video), video.coverUrl);
      assert.deepEqual(coverWidths(video), []);
    }
    assert.deepEqual(coverWidths(decoded({of: {'a/b': 'v1'}, widths: [1]})), []);
    assert.deepEqual(coverWidths(decoded({of: {'a/b': ['v1']}, widths: ['x', -1, 160]})), [160]);
  });
});
