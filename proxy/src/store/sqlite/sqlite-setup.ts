import {SCHEMA} from './sqlite-schema.js';
import type {SqliteThread} from './sqlite-thread.js';

/** Creates missing tables. Also checks that the file is writable, so that a proxy does not start with a read-only one. */
export async function setUpTables(thread: SqliteThread): Promise<void> {
  await thread.run('begin immediate');
  try {
    for (const statement of SCHEMA) await thread.run(statement);
    await thread.run('commit');
  } catch (error) {
    await thread.run('rollback').catch(() => {});
    throw error;
  }
}
