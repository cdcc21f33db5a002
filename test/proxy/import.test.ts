import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Names of the native modules that are loaded after running some code. */
async function nativeModulesAfter(code: string): Promise<string[]> {
  const loaded = `process.report.getReport().sharedObjects.filter((name) => name.endsWith('.node'))`;
  const script = `
    const proxy = await import('./src/proxy/index.ts');
    ${code};
    console.log(JSON.stringify(${loaded}));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: ROOT});
  return JSON.parse(stdout) as string[];
}

describe('importing the proxy', () => {
  it('loads nothing native, so that it runs where there is nothing native', async () => {
    assert.deepEqual(await nativeModulesAfter(''), []);
  });

  it('loads nothing native for a store on a server', async () => {
    const open = `await proxy.openVideoStore({url: 'http://127.0.0.1:1'}).catch(() => {})`;
    assert.deepEqual(await nativeModulesAfter(open), []);
  });

  it('loads the driver for a store in a file', async () => {
    const open = `await proxy.openVideoStore({url: 'file::memory:'})`;
    assert.equal((await nativeModulesAfter(open)).length, 1);
  });
});
