/** Replacement for a secret. */
const MASK = '***';

/** Shorter texts would also match parts of ordinary words. */
const MIN_LENGTH = 4;

const encoder = new TextEncoder();

/** Replaces secrets in a text. */
export type Mask = (text: string) => string;

/**
 * Returns a function that replaces secrets in texts: as they are, percent-encoded, as part of JSON, in base64 (alone or
 * inside a longer text such as `name:password`), and each line of a secret with several lines. Call it before a text is
 * shortened, because a part of a secret is not recognized.
 */
export function secretMask(secrets: Iterable<string>): Mask {
  const forms = new Set([...secrets].flatMap(formsOf).filter(({length}) => length >= MIN_LENGTH));
  if (forms.size === 0) return (text) => text;
  // The longest first: a form may be the beginning of another.
  const sorted = [...forms].sort((one, other) => other.length - one.length);
  // Percent-encoding may use upper or lower case.
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

/** `encodeURIComponent` throws for a lone surrogate. */
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
