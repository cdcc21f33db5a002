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
 * An address in its usual form, so that equal addresses are equal texts: without a zone (`fe80::1%eth0`), and as IPv4 if it
 * is an IPv4 address on an IPv6 socket (`::ffff:203.0.113.7`). Undefined if the text is not an address.
 */
export function plainAddress(text: string | undefined): string | undefined {
  const [plain = ''] = (text ?? '').split('%');
  const type = distinctRemoteAddr(plain);
  if (type === 'IPv4') return plain;
  if (type !== 'IPv6') return undefined;
  try {
    const bits = convertIPv6ToBinary(plain);
    if (isIPv4MappedIPv6(bits)) return convertIPv4BinaryToString(convertIPv4MappedIPv6ToIPv4(bits));
    return convertIPv6BinaryToString(bits);
  } catch {
    return undefined;
  }
}

/**
 * Key of a client: its IPv4 address, or the /64 of its IPv6 address, because one customer usually has a whole /64.
 * Undefined without an address.
 *
 * @param address - As `plainAddress` returns it.
 */
export function clientKey(address: string | undefined): string | undefined {
  if (!address?.includes(':')) return address;
  const network = (convertIPv6ToBinary(address) >> HOST_BITS) << HOST_BITS;
  return `${convertIPv6BinaryToString(network)}/64`;
}
