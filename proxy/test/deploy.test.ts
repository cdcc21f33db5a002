import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {cp, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {PROJECT} from '../../test/support/package.js';
import {HELP} from '../src/command/help.js';
import {startProcess} from './support/proxy-process.js';
import {aFolder} from './support/proxy-scene.js';

const run = promisify(execFile);
const FOLDER = join(PROJECT, 'proxy/deploy');

async function deployFile(name: string): Promise<string> {
  return readFile(join(FOLDER, name), 'utf8');
}

describe('The image', () => {
  it('can be built of what is copied into it', async (test) => {
    const dockerfile = await deployFile('Dockerfile');
    const [build = ''] = dockerfile.split(/^FROM (?=.*\n(?:.*\n)*CMD)/m).slice(1);
    const folder = await aFolder(test);
    const copies = [...build.matchAll(/^COPY (?!--)(.+) (\S+)$/gm)];
    assert.ok(copies.length >= 4);
    const withoutIgnored = (source: string) => !/\/(node_modules|dist|data)$/.test(source);
    for (const [, sources = '', target = ''] of copies) {
      for (const source of sources.split(' ')) {
        const isFolder = !/\.(json|npmrc)$/.test(source) && source !== '.npmrc';
        const to = isFolder
          ? join(folder, target)
          : join(folder, target, source.split('/').at(-1)!);
        await cp(join(PROJECT, source), to, {recursive: true, filter: withoutIgnored});
      }
    }
    // In place of `npm ci`, which needs minutes.
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    await run('npm', ['run', 'build', '--workspace', 'proxy'], {cwd: folder});
    const command = /^CMD \["node", "(.+)"\]$/m.exec(dockerfile)?.[1] ?? '';
    const file = command.replace('node_modules/cloud-vod-gallery-proxy/', '');
    assert.ok(existsSync(join(folder, 'proxy', file)), command);
    assert.ok(existsSync(join(folder, 'proxy/dist/src/wire/envelope.js')));
  });

  it('does not run as root, and gets its signals itself', async () => {
    const dockerfile = await deployFile('Dockerfile');
    assert.match(dockerfile, /^USER node$/m);
    assert.match(dockerfile, /^CMD \["node", /m);
  });

  it('has a health check that tells a proxy that runs from one that does not', async (test) => {
    const dockerfile = await deployFile('Dockerfile');
    const check = /HEALTHCHECK[^]*?CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? '[]';
    const [, ...args] = JSON.parse(check) as string[];
    const database = `file:${join(await aFolder(test), 'videos.db')}`;
    const {url, child, ended} = await startProcess(test, {DATABASE_URL: database});
    const env = {PATH: process.env['PATH'], PORT: new URL(url).port};
    await run(process.execPath, args, {env});
    child.kill('SIGTERM');
    await ended;
    await assert.rejects(run(process.execPath, args, {env}));
  });
});

describe('What is deployed', () => {
  it('has settings that there are', async () => {
    const text = [
      await deployFile('Dockerfile'),
      await deployFile('compose.yaml'),
      await deployFile('cloud-vod-gallery-proxy.service'),
    ].join('\n');
    const names = text.match(/\b[A-Z]+(_[A-Z]+)+(?=[:=])|\b(HOST|PORT)(?==)/g) ?? [];
    const others = /^(NODE_ENV|POSTGRES_\w+)$/;
    assert.ok(names.length > 10);
    for (const name of names.filter((each) => !others.test(each))) {
      assert.ok(HELP.includes(name), name);
    }
  });

  const analyze = '/usr/bin/systemd-analyze';
  const skip = existsSync(analyze) ? false : 'systemd is not there';
  it('has a unit that systemd has nothing to say about', {skip}, async (test) => {
    const unit = await deployFile('cloud-vod-gallery-proxy.service');
    const file = join(await aFolder(test), 'cloud-vod-gallery-proxy.service');
    // The command is not installed here.
    await writeFile(file, unit.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'));
    const {stdout, stderr} = await run(analyze, ['verify', file]);
    const about = (stdout + stderr)
      .split('\n')
      .filter((line) => line.includes('cloud-vod-gallery'));
    assert.deepEqual(about, []);
  });
});
