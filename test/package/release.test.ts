import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {describe, it} from 'node:test';
import {PROJECT} from '../support/package.js';

/** The result of a dry run. */
function release(...args: string[]) {
  const {stdout, stderr} = spawnSync('node', ['scripts/release.mjs', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  const problems = stderr.split('\n').filter(Boolean);
  return {stdout, problems};
}

/** What is all right while somebody works on the project. */
const IN_BETWEEN = 'Not ready: There are changes that are not committed.';

describe('A release as a dry run', () => {
  it('is ready, and shows everything that a release contains', (test) => {
    const {stdout, problems} = release();
    assert.deepEqual(
      problems.filter((problem) => problem !== IN_BETWEEN),
      [],
    );
    if (problems.length > 0) return test.skip('There are changes that are not committed.');
    for (const section of ['Version', 'Changelog', 'Packages', 'Hashes', 'Provenance']) {
      assert.match(stdout, new RegExp(`^--- ${section}`, 'm'));
    }
    assert.match(stdout, /"sha512": "[0-9a-f]{128}"/);
  });

  it('refuses text that is not a version', () => {
    const {stdout, problems} = release('next');
    assert.equal(stdout, '');
    assert.ok(problems.includes('Not ready: "next" is not a version.'));
  });
});
