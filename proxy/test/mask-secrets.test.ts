import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {secretMask} from '../src/mask-secrets.js';

const SECRETS = [
  'S3cr3t/Key+with=signs',
  'p@ss wörd',
  'first line\nsecond line',
  'tiger-4711-tiger',
];

/** Forms in which a secret may be quoted. */
const WAYS: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'in a URL': encodeURIComponent,
  'in a URL, in small letters': (secret) =>
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  'in a form': (secret) => new URLSearchParams({secret}).toString().slice('secret='.length),
  'in JSON': (secret) => JSON.stringify({secret}),
  'in base64': (secret) => btoa(toBinary(secret)),
  'in base64 for URLs': (secret) => Buffer.from(secret).toString('base64url'),
  'in base64, after a name': (secret) => btoa(toBinary(`name:${secret}`)),
  'in base64, in the middle': (secret) => btoa(toBinary(`xx${secret}yy`)),
};

describe('A mask of secrets', () => {
  const mask = secretMask(SECRETS);

  for (const [way, write] of Object.entries(WAYS)) {
    it(`finds them ${way}`, () => {
      for (const secret of SECRETS) {
        const written = write(secret);
        const masked = mask(`before ${written} after`);
        assert.match(masked, /^before .*\*\*\*.* after$/s);
        // In base64, less than a group of characters may be left at each end.
        const longest = Math.max(
          ...masked.split(/\*\*\*|before | after/).map(({length}) => length),
        );
        assert.ok(longest <= 'xx{"secret":""}'.length, masked);
        assert.ok(!masked.includes(secret));
      }
    });
  }

  it('finds each line of a secret with several', () => {
    assert.equal(mask('error near "second line"'), 'error near "***"');
  });

  it('leaves everything else as it is', () => {
    for (const text of ['', 'getVideoList failed', 'tiger-4711', '日本語 \ud800']) {
      assert.equal(mask(text), text);
    }
    assert.equal(secretMask([])('anything'), 'anything');
    assert.equal(secretMask(['', 'abc'])('abc'), 'abc');
  });
});

function toBinary(text: string): string {
  return Buffer.from(text).toString('latin1');
}
