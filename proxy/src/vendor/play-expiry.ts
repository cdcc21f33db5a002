import {isObject} from '../../../src/wire/fields.js';

/** Query parameters of signed addresses with their expiry time: Unix seconds, or a date. */
const END = /^(expires?|exp|deadline|x-expires|validto)$/i;

/** Milliseconds in a second. */
const SECOND_MS = 1_000;

/** Smaller numbers are not Unix seconds (this is the year 2001). */
const FIRST_SECONDS = 1_000_000_000;

/** Earliest expiry time of the play addresses in an answer, in milliseconds since 1970; undefined if no address contains one. */
export function playExpiry(envelope: object): number | undefined {
  const data = (envelope as {data?: unknown}).data;
  const sets = isObject(data) && Array.isArray(data['videoUrl']) ? data['videoUrl'] : [];
  const addresses = sets.flatMap((set: unknown) => (isObject(set) ? Object.values(set) : []));
  const ends = addresses.map(endOf).filter((end) => end !== undefined);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

function endOf(address: unknown): number | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const {searchParams} = new URL(address);
  const named = [...searchParams].filter(([name]) => END.test(name)).map(([, value]) => value);
  const ends = [
    ...named.map(readTime),
    // Akamai and Alibaba: the time is the first part of the value.
    ...searchParams.getAll('auth_key').map((value) => readTime(value.split('-')[0] ?? '')),
    ...['hdnts', 'hdnea', 'token'].map((name) => readTime(innerEnd(searchParams.get(name)))),
    // CDNetworks: in hexadecimal.
    readTime(String(parseInt(searchParams.get('wsABSTime') ?? '', 16))),
    signedUntil(searchParams, 'x-amz'),
    signedUntil(searchParams, 'x-goog'),
  ].filter((end) => end !== undefined);
  return ends.length > 0 ? Math.min(...ends) : undefined;
}

function innerEnd(value: string | null): string {
  return /(?:^|[~&*])exp=(\d+)/.exec(value ?? '')?.[1] ?? '';
}

function readTime(text: string): number | undefined {
  if (/^\d{10}$/.test(text)) return Number(text) * SECOND_MS;
  if (/^\d{13}$/.test(text) && Number(text) > FIRST_SECONDS * SECOND_MS) return Number(text);
  const date = /^\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? undefined : date;
}

/** A signing time plus a number of seconds. */
function signedUntil(parameters: URLSearchParams, prefix: string): number | undefined {
  const find = (name: string) =>
    [...parameters].find(([key]) => key.toLowerCase() === `${prefix}-${name}`)?.[1] ?? '';
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(find('date')) ?? [];
  const seconds = Number(find('expires'));
  const signed = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return seconds > 0 && Number.isFinite(signed) ? signed + seconds * SECOND_MS : undefined;
}
