import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {answering} from '../../support/test-server.js';
import {cardAt, part, render, settled} from '../../support/page.js';
import {anAnswer} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

const box = (element: Element) => element.getBoundingClientRect();

async function listWith(content: TemplateResult, toolbar = '') {
  const list = await render<VideoListElement>(html`
    <video-list toolbar=${toolbar} .videos=${videosTitled('First', 'Second')}
      >${content}</video-list
    >
  `);
  await settled(list);
  return list;
}

const own = (list: VideoListElement) => list.querySelector('[slot]') as HTMLElement;

describe('The slots of a <video-list>', () => {
  it('header: is above everything else', async () => {
    const list = await listWith(html`<h2 slot="header">Lectures</h2>`, 'search');
    assert.isAtMost(box(own(list)).bottom, box(part(list, 'toolbar')).top);
  });

  it('footer: is below everything else', async () => {
    const list = await listWith(html`<p slot="footer">The end</p>`);
    assert.isAtLeast(box(own(list)).top, box(cardAt(list, 0)).bottom);
  });

  it('toolbar: is in the row of the toolbar', async () => {
    const list = await listWith(html`<button slot="toolbar">Upload</button>`, 'order');
    const toolbar = box(part(list, 'toolbar'));
    assert.equal(box(own(list)).top, toolbar.top);
    assert.isAtLeast(box(own(list)).left, toolbar.right);
    assert.isBelow(box(own(list)).bottom, box(cardAt(list, 0)).top);
  });

  it('toolbar: is also shown without a toolbar', async () => {
    const list = await listWith(html`<button slot="toolbar">Upload</button>`);
    assert.isAtLeast(box(own(list)).top, box(list).top);
    assert.equal(box(cardAt(list, 0)).top - box(own(list)).bottom, 20);
  });

  it('take no space when they are empty', async () => {
    const list = await listWith(html``);
    assert.equal(box(cardAt(list, 0)).top, box(list).top);
    assert.equal(box(cardAt(list, 1)).bottom, box(list).bottom);
  });

  it('empty: is shown when there are no videos', async () => {
    const list = await listWith(html`<p slot="empty">Come back tomorrow</p>`);
    assert.lengthOf(own(list).getClientRects(), 0);
    list.videos = [];
    await settled(list);
    assert.lengthOf(own(list).getClientRects(), 1);
  });

  it('error: is shown next to the button "Try again"', async () => {
    const {url} = await answering(anAnswer('Oops', 500));
    const list = await render<VideoListElement>(html`
      <video-list src=${url}><p slot="error">We are on it.</p></video-list>
    `);
    await settled(list);
    assert.lengthOf(own(list).getClientRects(), 1);
    assert.isTrue(part(list, 'message').contains(part(list, 'retry')));
  });
});
