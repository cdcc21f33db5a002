/**
 * Whether objects and arrays are nested deeper than a number of levels. `JSON.parse` reads any depth, but in `JSON.stringify`,
 * some thousands of levels cause a stack overflow.
 */
export function isNestedDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isNestedDeeperThan(part, levels - 1));
}
