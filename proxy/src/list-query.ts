import {MAX_LIST_LENGTH, MAX_PAGE_SIZE} from '../../src/wire/envelope.js';
import type {JsonObject} from '../../src/wire/fields.js';
import {ParameterError} from './parameter-error.js';
import {
  choiceParameter,
  clampedParameter,
  refuseUnknown,
  textParameter,
  wordParameter,
} from './parameters.js';

/** Records on a page when the caller does not say (getVideoList). */
const DEFAULT_PAGE_SIZE = 10;

/** `2016-01-01 12:00:00`, the only format that the vendor accepts. */
const TIME = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

/** Further sort orders of lists from the store, in addition to the time of creation. */
export const SORTS = ['name', 'duration'] as const;
export type Sort = (typeof SORTS)[number];

const KNOWN_PARAMETERS = [
  'pageIndex',
  'pageSize',
  'listOrder',
  'sortBy',
  'videoName',
  'videoId',
  'videoStatus',
  'transcodeState',
  'videoClassification',
  'createUser',
  'startTime',
  'endTime',
] as const;

/**
 * One page of the list, in the vendor's names and meanings (getVideoList). Normalized, key order included, so that equal
 * requests give equal queries: defaults are filled in, texts are trimmed, missing parameters are left out.
 */
export interface ListQuery {
  /** From 1. */
  readonly pageIndex: number;
  /** 1 to 50. */
  readonly pageSize: number;
  /** 0 descending, 1 ascending; by creation time: 0 newest first, 1 oldest first. */
  readonly listOrder: number;
  /** What the list is sorted by. Default: the time of creation. Only the store can do another; ascending by default. */
  readonly sortBy?: Sort | undefined;
  /** Part of the name. */
  readonly videoName?: string | undefined;
  readonly videoId?: string | undefined;
  /** 0 enabled, 1 blocked. */
  readonly videoStatus?: number | undefined;
  /** 1 to 5. */
  readonly transcodeState?: number | undefined;
  /** Names of sub-categories, comma separated. */
  readonly videoClassification?: string | undefined;
  /** Names of users, comma separated. */
  readonly createUser?: string | undefined;
  /** First creation time, `2016-01-01 12:00:00` in the account's time zone. */
  readonly startTime?: string | undefined;
  /** Last creation time, written likewise. */
  readonly endTime?: string | undefined;
}

/**
 * Reads a caller's parameters.
 *
 * @throws {ParameterError} for an unknown parameter, or a value that the vendor does not accept.
 */
export function parseListQuery(parameters: JsonObject): ListQuery {
  refuseUnknown(parameters, KNOWN_PARAMETERS);
  const sortBy = wordParameter(parameters, 'sortBy', SORTS);
  const query = {
    ...readPage(parameters),
    listOrder: choiceParameter(parameters, 'listOrder', [0, 1]) ?? (sortBy ? 1 : 0),
    sortBy,
    videoName: textParameter(parameters, 'videoName'),
    videoId: textParameter(parameters, 'videoId'),
    videoStatus: choiceParameter(parameters, 'videoStatus', [0, 1]),
    transcodeState: choiceParameter(parameters, 'transcodeState', [1, 2, 3, 4, 5]),
    videoClassification: namesParameter(parameters, 'videoClassification'),
    createUser: namesParameter(parameters, 'createUser'),
    startTime: timeParameter(parameters, 'startTime'),
    endTime: timeParameter(parameters, 'endTime'),
  };
  return withoutUndefined(query);
}

function readPage(parameters: JsonObject) {
  const size = {fallback: DEFAULT_PAGE_SIZE, least: 1, most: MAX_PAGE_SIZE};
  const pageSize = clampedParameter(parameters, 'pageSize', size);
  const index = {fallback: 1, least: 1, most: Number.MAX_SAFE_INTEGER};
  const pageIndex = clampedParameter(parameters, 'pageIndex', index);
  if (pageIndex * pageSize > MAX_LIST_LENGTH) {
    throw new ParameterError('pageIndex', `times pageSize must not exceed ${MAX_LIST_LENGTH}`);
  }
  return {pageIndex, pageSize};
}

/** Sorted and without repetitions: any order of the names asks for the same videos. */
function namesParameter(parameters: JsonObject, name: string): string | undefined {
  const names = splitNames(textParameter(parameters, name));
  return names.length > 0 ? names.sort().join(',') : undefined;
}

/** The names in a comma separated text. */
export function splitNames(text: string | undefined): string[] {
  const names = (text ?? '').split(',').map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}

function timeParameter(parameters: JsonObject, name: string): string | undefined {
  const text = textParameter(parameters, name);
  if (text === undefined || isTime(text)) return text;
  throw new ParameterError(name, 'must be a time like 2016-01-01 12:00:00');
}

/** Whether a time exists. `Date` would turn 30 February into a day of March. */
function isTime(text: string): boolean {
  if (!TIME.test(text)) return false;
  const date = new Date(`${text.replace(' ', 'T')}Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text.replace(' ', 'T'));
}

function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
