import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {
  emptyFolder,
  installIn,
  outputOf,
  packFolder,
  PROJECT,
  readManifest,
  type PackedProject,
} from '../../test/support/package.js';

const run = promisify(execFile);
const NAME = 'cloud-vod-gallery-proxy';

/** All files that the package may contain. */
const ALLOWED = [
  /^(package\.json|README\.md|LICENSE|bin\/cloud-vod-gallery-proxy\.js)$/,
  /^dist\/(proxy\/src|src\/wire)\/[\w./-]+\.(m?js|m?js\.map|d\.m?ts)$/,
];

describe('The package of the proxy, installed in an empty folder', () => {
  let folder: string;
  let installed: string;
  let packed: PackedProject;

  before(async () => {
    folder = await emptyFolder('proxy-installed');
    packed = await packFolder(path.join(PROJECT, 'proxy'));
    await installIn(folder, packed.tarball);
    installed = path.join(folder, 'node_modules', NAME);
  });

  it('contains exactly the expected files, including the wire schema', () => {
    const files = packed.files.map((file) => file.path);
    assert.deepEqual(
      files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file))),
      [],
    );
    for (const file of ['README.md', 'LICENSE', 'dist/src/wire/envelope.js']) {
      assert.ok(files.includes(file), `${file} is missing.`);
    }
  });

  it('has the licence of the gallery, whose code it contains', async () => {
    const [ours, gallerys] = await Promise.all(
      [installed, PROJECT].map((root) => readFile(path.join(root, 'LICENSE'), 'utf8')),
    );
    assert.equal(ours, gallerys);
  });

  it('has the version of the gallery', async () => {
    const versions = await Promise.all(
      [installed, PROJECT].map((root) => readManifest<{version: string}>(root)),
    );
    assert.equal(versions[0]?.version, versions[1]?.version);
  });

  it('has no problem that publint finds', async () => {
    const {messages, pkg} = await publint({pkgDir: installed, strict: true});
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg as Record<string, unknown>)),
      [],
    );
  });

  it('has types for Node and for bundlers', async () => {
    const args = ['attw', packed.tarball, '--profile', 'esm-only'];
    // The tool exits with an error if it finds a problem.
    const {stdout} = await run('npx', args, {cwd: PROJECT});
    assert.ok(stdout.includes(`"${NAME}"`));
  });

  it('can be imported, and brings nothing of the gallery', async () => {
    const code = `
      import * as proxy from '${NAME}';
      console.log(typeof proxy.createVideoProxy, typeof proxy.openVideoStore);
    `;
    assert.equal(await outputOf(folder, code), 'function function');
    assert.ok(!existsSync(path.join(folder, 'node_modules/lit')));
  });

  it('has a command', async () => {
    const command = path.join(folder, 'node_modules/.bin', NAME);
    const {stdout} = await run(command, ['--help']);
    assert.match(stdout, /^Usage: cloud-vod-gallery-proxy/);
  });
});
