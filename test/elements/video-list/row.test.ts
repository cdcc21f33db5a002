import {assert} from '@open-wc/testing/pure';
import {emulateMedia} from '@web/test-runner-commands';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {isChromium} from '../../support/engine.js';
import {paged} from '../../support/test-server.js';
import {clickOn, press} from '../../support/input.js';
import {
  cardsIn,
  hasPart,
  isFocused,
  part,
  partsOf,
  render,
  settled,
  textOf,
  until,
} from '../../support/page.js';
import {videosTitled} from '../../support/videos.js';

const ALL = 1000;
const many = videosTitled(...Array.from({length: ALL}, (_, index) => `Video ${index + 1}`));

const box = (element: Element) => element.getBoundingClientRect();
const shelfOf = (list: VideoListElement) => part(list, 'shelf');
const drawn = (list: Element) => partsOf(list, 'card') as VideoCardElement[];
const placeOf = (card: Element) => Number(card.ariaPosInSet);

async function rowOf(videos = many, dir = 'ltr', width = 700) {
  const scene = await render(html`
    <div dir=${dir} style="width: ${width}px">
      <video-list layout="row" .videos=${videos}></video-list>
    </div>
  `);
  const list = scene.firstElementChild as VideoListElement;
  await settled(list);
  return list;
}

const seen = (list: VideoListElement) => {
  const {left, right} = box(shelfOf(list));
  return drawn(list).filter((card) => box(card).right > left + 1 && box(card).left < right - 1);
};

/** Whether the whole view has cards with their videos. */
function isFilled(list: VideoListElement) {
  const cards = seen(list);
  const {left, right} = box(shelfOf(list));
  const width = cards.reduce((sum, card) => sum + box(card).width + 20, 0);
  const isRight = cards.every((card) => textOf(card, 'title') === `Video ${placeOf(card)}`);
  return isRight && width >= right - left - 40;
}

/** Scrolls a row to a position, from 0 for the start to 1 for the end. */
async function goTo(list: VideoListElement, part: number) {
  const shelf = shelfOf(list);
  const distance = part * (shelf.scrollWidth - shelf.clientWidth);
  const isRightToLeft = getComputedStyle(list).direction === 'rtl';
  shelf.scrollTo({left: isRightToLeft ? -distance : distance, behavior: 'instant'});
  await until(() => isFilled(list));
}

const isDone = (list: VideoListElement, arrow: string) => part(list, arrow).ariaDisabled === 'true';

for (const dir of ['ltr', 'rtl'] as const) {
  const [onward, back] = dir === 'ltr' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];

  describe(`A row of ${ALL} videos, ${dir}`, () => {
    it('has few cards in the document, wherever the user is', async () => {
      const list = await rowOf(many, dir);
      for (const place of [0, 0.01, 0.5, 1, 0.25]) {
        await goTo(list, place);
        assert.isBelow(drawn(list).length, 60);
        assert.equal(drawn(list)[0]?.ariaSetSize, `${ALL}`);
      }
      await goTo(list, 1);
      assert.equal(seen(list).at(-1)?.ariaPosInSet, `${ALL}`);
    });

    it('has its full length, whatever is in the document', async () => {
      const list = await rowOf(many, dir);
      const {scrollWidth} = shelfOf(list);
      assert.isAbove(scrollWidth, ALL * 240);
      for (const place of [0.3, 1, 0]) {
        await goTo(list, place);
        assert.closeTo(shelfOf(list).scrollWidth, scrollWidth, 1);
      }
    });

    it('starts at the reading side', async () => {
      const list = await rowOf(many, dir);
      const [first, second] = seen(list) as [VideoCardElement, VideoCardElement];
      assert.equal(placeOf(first), 1);
      assert.equal(box(first).left < box(second).left, dir === 'ltr');
      assert.equal(box(first).top, box(second).top);
    });

    it('moves the focus with arrow keys, one card at a time', async () => {
      const list = await rowOf(many, dir);
      drawn(list)[0]?.focus();
      const focused = () => drawn(list).find((card) => isFocused(part(card, 'link')));
      for (const place of [2, 3, 4, 5, 6]) {
        await press(onward);
        await until(() => focused()?.ariaPosInSet === `${place}`);
      }
      assert.include(seen(list), focused());
      await press(back);
      await until(() => focused()?.ariaPosInSet === '5');
      await press('Home');
      await until(() => focused()?.ariaPosInSet === '1' && shelfOf(list).scrollLeft === 0);
      await press('End');
      await until(() => focused()?.ariaPosInSet === `${ALL}`);
      await press(onward);
      await press('Home');
      await until(() => focused()?.ariaPosInSet === '1');
    });

    it('keeps the focus where it is while it is scrolled', async () => {
      const list = await rowOf(many, dir);
      await goTo(list, 0.3);
      const card = seen(list)[1] as VideoCardElement;
      card.focus({preventScroll: true});
      const {left} = box(card);
      const {scrollLeft} = shelfOf(list);
      await goTo(list, 0.8);
      assert.isTrue(isFocused(part(card, 'link')));
      shelfOf(list).scrollTo({left: scrollLeft, behavior: 'instant'});
      await until(() => isFilled(list) && shelfOf(list).scrollLeft === scrollLeft);
      assert.closeTo(box(card).left, left, 1);
    });
  });
}

