import {readFileSync} from 'node:fs';
import {closestName} from './closest-name.js';

/** Variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Maximum length of a secret file in characters. */
const MAX_SECRET_LENGTH = 100_000;

/** Reads variables and collects problems. Each problem is reported once, and its value is undefined. */
export class EnvironmentReader {
  /** One sentence each. */
  readonly problems: string[] = [];
  /** Values that must not be logged, including invalid ones. */
  readonly secrets: string[] = [];
  readonly #environment: Environment;
  readonly #names = new Set<string>();
  /** Names for which a problem has been reported. */
  readonly #bad = new Set<string>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Notes a problem. */
  complain(problem: string): undefined {
    this.problems.push(problem);
    return undefined;
  }

  /** A text, trimmed; undefined when it is missing or empty. */
  text(name: string): string | undefined {
    this.#names.add(name);
    const text = this.#environment[name]?.trim() || undefined;
    // A shell removes quotes, but programs that read env files themselves, such as Docker, do not.
    if (!text || !/^(["']).*\1$/s.test(text)) return text;
    if (this.#bad.has(name)) return undefined;
    this.#bad.add(name);
    return this.complain(`${name} is in quotes: remove the quotes.`);
  }

  /**
   * A secret: in the variable, or in the file that the variable `<name>_FILE` names. It must be a single line of printable
   * characters. It is never part of a problem.
   */
  secret(name: string): string | undefined {
    const given = this.#environment[name]?.trim();
    if (given) this.secrets.push(given);
    const secret = this.#textOrFile(name);
    if (secret) this.secrets.push(secret);
    if (secret === undefined || /^[\x21-\x7e]+( [\x21-\x7e]+)*$/.test(secret)) return secret;
    return this.complain(`${name} must be one line of printable ASCII characters.`);
  }

  /** An address that may contain a password, with one of several schemes. It can be in a file, like a secret. */
  secretUrl(name: string, schemes: readonly string[]): string | undefined {
    const text = this.#textOrFile(name);
    if (text) this.secrets.push(...passwordsOf(text));
    if (text === undefined || !/[\r\n]/.test(text)) return this.#withScheme(name, text, schemes);
    return this.complain(`${name} must be one line.`);
  }

  /** A comma separated list; empty when it is missing. */
  list(name: string): string[] {
    const items = (this.text(name) ?? '').split(',').map((item) => item.trim());
    return items.filter(Boolean);
  }

  /** A whole number within a range. */
  integer(name: string, least: number, most: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    return this.complain(`${name} must be a whole number from ${least} to ${most}.`);
  }

  /** Seconds, fractions allowed, as milliseconds. */
  milliseconds(name: string, {least = 0.001} = {}): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const milliseconds = Math.round(Number(text) * 1000);
    if (milliseconds >= least * 1000 && milliseconds <= 86_400_000) return milliseconds;
    return this.complain(`${name} must be a number of seconds, at most a day.`);
  }

  /** One of a few words. */
  choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const text = this.text(name);
    const choice = choices.find((each) => each === text);
    if (text === undefined || choice !== undefined) return choice;
    return this.complain(`${name} must be one of ${choices.join(', ')}.`);
  }

  /** A text of a certain form. */
  matching(name: string, form: RegExp, inWords: string): string | undefined {
    const text = this.text(name);
    if (text === undefined || form.test(text)) return text;
    return this.complain(`${name} must be ${inWords}.`);
  }

  /** A path such as `/api`: no part of it is empty or made of dots alone. */
  path(name: string): string | undefined {
    const text = this.text(name);
    const parts = text === undefined || text === '/' ? [] : text.replace(/\/$/, '').split('/');
    const isPath = parts.slice(1).every((part) => /^[\w\-.~]+$/.test(part) && !/^\.+$/.test(part));
    if (text === undefined || (text.startsWith('/') && isPath)) return text;
    return this.complain(`${name} must be a path like /api.`);
  }

  /** An origin with one of a few schemes: no path, no query, no password. */
  origin(name: string, schemes: readonly string[]): string | undefined {
    const text = this.url(name, schemes);
    if (text === undefined || !URL.canParse(text)) {
      return text && this.complain(`${name} must be an origin like https://www.example.com.`);
    }
    const {origin, href} = new URL(text);
    if (href === `${origin}/`) return origin;
    return this.complain(`${name} must be an origin only, without a path, a query or a user name.`);
  }

  /** An address with one of several schemes. It is not part of a problem, because it may contain a password. */
  url(name: string, schemes: readonly string[]): string | undefined {
    return this.#withScheme(name, this.text(name), schemes);
  }

  /** Adds a problem for each variable with this prefix that was not read. */
  refuseUnknown(prefix: string): void {
    for (const name of Object.keys(this.#environment)) {
      if (!name.startsWith(prefix) || this.#names.has(name)) continue;
      const closest = closestName(name, this.#names);
      this.complain(`${name} is not a setting${closest ? `; ${closest} is one` : ''}.`);
    }
  }

  #withScheme(name: string, text: string | undefined, schemes: readonly string[]) {
    if (text === undefined || schemes.some((scheme) => text.startsWith(scheme))) return text;
    return this.complain(`${name} must be an address that starts with ${schemes.join(', ')}.`);
  }

  #textOrFile(name: string): string | undefined {
    const file = this.text(`${name}_FILE`);
    const text = this.text(name);
    if (text !== undefined && file !== undefined) {
      return this.complain(`${name} and ${name}_FILE are both set: remove one of them.`);
    }
    return file === undefined ? text : this.#readFile(`${name}_FILE`, file);
  }

  #readFile(name: string, file: string): string | undefined {
    try {
      const secret = readFileSync(file, 'utf8').slice(0, MAX_SECRET_LENGTH).trim();
      if (secret === '') return this.complain(`${name} names an empty file.`);
      return secret;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
      return this.complain(`${name} names a file that cannot be read (${code}).`);
    }
  }
}

/** The password in an address, percent-encoded and decoded. */
function passwordsOf(url: string): string[] {
  const password = /^[a-z]+:\/\/[^/@]*?:([^/]*)@/s.exec(url)?.[1];
  if (password === undefined) return [];
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}
