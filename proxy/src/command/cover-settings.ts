import type {CoverOptions} from '../covers/cover-options.js';
import type {EnvironmentReader} from './environment-reader.js';

/** Reads the settings of covers; undefined if covers are not served. */
export function readCovers(read: EnvironmentReader): CoverOptions | undefined {
  const isOff = read.choice('COVERS', ['1', '0']) === '0';
  const megabytes = read.integer('COVER_CACHE_MB', 1, 1_000_000);
  const covers = {
    folder: read.text('COVER_FOLDER') ?? './data/covers',
    maxCacheBytes: megabytes === undefined ? undefined : megabytes * 1024 * 1024,
    hosts: readHosts(read, 'COVER_HOSTS'),
    privateHosts: readHosts(read, 'COVER_PRIVATE_HOSTS'),
  };
  read.refuseUnknown('COVER');
  return isOff ? undefined : covers;
}

function readHosts(read: EnvironmentReader, name: string): string[] | undefined {
  const hosts = read.list(name);
  if (hosts.some((host) => !isHost(host))) {
    return read.complain(
      `${name} must be hosts like img.example.com, *.example.com or img.example.com:8000, comma separated.`,
    );
  }
  return hosts.length > 0 ? hosts : undefined;
}

function isHost(text: string): boolean {
  const host = text.replace(/^\*\./, '');
  if (/[/@?#*\s\\]/.test(host) || !URL.canParse(`http://${host}`)) return false;
  return new URL(`http://${host}`).host === host.toLowerCase();
}
