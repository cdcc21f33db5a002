/**
 * Replaces `npm install` in tests that must not need a registry: unpacks tarballs, and links installed packages of the
 * project. Everything else is passed to npm.
 */
import {execFileSync, spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const {PROJECT, REAL_NPM} = process.env;
const [command, ...args] = process.argv.slice(2);

if (command === 'install') {
  for (const arg of args.filter((arg) => !arg.startsWith('--'))) {
    const isTarball = arg.endsWith('.tgz');
    const folder = isTarball ? unpack(arg) : link(arg);
    linkCommands(folder);
  }
  console.log('added packages');
} else {
  process.exitCode = spawnSync(REAL_NPM, process.argv.slice(2), {stdio: 'inherit'}).status ?? 1;
}

function unpack(tarball) {
  if (!existsSync(tarball)) throw new Error(`There is no ${tarball}.`);
  const unpacked = path.resolve('node_modules/.unpacked');
  mkdirSync(unpacked, {recursive: true});
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked]);
  const {name} = manifestOf(path.join(unpacked, 'package'));
  const folder = path.resolve('node_modules', name);
  renameSync(path.join(unpacked, 'package'), folder);
  rmSync(unpacked, {recursive: true});
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

function link(name) {
  const folder = path.resolve('node_modules', name);
  symlinkSync(path.join(PROJECT, 'node_modules', name), folder);
  return folder;
}

function linkCommands(folder) {
  const {bin = {}} = manifestOf(folder);
  const commands = path.resolve('node_modules/.bin');
  mkdirSync(commands, {recursive: true});
  for (const [name, file] of Object.entries(bin)) {
    symlinkSync(path.join(folder, file), path.join(commands, name));
  }
}

function manifestOf(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
}
