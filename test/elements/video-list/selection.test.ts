import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {Video} from '../../../src/model/video.js';
import {heard} from '../../support/events.js';
import {answering, pagesOf} from '../../support/test-server.js';
import {clickOn, holding} from '../../support/input.js';
import {
  hasPart,
  isFocused,
  optionAt,
  optionsIn,
  outcome,
  part,
  partsOf,
  renderSettled,
  selectedIn,
  settled,
  textOf,
  until,
} from '../../support/page.js';
import {aPageTitled, recordsTitled} from '../../support/records.js';
import {aVideo, videosTitled} from '../../support/videos.js';

const videos = videosTitled('A', 'B', 'C', 'D', 'E', 'F');
const titlesOf = (videos: readonly Video[] = []) => videos.map(({title}) => title);

/** The name of an option: its text, without what is hidden from screen readers. */
function nameOf(option: Element) {
  return ['states', 'chips', 'title', 'meta']
    .flatMap((name) => partsOf(option, name))
    .filter((piece) => !piece.closest('[aria-hidden=true]'))
    .map((piece) => piece.textContent.trim())
    .join();
}

const single = () =>
  renderSettled(html`<video-list selection="single" .videos=${videos}></video-list>`);
const multiple = (max?: number) =>
  renderSettled(html`<video-list selection="multiple" .max=${max} .videos=${videos}></video-list>`);

const click = (list: VideoListElement, index: number) => clickOn(optionAt(list, index));
const clickHolding = (key: 'Shift' | 'Control', list: VideoListElement, index: number) =>
  holding(key, () => click(list, index));

describe('A <video-list selection="single">', () => {
  it('is a listbox with the titles as names of options, and the details as descriptions', async () => {
    const list = await renderSettled(html`
      <video-list
        lang="en"
        selection="single"
        .videos=${[aVideo({title: 'Harbour', transcoding: 'failed'}), aVideo({id: '2', title: ''})]}
      ></video-list>
    `);
    assert.equal(part(list, 'grid').role, 'listbox');
    assert.isNull(part(list, 'grid').ariaMultiSelectable);
    const [first, second] = optionsIn(list);
    assert.equal(nameOf(first!), 'Harbour');
    assert.equal(
      first?.getAttribute('aria-description'),
      '1 minute, 5 seconds, Quality: Full HD, 1920 by 1080 pixels, Mar 1, 2024, Failed',
    );
    assert.equal(nameOf(second!), 'Untitled video');
    assert.equal(second?.ariaPosInSet, '2');
    assert.equal(second?.ariaSetSize, '2');
    assert.isFalse(optionsIn(list).some((option) => option.shadowRoot?.querySelector('a, button')));
  });

  it('also describes cards that come into view in the language of the page', async () => {
    const many = Array.from({length: 300}, (_, index) => aVideo({id: `id-${index}`}));
    const list = await renderSettled(html`
      <video-list lang="de" selection="single" .videos=${many}></video-list>
    `);
    const descriptionOf = (option: Element) => option.getAttribute('aria-description') ?? '';
    // The language must be loaded first.
    await until(() => descriptionOf(optionAt(list, 0)).includes('Qualität'));
    const description = descriptionOf(optionAt(list, 0));
    scrollTo({top: 1500, behavior: 'instant'});
    await until(() => optionsIn(list).every(({index}) => index > 0));
    for (const option of optionsIn(list)) {
      assert.equal(descriptionOf(option), description);
    }
    scrollTo({top: 0, behavior: 'instant'});
  });

  it('replaces the selection with the clicked video', async () => {
    const list = await single();
    const changes = heard(list, 'selection-change');
    await click(list, 1);
    assert.deepEqual(await selectedIn(list), ['B']);
    await click(list, 3);
    assert.deepEqual(await selectedIn(list), ['D']);
    assert.equal(list.value, 'id-4');
    assert.deepEqual(
      changes.map(({detail: {added, removed, videos}}) => [added, removed, videos].map(titlesOf)),
      [
        [['B'], [], ['B']],
        [['D'], ['B'], ['D']],
      ],
    );
  });

  it('fires video-select for a selected video, but no selection-change', async () => {
    const list = await single();
    await click(list, 1);
    const [picks, changes] = [heard(list, 'video-select'), heard(list, 'selection-change')];
    await click(list, 1);
    assert.lengthOf(picks, 1);
    assert.isEmpty(changes);
    assert.deepEqual(await selectedIn(list), ['B']);
  });

  it('deselects a selected video that is clicked with Control', async () => {
    const list = await single();
    await click(list, 1);
    await clickHolding('Control', list, 1);
    assert.deepEqual(await selectedIn(list), []);
  });

  it('fires video-select before, and selection-change after', async () => {
    const list = await single();
    const order: string[] = [];
    for (const name of ['video-select', 'selection-change', 'change'] as const) {
      document.body.addEventListener(name, () => order.push(`${name}: ${list.value}`), {
        once: true,
      });
    }
    const picks = heard(list, 'video-select');
    await click(list, 2);
    assert.deepEqual(order, ['video-select: ', 'selection-change: id-3', 'change: id-3']);
    assert.deepEqual(picks[0]?.detail, {video: videos[2], index: 2, trigger: 'mouse'});
    assert.lengthOf(picks, 1);
  });

  it('does not change if the page cancels the event', async () => {
    const list = await single();
    await click(list, 0);
    const cancel = (event: Event) => event.preventDefault();
    document.addEventListener('video-select', cancel, {once: true});
    const changes = heard(list, 'selection-change');
    await click(list, 1);
    assert.deepEqual(await selectedIn(list), ['A']);
    assert.isEmpty(changes);
  });

  it('keeps one of several initially selected videos', async () => {
    const list = await renderSettled(
      html`<video-list selection="single" value="id-3 id-4" .videos=${videos}></video-list>`,
    );
    assert.deepEqual(await selectedIn(list), ['C']);
    assert.equal(list.value, 'id-3');
  });

  it('becomes a list of buttons again, with nothing selected, when selection is switched off', async () => {
    const list = await single();
    await click(list, 1);
    list.selection = 'none';
    await settled(list);
    assert.equal(part(list, 'grid').role, 'list');
    assert.isNull(part(list, 'grid').getAttribute('tabindex'));
    assert.isEmpty(optionsIn(list));
    assert.deepEqual(list.selectedIds, []);
    const card = list.shadowRoot?.querySelector('video-card');
    assert.deepEqual(
      card?.getAttributeNames().filter((name) => /aria-(label|desc|sel)|tabindex/.test(name)),
      [],
    );
    assert.equal(part(card!, 'link').localName, 'button');
  });
});

