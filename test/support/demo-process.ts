import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {emptyFolder, PROJECT} from './package.js';

/** The site as `npm start` serves it, with an empty store, in a separate process. */
export async function startDemo(): Promise<{base: string; close(): Promise<void>}> {
  const database = `file:${await emptyFolder('demo')}/demo.db`;
  const args = ['--import', 'tsx', path.join(PROJECT, 'demo/server.ts')];
  const server = spawn(process.execPath, args, {
    cwd: PROJECT,
    env: {PATH: process.env['PATH'], PORT: '0', DATABASE_URL: database},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [text] = (await once(server.stdout, 'data')) as [Buffer];
  const base = /http:\S+/.exec(String(text))?.[0];
  if (!base) throw new Error(`The server says: ${String(text)}`);
  return {
    base,
    async close() {
      server.kill();
      await once(server, 'close');
    },
  };
}
