import {randomBytes} from 'node:crypto';
import type {IncomingMessage} from 'node:http';

/** Accepted format of an `X-Request-Id`. */
const FORM = /^[\w.:-]{8,100}$/;

/**
 * Creates request ids: `X-Request-Id` of a trusted server in front, otherwise a counter with a random prefix for each
 * process.
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
