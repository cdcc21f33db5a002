import {
  convertIPv6ToBinary,
  convertIPv6BinaryToString,
  convertIPv4BinaryToString,
  convertIPv4MappedIPv6ToIPv4,
  distinctRemoteAddr,
  isIPv4MappedIPv6,
} from 'hono/utils/ipaddr';

/** Bits of an IPv6 address that a provider hands to one customer as they like: the last 64. */
const HOST_BITS = 64n;

/**
 * What a client is counted by: an IPv4 address as it is, an IPv6 address by its /64, of which one
 * customer has every address. Undefined for a text that is no address.
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
