import {isObject} from '../../../src/wire/fields.js';
import type {Scope} from './scope.js';

/** What a scope may say, and whether a value of it is right. */
const MEMBERS: Readonly<Record<keyof Scope, (value: unknown) => boolean>> = {
  categories: isListOfNames,
  createdBy: isListOfNames,
  availableOnly: (value) => typeof value === 'boolean',
  transcodedOnly: (value) => typeof value === 'boolean',
};

/**
 * Reads a scope that somebody else has written. A member that is not known is refused: it may be a
 * known one with a slip of the pen, and without it the scope would be wider than was meant.
 *
 * @throws {TypeError} for what is no scope.
 */
export function readScope(value: unknown): Scope {
  if (!isObject(value)) throw new TypeError('A scope must be an object.');
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  for (const [name, member] of given) {
    const isRight = Object.hasOwn(MEMBERS, name) && MEMBERS[name as keyof Scope];
    if (!isRight) throw new TypeError(`"${name}" is not a member of a scope.`);
    if (!isRight(member)) throw new TypeError(`"${name}" of a scope has a wrong value.`);
  }
  return Object.fromEntries(given);
}

/** Names that a request can carry: it separates them by commas. */
function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(isName);
}

function isName(value: unknown): boolean {
  return (
    typeof value === 'string' && value.trim() === value && value !== '' && !value.includes(',')
  );
}
