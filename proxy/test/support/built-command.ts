import {rmSync} from 'node:fs';
import {mkdir, mkdtemp} from 'node:fs/promises';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {compileForNode} from '../../../test/support/compile-for-node.js';

const PROXY = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Compiles the command for this process, and returns its path. With tsx, each process that a test starts would take twice
 * as long.
 */
export async function buildCommand(): Promise<string> {
  const parent = join(PROXY, 'test/dist');
  await mkdir(parent, {recursive: true});
  const folder = await mkdtemp(join(parent, 'command-'));
  process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
  const base = join(PROXY, 'src');
  await compileForNode({files: [join(base, 'cli.ts')], folder, base});
  return join(folder, 'cli.mjs');
}
