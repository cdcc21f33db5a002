import type {RestoredStore} from './store/sqlite/backup.js';

/**
 * Copies a store in a file while it is in use.
 *
 * @param url - Its address, `file:…`. A PostgreSQL server has `pg_dump` for this.
 * @param file - Path of the copy. The file must not exist.
 * @returns Number of videos in the copy.
 */
export async function backUpStore(url: string, file: string): Promise<number> {
  const [{backUp}, path] = await loadFor(url, 'pg_dump');
  return backUp(path, file);
}

/**
 * Replaces a store by a copy of `backUpStore`. No process may have the store open.
 *
 * @param url - Its address, `file:…`. A PostgreSQL server has `pg_restore` for this.
 */
export async function restoreStore(url: string, file: string): Promise<RestoredStore> {
  const [{restore}, path] = await loadFor(url, 'pg_restore');
  return restore(path, file);
}

async function loadFor(url: string, instead: string) {
  if (!url.startsWith('file:')) {
    throw new TypeError(`DATABASE_URL is a server's address: use its own ${instead}.`);
  }
  const [backup, {filePath}] = await Promise.all([
    import('./store/sqlite/backup.js'),
    import('./store/sqlite/file-path.js'),
  ]);
  return [backup, filePath(url)] as const;
}
