import {isObject} from '../../../src/wire/fields.js';
import type {Scope} from './scope.js';

/** The members of a scope, each with a check of its value. */
const MEMBERS: Readonly<Record<keyof Scope, (value: unknown) => boolean>> = {
  categories: isListOfNames,
  createdBy: isListOfNames,
  availableOnly: (value) => typeof value === 'boolean',
  transcodedOnly: (value) => typeof value === 'boolean',
};

const KNOWN = Object.keys(MEMBERS).join(', ');

/**
 * Validates a scope from settings or from a token. An unknown member is refused: it may be a misspelt one, and without it the
 * scope would be wider than intended.
 *
 * @throws {TypeError} if it is not a valid scope.
 */
export function readScope(value: unknown): Scope {
  if (!isObject(value)) throw new TypeError('A scope must be an object.');
  const given = Object.entries(value).filter(([, member]) => member !== undefined);
  for (const [name, member] of given) {
    const isRight = Object.hasOwn(MEMBERS, name) && MEMBERS[name as keyof Scope];
    if (!isRight) throw new TypeError(`There is no "${name}" in a scope, only ${KNOWN}.`);
    if (!isRight(member)) throw new TypeError(`"${name}" of a scope has a wrong value.`);
  }
  return Object.fromEntries(given);
}

/** Names must be usable in a request, which separates them by commas. */
function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.every(isName);
}

function isName(value: unknown): boolean {
  return (
    typeof value === 'string' && value.trim() === value && value !== '' && !value.includes(',')
  );
}
