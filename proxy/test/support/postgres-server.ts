/**
 * A real PostgreSQL for the tests: in a temporary folder, on a free port, not as root, which PostgreSQL refuses. It ends
 * with the test.
 */
import {execFile, spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, readdirSync} from 'node:fs';
import {chmod, chown, mkdir, mkdtemp, rm} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {promisify} from 'node:util';
import type {Scene} from './proxy-scene.js';

const run = promisify(execFile);

/** Folders of the programs of each version, on Debian and other systems. */
const FOLDERS = ['/usr/lib/postgresql', '/usr/local/pgsql', '/opt/homebrew/opt/postgresql'];

/** User id of servers when the tests run as root: Debian's `nobody`. */
const NOBODY = 65_534;

/** Milliseconds until a server must answer. */
const START_MS = 20_000;

/** A server of a test. */
export interface PostgresServer {
  /** Port on 127.0.0.1. */
  readonly port: number;
  /** Address of its database. */
  readonly url: string;
  readonly folder: string;
  /** Runs statements in it, as its owner. */
  query(sql: string): Promise<string>;
  /** Kills it, as at a power failure, and waits until it has ended. */
  kill(): Promise<void>;
  /** Starts it, or starts it again. */
  start(): Promise<void>;
  /** Makes a replica the primary. */
  promote(): Promise<void>;
}

/** The folder of PostgreSQL's programs; undefined if it is not installed. */
export function postgresFolder(): string | undefined {
  for (const folder of FOLDERS.filter(existsSync)) {
    const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
    for (const version of ['', ...versions]) {
      const bin = join(folder, version, 'bin');
      if (existsSync(join(bin, 'initdb'))) return bin;
    }
  }
  return undefined;
}

/** Why the tests with PostgreSQL cannot run here; false if they can. */
export function whyNoPostgres(): string | false {
  if (postgresFolder()) return false;
  const reason =
    'PostgreSQL is not installed, so its store is NOT tested. On Debian: apt-get install postgresql postgresql-contrib';
  if (process.env['CI']) throw new Error(reason);
  console.error(`\n*** ${reason}\n`);
  return reason;
}

/** Starts an empty server. */
export async function startPostgres(
  scene: Scene,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const folder = await aServerFolder(scene);
  await asOwner('initdb', ['-D', folder, '-U', 'tests', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  const server = await aServer(scene, folder, settings);
  await server.start();
  await server.query('CREATE DATABASE videos');
  return server;
}

/**
 * Starts a replica of another server.
 *
 * @param port - Default: a free one.
 */
export async function startReplica(
  scene: Scene,
  primary: PostgresServer,
  name: string,
  port?: number,
): Promise<PostgresServer> {
  const folder = await aServerFolder(scene);
  await follow(folder, primary, name);
  const server = await aServer(scene, folder, port ? {port: String(port)} : {});
  await server.start();
  return server;
}

async function follow(folder: string, primary: PostgresServer, name: string): Promise<void> {
  const source = `host=127.0.0.1 port=${primary.port} user=tests application_name=${name}`;
  const wal = ['-X', 'stream', '-c', 'fast', '--no-sync'];
  await asOwner('pg_basebackup', ['-D', folder, '-R', '-d', source, ...wal]);
}

async function aServerFolder(scene: Scene): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'video-postgres-'));
  scene.after(() => rm(root, {recursive: true, force: true}));
  await chmod(root, 0o755);
  const folder = join(root, 'data');
  await mkdir(folder, {mode: 0o700});
  if (isRoot()) await chown(folder, NOBODY, NOBODY);
  return folder;
}

async function aServer(
  scene: Scene,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> {
  const port = Number(settings['port'] ?? (await aFreePort()));
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '32MB',
    log_min_messages: 'fatal',
    ...settings,
  };
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  let child: ChildProcess | undefined;
  const address = (database: string) => `postgres://tests@127.0.0.1:${port}/${database}`;
  const query = async (sql: string) => {
    const {stdout} = await run(program('psql'), [
      '-XAtq',
      address('postgres'),
      ...sql.split('\n').flatMap((line) => ['-c', line]),
    ]);
    return stdout.trim();
  };
  const kill = async () => {
    if (!child || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    // Immediate shutdown: without finishing requests and without writing to the disk.
    child.kill('SIGQUIT');
    await gone;
  };
  const start = async () => {
    child = spawn(program('postgres'), ['-D', folder, ...args], {stdio: 'ignore', ...owner()});
    await untilItAnswers(() => query('SELECT 1'), child);
  };
  scene.after(kill);
  const promote = async () => {
    await asOwner('pg_ctl', ['promote', '-D', folder, '-w']);
  };
  return {port, folder, url: address('videos'), query, kill, start, promote};
}

async function untilItAnswers(ask: () => Promise<unknown>, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_MS;
  for (;;) {
    try {
      return void (await ask());
    } catch (error) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}.`);
      if (Date.now() > deadline) throw new Error('PostgreSQL does not start.', {cause: error});
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function asOwner(name: string, args: readonly string[]) {
  return run(program(name), [...args], {...owner(), env: {...process.env, LC_ALL: 'C'}});
}

/** Options of a process that must not run as root. */
export function owner() {
  return isRoot() ? {uid: NOBODY, gid: NOBODY, cwd: '/'} : {};
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function program(name: string): string {
  return join(postgresFolder() ?? '', name);
}

/** A port that is free now. */
export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
