import {setViewport} from '@web/test-runner-commands';
import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {Video} from '../../../src/model/video.js';
import {heard} from '../../support/events.js';
import {deferred} from '../../support/promises.js';
import {paged} from '../../support/test-server.js';
import {holding, press, pressShiftTab} from '../../support/input.js';
import {
  hasPart,
  isFocused,
  optionAt,
  optionsIn,
  part,
  render,
  renderSettled,
  selectedIn,
  settled,
  textOf,
  until,
} from '../../support/page.js';
import {aVideo, videosTitled} from '../../support/videos.js';

const videos = videosTitled('Alps', 'Beach', 'Bridge', 'Cave', 'Dunes', 'Alley', 'Fjord', 'Gorge');

/** Three columns, and so a last row of two. */
async function three(template: TemplateResult) {
  const box = await render<HTMLElement>(
    html`<div style="inline-size: 660px; --video-list-column: 200px">${template}</div>`,
  );
  const list = box.querySelector('video-list') as VideoListElement;
  await settled(list);
  return list;
}

const multiple = () =>
  three(html`<video-list selection="multiple" .videos=${videos}></video-list>`);

/** The index of the focused option. */
const place = (list: Element) => optionsIn(list).find((option) => isFocused(option))?.index;

/** Puts the focus on the first option. */
async function enter(list: VideoListElement) {
  list.focus();
  await until(() => place(list) === 0);
}

async function goes(list: Element, keys: string[], to: number) {
  for (const key of keys) await press(key);
  await until(() => place(list) === to);
}

