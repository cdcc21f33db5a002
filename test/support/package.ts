import {execFile} from 'node:child_process';
import {existsSync, rmSync} from 'node:fs';
import {cp, mkdtemp, readFile, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

/** The folder of the project, without a slash at its end. */
export const PROJECT = path.dirname(fileURLToPath(new URL('../../package.json', import.meta.url)));

/** Name of the package in imports. */
export const NAME = 'cloud-vod-gallery';

/** The packed package, from the last build. */
export interface PackedProject {
  /** Path of the tarball. */
  readonly tarball: string;
  /** Its files. */
  readonly files: readonly {readonly path: string; readonly size: number}[];
  /** Size of the tarball in bytes. */
  readonly size: number;
  /** Size of its content in bytes. */
  readonly unpackedSize: number;
}

const run = promisify(execFile);
let packed: Promise<PackedProject> | undefined;

/** Packs the project once in a process. Does not build it. */
export function packProject(): Promise<PackedProject> {
  return (packed ??= packFolder(PROJECT));
}

/** Packs the package of a folder, from its last build. */
export async function packFolder(source: string): Promise<PackedProject> {
  if (!existsSync(path.join(source, 'dist'))) throw new Error('Run "npm run build" first.');
  const folder = await emptyFolder('packed');
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const {stdout} = await run('npm', args, {cwd: source});
  const [info] = JSON.parse(stdout) as (Omit<PackedProject, 'tarball'> & {filename: string})[];
  if (!info) throw new Error(`npm has packed nothing: ${stdout}`);
  return {...info, tarball: path.join(folder, info.filename)};
}

/**
 * Installs the packed project with its dependencies.
 *
 * @param folder - Target folder. Its `package.json` is created if it is missing; otherwise its dependencies are installed
 *   too.
 * @param others - Further packages: `react@18`.
 * @returns The folder of the installed package.
 */
export async function installPacked(folder: string, ...others: string[]): Promise<string> {
  const {tarball} = await packProject();
  await installIn(folder, tarball, ...others);
  return path.join(folder, 'node_modules', NAME);
}

/** Installs packages in a folder outside of the project. */
export async function installIn(folder: string, ...packages: string[]): Promise<void> {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) await writeFile(manifest, '{"type": "module", "private": true}');
  const args = ['install', '--no-audit', '--no-fund', '--prefer-offline', ...packages];
  await run('npm', args, {cwd: folder});
}

let unpacked: Promise<string> | undefined;

/** Unpacks the tarball once in a process, without dependencies. Returns the folder. */
export function unpackProject(): Promise<string> {
  return (unpacked ??= unpack());
}

async function unpack(): Promise<string> {
  const {tarball} = await packProject();
  const folder = await emptyFolder('unpacked');
  await run('tar', ['-xzf', tarball, '-C', folder]);
  return path.join(folder, 'package');
}

/** Unpacks the tarball into a folder and links the dependencies of the project, which is faster than installing. */
export async function linkPacked(folder: string): Promise<void> {
  const installed = path.join(folder, 'node_modules', NAME);
  await cp(await unpackProject(), installed, {recursive: true});
  await symlink(path.join(PROJECT, 'node_modules'), path.join(installed, 'node_modules'));
}

/** An empty folder outside of the project, which is removed when the process ends. */
export async function emptyFolder(name: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), `${name}-`));
  process.on('exit', () => {
    rmSync(folder, {recursive: true, force: true});
  });
  return folder;
}

/** Runs a module in a folder, without a DOM, and returns its output. */
export async function outputOf(folder: string, code: string): Promise<string> {
  const args = ['--input-type=module', '--eval', code];
  return (await run(process.execPath, args, {cwd: folder})).stdout.trim();
}

/** Reads the `package.json` of a package. */
export async function readManifest<T>(folder: string): Promise<T> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as T;
}
