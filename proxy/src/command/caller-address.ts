import type {IncomingMessage} from 'node:http';
import type {CallerAddress} from '../caller.js';
import {plainAddress} from '../limits/client-key.js';

/** Headers in which proxies pass on the address of the client. */
export type ForwardingHeader = 'x-forwarded-for' | 'forwarded';

/**
 * Returns the address of the client, on Node.
 *
 * @param trustedProxies - Number of the operator's own proxies in front. Each appends the address of its client to the
 *   header. Clients can forge everything before those addresses.
 * @param header - The header that they write. The other header is ignored, because clients can send it.
 */
export function nodeCallerAddress(
  trustedProxies: number,
  header: ForwardingHeader = 'x-forwarded-for',
): CallerAddress {
  return (request, env) => {
    if (trustedProxies === 0) return bareAddress(socketAddress(env) ?? '');
    const text = request.headers.get(header) ?? '';
    if (header === 'x-forwarded-for') return bareAddress(text.split(',').at(-trustedProxies) ?? '');
    return bareAddress(forOf(splitFromRight(text, ',')[trustedProxies - 1] ?? ''));
  };
}

/** The address in `1.2.3.4:80`, `[2001:db8::1]:80` or `"[::1]"`; undefined if there is none. */
function bareAddress(text: string): string | undefined {
  const bare = text.trim().replace(/^"(.*)"$/, '$1');
  const inBrackets = /^\[([^\]]*)\](:\d+)?$/.exec(bare)?.[1];
  const withPort = /^([\d.]+):\d+$/.exec(bare)?.[1];
  return plainAddress(inBrackets ?? withPort ?? bare);
}

/** The `for` of one element of `Forwarded` (RFC 7239): `for="[2001:db8::1]:4711";proto=https`. */
function forOf(hop: string): string {
  const values = splitFromRight(hop, ';').map((pair) => /^\s*for\s*=\s*(.*)$/i.exec(pair)?.[1]);
  return values.find((value) => value !== undefined) ?? '';
}

/**
 * Splits a text, last part first, and ignores separators in quotes. It reads from the right, because the operator's proxies
 * have written the right end: a forged quote on the left cannot change how that end is read.
 */
function splitFromRight(text: string, separator: string): string[] {
  const parts: string[] = [];
  let end = text.length;
  let isQuoted = false;
  for (let index = text.length - 1; index >= 0; index--) {
    if (text[index] === '"') isQuoted = !isQuoted;
    if (text[index] !== separator || isQuoted) continue;
    parts.push(text.slice(index + 1, end));
    end = index;
  }
  return [...parts, text.slice(0, end)];
}

function socketAddress(env: unknown): string | undefined {
  return (env as {incoming?: IncomingMessage} | undefined)?.incoming?.socket.remoteAddress;
}
