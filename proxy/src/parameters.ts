import {isObject, readNumber, readText, type JsonObject} from '../../src/wire/fields.js';
import {parseJson} from '../../src/wire/parse-json.js';
import {ParameterError} from './parameter-error.js';

/** Maximum size of a request's parameters in bytes. A usual list request has a few hundred. */
export const MAX_PARAMETERS_BYTES = 16_384;

/** Maximum length of a text parameter in characters. Names and ids are far shorter. */
const MAX_TEXT_LENGTH = 500;

/** The query of an address as an object; a name that is given twice is refused. */
export function queryParameters(query: URLSearchParams): JsonObject {
  const parameters = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of query) {
    if (name in parameters) throw new ParameterError(shown(name), 'is given twice');
    parameters[name] = value;
  }
  return parameters;
}

/** The parameters in the body of a POST, as the vendor's clients write them; none for an empty body. Null counts as missing. */
export function bodyParameters(text: string): JsonObject {
  if (text.trim() === '') return {};
  const {json, cause} = parseJson(text);
  if (cause) throw new ParameterError('The body', 'must be JSON');
  if (!isObject(json)) throw new ParameterError('The body', 'must be a JSON object');
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== null));
}

/** Refuses every parameter that is not on the list. */
export function refuseUnknown(parameters: JsonObject, known: readonly string[]): void {
  for (const name of Object.keys(parameters)) {
    if (known.includes(name)) continue;
    throw new ParameterError(
      shown(name),
      `is not a known parameter; known are ${known.join(', ')}`,
    );
  }
}

/** A trimmed text; undefined if it is missing. */
export function textParameter(parameters: JsonObject, name: string): string | undefined {
  const value = parameters[name] ?? '';
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw new ParameterError(name, 'must be a text');
  }
  const text = readText(value);
  if (text && text.length > MAX_TEXT_LENGTH) {
    throw new ParameterError(name, `must not be longer than ${MAX_TEXT_LENGTH} characters`);
  }
  return text;
}

/** A whole number; undefined if it is missing. */
function integerParameter(parameters: JsonObject, name: string): number | undefined {
  const text = textParameter(parameters, name);
  if (text === undefined) return undefined;
  const number = readNumber(text);
  if (number === undefined || !Number.isSafeInteger(number) || !/^[+-]?\d+$/.test(text)) {
    throw new ParameterError(name, 'must be a whole number');
  }
  return number;
}

/** A whole number, limited to a range; the default if it is missing. */
export function clampedParameter(
  parameters: JsonObject,
  name: string,
  {fallback, least, most}: {fallback: number; least: number; most: number},
): number {
  return Math.min(Math.max(integerParameter(parameters, name) ?? fallback, least), most);
}

/** One of several whole numbers; undefined if it is missing. */
export function choiceParameter(
  parameters: JsonObject,
  name: string,
  choices: readonly number[],
): number | undefined {
  const number = integerParameter(parameters, name);
  if (number === undefined || choices.includes(number)) return number;
  throw new ParameterError(name, `must be one of ${choices.join(', ')}`);
}

/** One of several words; undefined if it is missing. */
export function wordParameter<Word extends string>(
  parameters: JsonObject,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = textParameter(parameters, name);
  const word = words.find((each) => each === text);
  if (text === undefined || word) return word;
  throw new ParameterError(name, `must be one of ${words.join(', ')}`);
}

/** A name from a request, shortened for use in a message. */
function shown(name: string): string {
  return JSON.stringify(name.slice(0, 40));
}
