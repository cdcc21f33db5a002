import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {part, partsOf, render, settled, styleOf} from '../support/page.js';
import {aVideo} from '../support/videos.js';

/** The box of an element's text, which can be smaller than the element. */
function textBox(element: Element) {
  const range = document.createRange();
  range.selectNodeContents(element);
  return range.getBoundingClientRect();
}

const aCard = (direction: string, title: string) =>
  render(html`
    <div dir=${direction}><video-card .video=${aVideo({title})}></video-card></div>
  `).then((page) => page.querySelector('video-card') as Element);

describe('A title', () => {
  for (const [direction, side] of [
    ['ltr', 'left'],
    ['rtl', 'right'],
  ] as const) {
    for (const [title, ownDirection] of [
      ['A walk (1)', 'ltr'],
      ['نزهة (1)', 'rtl'],
    ] as const) {
      it(`that is written ${ownDirection} is ${side} in a page that is written ${direction}`, async () => {
        const box = part(await aCard(direction, title), 'title');
        assert.equal(styleOf(box, 'direction'), ownDirection);
        assert.closeTo(textBox(box)[side], box.getBoundingClientRect()[side], 1);
      });
    }
  }
});

describe('In a right-to-left page', () => {
  it('a skeleton’s lines begin on the right', async () => {
    const page = await render(html`<div dir="rtl"><video-card skeleton></video-card></div>`);
    assert.equal(styleOf(part(page.firstElementChild!, 'body'), 'background-position-x'), '100%');
  });

  it('the first card is on the right', async () => {
    const videos = [aVideo({id: 'id-1'}), aVideo({id: 'id-2'})];
    const page = await render(html`
      <div dir="rtl" style="width: 40rem"><video-list .videos=${videos}></video-list></div>
    `);
    const list = page.firstElementChild as VideoListElement;
    await settled(list);
    const [first, second] = partsOf(list, 'card').map((card) => card.getBoundingClientRect());
    assert.isAbove(first!.left, second!.right);
  });
});

describe('A toolbar with a long name', () => {
  it('stays within its list', async () => {
    const categories = ['A category with a name that is longer than the screen of a phone is wide'];
    const list = await render(html`
      <video-list
        style="width: 18rem"
        toolbar="search order category state transcoding"
        category=${categories[0]}
        lang="fr"
        .categories=${categories}
        .videos=${[]}
      ></video-list>
    `);
    assert.isAtMost(list.scrollWidth, list.clientWidth);
  });
});
