import {ipRestriction} from 'hono/ip-restriction';
import type {CachePolicy} from '../responses.js';
import type {SigningScheme} from '../vendor/sign-request.js';
import type {VendorOptions} from '../vendor/vendor-answers.js';
import {readAccess, readOrigins, type AccessSettings} from './access-settings.js';
import type {CoverOptions} from '../covers/cover-options.js';
import type {ForwardingHeader} from './caller-address.js';
import {readCovers} from './cover-settings.js';
import {EnvironmentReader, type Environment} from './environment-reader.js';
import {readServing, type ServingSettings} from './serving-settings.js';

/** All settings of the command, validated. */
export interface Settings extends AccessSettings {
  readonly mode: 'vendor' | 'store';
  readonly vendor: VendorOptions | undefined;
  readonly database: {readonly url: string};
  /** Milliseconds between two reconciliations; 0 for none. */
  readonly reconcileMs: number;
  readonly timeZone: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly basePath: string;
  readonly allowedOrigins: readonly string[];
  /** The present secret, and the previous one while it is being changed. */
  readonly callbackSecret: readonly string[] | undefined;
  readonly callbackAddresses: readonly string[];
  /** Number of the operator's own proxies in front; with 0, forwarding headers are ignored. */
  readonly trustedProxies: number;
  /** The header that those proxies write. */
  readonly forwardingHeader: ForwardingHeader;
  readonly caching: Partial<CachePolicy>;
  /** Undefined if covers are not served. */
  readonly covers: CoverOptions | undefined;
  readonly heartbeatMs: number | undefined;
  readonly maxStreams: number | undefined;
  readonly serving: ServingSettings;
  /** Values that must not be logged. */
  readonly secrets: readonly string[];
}

/** Invalid settings. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  /** One sentence each; never the value of a secret. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

const HOUR_MS = 60 * 60_000;

/** Shorter secrets can be guessed. */
const MIN_SECRET_LENGTH = 16;

/**
 * Reads all settings. Empty variables count as missing.
 *
 * @throws {SettingsError} with all problems, so that they can be fixed at once.
 */
export function readSettings(environment: Environment): Settings {
  const read = new EnvironmentReader(environment);
  const vendor = readVendor(read);
  const settings: Settings = {
    mode: readMode(read, vendor),
    vendor,
    database: {
      url:
        read.secretUrl('DATABASE_URL', ['file:', 'postgres:', 'postgresql:']) ??
        'file:./data/videos.db',
    },
    reconcileMs: readReconcileHours(read, vendor) * HOUR_MS,
    timeZone: read.matching(
      'VOD_TIME_ZONE',
      /^[+-](0\d|1[0-4]):[0-5]\d$/,
      'an offset like +08:00, from -14:59 to +14:59',
    ),
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.integer('PORT', 0, 65_535) ?? 8080,
    basePath: read.path('BASE_PATH') ?? '/',
    allowedOrigins: readOrigins(read, 'ALLOWED_ORIGINS') ?? [],
    callbackSecret: readCallbackSecrets(read),
    callbackAddresses: readAddresses(read),
    trustedProxies: read.integer('TRUST_PROXY', 0, 10) ?? 0,
    forwardingHeader:
      read.choice('FORWARDING_HEADER', ['x-forwarded-for', 'forwarded']) ?? 'x-forwarded-for',
    caching: readCaching(read),
    covers: readCovers(read),
    heartbeatMs: read.milliseconds('HEARTBEAT_SECONDS'),
    maxStreams: read.integer('MAX_STREAMS', 0, 1_000_000),
    serving: readServing(read),
    ...readAccess(read),
    secrets: read.secrets,
  };
  read.refuseUnknown('VOD_');
  if (read.problems.length > 0) throw new SettingsError(read.problems);
  return settings;
}

function readVendor(read: EnvironmentReader): VendorOptions | undefined {
  const accessKey = read.secret('VOD_ACCESS_KEY');
  const secretKey = read.secret('VOD_SECRET_KEY');
  const rest = {
    endpoint: read.origin('VOD_ENDPOINT', ['https:', 'http:']),
    scheme: read.choice<SigningScheme>('VOD_SCHEME', ['CNC', 'WS3']),
    timeoutMs: read.milliseconds('VOD_TIMEOUT_SECONDS'),
    freshMs: read.milliseconds('VOD_FRESH_SECONDS'),
    callsPerFiveMinutes: read.integer('VOD_CALLS_PER_FIVE_MINUTES', 1, 1_000_000),
  };
  if (accessKey && secretKey) return {accessKey, secretKey, ...rest};
  if (accessKey || secretKey) {
    const missing = accessKey ? 'VOD_SECRET_KEY' : 'VOD_ACCESS_KEY';
    read.complain(`${missing} is missing: VOD_ACCESS_KEY and VOD_SECRET_KEY are needed together.`);
  } else if (rest.endpoint) {
    read.complain('VOD_ENDPOINT needs VOD_ACCESS_KEY and VOD_SECRET_KEY.');
  }
  return undefined;
}

function readMode(read: EnvironmentReader, vendor?: VendorOptions): Settings['mode'] {
  const mode = read.choice('VOD_MODE', ['vendor', 'store'] as const);
  if (mode === 'vendor' && !vendor) {
    read.complain('VOD_MODE=vendor needs VOD_ACCESS_KEY and VOD_SECRET_KEY.');
  }
  return mode ?? (vendor ? 'vendor' : 'store');
}

function readReconcileHours(read: EnvironmentReader, vendor?: VendorOptions): number {
  const hours = read.integer('RECONCILE_HOURS', 0, 720) ?? 0;
  if (hours > 0 && !vendor) {
    read.complain('RECONCILE_HOURS needs VOD_ACCESS_KEY and VOD_SECRET_KEY.');
  }
  return hours;
}

function readCallbackSecrets(read: EnvironmentReader): string[] | undefined {
  const secret = readCallbackSecret(read, 'CALLBACK_SECRET');
  const previous = readCallbackSecret(read, 'CALLBACK_SECRET_PREVIOUS');
  if (previous !== undefined && secret === undefined) {
    return read.complain('CALLBACK_SECRET_PREVIOUS needs CALLBACK_SECRET.');
  }
  return secret === undefined ? undefined : [secret, previous ?? secret];
}

/** A secret that the vendor sends as part of an address. */
function readCallbackSecret(read: EnvironmentReader, name: string): string | undefined {
  const secret = read.secret(name);
  if (secret && secret.length < MIN_SECRET_LENGTH) {
    read.complain(`${name} must have at least ${MIN_SECRET_LENGTH} characters.`);
  } else if (secret && !/^[\w.~-]+$/.test(secret)) {
    // Servers in between may decode "%2F" to "/".
    read.complain(
      `${name} is part of an address: use only letters, digits, "-", ".", "_" and "~".`,
    );
  }
  return secret;
}

function readAddresses(read: EnvironmentReader): string[] {
  const addresses = read.list('CALLBACK_ADDRESSES');
  try {
    ipRestriction(() => '', {allowList: addresses});
  } catch {
    read.complain('CALLBACK_ADDRESSES must be addresses or ranges like 203.0.113.0/24.');
  }
  return addresses;
}

function readCaching(read: EnvironmentReader): Partial<CachePolicy> {
  const seconds = (name: string) => read.integer(name, 0, 31_536_000);
  return {
    maxAgeSeconds: seconds('MAX_AGE_SECONDS'),
    sharedMaxAgeSeconds: seconds('SHARED_MAX_AGE_SECONDS'),
    staleWhileRevalidateSeconds: seconds('STALE_WHILE_REVALIDATE_SECONDS'),
  };
}
