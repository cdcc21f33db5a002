import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {answering, holding} from '../../support/test-server.js';
import {declarationOf} from '../../support/manifest.js';
import {
  cardAt,
  hasPart,
  hasState,
  optionAt,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
  styleOf,
  until,
} from '../../support/page.js';
import {anAnswer, aPageTitled} from '../../support/records.js';
import {aVideo, COVER} from '../../support/videos.js';

/** A video that makes its card show every part it has. */
const video = aVideo({
  coverUrl: COVER,
  description: 'Waves, mostly.',
  createdBy: 'editor',
  transcoding: 'failed',
  resolutions: [{width: 1280, height: 720, clarity: 'live-recording'}],
});

const RED = 'rgb(200, 1, 2)';

/** Whether a style of the page reaches a part of a list. */
async function reaches(name: string, target: Element): Promise<boolean> {
  // A property that is neither inherited nor subject to transitions.
  const [property, value] = ['counter-reset', 'reached 1'];
  const sheet = new CSSStyleSheet();
  await sheet.replace(`video-list::part(${name}) {${property}: ${value}}`);
  const before = styleOf(target, property);
  document.adoptedStyleSheets.push(sheet);
  const after = styleOf(target, property);
  document.adoptedStyleSheets.pop();
  return before !== value && after === value;
}

/** A list whose first card has every part of a card, except the mark of an option. */
async function listWithAllParts() {
  const list = await renderSettled(html`
    <video-list
      heading-level="2"
      show="date author description"
      .videos=${[video]}
      .cardContent=${() => html`<b slot="actions">Save</b>`}
      .preview=${() => ({frames: [COVER]})}
    ></video-list>
  `);
  const card = cardAt(list, 0);
  card.dispatchEvent(new PointerEvent('pointerenter', {pointerType: 'mouse'}));
  await until(() => {
    // A new rendering of the cards removes it, because this page does not use `remember`.
    card.progress = 0.5;
    return hasPart(card, 'preview') && hasPart(card, 'progress');
  });
  return {list, card};
}

async function listOfOptions() {
  const list = await renderSettled(
    html`<video-list selection="multiple" .videos=${[video]}></video-list>`,
  );
  return {list, card: optionAt(list, 0)};
}

describe('A page’s styles reach, through a <video-list>,', () => {
  it('every part of its cards that the manifest names', async () => {
    const names = (await declarationOf('video-card')).cssParts.map(({name}) => name);
    assert.include(names, 'check');
    const {card} = await listWithAllParts();
    for (const name of names.filter((name) => name !== 'check')) {
      assert.isTrue(await reaches(`card-${name}`, part(card, name)), name);
    }
    const options = await listOfOptions();
    assert.isTrue(await reaches('card-check', part(options.card, 'check')));
  });

  it('exactly the parts of cards in the manifest', async () => {
    const partsOfCards = (await declarationOf('video-card')).cssParts.map(({name}) => name);
    const partsOfLists = (await declarationOf('video-list')).cssParts.map(({name}) => name);
    assert.sameMembers(
      partsOfLists.filter((name) => name.startsWith('card-')),
      partsOfCards.map((name) => `card-${name}`),
    );
  });

  it('the states of its cards by name', async () => {
    const {list, card} = await listWithAllParts();
    assert.isTrue(await reaches('card-failed', part(card, 'failed')));
    list.remove();
  });

  for (const name of ['thumbnail', 'body']) {
    it(`the part "${name}" of its skeletons`, async () => {
      const server = await holding(aPageTitled('First'));
      const list = await render<VideoListElement>(
        html`<video-list src=${server.url} page-size="1"></video-list>`,
      );
      const skeleton = partsOf(list, 'card')[0] as Element;
      const isReached = await reaches(`card-${name}`, part(skeleton, name));
      await server.release();
      assert.isTrue(isReached);
    });
  }

  it('its own parts', async () => {
    const ready = await renderSettled(html`<video-list .videos=${[video]}></video-list>`);
    for (const name of ['shelf', 'grid', 'card', 'status']) {
      assert.isTrue(await reaches(name, part(ready, name)), name);
    }
    const {url} = await answering(anAnswer('Oops', 500));
    const failed = await renderSettled(html`<video-list src=${url}></video-list>`);
    for (const name of ['message', 'retry']) {
      assert.isTrue(await reaches(name, part(failed, name)), name);
    }
  });
});

describe('A custom property of any ancestor', () => {
  for (const [property, value, partName, style] of [
    ['--video-gallery-color', RED, 'title', 'color'],
    ['--video-gallery-muted-color', RED, 'meta', 'color'],
    ['--video-gallery-placeholder', RED, 'thumbnail', 'background-color'],
    ['--video-gallery-radius', '3px', 'thumbnail', 'border-top-left-radius'],
    ['--video-gallery-chip-background', RED, 'duration', 'background-color'],
    ['--video-gallery-chip-color', RED, 'duration', 'color'],
    ['--video-gallery-chip-radius', '3px', 'duration', 'border-top-left-radius'],
    ['--video-gallery-chip-padding', '7px', 'duration', 'padding-top'],
    ['--video-gallery-chip-font', '400 19px serif', 'duration', 'font-size'],
    ['--video-gallery-font', '400 19px serif', 'meta', 'font-size'],
    ['--video-card-title-font', '400 19px serif', 'title', 'font-size'],
    ['--video-card-aspect-ratio', '4 / 3', 'thumbnail', 'aspect-ratio'],
    ['--video-card-body-height', '77px', 'body', 'height'],
    ['--video-card-fit', 'fill', 'image', 'object-fit'],
    ['--video-card-failed-background', RED, 'failed', 'background-color'],
  ] as const) {
    it(`${property} sets ${style} of "${partName}"`, async () => {
      const scene = await render(html`
        <div>
          <section><video-list .videos=${[video]}></video-list></section>
        </div>
      `);
      const list = scene.querySelector('video-list') as VideoListElement;
      await settled(list);
      const target = part(cardAt(list, 0), partName);
      (scene as HTMLElement).style.setProperty(property, value);
      const expected = style === 'font-size' ? '19px' : value;
      assert.equal(styleOf(target, style), expected);
    });
  }

  it('--video-gallery-accent sets the colour of the selected card', async () => {
    const scene = await render(html`
      <div style="--video-gallery-accent: ${RED}">
        <video-list current=${video.id} .videos=${[video]}></video-list>
      </div>
    `);
    const list = scene.firstElementChild as VideoListElement;
    await settled(list);
    assert.equal(styleOf(part(cardAt(list, 0), 'thumbnail'), 'outline-color'), RED);
  });
});

describe('The states of a <video-list>', () => {
  it('can be styled, one at a time', async () => {
    const server = await holding(aPageTitled('First'), aPageTitled(), anAnswer('Oops', 500));
    const list = await render<VideoListElement>(html`<video-list></video-list>`);
    const states = () =>
      ['unconfigured', 'loading', 'ready', 'empty', 'error'].filter((name) => hasState(list, name));
    assert.deepEqual(states(), ['unconfigured']);
    list.src = server.url;
    await list.updateComplete;
    await list.updateComplete;
    assert.deepEqual(states(), ['loading']);
    await server.release();
    await settled(list);
    assert.deepEqual(states(), ['ready']);
    await list.refresh();
    assert.deepEqual(states(), ['empty']);
    await list.refresh();
    assert.deepEqual(states(), ['error']);
  });
});