describe('A <video-list selection="multiple">', () => {
  it('adds and removes what is clicked, with a check mark', async () => {
    const list = await multiple();
    assert.equal(part(list, 'grid').ariaMultiSelectable, 'true');
    assert.isTrue(optionsIn(list).every((option) => hasPart(option, 'check')));
    for (const index of [4, 1, 4, 2]) await click(list, index);
    assert.deepEqual(await selectedIn(list), ['B', 'C']);
    assert.deepEqual(titlesOf(list.selectedVideos), ['B', 'C']);
    await clickHolding('Control', list, 0);
    await clickHolding('Control', list, 1);
    assert.deepEqual(titlesOf(list.selectedVideos), ['C', 'A']);
  });

  it('selects a range with Shift in either direction, and replaces the previous range', async () => {
    const list = await multiple();
    const changes = heard(list, 'selection-change');
    await click(list, 2);
    await clickHolding('Shift', list, 4);
    assert.deepEqual(await selectedIn(list), ['C', 'D', 'E']);
    assert.deepEqual(titlesOf(changes[1]?.detail.added), ['D', 'E']);
    await clickHolding('Shift', list, 0);
    assert.deepEqual(await selectedIn(list), ['A', 'B', 'C']);
    assert.deepEqual(titlesOf(changes[2]?.detail.removed), ['D', 'E']);
  });

  it('ignores a range that was deselected meanwhile, and keeps what the page has added', async () => {
    const list = await multiple();
    await click(list, 0);
    await click(list, 3);
    await clickOn(part(list, 'clear-selection'));
    list.select('id-6');
    await clickHolding('Shift', list, 4);
    assert.deepEqual(await selectedIn(list), ['D', 'E', 'F']);
    await clickHolding('Shift', list, 2);
    assert.deepEqual(await selectedIn(list), ['C', 'D', 'F']);
  });

  it('fires video-select for each video of a range, and leaves out cancelled ones', async () => {
    const list = await multiple();
    list.addEventListener('video-select', (event) => {
      if (event.detail.video.title === 'C') event.preventDefault();
    });
    await click(list, 1);
    await clickHolding('Shift', list, 3);
    assert.deepEqual(await selectedIn(list), ['B', 'D']);
  });

  it('does not select text', async () => {
    const list = await multiple();
    await click(list, 0);
    await clickHolding('Shift', list, 5);
    assert.equal(getSelection()?.toString(), '');
  });

  it('shows the number of selected videos, and clears them with a button', async () => {
    const list = await multiple();
    await click(list, 0);
    await click(list, 1);
    await list.updateComplete;
    assert.equal(textOf(list, 'selected'), '2 videos selected');
    const changes = heard(list, 'selection-change');
    const clear = part(list, 'clear-selection');
    await clickOn(clear);
    assert.deepEqual(await selectedIn(list), []);
    assert.deepEqual(titlesOf(changes[0]?.detail.removed), ['A', 'B']);
    assert.equal(clear.ariaDisabled, 'true');
  });

  it('has a button that selects all, and says that only loaded videos are meant', async () => {
    const {url} = await answering(pagesOf(9));
    const list = await renderSettled(html`
      <video-list selection="multiple" paging="button" page-size="4" src=${url}></video-list>
    `);
    const all = part(list, 'select-all');
    assert.equal(all.textContent.trim(), 'Select all 4 loaded');
    await clickOn(all);
    assert.deepEqual(list.selectedIds, ['id-1', 'id-2', 'id-3', 'id-4']);
    await list.loadMore();
    assert.lengthOf(list.selectedIds, 4);
    await list.updateComplete;
    assert.equal(all.textContent.trim(), 'Select all 8 loaded');
  });

  it('stops at its maximum, and announces that', async () => {
    const list = await multiple(2);
    for (const index of [0, 1, 2]) await click(list, index);
    assert.deepEqual(await selectedIn(list), ['A', 'B']);
    assert.equal(textOf(list, 'selected'), 'Only 2 videos can be selected');
    assert.equal(textOf(list, 'status'), 'Only 2 videos can be selected');
    assert.isFalse(hasPart(list, 'select-all'));
    await click(list, 0);
    await list.updateComplete;
    assert.equal(textOf(list, 'selected'), '1 of 2 selected');
    assert.notInclude(textOf(list, 'status'), 'Only');
    await clickHolding('Shift', list, 5);
    assert.lengthOf(list.selectedIds, 2);
  });
});

