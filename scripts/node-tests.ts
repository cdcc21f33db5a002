/**
 * Runs test files in Node: `tsx scripts/node-tests.ts test/store/*.test.ts`. They are compiled together. `tsx --test` would
 * compile each of them, with all of its imports, in a separate process, which takes longer than most of the tests.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {compileForNode} from '../test/support/compile-for-node.js';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Number of files at a time. More than processors, because many tests wait for a browser, a server or a timer. */
const FILES_AT_A_TIME = 3;

const files = process.argv.slice(2).map((file) => path.resolve(file));
const parent = path.join(PROJECT, 'test/dist');
mkdirSync(parent, {recursive: true});
const folder = mkdtempSync(path.join(parent, 'tests-'));
try {
  await compileForNode({files, folder, base: PROJECT});
  const compiled = files.map((file) =>
    path.join(folder, path.relative(PROJECT, file)).replace(/\.tsx?$/, '.mjs'),
  );
  const options = ['--enable-source-maps', '--test', `--test-concurrency=${FILES_AT_A_TIME}`];
  const {status} = spawnSync(process.execPath, [...options, ...compiled], {stdio: 'inherit'});
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, {recursive: true, force: true});
}
