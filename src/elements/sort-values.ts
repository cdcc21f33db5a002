import type {PropertyDeclaration} from 'lit';
import type {SortedValues} from '../internal/shadow-html.js';

/** Declarations of the properties of an element by name. */
export type Declarations = ReadonlyMap<PropertyKey, PropertyDeclaration>;

/**
 * Splits the values of a component. Values that an attribute can hold become attributes, so that a server writes them into
 * the HTML; other properties of the element stay properties; everything else is passed on unchanged.
 *
 * @param values - Keys are names of properties (`pageSize`) or of attributes (`page-size`).
 */
export function sortValues(
  values: Readonly<Record<string, unknown>>,
  declarations: Declarations,
): SortedValues {
  const attributes: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(values)) {
    const name = declarations.has(key) ? key : camelCase(key);
    const attribute = attributeOf(name, declarations);
    if (attribute === undefined) attributes[key] = value;
    else if (attribute && isSimple(value))
      attributes[attribute] = value === false ? undefined : value;
    else properties[name] = value;
  }
  return {attributes, properties};
}

/** The attribute of a property; `false` for a property without one, undefined if it is not a property. */
function attributeOf(name: string, declarations: Declarations) {
  const declaration = declarations.get(name);
  if (!declaration) return undefined;
  const {attribute = true} = declaration;
  if (attribute === false) return false;
  const attributeName = attribute === true ? name.toLowerCase() : attribute;
  // React 19 would use the property of that name, which is a different one.
  const isTaken = attributeName !== name && declarations.has(attributeName);
  return isTaken ? false : attributeName;
}

function camelCase(key: string) {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isSimple(value: unknown) {
  return ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}
