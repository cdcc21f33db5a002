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
  /** Maximum number of lines of one kind per second; 0 for no limit. */
  readonly linesPerSecond: number;
  /** Removes secrets. */
  readonly mask: Mask;
  /** Writes a line, which includes its line break. */
  readonly write: (line: string) => void;
}

/** Fields of an event. */
export type LogFields = Readonly<Record<string, string | number | boolean | object | undefined>>;

/** Interval in milliseconds of lines with the number of lines left out. */
const SUMMARY_MS = 10_000;

/** Maximum length of a message or a field in characters. */
const MAX_TEXT_LENGTH = 500;

/**
 * The log of the command: events and requests, one line each. The number of lines of each kind per second is limited; the
 * others are counted, and a line reports the count.
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

  /** The `log` option of `createVideoProxy`. `fieldsOf` returns the fields of the request of a line. */
  lines(fieldsOf: (request: Request) => LogFields): Log {
    return (line, request) => {
      const kind = line.split(':', 1)[0] ?? line;
      this.event('warn', kind, line, request ? fieldsOf(request) : {});
    };
  }

  /** Writes the last counts. */
  close(): void {
    clearInterval(this.#timer);
    this.#summarize();
  }

  #summarize(): void {
    const suppressed = this.#limiter.takeSuppressed();
    if (suppressed) this.#logger.warn({suppressed}, 'lines left out');
  }

  /** Masked before shortening, because a part of a secret is not recognized. */
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