describe('The arrows of a row', () => {
  if (isChromium) {
    before(() => emulateMedia({reducedMotion: 'reduce'}));
    after(() => emulateMedia({reducedMotion: 'no-preference'}));
  }

  for (const dir of ['ltr', 'rtl'] as const) {
    it(`move it along by what can be seen, ${dir}`, async () => {
      const list = await rowOf(many, dir);
      await until(() => hasPart(list, 'forward'));
      const last = Math.max(...seen(list).map(placeOf));
      await clickOn(part(list, 'forward'));
      await until(() => placeOf(seen(list)[0] as Element) >= last - 1 && isFilled(list));
      assert.isAtMost(placeOf(seen(list)[0] as Element), last);
      await until(() => !isDone(list, 'backward'));
      await clickOn(part(list, 'backward'));
      await until(() => placeOf(seen(list)[0] as Element) === 1);
    });
  }

  it('are disabled at the end of the row, and keep the focus', async () => {
    const list = await rowOf();
    await until(() => hasPart(list, 'forward'));
    assert.isTrue(isDone(list, 'backward'));
    assert.isFalse(isDone(list, 'forward'));
    await goTo(list, 1);
    await until(() => isDone(list, 'forward'));
    assert.isFalse(isDone(list, 'backward'));
    part(list, 'forward').focus();
    await press('Enter');
    assert.isTrue(isFocused(part(list, 'forward')));
  });

  it('have names, and are large enough to be pressed', async () => {
    const list = await rowOf();
    await until(() => hasPart(list, 'forward'));
    assert.equal(part(list, 'backward').ariaLabel, 'Scroll back');
    assert.equal(part(list, 'forward').ariaLabel, 'Scroll forward');
    if (!matchMedia('(hover: hover)').matches) return;
    const {width, height} = box(part(list, 'forward'));
    assert.isAtLeast(Math.min(width, height), 40);
    const middle = box(part(list, 'forward')).top + height / 2;
    const thumbnail = box(part(drawn(list)[0] as Element, 'thumbnail'));
    assert.closeTo(middle, thumbnail.top + thumbnail.height / 2, 8, 'Beside the covers.');
  });

  it('do not exist if all cards are in view, and in other layouts', async () => {
    const list = await rowOf(videosTitled('First', 'Second'));
    assert.isFalse(hasPart(list, 'forward'));
    const {bottom} = box(list);
    list.videos = many;
    await until(() => hasPart(list, 'forward'));
    assert.equal(box(list).bottom, bottom, 'Nothing moves when they come.');
    list.layout = 'grid';
    await settled(list);
    assert.isFalse(hasPart(list, 'forward'));
  });
});

describe('A row', () => {
  it('grows as the user nears its end', async () => {
    const {url} = await paged(60);
    const scene = await render(html`
      <div style="width: 700px">
        <video-list layout="row" src=${url} page-size="20"></video-list>
      </div>
    `);
    const list = scene.firstElementChild as VideoListElement;
    await settled(list);
    for (const length of [40, 60]) {
      await goTo(list, 1);
      await until(() => drawn(list)[0]?.ariaSetSize === `${length}`);
    }
    assert.isBelow(drawn(list).length, 20);
  });

  it('requests only the pages near the view', async () => {
    const server = await paged(ALL, {total: true});
    const scene = await render(html`
      <div style="width: 700px">
        <video-list layout="row" src=${server.url} page-size="20"></video-list>
      </div>
    `);
    const list = scene.firstElementChild as VideoListElement;
    await settled(list);
    await goTo(list, 0.5);
    assert.isAtMost((await server.requests()).length, 3);
  });

  it('shows the whole outline of a focused card', async () => {
    const list = await rowOf();
    const shelf = box(shelfOf(list));
    const card = box(drawn(list)[0] as Element);
    for (const distance of [
      card.left - shelf.left,
      card.top - shelf.top,
      shelf.bottom - card.bottom,
    ]) {
      assert.isAtLeast(distance, 6);
    }
    assert.equal(card.left, box(list).left, 'It stands where the rest of the page does.');
    assert.equal(card.top, box(list).top);
  });

  it('ignores keys for elements in a card', async () => {
    const list = await rowOf();
    list.cardContent = () => html`<input slot="actions" value="abc" />`;
    await settled(list);
    const input = cardsIn(list)[0]?.querySelector('input') as HTMLInputElement;
    input.focus();
    await press('ArrowRight');
    await press('Home');
    assert.isTrue(input.matches(':focus'));
    assert.equal(input.selectionStart, 0);
  });

  it('ignores keys for options of a selection', async () => {
    const list = await rowOf();
    const card = drawn(list)[0] as VideoCardElement;
    card.role = 'option';
    card.focus();
    await press('ArrowRight');
    assert.isTrue(isFocused(part(card, 'link')));
  });

  it('does not take the keys of a grid or a list', async () => {
    const list = await rowOf(videosTitled('First', 'Second'));
    list.layout = 'list';
    await settled(list);
    const [card] = cardsIn(list) as [VideoCardElement];
    card.focus();
    await press('ArrowRight');
    assert.isTrue(isFocused(part(card, 'link')));
  });
});
