import {pino, type Logger} from 'pino';
import type {Log} from '../../error-answers.js';
import type {Mask} from '../../mask-secrets.js';
import {LineLimiter} from './line-limiter.js';
import {printable, shortened} from './printable.js';
import {textLine} from './text-line.js';

/** Levels of a log, the most important first. */
export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** How lines are written: `json` is one object per line, `text` is for people. */
export const LOG_FORMATS = ['json', 'text'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

/** How a log is written. */
export interface LogOptions {
  readonly format: LogFormat;
  /** Lines below this level are not written. */
  readonly level: LogLevel;
  /** Lines of one kind per second, at most; 0 for no limit. */
  readonly linesPerSecond: number;
  /** Removes secrets. */
  readonly mask: Mask;
  /** Takes a line with its end. */
  readonly write: (line: string) => void;
}

/** What is known about an event beside its name. */
export type LogFields = Readonly<Record<string, string | number | boolean | object | undefined>>;

/** Milliseconds between two lines that say what was left out. */
const SUMMARY_MS = 10_000;

/** Characters of a message or a field, at most. */
const MAX_TEXT_LENGTH = 500;

/**
 * The log of the command: events and requests, one line each. However much happens, it stays small: of each kind of
 * line only so many a second are written, the others are counted, and the count is a line of its own.
 */
export class OperatorLog {
  readonly #logger: Logger;
  readonly #limiter: LineLimiter;
  readonly #mask: Mask;
  readonly #timer: NodeJS.Timeout;

  constructor({format, level, linesPerSecond, mask, write}: LogOptions) {
    this.#mask = mask;
    this.#limiter = new LineLimiter({perSecond: linesPerSecond, now: () => performance.now()});
    const writeLine = (line: string) => {
      const text = format === 'json' ? line : textLine(line);
      write(`${printable(mask(text.trimEnd()))}\n`);
    };
    this.#logger = pino(
      {
        level,
        base: null,
        messageKey: 'message',
        timestamp: () => `,"time":"${new Date().toISOString()}"`,
        formatters: {level: (label) => ({level: label})},
      },
      {write: writeLine},
    );
    this.#timer = setInterval(() => this.#summarize(), SUMMARY_MS).unref();
  }

  /** Writes a line about something that happened. Lines with the same `kind` share a limit. */
  event(level: LogLevel, kind: string, message: string, fields: LogFields = {}): void {
    if (!this.#logger.isLevelEnabled(level) || !this.#limiter.allows(kind)) return;
    this.#logger[level](this.#tidy(fields), this.#shorten(message));
  }

  /** What `createVideoProxy` takes as its log; `fieldsOf` says which request a line is about. */
  lines(fieldsOf: (request: Request) => LogFields): Log {
    return (line, request) => {
      const kind = line.split(':', 1)[0] ?? line;
      this.event('warn', kind, line, request ? fieldsOf(request) : {});
    };
  }

  /** Writes what is left to say. */
  close(): void {
    clearInterval(this.#timer);
    this.#summarize();
  }

  #summarize(): void {
    const suppressed = this.#limiter.takeSuppressed();
    if (suppressed) this.#logger.warn({suppressed}, 'lines left out');
  }

  /** Secrets go first: half of one would not be recognized. */
  #shorten(text: string): string {
    return shortened(this.#mask(text), MAX_TEXT_LENGTH);
  }

  #tidy(fields: LogFields): LogFields {
    const entries = Object.entries(fields).map(([name, value]): [string, LogFields[string]] => [
      name,
      typeof value === 'string' ? this.#shorten(value) : value,
    ]);
    return Object.fromEntries(entries);
  }
}
