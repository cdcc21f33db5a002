import {SCHEMA} from './sqlite-schema.js';
import type {SqliteThread} from './sqlite-thread.js';

/**
 * Sets the tables up where they are missing. Also finds out whether the file can be written, so that a
 * proxy does not start on one that cannot.
 */
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
