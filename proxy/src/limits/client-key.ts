import {
  convertIPv6ToBinary,
  convertIPv6BinaryToString,
  convertIPv4BinaryToString,
  convertIPv4MappedIPv6ToIPv4,
  distinctRemoteAddr,
  isIPv4MappedIPv6,
} from 'hono/utils/ipaddr';

/** Bits of an IPv6 address that belong to one customer of a provider: the last 64. */
const HOST_BITS = 64n;

/**
 * Key of a client: its IPv4 address, or the /64 of its IPv6 address, because one customer usually has a whole /64.
 * Undefined if the text is not an address.
 *
 * @param address - With or without a zone (`fe80::1%eth0`).
 */
export function clientKey(address: string | undefined): string | undefined {
  const [plain = ''] = (address ?? '').split('%');
  const type = distinctRemoteAddr(plain);
  if (type === 'IPv4') return plain;
  if (type !== 'IPv6') return undefined;
  try {
    const bits = convertIPv6ToBinary(plain);
    if (isIPv4MappedIPv6(bits)) return convertIPv4BinaryToString(convertIPv4MappedIPv6ToIPv4(bits));
    return `${convertIPv6BinaryToString((bits >> HOST_BITS) << HOST_BITS)}/64`;
  } catch {
    return undefined;
  }
}
