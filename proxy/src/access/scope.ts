import {canonicalJson} from '../util/canonical-json.js';
import {readNumber, readText, type JsonObject} from '../../../src/wire/fields.js';
import {splitNames} from '../list-query.js';

/** The videos that a caller may see. All that is given must hold; an empty scope is every video. */
export interface Scope {
  /** Only videos filed under one of these categories; with an empty list, no video. */
  readonly categories?: readonly string[] | undefined;
  /** Only videos that one of these users created; with an empty list, no video. */
  readonly createdBy?: readonly string[] | undefined;
  /** Only videos that are available, so none that is blocked. Default: false. */
  readonly availableOnly?: boolean | undefined;
  /** Only videos with the transcoding state 1, "transcoded". Default: false. */
  readonly transcodedOnly?: boolean | undefined;
}

/** Every video. */
export const EVERYTHING: Scope = {};

/** The videos that are in both scopes. */
export function intersect(a: Scope, b: Scope): Scope {
  return {
    categories: inBoth(a.categories, b.categories),
    createdBy: inBoth(a.createdBy, b.createdBy),
    availableOnly: a.availableOnly || b.availableOnly,
    transcodedOnly: a.transcodedOnly || b.transcodedOnly,
  };
}

/** Names that are in both lists; undefined if there is neither list. */
export function inBoth(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!a || !b) return a ?? b;
  return a.filter((name) => b.includes(name));
}

/** Whether a scope excludes any video. */
export function isLimited({categories, createdBy, availableOnly, transcodedOnly}: Scope): boolean {
  return Boolean(categories ?? createdBy ?? false) || Boolean(availableOnly || transcodedOnly);
}

/** A text that is equal for equal scopes. */
export function scopeKey({categories, createdBy, availableOnly, transcodedOnly}: Scope): string {
  return canonicalJson({
    categories: categories?.toSorted(),
    createdBy: createdBy?.toSorted(),
    availableOnly: availableOnly || undefined,
    transcodedOnly: transcodedOnly || undefined,
  });
}

/** Whether a record of an upload callback is in a scope. A missing field counts as not matching. */
export function isInScope(record: JsonObject, scope: Scope): boolean {
  const {categories, createdBy, availableOnly, transcodedOnly} = scope;
  const filedUnder = splitNames(readText(record['videoClassification']));
  const creator = readText(record['createUser']) ?? '';
  return (
    (!categories || filedUnder.some((name) => categories.includes(name))) &&
    (!createdBy || createdBy.includes(creator)) &&
    (!availableOnly || readNumber(record['videoState']) === AVAILABLE) &&
    (!transcodedOnly || readNumber(record['transcodeState']) === TRANSCODED)
  );
}

/** `videoState` of an available video, in a callback. */
const AVAILABLE = 1;

/** `transcodeState` of a transcoded video. */
const TRANSCODED = 1;
