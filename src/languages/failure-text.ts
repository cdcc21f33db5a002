import {failureReason, type Failure} from '../model/failure-reason.js';
import {formatPhrase} from './format-phrase.js';
import type {Strings} from './strings.js';

/** Why the videos could not be loaded, in the user's language. */
export function failureText(failure: Failure & {readonly code: string}, strings: Strings): string {
  const reason = failureReason(failure);
  return reason
    ? strings.failures[reason]
    : formatPhrase(strings, strings.failed, {code: failure.code});
}
