import {execFile} from 'node:child_process';
import {existsSync, rmSync} from 'node:fs';
import {cp, mkdtemp, readFile, symlink, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

/** The folder of the project, without a slash at its end. */
export const PROJECT = path.dirname(fileURLToPath(new URL('../../package.json', import.meta.url)));

/** What the package is called in imports. */
export const NAME = 'cloud-vod-gallery';

/** What users of the package get: the project as it was built last, packed. */
export interface PackedProject {
  /** Where the tarball is. */
  readonly tarball: string;
  /** What is in it. */
  readonly files: readonly {readonly path: string; readonly size: number}[];
  /** Bytes of the tarball. */
  readonly size: number;
  /** Bytes of what is in it. */
  readonly unpackedSize: number;
}

const run = promisify(execFile);
let packed: Promise<PackedProject> | undefined;

/** Packs the project, once in a process, however often this is called. Builds nothing. */
export function packProject(): Promise<PackedProject> {
  return (packed ??= packFolder(PROJECT));
}

/** Packs the package of a folder, as it was built last. */
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
 * @param folder - Where to; gets a `package.json` if it has none, else what that asks for is installed, too.
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

/** The folder of what is in the tarball, without any dependencies; once in a process. */
export function unpackProject(): Promise<string> {
  return (unpacked ??= unpack());
}

async function unpack(): Promise<string> {
  const {tarball} = await packProject();
  const folder = await emptyFolder('unpacked');
  await run('tar', ['-xzf', tarball, '-C', folder]);
  return path.join(folder, 'package');
}

/** Puts what is in the tarball into a folder, with the project's own dependencies: quicker than to install it. */
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

/** Runs a module in a folder, without a DOM, and hands out what it prints. */
export async function outputOf(folder: string, code: string): Promise<string> {
  const args = ['--input-type=module', '--eval', code];
  return (await run(process.execPath, args, {cwd: folder})).stdout.trim();
}

/** What a package's `package.json` says. */
export async function readManifest<T>(folder: string): Promise<T> {
  return JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as T;
}
