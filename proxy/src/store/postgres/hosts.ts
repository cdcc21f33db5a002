/** Host and port of a server. */
export interface Host {
  readonly host: string;
  readonly port: number;
}

/** A parsed `postgres://` address with several hosts. */
export interface Address {
  /** The address with the first host only, as the client needs it. */
  readonly url: string;
  readonly hosts: readonly [Host, ...Host[]];
}

const DEFAULT_PORT = 5432;

/** Groups: scheme and user; hosts; the rest. */
const PARTS = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*)(.*)$/;

/**
 * Reads an address such as `postgres://user:password@one:5432,two:5432/videos`. The primary is detected when a connection
 * is made.
 *
 * @throws {TypeError} if it is not valid. The message does not contain the address, which may have a password.
 */
export function parseAddress(url: string): Address {
  const [, before = '', list = '', after = ''] = PARTS.exec(url) ?? [];
  const [first = '', ...others] = list.split(',');
  const address = `${before}${first}${after}`;
  if (
    before === '' ||
    !URL.canParse(address.replace(/^postgres(ql)?:/, 'http:').replace('@/', '@x/'))
  ) {
    throw new TypeError('This is not an address like postgres://user:password@host:5432/database.');
  }
  return {url: address, hosts: [readHost(first), ...others.map(readHost)]};
}

function readHost(text: string): Host {
  const [, host = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(text) ?? [];
  return {
    host: decodeURIComponent(host.replace(/^\[|\]$/g, '')),
    port: Number(port ?? DEFAULT_PORT),
  };
}
