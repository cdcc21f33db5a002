import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {LineLimiter} from '../../src/command/log/line-limiter.js';
import {OperatorLog, type LogFormat} from '../../src/command/log/operator-log.js';
import {loggedPath} from '../../src/command/http/request-records.js';
import {secretMask} from '../../src/mask-secrets.js';

/** A log and its output. */
function logScene({
  format = 'json',
  linesPerSecond = 0,
}: {format?: LogFormat; linesPerSecond?: number} = {}) {
  const lines: string[] = [];
  const log = new OperatorLog({
    format,
    level: 'info',
    linesPerSecond,
    mask: secretMask(['tiger-4711']),
    write: (line) => lines.push(line),
  });
  return {log, lines};
}

/** What an attacker may try to write into a log: forged lines, and escape sequences for the terminal. */
const HOSTILE = [
  'one\n{"level":"info","message":"forged"}',
  'one\r\n2026-01-01T00:00:00Z info forged',
  'one\u2028two\u2029three\u0085four',
  '\x1b]0;title\x07\x1b[2J\x9b31m',
  '\u202egnp.exe\u2066',
  '\x00\x7f\b',
];

describe('The log', () => {
  for (const format of ['json', 'text'] as const) {
    it(`stays one line for each event, without anything that a terminal obeys (${format})`, () => {
      const {log, lines} = logScene({format});
      for (const text of HOSTILE) log.event('warn', 'test', text, {vendor: text, [text]: 'name'});
      assert.equal(lines.length, HOSTILE.length);
      for (const line of lines) {
        assert.match(line, /^[^\p{Cc}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069]+\n$/u);
      }
    });
  }

  it('is JSON about each event', () => {
    const {log, lines} = logScene();
    log.event('warn', 'test', HOSTILE[0]!, {request: 'r-1', status: 403});
    const {time, ...rest} = JSON.parse(lines[0]!) as Record<string, unknown>;
    assert.ok(Math.abs(Date.now() - Date.parse(String(time))) < 60_000);
    assert.deepEqual(rest, {level: 'warn', message: HOSTILE[0], request: 'r-1', status: 403});
  });

  it('is text with quotes if necessary', () => {
    const {log, lines} = logScene({format: 'text'});
    log.event('info', 'test', 'request', {path: '/videos?a=b', agent: 'x y="z"', status: 200});
    assert.match(
      lines[0]!,
      /^20\S+Z info request path=\/videos\?a=b agent="x y=\\"z\\"" status=200\n$/,
    );
  });

  it('contains no secret, nor half of one', () => {
    const {log, lines} = logScene();
    const long = 'x'.repeat(495);
    log.event('warn', 'test', `${long}tiger-4711`, {
      path: `${long}tiger-4711`,
      about: ['tiger-4711'],
    });
    assert.doesNotMatch(lines.join(''), /tiger/);
  });

  it('keeps lines short', () => {
    const {log, lines} = logScene();
    log.event('warn', 'test', 'm'.repeat(1e6), {path: 'p'.repeat(1e6)});
    assert.ok(lines[0]!.length < 1_500, String(lines[0]!.length));
  });

  it('writes events of `createVideoProxy` with their request', () => {
    const {log, lines} = logScene();
    const tell = log.lines(() => ({request: 'r-2'}));
    tell('callback refused: wrong secret', new Request('http://x/'));
    tell('getVideoList failed: no answer');
    assert.match(lines[0]!, /"request":"r-2","message":"callback refused: wrong secret"/);
    assert.doesNotMatch(lines[1]!, /"request"/);
  });

  it('stays small under load, and reports the number of lines left out', () => {
    const {log, lines} = logScene({linesPerSecond: 20});
    const startMs = performance.now();
    for (let index = 0; index < 100_000; index++)
      log.event('warn', 'callback refused', 'no', {index});
    const seconds = (performance.now() - startMs) / 1000;
    log.event('error', 'store', 'another kind is still heard');
    const written = lines.length - 1;
    // The lines of five seconds may be written at once.
    assert.ok(written <= 100 + Math.ceil(20 * seconds), `${written} lines in ${seconds} s`);
    assert.match(lines.at(-1)!, /another kind/);
    log.close();
    const {suppressed} = JSON.parse(lines.at(-1)!) as {suppressed: Record<string, number>};
    assert.equal(suppressed['callback refused'], 100_000 - written);
  });
});

describe('A limit of lines', () => {
  it('allows lines again after a while', () => {
    let now = 0;
    const limiter = new LineLimiter({perSecond: 1, now: () => now});
    const allowed = () =>
      Array.from({length: 10}, () => limiter.allows('a')).filter(Boolean).length;
    assert.equal(allowed(), 5);
    now += 2_000;
    assert.equal(allowed(), 2);
    assert.deepEqual(limiter.takeSuppressed(), {a: 13});
    assert.equal(limiter.takeSuppressed(), undefined);
  });

  it('keeps a bounded number of kinds', () => {
    const limiter = new LineLimiter({perSecond: 1, now: () => 0});
    for (let index = 0; index < 10_000; index++) limiter.allows(`kind ${index}`);
    assert.deepEqual(limiter.takeSuppressed(), {others: 9_895});
  });
});

describe('A path in the log', () => {
  it('has neither secrets nor tokens, not even wrong ones', () => {
    assert.equal(loggedPath('/api/callbacks/nearly-right?x=1'), '/api/callbacks/***?x=1');
    assert.equal(
      loggedPath('/videos?token=abc&videoName=x&SecretKey=y'),
      '/videos?token=***&videoName=x&SecretKey=***',
    );
    assert.equal(loggedPath('/videos?pageIndex=2'), '/videos?pageIndex=2');
  });
});
