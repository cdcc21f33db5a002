import {assert} from '@open-wc/testing/pure';
import {textDecoderFor} from '../../src/wire/charset.js';

describe('textDecoderFor()', () => {
  for (const [contentType, encoding] of [
    ['application/json; charset=gbk', 'gbk'],
    ['application/json;charset="GB2312"', 'gbk'],
    ['text/plain; Charset = Shift_JIS ; format=flowed', 'shift_jis'],
    ['application/json; charset=utf-8', 'utf-8'],
    ['application/json; charset=latin1', 'windows-1252'],
    ['application/json; charset=nonsense', 'utf-8'],
    ['application/json; charset=', 'utf-8'],
    ['application/json', 'utf-8'],
    ['', 'utf-8'],
    [null, 'utf-8'],
  ] as const) {
    it(`decodes ${JSON.stringify(contentType)} as ${encoding}`, () => {
      assert.equal(textDecoderFor(contentType).encoding, encoding);
    });
  }
});
