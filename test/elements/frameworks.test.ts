import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define.js';
import type {VideoCardElement} from '../../src/elements/video-card/video-card.js';
import {warningsDuring} from '../support/events.js';
import {answering} from '../support/test-server.js';
import {declarationOf} from '../support/manifest.js';
import {render, renderSettled, settled, textOf, titlesIn} from '../support/page.js';
import {aPageTitled} from '../support/records.js';
import {aVideo} from '../support/videos.js';

/** The properties that a page may set, according to the manifest. */
async function propertiesOf(tagName: string): Promise<string[]> {
  const {members} = await declarationOf(tagName);
  return members.flatMap(({kind, name, readonly}) => (kind === 'field' && !readonly ? [name] : []));
}

// React before 19 writes these with the text "false".
describe('A boolean attribute of any element with the text "false"', () => {
  for (const tagName of ['video-list', 'video-card', 'resolution-badge']) {
    for (const name of ['hidden', 'inert', 'autofocus']) {
      it(`does not make <${tagName}> ${name}`, async () => {
        const element = await render(html`<div></div>`);
        element.innerHTML = `<${tagName} ${name}="false"></${tagName}>`;
        const gallery = element.firstElementChild!;
        assert.isFalse(gallery.hasAttribute(name));
        gallery.setAttribute(name, '');
        assert.isTrue(gallery.hasAttribute(name));
        gallery.setAttribute(name, 'false');
        assert.isFalse(gallery.hasAttribute(name));
      });
    }
  }
});

// Frameworks set these when they have no value any more.
for (const value of [undefined, null]) {
  describe(`A property that becomes ${value}`, () => {
    it('leaves a list as if it had not been set', async () => {
      const {url} = await answering(aPageTitled('First', 'Second'));
      const list = await renderSettled(html`<video-list src=${url}></video-list>`);
      const names = (await propertiesOf('video-list')).filter((name) => name !== 'src');
      assert.isAbove(names.length, 30);
      const warnings = await warningsDuring(async () => {
        for (const name of names) Object.assign(list, {[name]: value});
        await settled(list);
        await list.refresh();
        await settled(list);
      });
      assert.deepEqual(titlesIn(list), ['First', 'Second']);
      assert.deepEqual(warnings, []);
    });

    it('restores the default texts of a list', async () => {
      const list = await render(
        html`<video-list src="/nowhere" selection="multiple"></video-list>`,
      );
      for (const name of await propertiesOf('video-list')) Object.assign(list, {[name]: value});
      await (list as VideoCardElement).updateComplete;
      assert.include(textOf(list, 'message'), 'src');
    });

    it('leaves a card as if it had not been set', async () => {
      const card = await render<VideoCardElement>(
        html`<video-card .video=${aVideo({title: 'First'})}></video-card>`,
      );
      const names = (await propertiesOf('video-card')).filter((name) => name !== 'video');
      const before = card.shadowRoot!.textContent;
      for (const name of names) Object.assign(card, {[name]: value});
      await card.updateComplete;
      assert.equal(card.shadowRoot!.textContent, before);
    });

    it('leaves a badge as if it had not been set', async () => {
      const badge = await render<VideoCardElement>(
        html`<resolution-badge width="1920" height="1080"></resolution-badge>`,
      );
      const names = (await propertiesOf('resolution-badge')).filter(
        (name) => !['width', 'height'].includes(name),
      );
      for (const name of names) Object.assign(badge, {[name]: value});
      await badge.updateComplete;
      assert.equal(textOf(badge, 'base'), 'Full HD');
    });
  });
}
