/**
 * The value of an object's own property. An untrusted key (a search, a title, an attribute) may be `constructor` or
 * `toString`, which every object inherits.
 */
export function ownValue<T>(object: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
