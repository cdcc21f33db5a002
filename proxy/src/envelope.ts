import {SUCCESS_CODE} from '../../src/wire/envelope.js';

/** The vendor's envelope around data of the proxy. */
export function envelope(data: unknown): object {
  return {code: SUCCESS_CODE, message: 'success', data};
}
