/** Headers by their names in lower case. */
export type HeaderRecord = Readonly<Record<string, string>>;

const joined = new WeakMap<HeaderRecord, WeakMap<HeaderRecord, HeaderRecord>>();

/**
 * Merges two sets of headers, and the names in `vary`. The same two objects give the same result object, so neither may be
 * changed. Building the headers again for each response takes longer than finding an answer in memory.
 *
 * @param few - Long-lived; there are only a few.
 */
export function joinHeaders(few: HeaderRecord, others: HeaderRecord): HeaderRecord {
  let withFew = joined.get(few);
  if (!withFew) joined.set(few, (withFew = new WeakMap()));
  let both = withFew.get(others);
  if (!both) withFew.set(others, (both = merged(few, others)));
  return both;
}

function merged(few: HeaderRecord, others: HeaderRecord): HeaderRecord {
  const names = [few['vary'], others['vary']].flatMap((vary) => vary?.split(/\s*,\s*/) ?? []);
  const vary = [...new Set(names)].join(', ');
  return {...others, ...few, ...(vary && {vary})};
}
