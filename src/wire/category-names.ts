import {readEnvelope} from './envelope.js';
import {isObject, readText} from './fields.js';

/** Reads the names out of an answer that lists categories (getCategoryList); none out of anything else. */
export function readCategoryNames(json: unknown): string[] {
  const data = readEnvelope(json)?.data;
  const list = isObject(data) ? data['categoryList'] : undefined;
  const names = (Array.isArray(list) ? list : []).map((category: unknown) =>
    isObject(category) ? readText(category['labelName']) : undefined,
  );
  return names.filter((name) => name !== undefined);
}
