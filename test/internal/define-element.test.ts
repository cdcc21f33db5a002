import {assert} from '@open-wc/testing/pure';
import {defineElement} from '../../src/internal/define-element.js';
import {warningsDuring} from '../support/events.js';

describe('Registering a tag that exists already', () => {
  it('warns once, and does not change the tag', async () => {
    class First extends HTMLElement {}
    class Second extends HTMLElement {}
    defineElement('taken-tag', First);
    const warnings = await warningsDuring(() => {
      defineElement('taken-tag', Second);
      defineElement('taken-tag', Second);
    });
    assert.equal(customElements.get('taken-tag'), First);
    assert.deepEqual(warnings, ['cloud-vod-gallery: <taken-tag> is already defined.']);
  });

  it('does not warn if it is the same class', async () => {
    class Same extends HTMLElement {}
    const warnings = await warningsDuring(() => {
      defineElement('same-tag', Same);
      defineElement('same-tag', Same);
    });
    assert.equal(customElements.get('same-tag'), Same);
    assert.deepEqual(warnings, []);
  });
});
