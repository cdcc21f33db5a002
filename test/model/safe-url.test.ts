import {assert} from '@open-wc/testing/pure';
import {safeUrl} from '../../src/model/safe-url.js';

const BASE = 'https://example.com/videos/list';

describe('safeUrl()', () => {
  it('makes an address absolute', () => {
    assert.equal(safeUrl('/covers/1.webp', BASE), 'https://example.com/covers/1.webp');
    assert.equal(safeUrl('2.webp', BASE), 'https://example.com/videos/2.webp');
    assert.equal(safeUrl('http://other.example/3.webp', BASE), 'http://other.example/3.webp');
  });

  it('refuses a relative address without a base', () => {
    assert.isUndefined(safeUrl('/covers/1.webp'));
  });

  for (const text of [
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'blob:https://example.com/1',
    'file:///etc/passwd',
    'https://',
    '',
    undefined,
  ]) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      assert.isUndefined(safeUrl(text, BASE));
    });
  }
});
