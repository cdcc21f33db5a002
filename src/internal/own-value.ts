/**
 * The value of an object's own property. A key that comes from a user or a page may be `constructor` or `toString`, which every
 * object inherits.
 */
export function ownValue<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
