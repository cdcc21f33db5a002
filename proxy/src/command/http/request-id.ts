import {randomBytes} from 'node:crypto';
import type {IncomingMessage} from 'node:http';

/** An id that somebody else gave, as far as it can be trusted to be one. */
const FORM = /^[\w.:-]{8,100}$/;

/**
 * Makes ids for requests: of what a trusted server in front calls it in `X-Request-Id`, or else a number that no other
 * process counts.
 */
export function requestIds({
  isTrusted,
}: {
  isTrusted: boolean;
}): (incoming: IncomingMessage) => string {
  const prefix = randomBytes(5).toString('hex');
  let count = 0;
  return ({headers}) => {
    const given = isTrusted ? headers['x-request-id'] : undefined;
    return typeof given === 'string' && FORM.test(given)
      ? given
      : `${prefix}-${(++count).toString(36)}`;
  };
}
