import type {JsonObject} from '../../src/wire/fields.js';
import {clampedParameter, refuseUnknown, textParameter} from './parameters.js';

/** Maximum page size of categories (getCategoryList). */
export const MAX_CATEGORIES = 100;

/** One page of the categories, in the vendor's names (getCategoryList). */
export interface CategoryQuery {
  /** From 1. */
  readonly pageIndex: number;
  /** 1 to 100. Default: 100, since nearly every account fits on one page. */
  readonly pageSize: number;
  /** Only what is filed under this node. */
  readonly parentNodeId?: string;
}

/**
 * Reads a caller's parameters.
 *
 * @throws {ParameterError} for an unknown parameter, or a value that the vendor does not accept.
 */
export function parseCategoryQuery(parameters: JsonObject): CategoryQuery {
  refuseUnknown(parameters, ['pageIndex', 'pageSize', 'parentNodeId']);
  const index = {fallback: 1, least: 1, most: 1_000};
  const size = {fallback: MAX_CATEGORIES, least: 1, most: MAX_CATEGORIES};
  const parentNodeId = textParameter(parameters, 'parentNodeId');
  return {
    pageIndex: clampedParameter(parameters, 'pageIndex', index),
    pageSize: clampedParameter(parameters, 'pageSize', size),
    ...(parentNodeId !== undefined && {parentNodeId}),
  };
}
