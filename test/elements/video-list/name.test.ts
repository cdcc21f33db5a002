import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {optionAt, part, render, settled, until} from '../../support/page.js';
import {press} from '../../support/input.js';
import {videosTitled} from '../../support/videos.js';

const videos = videosTitled('A', 'B');

async function listIn(template: TemplateResult): Promise<VideoListElement> {
  const page = await render(html`<form>${template}</form>`);
  const list = page.querySelector('video-list') as VideoListElement;
  await settled(list);
  return list;
}

describe('A <video-list> is named', () => {
  const list = html`<video-list id="films" selection="multiple" .videos=${videos}></video-list>`;

  for (const [what, template, name] of [
    ['by its label', html`<label for="films">Films of the day</label>${list}`, 'Films of the day'],
    ['by a label around it', html`<label>Films of the day ${list}</label>`, 'Films of the day'],
    [
      'by the legend of a fieldset that it is alone in',
      html`<fieldset>
        <legend>Films of the day</legend>
        ${list}<button>Send</button>
      </fieldset>`,
      'Films of the day',
    ],
    [
      'not by the legend of a group with other controls',
      html`<fieldset>
        <legend>Order</legend>
        <input aria-label="Name" />${list}
      </fieldset>`,
      'Videos',
    ],
    [
      'by aria-label, before a label',
      html`<label for="films">Films</label>
        <video-list
          id="films"
          selection="single"
          aria-label="Best films"
          .videos=${videos}
        ></video-list>`,
      'Best films',
    ],
    [
      'by aria-labelledby, before all others',
      html`<h2 id="a">Films</h2>
        <p id="b">of the day</p>
        <video-list
          selection="single"
          aria-labelledby="a nowhere b"
          aria-label="Others"
          .videos=${videos}
        ></video-list>`,
      'Films of the day',
    ],
    [
      'by its title, when there is nothing else',
      html`<video-list title="Films" .videos=${videos}></video-list>`,
      'Films',
    ],
  ] as const) {
    it(what, async () => {
      assert.equal(part(await listIn(template), 'grid').ariaLabel, name);
    });
  }

  it('again when the page changes its attributes', async () => {
    const list = await listIn(html`
      <h2 id="a">Films</h2>
      <video-list aria-label="Videos of today" .videos=${videos}></video-list>
    `);
    list.setAttribute('aria-labelledby', 'a');
    await until(() => part(list, 'grid').ariaLabel === 'Films');
    list.removeAttribute('aria-labelledby');
    list.setAttribute('aria-label', 'Series');
    await until(() => part(list, 'grid').ariaLabel === 'Series');
  });

  it('and described by aria-describedby', async () => {
    const list = await listIn(html`
      <p id="hint">Two at most.</p>
      <video-list selection="multiple" aria-describedby="hint" .videos=${videos}></video-list>
    `);
    assert.equal(part(list, 'grid').getAttribute('aria-description'), 'Two at most.');
  });
});

describe('A required <video-list> without a selection is called invalid', () => {
  const required = () =>
    listIn(html`<video-list required selection="multiple" .videos=${videos}></video-list>`);
  const isInvalid = (list: VideoListElement) => part(list, 'grid').ariaInvalid === 'true';

  it('not before the user has visited it, nor after checkValidity()', async () => {
    const list = await required();
    assert.isFalse(list.checkValidity());
    await list.updateComplete;
    assert.isFalse(isInvalid(list));
  });

  it('once the user has left it', async () => {
    const list = await required();
    optionAt(list, 0).focus();
    await list.updateComplete;
    assert.isFalse(isInvalid(list));
    optionAt(list, 0).blur();
    await until(() => isInvalid(list));
  });

  it('after reportValidity() and a refused form, until something is selected', async () => {
    for (const report of ['reportValidity', 'requestSubmit'] as const) {
      const list = await required();
      if (report === 'reportValidity') list.reportValidity();
      else list.form?.requestSubmit();
      await until(() => isInvalid(list));
      list.select('id-1');
      await until(() => !isInvalid(list));
    }
  });

  it('not after a reset', async () => {
    const list = await required();
    list.reportValidity();
    await until(() => isInvalid(list));
    list.form?.reset();
    await until(() => !isInvalid(list));
  });
});

describe('The line of a multiple selection', () => {
  it('has no tab stop on a disabled button', async () => {
    const list = await listIn(
      html`<video-list selection="multiple" .videos=${videos}></video-list>`,
    );
    const clear = part(list, 'clear-selection');
    assert.equal(clear.tabIndex, -1);
    list.select('id-1');
    await until(() => clear.tabIndex === 0);
    clear.focus();
    await press('Enter');
    await until(() => clear.ariaDisabled === 'true');
    assert.isTrue(list.shadowRoot?.activeElement === clear, 'It keeps the focus.');
  });
});
