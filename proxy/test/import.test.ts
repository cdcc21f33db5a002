import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Output of code in a separate process, where `proxy` is the module of the proxy. */
async function outputOf(code: string): Promise<string> {
  const script = `const proxy = await import('./proxy/src/index.ts');\n${code}`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const {stdout} = await promisify(execFile)(process.execPath, args, {cwd: ROOT});
  return stdout.trim();
}

/** Names of the native modules that are loaded after running some code. */
async function nativeModulesAfter(code: string): Promise<string[]> {
  const loaded = `process.report.getReport().sharedObjects.filter((name) => name.endsWith('.node'))`;
  return JSON.parse(
    await outputOf(`${code};\nconsole.log(JSON.stringify(${loaded}));`),
  ) as string[];
}

describe('importing the proxy', () => {
  it('loads nothing native, so that it runs where there is nothing native', async () => {
    assert.deepEqual(await nativeModulesAfter(''), []);
  });

  it('loads nothing native for a store on a server', async () => {
    const open = `await proxy.openVideoStore({url: 'postgres://127.0.0.1:1/videos', timeoutMs: 50}).catch(() => {})`;
    assert.deepEqual(await nativeModulesAfter(open), []);
  });

  it('loads the driver for a store in a file', async () => {
    const open = `await proxy.openVideoStore({url: 'file::memory:'})`;
    assert.equal((await nativeModulesAfter(open)).length, 1);
  });
});

describe('making a proxy', () => {
  it('does nothing that workers forbid outside of a request', async () => {
    const output = await outputOf(`
      const forbid = (object, name) => {
        const allowed = object[name];
        object[name] = () => { throw new Error(name); };
        return () => (object[name] = allowed);
      };
      const allowAll = [
        forbid(crypto, 'getRandomValues'),
        ...['setTimeout', 'setInterval', 'fetch'].map((name) => forbid(globalThis, name)),
      ];
      const vendor = {accessKey: 'key', secretKey: 'secret', fetch: async () => Response.json({code: 200})};
      const handle = proxy.createVideoProxy({vendor});
      for (const allow of allowAll) allow();
      console.log((await handle(new Request('http://worker.example/videos'))).status);`);
    assert.equal(output, '200');
  });
});
