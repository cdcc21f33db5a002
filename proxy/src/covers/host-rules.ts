import {isIP} from 'node:net';
import type {CoverOptions} from './cover-options.js';
import {isPublicAddress} from './public-address.js';

/** An address that must not be requested. */
class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/** Which hosts pictures may be requested from. */
export class HostRules {
  readonly #hosts: readonly string[] | undefined;
  readonly #privateHosts: readonly string[];

  constructor({hosts, privateHosts = []}: Pick<CoverOptions, 'hosts' | 'privateHosts'>) {
    this.#hosts = hosts?.map((host) => host.toLowerCase());
    this.#privateHosts = privateHosts.map((host) => host.toLowerCase());
  }

  /**
   * Checks an address before it is requested.
   *
   * @throws {RefusedAddress}
   */
  check(url: URL): void {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') refuse('not http: or https:');
    if (url.username || url.password) refuse('with a user name');
    if (!this.#isAllowed(url)) refuse('not on an allowed host');
    const literal = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(literal)) this.checkConnection(url, literal);
  }

  /**
   * Checks the IP address of a host.
   *
   * @throws {RefusedAddress}
   */
  checkConnection(url: URL, address: string | undefined): void {
    if (this.#isPrivate(url) || (address && isPublicAddress(address))) return;
    refuse('not a public address');
  }

  #isAllowed(url: URL): boolean {
    if (this.#isPrivate(url)) return true;
    return this.#hosts ? this.#hosts.some((host) => isHost(url, host)) : url.port === '';
  }

  #isPrivate(url: URL): boolean {
    return this.#privateHosts.some((host) => isHost(url, host));
  }
}

/**
 * Whether an address is on a host: `a.example`, `a.example:8000` or `*.example`. A rule without a port means the default
 * port.
 */
function isHost({host, hostname, port}: URL, rule: string): boolean {
  if (host === rule) return true;
  return port === '' && rule.startsWith('*.') && hostname.endsWith(rule.slice(1));
}

function refuse(reason: string): never {
  throw new RefusedAddress(`the address is ${reason}`);
}