describe('The options of a <video-list> by keyboard', () => {
  before(() => setViewport({width: 800, height: 600}));

  it('are one tab stop', async () => {
    const scene = await render(html`
      <div>
        <button>Before</button>
        <video-list selection="single" .videos=${videos}></video-list>
        <button>After</button>
      </div>
    `);
    const [before, list, after] = [...scene.children] as [HTMLElement, VideoListElement, Element];
    await settled(list);
    before.focus();
    await press('Tab');
    await until(() => place(list) === 0);
    await press('Tab');
    assert.isTrue(isFocused(after));
    await pressShiftTab();
    await until(() => place(list) === 0);
    await pressShiftTab();
    assert.isTrue(isFocused(before));
  });

  it('start at the last focused option, initially at the selected one', async () => {
    const list = await three(
      html`<video-list selection="single" value="id-5" .videos=${videos}></video-list>`,
    );
    await goes(list, ['Tab'], 4);
    await goes(list, ['ArrowRight'], 5);
    await pressShiftTab();
    await goes(list, ['Tab'], 5);
  });

  it('announce that a video is loading, and then its title', async () => {
    const {url} = await paged(200, {total: true});
    const arrival = deferred<void>();
    const list = await three(html`
      <video-list
        selection="multiple"
        .fetcher=${async (address: string, init: RequestInit) => {
          if (!/pageIndex=[1-3]&/.test(address)) await arrival.promise;
          return fetch(address, init);
        }}
        .src=${url}
      ></video-list>
    `);
    await enter(list);
    await goes(list, ['End'], 199);
    const option = optionAt(list, 199);
    assert.equal(
      option.ariaLabel,
      null,
      'Orca takes a labelled element without text for a picture.',
    );
    assert.equal(option.shadowRoot!.textContent.trim(), 'Loading videos');
    arrival.resolve();
    await until(() => textOf(list, 'status') === 'Video 200');
    await goes(list, ['Home'], 0);
    (list.shadowRoot!.activeElement as HTMLElement).blur();
    await until(() => textOf(list, 'status') === '200 videos');
  });

  it('start at the last focused video wherever it has moved, or at its index', async () => {
    const list = await three(html`<video-list selection="single" .videos=${videos}></video-list>`);
    await enter(list);
    await goes(list, ['End'], 7);
    const leaveAndReturn = async (changed: readonly Video[]) => {
      (list.shadowRoot?.activeElement as HTMLElement).blur();
      list.videos = changed;
      await settled(list);
      list.focus();
    };
    await leaveAndReturn(videos.toReversed());
    await until(() => place(list) === 0);
    await goes(list, ['End'], 7);
    await leaveAndReturn(videos.slice(1, 4));
    await until(() => place(list) === 2);
  });

  for (const [keys, to] of [
    [['ArrowRight'], 1],
    [['ArrowRight', 'ArrowLeft'], 0],
    [['ArrowLeft'], 0],
    [['ArrowDown'], 3],
    [['ArrowDown', 'ArrowUp'], 0],
    [['ArrowUp'], 0],
    [['End'], 7],
    [['End', 'ArrowRight'], 7],
    [['End', 'Home'], 0],
    [['ArrowRight', 'ArrowRight', 'ArrowDown', 'ArrowDown'], 7],
    [['PageDown'], 6],
    [['End', 'PageUp'], 1],
    [['b'], 1],
    [['b', 'r'], 2],
    [['a', 'a'], 0],
    [['a'], 5],
    [['f'], 6],
    [['x'], 0],
  ] as const) {
    it(`go from the first to number ${to + 1} by ${keys.join(', ')}`, async () => {
      const list = await multiple();
      await enter(list);
      await goes(list, [...keys], to);
      assert.deepEqual(await selectedIn(list), []);
    });
  }

  it('follow arrow keys from right to left', async () => {
    const list = await three(
      html`<video-list dir="rtl" selection="single" .videos=${videos}></video-list>`,
    );
    await enter(list);
    await goes(list, ['ArrowLeft'], 1);
    await goes(list, ['ArrowRight'], 0);
  });

  for (const key of ['Enter', ' ']) {
    it(`are selected and deselected by "${key}"`, async () => {
      const list = await multiple();
      const picks = heard(list, 'video-select');
      await enter(list);
      await goes(list, ['ArrowRight', key], 1);
      assert.deepEqual(await selectedIn(list), ['Beach']);
      assert.equal(picks[0]?.detail.trigger, 'keyboard');
      await press(key);
      assert.deepEqual(await selectedIn(list), []);
      assert.equal(place(list), 1);
      assert.equal(scrollY, 0);
    });
  }

  it('are selected by Shift and arrow keys', async () => {
    const list = await multiple();
    await enter(list);
    await goes(list, ['ArrowRight'], 1);
    await holding('Shift', () => goes(list, ['ArrowDown'], 4));
    assert.deepEqual(await selectedIn(list), ['Beach', 'Bridge', 'Cave', 'Dunes']);
    await holding('Shift', () => goes(list, ['ArrowLeft'], 3));
    assert.deepEqual(await selectedIn(list), ['Beach', 'Bridge', 'Cave']);
    await goes(list, ['End'], 7);
    await holding('Shift', () => goes(list, ['ArrowLeft'], 6));
    assert.deepEqual(await selectedIn(list), ['Beach', 'Bridge', 'Cave', 'Fjord', 'Gorge']);
  });

  it('are selected by Shift and the space bar, from the last selected one', async () => {
    const list = await multiple();
    await enter(list);
    await goes(list, ['ArrowRight', ' '], 1);
    await goes(list, ['ArrowDown'], 4);
    await holding('Shift', () => press(' '));
    assert.deepEqual(await selectedIn(list), ['Beach', 'Bridge', 'Cave', 'Dunes']);
  });

  it('are all selected by Control and A', async () => {
    const list = await multiple();
    const changes = heard(list, 'selection-change');
    await enter(list);
    await holding('Control', () => press('a'));
    assert.lengthOf(await selectedIn(list), 8);
    assert.lengthOf(changes, 1);
    assert.equal(getSelection()?.toString(), '');
  });

  it('show which one has the focus', async () => {
    const list = await multiple();
    await enter(list);
    await goes(list, ['ArrowRight'], 1);
    const ring = getComputedStyle(part(optionAt(list, 1), 'link'), '::after');
    assert.equal(ring.outlineStyle, 'solid');
  });

  it('can neither be focused nor selected while the list is disabled', async () => {
    const scene = await render(html`
      <form>
        <fieldset disabled>
          <video-list name="v" selection="multiple" value="id-2" .videos=${videos}></video-list>
        </fieldset>
        <button type="button">After</button>
      </form>
    `);
    const list = scene.querySelector('video-list') as VideoListElement;
    await settled(list);
    assert.equal(part(list, 'grid').ariaDisabled, 'true');
    await press('Tab');
    assert.isTrue(isFocused(scene.querySelector('form > button')!));
    optionAt(list, 0).click();
    assert.deepEqual(await selectedIn(list), ['Beach']);
    scene.querySelector('fieldset')!.disabled = false;
    await settled(list);
    optionAt(list, 0).click();
    assert.deepEqual(await selectedIn(list), ['Alps', 'Beach']);
  });

  it('can be focused up to the last of 1,000, of which few are loaded', async () => {
    const {url} = await paged(1000, {total: true});
    const list = await renderSettled(
      html`<video-list selection="multiple" src=${url} page-size="20"></video-list>`,
    );
    await enter(list);
    await goes(list, ['End'], 999);
    await until(() => optionAt(list, 999).video !== undefined);
    assert.equal(place(list), 999);
    await goes(list, ['ArrowLeft', ' '], 998);
    assert.deepEqual(list.selectedIds, ['id-999']);
    await goes(list, ['Home'], 0);
    assert.isBelow(optionsIn(list).length, 80);
  });

  it('keep the focus during many keys in both directions', async () => {
    const many = Array.from({length: 400}, (_, index) => aVideo({id: `many-${index}`}));
    const list = await three(html`<video-list selection="multiple" .videos=${many}></video-list>`);
    await enter(list);
    await goes(list, Array<string>(30).fill('ArrowRight'), 30);
    await goes(list, Array<string>(12).fill('ArrowLeft'), 18);
    await goes(list, ['ArrowDown', 'ArrowDown', 'ArrowUp'], 21);
  });
});

describe('The focus on an option', () => {
  it('stays on its video when others are added before it, in a new order, and after a refresh', async () => {
    const list = await multiple();
    await enter(list);
    await goes(list, ['ArrowRight'], 1);
    list.videos = [aVideo({id: 'new', title: 'New'}), ...videos];
    await list.updateComplete;
    assert.equal(place(list), 2);
    list.videos = videos.toReversed();
    await list.updateComplete;
    assert.equal(place(list), 6);
    assert.equal(optionAt(list, 6).video?.title, 'Beach');
  });

  it('goes to the option at its index when its video is removed, and to the message when all are removed', async () => {
    const list = await multiple();
    await enter(list);
    await goes(list, ['End'], 7);
    list.videos = videos.slice(0, 5);
    await until(() => place(list) === 4);
    list.videos = [];
    await until(() => hasPart(list, 'message') && isFocused(part(list, 'message')));
  });
});
