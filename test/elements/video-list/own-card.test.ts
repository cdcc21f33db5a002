import {assert} from '@open-wc/testing/pure';
import {html, nothing} from 'lit';
import '../../../src/define.js';
import type {CardContent, Video} from '../../../src/index.js';
import {heard, warningsDuring} from '../../support/events.js';
import {clickOn} from '../../support/input.js';
import {cardAt, cardsIn, part, renderSettled, settled, styleOf, until} from '../../support/page.js';
import {videosTitled} from '../../support/videos.js';

const videos = videosTitled('First', 'Second', 'Third');
const many = videosTitled(...Array.from({length: 1000}, (_, index) => `Video ${index + 1}`));

const listWith = (cardContent: CardContent, shown: readonly Video[] = videos) =>
  renderSettled(html`<video-list .videos=${shown} .cardContent=${cardContent}></video-list>`);

const HOSTILE = '<img src=x onerror="window.hacked = true">';

describe('Cards that the page renders itself', () => {
  it('show the result of its function for each video and its index', async () => {
    const list = await listWith(
      ({title}, index) => html`<b slot="meta">${index + 1}. ${title}</b>`,
    );
    assert.deepEqual(
      cardsIn(list).map((card) => card.textContent.trim()),
      ['1. First', '2. Second', '3. Third'],
    );
    assert.isNotEmpty([...(cardAt(list, 0).querySelector('b')?.getClientRects() ?? [])]);
  });

  it('can be elements', async () => {
    const list = await listWith(({title}) => {
      const content = document.createElement('p');
      content.slot = 'content';
      content.textContent = title;
      return content;
    });
    assert.equal(cardAt(list, 1).textContent, 'Second');
    assert.isEmpty([...part(cardAt(list, 1), 'body').getClientRects()]);
  });

  it('can be the default for some videos', async () => {
    const list = await listWith(({title}) =>
      title === 'Second' ? html`<i slot="badges">New</i>` : undefined,
    );
    assert.deepEqual(
      cardsIn(list).map((card) => card.childElementCount),
      [0, 1, 0],
    );
  });

  it('are styled by the page through its own parts', async () => {
    const list = await listWith(({title}) => html`<b slot="meta" part="views">${title}</b>`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('video-list::part(views) {color: rgb(1, 2, 3)}');
    document.adoptedStyleSheets.push(sheet);
    const color = styleOf(cardAt(list, 0).querySelector('b') as Element, 'color');
    document.adoptedStyleSheets.pop();
    assert.equal(color, 'rgb(1, 2, 3)');
  });

  it('show the right video after any scroll', async () => {
    const list = await listWith(({title}) => html`<b slot="meta">${title}</b>`, many);
    for (const part of [0.5, 1, 0.2]) {
      const {scrollHeight} = document.documentElement;
      window.scrollTo({top: part * scrollHeight, behavior: 'instant'});
      const {firstElementChild} = list.shadowRoot?.querySelector('[part=grid]') as Element;
      await until(() => firstElementChild?.isConnected === true && cardsIn(list).length > 3);
      for (const card of cardsIn(list)) assert.equal(card.textContent.trim(), card.video?.title);
    }
  });

  it('are rendered again by another function, and by default without one', async () => {
    const list = await listWith(() => html`<b slot="meta">one</b>`);
    list.cardContent = () => html`<b slot="meta">other</b>`;
    await settled(list);
    assert.equal(cardAt(list, 0).textContent.trim(), 'other');
    Object.assign(list, {cardContent: undefined});
    await settled(list);
    assert.equal(cardAt(list, 0).textContent.trim(), '');
  });

  it('are shown by default when the function throws, with one warning', async () => {
    let list = await listWith(() => nothing);
    const warnings = await warningsDuring(async () => {
      list = await listWith(({title}) => {
        if (title !== 'Second') throw new Error('No such thing');
        return html`<b slot="meta">fine</b>`;
      });
    });
    assert.lengthOf(cardsIn(list), 3);
    assert.deepEqual(
      cardsIn(list).map((card) => card.textContent.trim()),
      ['', 'fine', ''],
    );
    assert.lengthOf(warnings, 1);
    assert.include(warnings[0], 'No such thing');
  });

  it('keep hostile titles text', async () => {
    const [video] = videosTitled(HOSTILE);
    const list = await listWith(({title}) => html`<b slot="meta">${title}</b>`, [video as Video]);
    assert.equal(cardAt(list, 0).textContent.trim(), HOSTILE);
    assert.isNull(cardAt(list, 0).querySelector('img'));
  });

  it('have buttons that do not select the video', async () => {
    const list = await listWith(() => html`<button slot="actions">Save</button>`);
    const picks = heard(list, 'video-select');
    const button = cardAt(list, 0).querySelector('button') as HTMLElement;
    const clicks = heard(button, 'click');
    await clickOn(button);
    assert.lengthOf(clicks, 1);
    assert.isEmpty(picks);
    await clickOn(part(cardAt(list, 0), 'title'));
    assert.lengthOf(picks, 1);
  });

  it('stay in the document while one of their buttons has the focus', async () => {
    const list = await listWith(() => html`<button slot="actions">Save</button>`, many);
    const button = cardAt(list, 1).querySelector('button') as HTMLElement;
    button.focus();
    window.scrollTo({top: document.documentElement.scrollHeight / 2, behavior: 'instant'});
    await until(() => cardsIn(list).some(({index}) => index > 400));
    assert.isTrue(button.isConnected && button.matches(':focus'));
  });
});
