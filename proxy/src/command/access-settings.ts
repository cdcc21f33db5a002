import {refuseBadLinkKey, type LinkKey} from '../access/signed-link.js';
import type {GalleryOptions} from '../access/gallery.js';
import type {Scope} from '../access/scope.js';
import {isSiteName, type SiteOptions} from '../gallery-routes.js';
import type {LimitOptions} from '../proxy-options.js';
import type {EnvironmentReader} from './environment-reader.js';

/** Settings of access and of limits. */
export interface AccessSettings extends Omit<SiteOptions, 'access' | 'allowedOrigins'> {
  readonly allowedHosts: readonly string[] | undefined;
  readonly limits: LimitOptions;
  readonly maxStreamsPerClient: number | undefined;
}

/** Names of the variables of one gallery. */
interface Names {
  readonly categories: string;
  readonly createdBy: string;
  readonly available: string;
  readonly transcoded: string;
  readonly linkKeys: string;
  readonly playOrigins: string;
}

const ROOT: Names = {
  categories: 'SCOPE_CATEGORIES',
  createdBy: 'SCOPE_CREATED_BY',
  available: 'SCOPE_AVAILABLE',
  transcoded: 'SCOPE_TRANSCODED',
  linkKeys: 'LINK_KEYS',
  playOrigins: 'PLAY_ORIGINS',
};

/** Reads the settings of access. A misspelt name is refused, because it would make videos visible that should not be. */
export function readAccess(read: EnvironmentReader): AccessSettings {
  const settings = {
    ...readGallery(read, ROOT),
    sites: readSites(read),
    allowedHosts: readHosts(read),
    limits: {requestsPerMinute: read.integer('REQUESTS_PER_MINUTE', 0, 10_000_000)},
    maxStreamsPerClient: read.integer('MAX_STREAMS_PER_CLIENT', 1, 1_000_000),
  };
  for (const prefix of ['SCOPE_', 'SITE_', 'SITES_', 'LINK_', 'PLAY_']) read.refuseUnknown(prefix);
  return settings;
}

/** Reads the keys of signed links: `id:secret`, comma separated. */
export function readLinkKeys(read: EnvironmentReader, name: string): LinkKey[] | undefined {
  const text = read.secret(name);
  if (text === undefined) return undefined;
  const keys = text.split(',').map(readLinkKey);
  read.secrets.push(...keys.map(({secret}) => secret));
  try {
    keys.forEach(refuseBadLinkKey);
    return keys;
  } catch (error) {
    return read.complain(
      `${name} must be "id:secret", comma separated. ${(error as Error).message}`,
    );
  }
}

function readLinkKey(text: string): LinkKey {
  const [id = '', ...rest] = text.trim().split(':');
  return {id, secret: rest.join(':')};
}

function readGallery(read: EnvironmentReader, names: Names): GalleryOptions {
  return {
    scope: readScope(read, names),
    linkKeys: readLinkKeys(read, names.linkKeys),
    playOrigins: readOrigins(read, names.playOrigins, []),
  };
}

/** Undefined if no variable is set. */
function readScope(read: EnvironmentReader, names: Names): Scope | undefined {
  const scope = {
    categories: readNames(read, names.categories),
    createdBy: readNames(read, names.createdBy),
    availableOnly: readFlag(read, names.available),
    transcodedOnly: readFlag(read, names.transcoded),
  };
  return Object.values(scope).some((value) => value !== undefined) ? scope : undefined;
}

function readSites(read: EnvironmentReader): Record<string, GalleryOptions> | undefined {
  const names = read.list('SITES');
  const bad = names.filter((name) => !isSiteName(name));
  if (bad.length > 0) {
    return read.complain(
      'SITES must be names of lower-case letters, digits and "-", comma separated.',
    );
  }
  const sites = names.map((name) => [name, readSite(read, name)] as const);
  return names.length > 0 ? Object.fromEntries(sites) : undefined;
}

function readSite(read: EnvironmentReader, name: string): GalleryOptions {
  const prefix = `SITE_${name.toUpperCase().replaceAll('-', '_')}`;
  const gallery = readGallery(read, {
    categories: `${prefix}_CATEGORIES`,
    createdBy: `${prefix}_CREATED_BY`,
    available: `${prefix}_AVAILABLE`,
    transcoded: `${prefix}_TRANSCODED`,
    linkKeys: `${prefix}_LINK_KEYS`,
    playOrigins: `${prefix}_PLAY_ORIGINS`,
  });
  return {...gallery, allowedOrigins: readOrigins(read, `${prefix}_ORIGINS`)};
}

function readHosts(read: EnvironmentReader): string[] | undefined {
  const hosts = read.list('ALLOWED_HOSTS');
  const bad = hosts.filter((host) => !URL.canParse(`http://${host}`) || /[/@?#*]/.test(host));
  if (bad.length > 0) {
    return read.complain('ALLOWED_HOSTS must be names like www.example.com, comma separated.');
  }
  return hosts.length > 0 ? hosts : undefined;
}

/** Names, separated by commas. Commas alone are refused, because the scope would be wider than intended. */
function readNames(read: EnvironmentReader, name: string): string[] | undefined {
  if (read.text(name) === undefined) return undefined;
  const names = read.list(name);
  return names.length > 0 ? names : read.complain(`${name} must have a name between the commas.`);
}

/**
 * Reads origins, separated by commas.
 *
 * @param others - Further values that are accepted. Default: `*`, for all origins.
 */
export function readOrigins(
  read: EnvironmentReader,
  name: string,
  others: readonly string[] = ['*'],
): string[] | undefined {
  const origins = readNames(read, name);
  const bad = origins?.find((origin) => !others.includes(origin) && !isOrigin(origin));
  if (bad === undefined) return origins;
  const accepted = ['origins like https://www.example.com', ...others].join(', or ');
  return read.complain(`${name} must be ${accepted}; "${bad}" is not an origin.`);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && !text.includes('*');
}

function readFlag(read: EnvironmentReader, name: string): boolean | undefined {
  const choice = read.choice(name, ['1', '0']);
  return choice === undefined ? undefined : choice === '1';
}
