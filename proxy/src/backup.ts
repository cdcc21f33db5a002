/**
 * Copies a store in a file while it is in use.
 *
 * @param url - Its address, `file:…`. A PostgreSQL server has `pg_dump` for this.
 * @param file - Path of the copy, which must not be there yet.
 * @returns how many videos are in the copy.
 */
export async function backUpStore(url: string, file: string): Promise<number> {
  const [{backUp}, path] = await loadFor(url, 'pg_dump');
  return backUp(path, file);
}

/**
 * Puts a copy that `backUpStore` made in the place of a store that nobody has open.
 *
 * @param url - Its address, `file:…`. A PostgreSQL server has `pg_restore` for this.
 * @returns how many videos are in the store now.
 */
export async function restoreStore(url: string, file: string): Promise<number> {
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
