import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {cardAt, cardsIn, part, render, settled, styleOf} from '../../support/page.js';
import {videosTitled} from '../../support/videos.js';

const videos = videosTitled(
  'First',
  'Second',
  'Third',
  'Fourth',
  'Fifth',
  'Sixth',
  'Seventh',
  'Eighth',
);

async function listIn(style: string, density: string) {
  const scene = await render(html`
    <div style=${style}><video-list density=${density} .videos=${videos}></video-list></div>
  `);
  const list = scene.firstElementChild as VideoListElement;
  await settled(list);
  return list;
}

const box = (element: Element) => element.getBoundingClientRect();

const columns = (list: VideoListElement) =>
  new Set(cardsIn(list).map((card) => Math.round(box(card).left))).size;

describe('The density of a <video-list>', () => {
  for (const [density, phone, desk] of [
    ['compact', 2, 7],
    ['normal', 1, 4],
    ['spacious', 1, 3],
  ] as const) {
    it(`gives a phone ${phone} and a desk ${desk} columns when it is ${density}`, async () => {
      // The widths of content in viewports of 390 and 1280 pixels.
      assert.equal(columns(await listIn('width: 358px', density)), phone);
      assert.equal(columns(await listIn('width: 1200px', density)), desk);
    });

    it(`has room for two lines of title and one of date when it is ${density}`, async () => {
      const list = await listIn('width: 400px', density);
      const card = cardAt(list, 0);
      (card.video as {title: string}).title = 'A title that goes on and on '.repeat(9);
      card.requestUpdate();
      await card.updateComplete;
      assert.isAtMost(box(part(card, 'meta')).bottom, box(part(card, 'body')).bottom + 0.5);
    });
  }

  it('changes gaps and titles', async () => {
    const [compact, spacious] = [
      await listIn('width: 1200px', 'compact'),
      await listIn('width: 1200px', 'spacious'),
    ];
    const gap = (list: VideoListElement) => styleOf(part(list, 'grid'), 'column-gap');
    const title = (list: VideoListElement) => styleOf(part(cardAt(list, 0), 'title'), 'font-size');
    assert.deepEqual([gap(compact), gap(spacious)], ['12px', '32px']);
    assert.deepEqual([title(compact), title(spacious)], ['13px', '18px']);
  });

  it('has smaller chips on narrow covers when it is compact', async () => {
    const chip = async (style: string) => {
      const list = await listIn(style, 'compact');
      return styleOf(part(cardAt(list, 0), 'duration'), 'font-size');
    };
    assert.equal(await chip('width: 358px; --video-list-column: 160px'), '11px');
    assert.equal(await chip('width: 700px; --video-list-column: 300px'), '12px');
  });

  it('is overridden by custom properties of any ancestor', async () => {
    const list = await listIn(
      `width: 600px; --video-list-gap: 3px; --video-list-column: 280px;
      --video-card-title-font: 400 30px serif; --video-card-body-height: 111px`,
      'compact',
    );
    assert.equal(columns(list), 2);
    assert.equal(styleOf(part(list, 'grid'), 'row-gap'), '3px');
    assert.equal(styleOf(part(cardAt(list, 0), 'title'), 'font-size'), '30px');
    assert.equal(styleOf(part(cardAt(list, 0), 'body'), 'height'), '111px');
  });

  it('is normal for unknown values', async () => {
    const [odd, normal] = [await listIn('', 'cosy'), await listIn('', 'normal')];
    assert.equal(box(cardAt(odd, 0)).height, box(cardAt(normal, 0)).height);
  });
});