describe('What is selected', () => {
  it('is kept completely by searches and other result pages', async () => {
    const pages = pagesOf(recordsTitled('A', 'B', 'C', 'D', 'E', 'F'));
    const server = await answering(pages, aPageTitled('Elsewhere'), pages);
    const list = await renderSettled(html`
      <video-list selection="multiple" paging="pages" page-size="3" src=${server.url}></video-list>
    `);
    const goTo = async (place: {search?: string; page?: number}) => {
      const arrived = outcome(list);
      Object.assign(list, place);
      await arrived;
      await settled(list);
    };
    await click(list, 1);
    await goTo({search: 'nothing of it'});
    assert.deepEqual(titlesOf(list.selectedVideos), ['B']);
    await goTo({search: '', page: 2});
    await click(list, 0);
    assert.deepEqual(titlesOf(list.selectedVideos), ['B', 'D']);
    assert.equal(list.selectedVideos[0]?.durationSeconds, 65);
    await goTo({page: 1});
    assert.deepEqual(await selectedIn(list), ['B']);
  });

  it('is updated by loaded videos', async () => {
    const server = await answering(aPageTitled('Draft'), aPageTitled('Final'));
    const list = await renderSettled(
      html`<video-list selection="multiple" src=${server.url}></video-list>`,
    );
    await click(list, 0);
    const changes = heard(list, 'selection-change');
    await list.refresh();
    assert.deepEqual(titlesOf(list.selectedVideos), ['Final']);
    assert.isEmpty(changes);
  });

  it('can be set by id before it is loaded', async () => {
    const list = await renderSettled(
      html`<video-list selection="multiple" value="id-2 id-9" .videos=${videos}></video-list>`,
    );
    assert.deepEqual(await selectedIn(list), ['B']);
    assert.deepEqual(list.selectedVideos, [videos[1]!, {id: 'id-9', title: ''}]);
    list.videos = [aVideo({id: 'id-9', title: 'Late'})];
    assert.deepEqual(await selectedIn(list), ['Late']);
    assert.deepEqual(titlesOf(list.selectedVideos), ['B', 'Late']);
  });

  it('can be set by the page without an event', async () => {
    const list = await multiple(4);
    const events = [
      heard(list, 'video-select'),
      heard(list, 'selection-change'),
      heard(list, 'change'),
    ];
    list.select('id-1');
    list.select('id-3');
    list.select('id-3');
    assert.deepEqual(await selectedIn(list), ['A', 'C']);
    list.deselect('id-1');
    assert.deepEqual(await selectedIn(list), ['C']);
    list.selectAll();
    assert.deepEqual(list.selectedIds, ['id-3', 'id-1', 'id-2', 'id-4']);
    list.clearSelection();
    assert.deepEqual(await selectedIn(list), []);
    list.value = 'id-2 id-5';
    assert.deepEqual(await selectedIn(list), ['B', 'E']);
    list.selectedIds = ['id-6'];
    assert.deepEqual(await selectedIn(list), ['F']);
    assert.deepEqual(events.flat(), []);
  });

  it('follows the attribute "value" until the selection is changed', async () => {
    const list = await renderSettled(
      html`<video-list selection="multiple" value="id-1" .videos=${videos}></video-list>`,
    );
    list.setAttribute('value', 'id-2');
    assert.deepEqual(await selectedIn(list), ['B']);
    await click(list, 2);
    list.setAttribute('value', 'id-6');
    assert.deepEqual(await selectedIn(list), ['B', 'C']);
  });
});

