import {ProxyError} from './proxy-error.js';

/** A request that asks for something the proxy does not offer. */
export class ParameterError extends ProxyError {
  /**
   * @param parameter - Name of the wrong parameter.
   * @param reason - What is wrong with it, as the end of a sentence that begins with its name.
   */
  constructor(parameter: string, reason: string) {
    super(400, `${parameter} ${reason}.`);
  }
}
