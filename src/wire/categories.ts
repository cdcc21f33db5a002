import {readEnvelope} from './envelope.js';
import {isObject, readText} from './fields.js';

/** A category as an answer lists it. */
export interface CategoryRecord {
  readonly name: string;
  /** The vendor's id; undefined where the proxy knows names only. */
  readonly id: string | undefined;
  /** Id of the category above it; undefined at the top. */
  readonly parentId: string | undefined;
}

/** Reads the categories out of an answer that lists them (getCategoryList); none out of anything else. */
export function readCategories(json: unknown): CategoryRecord[] {
  const data = readEnvelope(json)?.data;
  const list = isObject(data) ? data['categoryList'] : undefined;
  return (Array.isArray(list) ? list : []).flatMap((category: unknown) => {
    const name = isObject(category) ? readText(category['labelName']) : undefined;
    if (!name || !isObject(category)) return [];
    return {name, id: readText(category['nodeId']), parentId: readText(category['parentNodeId'])};
  });
}
