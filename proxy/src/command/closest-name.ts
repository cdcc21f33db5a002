/** Maximum number of wrong letters. */
const MAX_DISTANCE = 4;

/** The most similar name, for suggestions; undefined if none is similar. */
export function closestName(name: string, names: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = MAX_DISTANCE + 1;
  for (const each of names) {
    const distance = distanceBetween(name, each);
    if (distance < bestDistance) [best, bestDistance] = [each, distance];
  }
  return best;
}

/** Levenshtein distance. */
function distanceBetween(one: string, other: string): number {
  let row = Array.from({length: other.length + 1}, (_, index) => index);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 0; column < other.length; column++) {
      const replaced = row[column]! + (letter === other[column] ? 0 : 1);
      next.push(Math.min(replaced, row[column + 1]! + 1, next[column]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
