import {splitNames, type ListQuery} from '../list-query.js';
import {inBoth, type Scope} from './scope.js';

/** `videoStatus` in a request: enabled. */
const ENABLED = 0;

/** `transcodeState` in a request: transcoded. */
const TRANSCODED = 1;

/**
 * Intersects the filters of a query with a scope, so that no filter can return a video outside of it. Undefined if query
 * and scope exclude each other.
 */
export function narrowQuery(query: ListQuery, scope: Scope): ListQuery | undefined {
  const {videoClassification, createUser, videoStatus, transcodeState} = query;
  const categories = inBoth(namesIn(videoClassification), scope.categories);
  const users = inBoth(namesIn(createUser), scope.createdBy);
  if (categories?.length === 0 || users?.length === 0) return undefined;
  if (scope.availableOnly && (videoStatus ?? ENABLED) !== ENABLED) return undefined;
  if (scope.transcodedOnly && (transcodeState ?? TRANSCODED) !== TRANSCODED) return undefined;
  return {
    ...query,
    ...(categories && {videoClassification: categories.toSorted().join(',')}),
    ...(users && {createUser: users.toSorted().join(',')}),
    ...(scope.availableOnly && {videoStatus: ENABLED}),
    ...(scope.transcodedOnly && {transcodeState: TRANSCODED}),
  };
}

function namesIn(text: string | undefined): readonly string[] | undefined {
  const names = splitNames(text);
  return names.length > 0 ? names : undefined;
}
