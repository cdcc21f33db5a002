import type {Hono} from 'hono';
import {ProxyError} from './proxy-error.js';

/** Answers 405 to all methods that the previous routes of a path do not handle. */
export function refuseOtherMethods(app: Hono, path: string, allowed: readonly string[]): void {
  const allow = allowed.join(', ');
  app.all(path, () => {
    throw new ProxyError(405, `Only these methods are allowed: ${allow}.`, {headers: {allow}});
  });
}
