import {readEnvelope} from './envelope.js';
import {isObject, readText} from './fields.js';

/** A category in a response. */
export interface CategoryRecord {
  readonly name: string;
  /** The vendor's id; undefined if the proxy knows only names. */
  readonly id: string | undefined;
  /** Id of its parent; undefined at the top. */
  readonly parentId: string | undefined;
}

/** Reads the categories of a response (getCategoryList); an empty array for anything else. */
export function readCategories(json: unknown): CategoryRecord[] {
  const data = readEnvelope(json)?.data;
  const list = isObject(data) ? data['categoryList'] : undefined;
  return (Array.isArray(list) ? list : []).flatMap((category: unknown) => {
    const name = isObject(category) ? readText(category['labelName']) : undefined;
    if (!name || !isObject(category)) return [];
    return {name, id: readText(category['nodeId']), parentId: readText(category['parentNodeId'])};
  });
}
