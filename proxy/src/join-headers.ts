/** Headers by their names in small letters. */
export type HeaderRecord = Readonly<Record<string, string>>;

const joined = new WeakMap<HeaderRecord, WeakMap<HeaderRecord, HeaderRecord>>();

/**
 * Both together, `vary` with the names of both; for the same two objects the same one again, so neither may be changed. To make one anew
 * for each answer, and for Node to read it, takes longer than to find an answer that is in memory.
 *
 * @param few - One of a few that are long-lived.
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