describe('A <video-list playable-only>', () => {
  const mixed = [
    aVideo({id: 'id-1', title: 'Plays'}),
    aVideo({id: 'id-2', title: 'Failed', transcoding: 'failed'}),
    aVideo({id: 'id-3', title: 'Busy', transcoding: 'transcoding'}),
    aVideo({id: 'id-4', title: 'Away', availability: 'unavailable'}),
    aVideo({id: 'id-5', title: 'Plays, too', transcoding: 'not-transcoded'}),
  ];
  const list = (selection: string): TemplateResult =>
    html`<video-list playable-only selection=${selection} .videos=${mixed}></video-list>`;

  it('shows on each card why it cannot be selected, also to screen readers', async () => {
    const gallery = await renderSettled(list('multiple'));
    assert.deepEqual(
      optionsIn(gallery).map((option) => option.ariaDisabled === 'true'),
      [false, true, true, true, false],
    );
    const busy = optionAt(gallery, 2);
    assert.equal(textOf(busy, 'meta'), 'Cannot be selected: Processing');
    assert.include(busy.getAttribute('aria-description'), 'Cannot be selected: Processing');
  });

  it('announces the reason when the user tries to select one, and does not select it', async () => {
    const gallery = await renderSettled(list('multiple'));
    const picks = heard(gallery, 'video-select');
    await click(gallery, 3);
    assert.deepEqual(await selectedIn(gallery), []);
    assert.isEmpty(picks);
    assert.equal(textOf(gallery, 'status'), 'Cannot be selected: Unavailable');
    await click(gallery, 0);
    await clickHolding('Shift', gallery, 4);
    assert.deepEqual(await selectedIn(gallery), ['Plays', 'Plays, too']);
    gallery.clearSelection();
    gallery.selectAll();
    assert.deepEqual(await selectedIn(gallery), ['Plays', 'Plays, too']);
  });

  it('has buttons that do nothing while nothing is selected', async () => {
    const gallery = await renderSettled(list('none'));
    const picks = heard(gallery, 'video-select');
    const [, failed] = gallery.shadowRoot?.querySelectorAll('video-card') ?? [];
    const link = part(failed!, 'link');
    assert.equal(link.ariaDisabled, 'true');
    await clickOn(failed!);
    assert.isTrue(isFocused(link));
    assert.isEmpty(picks);
  });

  it('has no links to videos that cannot be played', async () => {
    const gallery = await renderSettled(
      html`<video-list playable-only card-href="/watch/{videoId}" .videos=${mixed}></video-list>`,
    );
    assert.deepEqual(
      [...(gallery.shadowRoot?.querySelectorAll('video-card') ?? [])].map(
        (card) => part(card, 'link').localName,
      ),
      ['a', 'button', 'button', 'button', 'a'],
    );
  });
});
