/** Runs the tests of framework applications one after another: `npm run test:frameworks -- next nuxt`. Default: all. */
import {spawnSync} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const FOLDER = fileURLToPath(new URL('../test/apps/frameworks/', import.meta.url));

const names = process.argv.slice(2);
const files = readdirSync(FOLDER)
  .filter((file) => names.length === 0 || names.includes(file.replace('.test.ts', '')))
  .map((file) => FOLDER + file);
if (files.length === 0) throw new Error(`There is no test of ${names.join(', ')} in ${FOLDER}.`);
const args = ['tsx', '--test', '--test-concurrency=1', ...files];
process.exitCode = spawnSync('npx', args, {stdio: 'inherit'}).status ?? 1;
