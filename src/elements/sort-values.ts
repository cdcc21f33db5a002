import type {PropertyDeclaration} from 'lit';
import type {SortedValues} from '../internal/shadow-html.js';

/** How the properties of an element are declared, by their names. */
export type Declarations = ReadonlyMap<PropertyKey, PropertyDeclaration>;

/**
 * Sorts what a component is given. What an attribute can hold becomes an attribute, so that it is in the HTML of a server too;
 * the other properties of the element stay properties; everything else is handed on as it is.
 *
 * @param values - By names of properties (`pageSize`), or of attributes (`page-size`).
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

/** The attribute for a property; `false` for a property that has none, undefined for what is no property. */
function attributeOf(name: string, declarations: Declarations) {
  const declaration = declarations.get(name);
  if (!declaration) return undefined;
  const {attribute = true} = declaration;
  if (attribute === false) return false;
  const attributeName = attribute === true ? name.toLowerCase() : attribute;
  // React 19 would take it for the property of that name, which is another one.
  const isTaken = attributeName !== name && declarations.has(attributeName);
  return isTaken ? false : attributeName;
}

function camelCase(key: string) {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function isSimple(value: unknown) {
  return ['string', 'number', 'boolean', 'undefined'].includes(typeof value);
}
