import type {IncomingMessage} from 'node:http';
import type {CallerAddress} from '../callback-routes.js';

/**
 * Tells where a request comes from, on Node.
 *
 * @param trustedProxies - How many proxies in front are the operator's own. Each adds the address it
 *   was called from to the end of `x-forwarded-for`; what stands before those anybody can have written.
 */
export function nodeCallerAddress(trustedProxies: number): CallerAddress {
  return (request, env) => {
    if (trustedProxies === 0) return socketAddress(env);
    const forwarded = (request.headers.get('x-forwarded-for') ?? '').split(',');
    return forwarded.at(-trustedProxies)?.trim() || undefined;
  };
}

function socketAddress(env: unknown): string | undefined {
  return (env as {incoming?: IncomingMessage} | undefined)?.incoming?.socket.remoteAddress;
}
