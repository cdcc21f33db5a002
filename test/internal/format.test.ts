import {assert} from '@open-wc/testing/pure';
import {formatDate, formatDuration, formatSpokenDuration} from '../../src/internal/format.js';
import {formatWrittenDate} from '../../src/internal/format-written-date.js';
import {languages} from '../support/languages.js';

/** Spaces of all kinds look the same, and browsers differ in which they use. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('formatSpokenDuration()', () => {
  const durations: [language: string, seconds: number, words: string][] = [
    ['en', 3725, '1 hour, 2 minutes, 5 seconds'],
    ['de', 3725, '1 Stunde, 2 Minuten und 5 Sekunden'],
    ['fr', 61, '1 minute et 1 seconde'],
    ['ja', 3605, '1 時間 5 秒'],
    ['zh-Hant', 65, '1 分鐘 5 秒'],
    ['en', 0, ''],
  ];
  for (const [language, seconds, words] of durations) {
    it(`writes ${seconds} seconds in "${language}" as "${words}"`, () => {
      assert.equal(plain(formatSpokenDuration(seconds, language)), words);
    });
  }

  it('has the same result as browsers with Intl.DurationFormat', function () {
    if (!Intl.DurationFormat) this.skip();
    for (const {language} of languages) {
      const theirs = new Intl.DurationFormat(language, {style: 'long'});
      for (const [hours, minutes, seconds] of [
        [1, 2, 5],
        [0, 0, 2],
        [11, 0, 3],
        [1234, 12, 0],
      ] as const) {
        assert.equal(
          formatSpokenDuration(hours * 3600 + minutes * 60 + seconds, language),
          theirs.format({hours, minutes, seconds}),
        );
      }
    }
  });
});

describe('formatDuration()', () => {
  it('shows a clock, in the digits of the language', () => {
    assert.equal(formatDuration(3725, 'de'), '1:02:05');
    assert.equal(formatDuration(3725, 'ar-EG'), '١:٠٢:٠٥');
  });
});

describe('formatDate()', () => {
  it('writes a day as is usual in the language', () => {
    const noon = new Date(2024, 2, 1, 12).getTime();
    assert.equal(formatDate(noon, 'en'), 'Mar 1, 2024');
    assert.equal(formatDate(noon, 'ko'), '2024. 3. 1.');
  });
});

describe('formatWrittenDate()', () => {
  it('writes a day, or a day with its time, in any time zone', () => {
    assert.equal(formatWrittenDate('2016-01-01', 'de'), '01.01.2016');
    assert.equal(formatWrittenDate('2016-01-01 23:30:00', 'de'), '01.01.2016, 23:30');
  });

  it('does not change text that is not a date', () => {
    assert.equal(formatWrittenDate('last week', 'de'), 'last week');
  });
});
