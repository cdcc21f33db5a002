import {StoreError} from '../store-error.js';
import {setUpTables} from './sqlite-setup.js';
import {SqliteThread} from './sqlite-thread.js';

/** Time limit for copying a file in milliseconds. */
const COPY_MS = 60 * 60_000;

/** Milliseconds to wait for other processes that have the file open. */
const OTHERS_MS = 1_000;

/**
 * Added to the number of the last change when a backup is restored. Otherwise numbers after the restore could be ones that
 * clients have already seen before it.
 */
const SEQUENCE_JUMP = 1_000_000;

/** The result of a restore. */
export interface RestoredStore {
  /** Number of videos in the store. */
  readonly videos: number;
  /** Path of the file that was the store before; undefined if there was none. */
  readonly previous: string | undefined;
}

/**
 * Makes a consistent copy of a store while it is in use, and checks the copy.
 *
 * @returns Number of videos in the copy.
 */
export async function backUp(path: string, file: string): Promise<number> {
  const {access, rename} = await import('node:fs/promises');
  await access(path);
  if (await exists(file))
    throw new Error(`${file} already exists. Delete it, or use another name.`);
  const copy = `${file}.part`;
  await removeFile(copy);
  try {
    await withThread(path, COPY_MS, (thread) => thread.run('VACUUM INTO ?', [copy]));
    const videos = await withThread(copy, COPY_MS, check);
    await toDisk(copy);
    await rename(copy, file);
    return videos;
  } catch (error) {
    await removeFile(copy);
    throw error;
  }
}

/**
 * Replaces a store by a backup. No process may have the store open. The old file is kept with `.before-restore` and the time
 * at the end of its name, so that a second restore does not replace it.
 */
export async function restore(path: string, file: string): Promise<RestoredStore> {
  const [{copyFile, mkdir, rename}, paths] = await Promise.all([
    import('node:fs/promises'),
    import('node:path'),
  ]);
  await withThread(file, COPY_MS, check);
  await mkdir(paths.dirname(path), {recursive: true});
  const copy = `${path}.part`;
  await copyFile(file, copy);
  const videos = await withThread(copy, COPY_MS, prepare);
  await toDisk(copy);
  let previous: string | undefined;
  if (await exists(path)) {
    await withThread(path, OTHERS_MS, makeWhole).catch(refuseWhileOpen(path));
    // Windows allows no colon in a name.
    previous = `${path}.before-restore-${new Date().toISOString().replaceAll(':', '-')}`;
    await rename(path, previous);
  }
  await rename(copy, path);
  return {videos, previous};
}

async function withThread<T>(
  path: string,
  timeoutMs: number,
  work: (thread: SqliteThread) => Promise<T>,
): Promise<T> {
  const {access} = await import('node:fs/promises');
  await access(path);
  const thread = await SqliteThread.open({path, settings: [], timeoutMs});
  try {
    return await work(thread);
  } finally {
    await thread.close();
  }
}

/** @returns Number of videos. */
async function check(thread: SqliteThread): Promise<number> {
  const [result] = await thread.run('PRAGMA quick_check(1)');
  if (result?.['quick_check'] !== 'ok') throw new Error('The copy is damaged.');
  const [row] = await thread.run('SELECT count(*) AS total FROM videos');
  return Number(row?.['total']);
}

/** Migrates a copy to the present tables. */
async function prepare(thread: SqliteThread): Promise<number> {
  await setUpTables(thread);
  const jump = `UPDATE counters SET value = value + ${SEQUENCE_JUMP} WHERE name = 'sequence'`;
  await thread.run(jump);
  await makeWhole(thread);
  return check(thread);
}

/** Moves the whole write-ahead log into the file. This fails while another process has the file open. */
async function makeWhole(thread: SqliteThread): Promise<void> {
  const [row] = await thread.run('PRAGMA journal_mode = DELETE');
  if (row?.['journal_mode'] !== 'delete')
    throw new StoreError('timeout', 'The file is open in another process.');
}

function refuseWhileOpen(path: string): (error: unknown) => never {
  return (error) => {
    const reason = 'A proxy that runs has it open: stop it first.';
    throw new Error(`${path} cannot be replaced. ${reason}`, {cause: error});
  };
}

async function exists(file: string): Promise<boolean> {
  const {access} = await import('node:fs/promises');
  return access(file).then(
    () => true,
    () => false,
  );
}

async function removeFile(file: string): Promise<void> {
  const {rm} = await import('node:fs/promises');
  await rm(file, {force: true});
}

async function toDisk(file: string): Promise<void> {
  const {open} = await import('node:fs/promises');
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
