import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard} from '../../support/events.js';
import {clickOn, press} from '../../support/input.js';
import {isFocused, optionAt, part, render, selectedIn, settled, until} from '../../support/page.js';
import {videosTitled} from '../../support/videos.js';

const videos = videosTitled('A', 'B', 'C', 'D');

async function formWith(template: TemplateResult) {
  const form = await render<HTMLFormElement>(html`<form>${template}<button>Send</button></form>`);
  const list = form.querySelector('video-list') as VideoListElement;
  await settled(list);
  return {form, list, sent: () => new FormData(form).getAll('v')};
}

describe('A <video-list> in a form', () => {
  it('sends an entry for each selected video, in the order they were selected', async () => {
    const {form, list, sent} = await formWith(
      html`<video-list name="v" selection="multiple" .videos=${videos}></video-list>`,
    );
    assert.deepEqual(sent(), []);
    await clickOn(optionAt(list, 2));
    await clickOn(optionAt(list, 0));
    assert.deepEqual(sent(), ['id-3', 'id-1']);
    assert.isTrue(list.form === form);
    assert.include([...form.elements], list);
  });

  it('has the new value at once for every kind of change', async () => {
    const {list, sent} = await formWith(
      html`<video-list name="v" selection="single" value="id-2" .videos=${videos}></video-list>`,
    );
    assert.deepEqual(sent(), ['id-2']);
    list.select('id-4');
    assert.deepEqual(sent(), ['id-4']);
    const seen: unknown[] = [];
    list.addEventListener('selection-change', () => seen.push(...sent()));
    await clickOn(optionAt(list, 0));
    assert.deepEqual(seen, ['id-1']);
  });

  for (const [what, template] of [
    ['without a name', html`<video-list selection="single" value="id-1"></video-list>`],
    ['that selects nothing', html`<video-list name="v" value="id-1"></video-list>`],
    [
      'that is disabled',
      html`<video-list name="v" disabled selection="single" value="id-1"></video-list>`,
    ],
  ] as const) {
    it(`sends nothing ${what}`, async () => {
      const {form} = await formWith(template);
      assert.isEmpty([...new FormData(form)]);
    });
  }

  it('sends its videos by another name once it has one', async () => {
    const {form, list} = await formWith(
      html`<video-list name="v" selection="single" value="id-1" .videos=${videos}></video-list>`,
    );
    list.name = 'w';
    await list.updateComplete;
    assert.deepEqual([...new FormData(form)], [['w', 'id-1']]);
  });

  it('has the initial selection again when the form is reset', async () => {
    const {form, list, sent} = await formWith(
      html`<video-list name="v" selection="multiple" value="id-2" .videos=${videos}></video-list>`,
    );
    const changes = heard(list, 'selection-change');
    await clickOn(optionAt(list, 0));
    await clickOn(optionAt(list, 1));
    form.reset();
    assert.deepEqual(await selectedIn(list), ['B']);
    assert.deepEqual(sent(), ['id-2']);
    assert.lengthOf(changes, 2);
  });

  it('prevents the form from being sent while a selection is required, with a message', async () => {
    const {form, list} = await formWith(
      html`<video-list name="v" required selection="multiple" .videos=${videos}></video-list>`,
    );
    const [submits, refusals] = [heard(form, 'submit'), heard(list, 'invalid')];
    form.addEventListener('submit', (event) => event.preventDefault());
    assert.equal(part(list, 'grid').ariaRequired, 'true');
    await clickOn(form.querySelector('button')!);
    assert.isEmpty(submits);
    assert.lengthOf(refusals, 1);
    assert.isTrue(list.validity.valueMissing);
    assert.equal(list.validationMessage, 'Select a video.');
    assert.isTrue(list.matches(':invalid'));
    await until(() => isFocused(optionAt(list, 0)));
    await press(' ');
    assert.isTrue(list.matches(':valid'));
    await clickOn(form.querySelector('button')!);
    assert.lengthOf(submits, 1);
  });

  it('accepts no more than its limit, not even from the page', async () => {
    const {list} = await formWith(
      html`<video-list selection="multiple" max="2" .videos=${videos}></video-list>`,
    );
    list.selectedIds = ['id-1', 'id-2', 'id-3'];
    assert.isFalse(list.checkValidity());
    assert.isTrue(list.validity.rangeOverflow);
    assert.equal(list.validationMessage, 'Only 2 videos can be selected');
    list.deselect('id-1');
    assert.isTrue(list.checkValidity());
  });

  it('can be made invalid by the page, with its own message', async () => {
    const {list} = await formWith(
      html`<video-list selection="single" value="id-1" .videos=${videos}></video-list>`,
    );
    list.setCustomValidity('Not this one.');
    assert.isFalse(list.reportValidity());
    assert.equal(list.validationMessage, 'Not this one.');
    list.setCustomValidity('');
    assert.isTrue(list.reportValidity());
    assert.isTrue(list.willValidate);
  });

  it('is valid without a selection mode', async () => {
    const {list} = await formWith(html`<video-list required .videos=${videos}></video-list>`);
    assert.isTrue(list.checkValidity());
  });

  it('is named by its label, and entered by a click on it', async () => {
    const form = await render(html`
      <form>
        <label for="picks">Videos of the day</label>
        <video-list id="picks" selection="multiple" .videos=${videos}></video-list>
      </form>
    `);
    const list = form.querySelector('video-list') as VideoListElement;
    await settled(list);
    assert.equal(part(list, 'grid').ariaLabel, 'Videos of the day');
    assert.lengthOf([...list.labels], 1);
    await clickOn(form.querySelector('label')!);
    await until(() => isFocused(optionAt(list, 0)));
    assert.isEmpty(list.selectedIds);
  });

  it('is named by aria-label if there is no label', async () => {
    const {list} = await formWith(
      html`<video-list aria-label="Films" .videos=${videos}></video-list>`,
    );
    assert.equal(part(list, 'grid').ariaLabel, 'Films');
  });
});
