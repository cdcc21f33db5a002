/** A real PgBouncer for the tests, in front of a PostgreSQL of theirs. It ends with the test. */
import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {chmod, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {connect} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {until} from '../../../test/support/until.js';
import {aFreePort, owner, type PostgresServer} from './postgres-server.js';
import type {Scene} from './proxy-scene.js';

const PROGRAM = '/usr/sbin/pgbouncer';

/** Why the tests with PgBouncer cannot run here; false if they can. */
export function whyNoPgbouncer(): string | false {
  if (existsSync(PROGRAM)) return false;
  const reason =
    'PgBouncer is not installed, so it is NOT tested. On Debian: apt-get install pgbouncer';
  if (process.env['CI']) throw new Error(reason);
  console.error(`\n*** ${reason}\n`);
  return reason;
}

/**
 * Starts it in transaction mode, otherwise with its default settings.
 *
 * @returns The address of a database behind it.
 */
export async function startPgbouncer(
  scene: Scene,
  server: PostgresServer,
  settings: Readonly<Record<string, string>> = {},
): Promise<(database: string) => string> {
  const folder = await mkdtemp(join(tmpdir(), 'video-pgbouncer-'));
  scene.after(() => rm(folder, {recursive: true, force: true}));
  await chmod(folder, 0o755);
  const port = await aFreePort();
  const users = join(folder, 'users.txt');
  const lines = Object.entries({
    listen_addr: '127.0.0.1',
    listen_port: String(port),
    unix_socket_dir: '',
    auth_type: 'trust',
    auth_file: users,
    pool_mode: 'transaction',
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`);
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(users, '"tests" ""\n');
  await writeFile(
    file,
    ['[databases]', `* = host=127.0.0.1 port=${server.port}`, '[pgbouncer]', ...lines, ''].join(
      '\n',
    ),
  );
  const child = spawn(PROGRAM, ['-q', file], {stdio: 'ignore', ...owner()});
  scene.after(() => end(child));
  await until(() => {
    if (child.exitCode !== null) throw new Error(`PgBouncer ended with ${child.exitCode}.`);
    return isListening(port);
  }, 'PgBouncer listens');
  return (database) => `postgres://tests@127.0.0.1:${port}/${database}`;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}
