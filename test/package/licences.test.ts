import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import {PROJECT, unpackProject} from '../support/package.js';

/** Licences that require only that their text is included. */
const ALLOWED = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
];

/** Licence of libvips, the library that the optional `sharp` loads at run time. No part of it is copied into our packages. */
const ALLOWED_IF_OPTIONAL = ['LGPL-3.0-or-later'];

interface LockedPackage {
  readonly dev?: boolean;
  /** A workspace, which has a second entry. */
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly peer?: boolean;
  readonly license?: string;
}

describe('Licences', () => {
  it('of all dependencies allow the distribution', async () => {
    const lock = JSON.parse(await readFile(path.join(PROJECT, 'package-lock.json'), 'utf8')) as {
      readonly packages: Readonly<Record<string, LockedPackage>>;
    };
    const shipped = Object.entries(lock.packages).filter(
      ([name, {dev, link}]) => name && !dev && !link,
    );
    assert.ok(shipped.length > 10);
    const others = shipped
      .filter(([, {license = 'none', optional = false}]) => {
        const allowed = optional ? [...ALLOWED, ...ALLOWED_IF_OPTIONAL] : ALLOWED;
        const choices = license.replace(/[()]/g, '').split(' OR ');
        return !choices.some((choice) =>
          choice.split(' AND ').every((name) => allowed.includes(name)),
        );
      })
      .map(([name, {license}]) => `${name}: ${license}`);
    assert.deepEqual(others, []);
  });

  it('are included: ours in the package, that of Lit with the scripts that contain it', async () => {
    const folder = await unpackProject();
    assert.match(await readFile(path.join(folder, 'LICENSE'), 'utf8'), /^MIT License/);
    const others = await readFile(path.join(folder, 'dist/cloud-vod-gallery.licenses.md'), 'utf8');
    assert.match(others, /lit-html/);
    assert.match(others, /Redistributions in binary form must reproduce/);
    for (const kind of ['', '.classic']) {
      const script = path.join(folder, `dist/cloud-vod-gallery${kind}.min.js`);
      assert.match(await readFile(script, 'utf8'), /cloud-vod-gallery\.licenses\.md/);
    }
  });
});
