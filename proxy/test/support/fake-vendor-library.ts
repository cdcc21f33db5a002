import {isObject, readNumber, readText, type JsonObject} from '../../../src/wire/fields.js';

/** A category in the format of getCategoryList. */
interface FakeCategory {
  readonly labelName: string;
  readonly nodeId: string;
  readonly parentNodeId?: string;
  readonly createUser?: string;
}

/** The content of the account. */
export interface FakeLibrary {
  /** Videos, as the upload callback describes them: `videoState` "1" is available. */
  readonly records: readonly JsonObject[];
  readonly categories: readonly FakeCategory[];
  /** Entries of getPublishCode's `videoUrl` for a video. */
  readonly publishUrls: (videoId: string) => readonly JsonObject[];
}

/** Supported operations. */
export type FakeOperation = 'getVideoList' | 'getPublishCode' | 'getCategoryList';

/** An answer before serialization. */
export interface FakeAnswer {
  readonly status: number;
  readonly envelope: JsonObject;
  readonly headers?: Readonly<Record<string, string>>;
}

const MESSAGES: Readonly<Record<number, string>> = {
  1000: '视频分类不存在',
  1502: '视频不存在',
  1503: '视频ID不能为空',
  1504: '视频ID格式错误',
  1535: '没有操作权限',
  24112000: '参数错误',
};

/** An error of the vendor: with HTTP status 200, except for parameter errors. */
export function vendorError(code: number, message = MESSAGES[code] ?? '系统错误'): FakeAnswer {
  return {status: code === 24112000 ? 400 : 200, envelope: {code, message}};
}

/** Returns the answer to an accepted call. */
export function answerOperation(
  operation: FakeOperation,
  parameters: unknown,
  library: FakeLibrary,
): FakeAnswer {
  if (!isObject(parameters)) return vendorError(24112000);
  return ANSWERS[operation](parameters, library);
}

const ANSWERS = {getVideoList, getPublishCode, getCategoryList} as const;

function success(data: JsonObject): FakeAnswer {
  return {status: 200, envelope: {code: 200, message: 'success', data}};
}

const LIST_PARAMETERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  pageIndex: isInteger(1, 100_000),
  pageSize: isInteger(1, 50),
  listOrder: isInteger(0, 1),
  videoStatus: isInteger(0, 1),
  transcodeState: isInteger(1, 5),
  videoName: isText,
  videoId: isText,
  videoClassification: isText,
  createUser: isText,
  startTime: isTime,
  endTime: isTime,
};

function getVideoList(parameters: JsonObject, {records}: FakeLibrary): FakeAnswer {
  const isRight = Object.entries(parameters).every(([name, value]) =>
    LIST_PARAMETERS[name]?.(value),
  );
  const {pageIndex = 1, pageSize = 10, listOrder = 0} = parameters as Record<string, number>;
  if (!isRight || pageIndex * pageSize > 100_000) return vendorError(24112000);
  const found = newestFirst(records).filter((record) => matches(record, parameters));
  const ordered = listOrder === 1 ? found.reverse() : found;
  const page = ordered.slice((pageIndex - 1) * pageSize, pageIndex * pageSize);
  return success({videoListInfo: page, videoTotal: page.length});
}

/** Sorted lists, cached so that large accounts do not slow down benchmarks. */
const sortedLists = new WeakMap<readonly JsonObject[], readonly JsonObject[]>();

function newestFirst(records: readonly JsonObject[]): readonly JsonObject[] {
  const known = sortedLists.get(records);
  if (known) return known;
  const list = records.map(asListed).sort((a, b) => createdSeconds(b) - createdSeconds(a));
  sortedLists.set(records, list);
  return list;
}

/** A record in the format of getVideoList: other types and names, and the opposite `videoState`. */
function asListed(record: JsonObject): JsonObject {
  const {videoState, transcodeState, flashPlayerName, flashPlayerId, ...rest} = record;
  return {
    ...rest,
    ...(videoState !== undefined && {videoState: readNumber(videoState) === 1 ? 0 : 1}),
    ...(transcodeState !== undefined && {transcodeState: readNumber(transcodeState)}),
    ...(flashPlayerName !== undefined && {playerName: flashPlayerName}),
    ...(flashPlayerId !== undefined && {playerId: flashPlayerId}),
  };
}

function matches(record: JsonObject, parameters: JsonObject): boolean {
  const {videoName, videoId, videoStatus, transcodeState, startTime, endTime} = parameters;
  const seconds = createdSeconds(record);
  return (
    includesText(record['videoName'], videoName) &&
    isOneOf(record['videoId'], videoId) &&
    isOneOf(record['videoState'], videoStatus) &&
    isOneOf(record['transcodeState'], transcodeState) &&
    isOneOf(record['videoClassification'], parameters['videoClassification']) &&
    isOneOf(record['createUser'], parameters['createUser']) &&
    (startTime === undefined || seconds >= toSeconds(startTime)) &&
    (endTime === undefined || seconds <= toSeconds(endTime))
  );
}

function includesText(value: unknown, part: unknown): boolean {
  return part === undefined || (readText(value) ?? '').includes(readText(part) ?? '');
}

function isOneOf(value: unknown, list: unknown): boolean {
  if (list === undefined) return true;
  const names = readText(list)?.split(',') ?? [];
  return names.includes(readText(value) ?? '');
}

function createdSeconds(record: JsonObject): number {
  return readNumber(record['createTime']) ?? readNumber(record['uploadTime']) ?? 0;
}

function getPublishCode(
  {videoId, codeType}: JsonObject,
  {records, publishUrls}: FakeLibrary,
): FakeAnswer {
  if (codeType !== 4) return vendorError(24112000);
  if (videoId === undefined || videoId === '') return vendorError(1503);
  if (typeof videoId !== 'string' || !/^[\w-]{1,64}$/.test(videoId)) return vendorError(1504);
  const record = records.find((one) => one['videoId'] === videoId);
  if (!record) return vendorError(1502);
  return success({encrypt: record['encrypt'] ?? 0, videoUrl: publishUrls(videoId)});
}

function getCategoryList(parameters: JsonObject, {categories}: FakeLibrary): FakeAnswer {
  const {parentNodeId, pageIndex = 1, pageSize = 100} = parameters;
  if (!isInteger(1, 100_000)(pageIndex) || !isInteger(1, 100)(pageSize))
    return vendorError(24112000);
  const isNode =
    parentNodeId === undefined || categories.some(({nodeId}) => nodeId === parentNodeId);
  if (!isNode) return vendorError(1000);
  const found = categories.filter(
    (category) => parentNodeId === undefined || category.parentNodeId === parentNodeId,
  );
  const [index, size] = [Number(pageIndex), Number(pageSize)];
  const categoryList = found.slice((index - 1) * size, index * size);
  return success({total: found.length, pageSize, pageIndex, categoryList});
}

function isInteger(least: number, most: number) {
  return (value: unknown) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && Number.isFinite(toSeconds(value));
}

/** `2016-01-01 12:00:00` in the account's time zone, GMT+08:00 unless it was changed. */
function toSeconds(time: unknown): number {
  const [date, clock] = String(time).split(' ');
  return Date.parse(`${date}T${clock}+08:00`) / 1000;
}
