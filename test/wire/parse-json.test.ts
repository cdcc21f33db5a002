import {assert} from '@open-wc/testing/pure';
import {parseJson} from '../../src/wire/parse-json.js';

const parsed = (text: string) => {
  const {json, cause} = parseJson(text);
  if (cause) throw cause as Error;
  return json;
};

describe('parseJson()', () => {
  it('parses like JSON.parse', () => {
    for (const text of ['{"a": [1, -2.5e3, "b", null, true]}', '[]', '5', '"text"', ' [1 ] ']) {
      assert.deepEqual(parsed(text), JSON.parse(text));
    }
  });

  it('explains why a text is not JSON', () => {
    for (const text of ['', '{', '[9007199254740993', '{"a": 90071992547409930000}}', '<html>']) {
      assert.instanceOf(parseJson(text).cause, SyntaxError, text);
      assert.isUndefined(parseJson(text).json);
    }
  });

  it('keeps all digits of a whole number that JavaScript would round', () => {
    assert.deepEqual(parsed('[9007199254740993,9007199254740992, -9007199254740993 ]'), [
      '9007199254740993',
      '9007199254740992',
      '-9007199254740993',
    ]);
    assert.deepEqual(parsed('{"videoId":\t12345678901234567890123\n}'), {
      videoId: '12345678901234567890123',
    });
  });

  it('does not change numbers that are exact in JavaScript', () => {
    assert.deepEqual(
      parsed('[9007199254740991,-9007199254740991]'),
      [9007199254740991, -9007199254740991],
    );
  });

  it('does not change fractions and powers of any length', () => {
    const text =
      '[1.00000000000000000001,12345678901234567890.5,12345678901234567890e2,1e0000000000000000002]';
    assert.deepEqual(parsed(text), JSON.parse(text));
  });

  it('does not change texts, whatever they contain', () => {
    const texts = [
      ', 9007199254740993 ,',
      '": 9007199254740993, "',
      '\\": [9007199254740993]\\',
      '\\\\',
      '\u2028 : 9007199254740993 }',
      '"'.repeat(5),
    ];
    const json = {[texts[0]!]: texts, id: 1};
    const text = JSON.stringify(json);
    assert.deepEqual(parsed(text), json);
    assert.deepEqual(parsed(text.replace('"id":1', '"id":9007199254740993')), {
      ...json,
      id: '9007199254740993',
    });
  });

  it('parses long and deeply nested texts', () => {
    const long = {text: '\\"'.repeat(1_000_000)};
    const text = JSON.stringify(long).replace('}', ',"id":9007199254740993}');
    assert.deepEqual(parsed(text), {...long, id: '9007199254740993'});
    assert.isArray(parsed(`${'['.repeat(8000)}9007199254740993${']'.repeat(8000)}`));
  });

  it('parses any JSON', () => {
    const odd = {'': [[], {}, '', 'é\u0000"\\/\b\f\n\r\t', 0, -0.5, 1e21, 2 ** 53], null: null};
    assert.deepEqual(parsed(JSON.stringify(odd, null, 2)), {
      ...odd,
      '': [...odd[''].slice(0, -1), String(2 ** 53)],
    });
  });
});
