/** What is shown in place of a secret. */
const MASK = '***';

/** A form shorter than this would also match parts of ordinary words. */
const MIN_LENGTH = 4;

const encoder = new TextEncoder();

/** Replaces secrets in a text. */
export type Mask = (text: string) => string;

/**
 * Makes a function that replaces secrets in texts, in whatever form they are: as they are, as part of a URL or of
 * JSON, in base64, alone or in the middle of a longer text such as `name:password`, and each line of a secret
 * with several lines. Has to see a text before it is shortened: half of a secret is not recognized.
 */
export function secretMask(secrets: Iterable<string>): Mask {
  const forms = new Set([...secrets].flatMap(formsOf).filter(({length}) => length >= MIN_LENGTH));
  if (forms.size === 0) return (text) => text;
  // The longest first: a form may be the beginning of another.
  const sorted = [...forms].sort((one, other) => other.length - one.length);
  // Percent signs are followed by large or small letters.
  const pattern = new RegExp(sorted.map(escapeForRegExp).join('|'), 'gi');
  return (text) => text.replace(pattern, MASK);
}

function formsOf(secret: string): string[] {
  const texts = [secret, secret.trim(), ...secret.split(/[\r\n]+/)].filter(Boolean);
  return [...new Set(texts)].flatMap((text) => [
    text,
    inUrl(text),
    inUrl(text).replaceAll('%20', '+'),
    encodeURI(toWellFormed(text)),
    JSON.stringify(text).slice(1, -1),
    ...inBase64(text),
  ]);
}

function inUrl(text: string): string {
  return encodeURIComponent(toWellFormed(text));
}

/** Half of a surrogate pair cannot be part of a URL. */
function toWellFormed(text: string): string {
  return new TextDecoder().decode(encoder.encode(text));
}

/**
 * The characters that stand for a text wherever it begins: three bytes are four characters, so there are three
 * ways. Characters that depend on what is before or after the text are left out.
 */
function inBase64(text: string): string[] {
  const bytes = encoder.encode(text);
  const forms = [0, 1, 2].map((offset) => {
    const shifted = new Uint8Array(offset + bytes.length);
    shifted.set(bytes, offset);
    const first = Math.ceil((offset * 8) / 6);
    const end = Math.floor((shifted.length * 8) / 6);
    return btoa(String.fromCharCode(...shifted)).slice(first, end);
  });
  // Short ones would match by accident.
  const long = forms.filter(({length}) => length >= 2 * MIN_LENGTH);
  return [...long, ...long.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}

function escapeForRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
