import {signLink} from '../access/signed-link.js';
import {readScope} from '../access/read-scope.js';
import {readLinkKeys} from './access-settings.js';
import {EnvironmentReader, type Environment} from './environment-reader.js';
import {SettingsError} from './settings.js';

/**
 * Prints a token for a gallery, signed with the first key of `LINK_KEYS`.
 *
 * @param scopeText - The scope, as JSON.
 * @param secondsText - Lifetime in seconds.
 */
export async function printLink(
  environment: Environment,
  scopeText: string,
  secondsText: string,
): Promise<number> {
  const read = new EnvironmentReader(environment);
  const [key] = readLinkKeys(read, 'LINK_KEYS') ?? [];
  if (!key && read.problems.length === 0) read.complain('LINK_KEYS must have a key to sign with.');
  const seconds = /^\d{1,9}$/.test(secondsText) ? Number(secondsText) : 0;
  if (seconds === 0) read.complain('SECONDS must be a whole number from 1.');
  const scope = scopeOf(read, scopeText);
  if (!key || !scope || read.problems.length > 0) throw new SettingsError(read.problems);
  console.log(await signLink(key, scope, Date.now() + seconds * 1000));
  return 0;
}

function scopeOf(read: EnvironmentReader, text: string) {
  try {
    return readScope(JSON.parse(text));
  } catch {
    return read.complain(
      'SCOPE must be JSON such as {"categories": ["news"]}, or {} for everything.',
    );
  }
}
