import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {before, describe, it} from 'node:test';
import {promisify} from 'node:util';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {entriesOf} from '../../scripts/entries.mjs';
import {
  emptyFolder,
  linkPacked,
  outputOf,
  packProject,
  PROJECT,
  unpackProject,
} from '../support/package.js';

const run = promisify(execFile);

/** All files that the package may contain, by folder and extension. */
const ALLOWED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|custom-elements\.json)$/,
  /^dist\/(data|define|elements|features|internal|languages|model|player|react|server|store|vue|wire)\/[\w./-]+\.(js|js\.map|d\.ts)$/,
  /^dist\/(define|index)\.(js|js\.map|d\.ts)$/,
  /^dist\/(jsx|svelte)\.d\.ts$/,
  /^dist\/cloud-vod-gallery(\.all)?(\.[a-z-]+)?\.min\.js(\.map)?$/,
  /^dist\/(cloud-vod-gallery\.licenses\.md|integrity\.json|loading\.css)$/,
  /^dist\/editors\/[\w.-]+\.json$/,
];

describe('The package', () => {
  let folder: string;

  before(async () => {
    // With its dependencies and the frameworks.
    folder = await emptyFolder('exports');
    await linkPacked(folder);
  });

  it('contains exactly the expected files', async () => {
    const {files, size, unpackedSize} = await packProject();
    console.log(`packed ${size} bytes, unpacked ${unpackedSize}, ${files.length} files`);
    const others = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file.path)));
    assert.deepEqual(others, []);
  });

  it('has no problem that publint finds', async () => {
    const pkgDir = await unpackProject();
    const {messages, pkg} = await publint({pkgDir, strict: true});
    assert.deepEqual(
      messages.map((message) => formatMessage(message, pkg as Record<string, unknown>)),
      [],
    );
  });

  it('has types for every entry, in Node and with a bundler', async () => {
    const {tarball} = await packProject();
    // The package contains only ES modules, so other module systems are not checked.
    const patterns = ['--include-entrypoints', 'define/video-list', 'languages/de'];
    const styles = ['--exclude-entrypoints', 'loading.css'];
    const args = ['attw', tarball, '--profile', 'esm-only', ...patterns, ...styles];
    // The tool exits with an error if it finds a problem.
    const {stdout} = await run('npx', args, {cwd: PROJECT});
    for (const entry of [
      'react',
      'react/player',
      'vue',
      'vue/player',
      'jsx',
      'define/video-list',
    ]) {
      assert.ok(stdout.includes(`"cloud-vod-gallery/${entry}"`), `${entry} was not looked at.`);
    }
  });

  it('can be imported without a DOM, with every entry', async () => {
    const entries = entriesOf(await unpackProject()).filter(({file}) => file?.endsWith('.js'));
    assert.ok(entries.length > 15, `${entries.length} entries`);
    for (const {path: name} of entries) {
      const code = `const names = Object.keys(await import('${name}')); console.log(names.length >= 0);`;
      assert.equal(await outputOf(folder, code), 'true', name);
    }
  });

  it('has source maps that contain existing sources', async () => {
    const code = `
      import {readdirSync, readFileSync, existsSync} from 'node:fs';
      import {dirname, join} from 'node:path';
      const root = 'node_modules/cloud-vod-gallery/dist';
      const faults = [];
      for (const name of readdirSync(root, {recursive: true})) {
        // Contains hls.js, whose sources are not ours.
        if (!/\\.(js|d\\.ts)$/.test(name) || name === join('player', 'hls.js')) continue;
        const file = join(root, name);
        const url = /# sourceMappingURL=(\\S+)\\s*$/.exec(readFileSync(file, 'utf8'))?.[1];
        if (!url) { if (name.endsWith('.js')) faults.push(name + ' has no map'); continue; }
        const map = join(dirname(file), url);
        if (!existsSync(map)) { faults.push(name + ' names no map'); continue; }
        const {sources, sourcesContent = []} = JSON.parse(readFileSync(map, 'utf8'));
        if (sources.some((_, index) => !sourcesContent[index])) faults.push(url + ' lacks sources');
      }
      console.log(JSON.stringify(faults));`;
    assert.deepEqual(JSON.parse(await outputOf(folder, code)), []);
  });
});
