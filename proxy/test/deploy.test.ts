import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {
  chmod,
  chown,
  cp,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {describe, it} from 'node:test';
import {promisify} from 'node:util';
import {PROJECT} from '../../test/support/package.js';
import {HELP} from '../src/command/help.js';
import {startProcess} from './support/proxy-process.js';
import {aFolder} from './support/proxy-scene.js';
import {until} from '../../test/support/until.js';

const run = promisify(execFile);
/** A user without rights: Debian's `nobody`. */
const NOBODY = 65_534;

const FOLDER = join(PROJECT, 'proxy/deploy');

async function deployFile(name: string): Promise<string> {
  return readFile(join(FOLDER, name), 'utf8');
}

/** Copies the files that the first stage of the image copies from the repository. */
async function copyWhatIsCopied(stage: string, folder: string): Promise<void> {
  const copies = [...stage.matchAll(/^COPY (.+) (\S+)$/gm)];
  assert.ok(copies.length >= 4);
  const withoutIgnored = (source: string) => !/\/(node_modules|dist|data)$/.test(source);
  for (const [, sources = '', target = ''] of copies) {
    for (const source of sources.split(' ')) {
      const isFolder = (await stat(join(PROJECT, source))).isDirectory();
      const to = join(folder, target, isFolder ? '' : basename(source));
      await cp(join(PROJECT, source), to, {recursive: true, filter: withoutIgnored});
    }
  }
}

describe('The image', () => {
  it('can be built, and starts as another user with only its settings', async (test) => {
    const [build = '', final = ''] = (await deployFile('Dockerfile')).split(/^FROM .*$/m).slice(1);
    const folder = await aFolder(test);
    await chmod(folder, 0o755);
    await copyWhatIsCopied(build, folder);
    // Replaces `npm ci`, which takes minutes, and `npm install`: their packages are already installed.
    await symlink(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    const [, steps = ''] = /^RUN (npm run build .*)$/m.exec(build) ?? [];
    assert.ok(steps.includes('npm pack'), build);
    await run('sh', ['-c', steps.replaceAll('/build', folder)], {cwd: folder});

    const modules = join(folder, 'app/node_modules/cloud-vod-gallery-proxy');
    await mkdir(modules, {recursive: true});
    const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz')) ?? '';
    await run('tar', ['-xzf', join(folder, archive), '-C', modules, '--strip-components=1']);

    const data = join(folder, 'data');
    await mkdir(data);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await chown(data, NOBODY, NOBODY);
    const [, settings = ''] = /^ENV (.*)$/m.exec(final) ?? [];
    const pairs = settings.split(' ').map((pair) => pair.split('=') as [string, string]);
    const env = {...Object.fromEntries(pairs), PATH: process.env['PATH'], PORT: '0'};
    for (const [name, value] of Object.entries(env))
      if (value) Object.assign(env, {[name]: value.replace('/data/', `${data}/`)});
    const [program = '', ...args] = JSON.parse(/^CMD (.*)$/m.exec(final)?.[1] ?? '[]') as string[];
    assert.equal(program, 'node');
    const user = isRoot ? {uid: NOBODY, gid: NOBODY} : {};
    const child = spawn(process.execPath, args, {cwd: join(folder, 'app'), env, ...user});
    const ended = once(child, 'close');
    test.after(() => child.kill('SIGKILL'));
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    await until(() => /http:\S+\/videos/.test(output) || child.exitCode !== null);
    const port = /http:\/\/[^/]+:(\d+)/.exec(output)?.[1];
    const answer = await fetch(`http://127.0.0.1:${port}/videos`).catch(() => undefined);
    assert.equal(answer?.status, 200, output);
    assert.ok(existsSync(join(data, 'videos.db')));
    child.kill('SIGTERM');
    assert.deepEqual(await ended, [0, null], output);
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
  it('uses existing settings', async () => {
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

  it('has a compose file whose secrets and files exist', async () => {
    const compose = await deployFile('compose.yaml');
    const declared = [...compose.matchAll(/^ {2}([\w-]+): \{file: secrets\/\1\}$/gm)];
    const names = declared.map(([, name]) => name);
    assert.ok(names.length >= 5);
    const used = [...compose.matchAll(/^ {4}secrets: \[(.*)\]$/gm)].flatMap(([, list = '']) =>
      list.split(', '),
    );
    assert.deepEqual([...used].sort(), [...names].sort());
    const read = [...compose.matchAll(/_FILE: \/run\/secrets\/(\S+)$/gm)].map(([, name]) => name);
    assert.deepEqual([...read].sort(), [...names].sort());
    for (const [, file = ''] of compose.matchAll(/'\.\/([\w.]+):/g))
      assert.ok(existsSync(join(FOLDER, file)), file);
    const dockerfile = /dockerfile: (\S+)\}/.exec(compose)?.[1] ?? '';
    assert.ok(existsSync(join(PROJECT, dockerfile)), dockerfile);
  });

  const nginx = '/usr/sbin/nginx';
  const skipNginx = existsSync(nginx) ? false : 'nginx is not there';
  it('has a configuration that nginx accepts', {skip: skipNginx}, async (test) => {
    const folder = await aFolder(test);
    const site = (await deployFile('nginx.conf'))
      .replace('//proxy:', '//127.0.0.1:')
      .replace('listen 80', `listen unix:${folder}/socket`);
    const file = join(folder, 'nginx.conf');
    const paths = `pid ${folder}/pid; error_log stderr; events {}`;
    await writeFile(file, `${paths}\nhttp { access_log off; ${site} }`);
    await run(nginx, ['-t', '-p', folder, '-c', file]);
  });

  const analyze = '/usr/bin/systemd-analyze';
  const skip = existsSync(analyze) ? false : 'systemd is not there';
  it('has a unit that systemd accepts without warnings', {skip}, async (test) => {
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
