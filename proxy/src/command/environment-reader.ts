/** Variables by name, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables and notes what is wrong with them. A problem is reported once, the value is undefined. */
export class EnvironmentReader {
  /** One sentence each. */
  readonly problems: string[] = [];
  readonly #environment: Environment;

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
    return this.#environment[name]?.trim() || undefined;
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
  milliseconds(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const milliseconds = Math.round(Number(text) * 1000);
    if (milliseconds > 0 && milliseconds <= 86_400_000) return milliseconds;
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

  /** An address with one of a few schemes. Not repeated in a problem: it may hold a password. */
  url(name: string, schemes: readonly string[]): string | undefined {
    const text = this.text(name);
    if (text === undefined || schemes.some((scheme) => text.startsWith(scheme))) return text;
    return this.complain(`${name} must be an address that starts with ${schemes.join(', ')}.`);
  }
}
