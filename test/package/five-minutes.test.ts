import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {chmod, copyFile, mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser, Page} from 'puppeteer-core';
import {FAKE_KEYS, startFakeVendor} from '../../proxy/test/support/fake-vendor.js';
import {freePort} from '../../proxy/test/support/front-servers.js';
import {openChromium, openPage} from '../support/chromium.js';
import {untilListHas} from '../support/gallery-page.js';
import {emptyFolder, packFolder, packProject, PROJECT} from '../support/package.js';
import {aRecord} from '../support/records.js';
import {openTerminal, type Terminal} from '../support/terminal.js';

/** The steps of the page, by the word after the language of their code block. */
const steps = await stepsOf('docs/five-minutes.md');

/** Free ports that replace those of the page. */
let ports: Readonly<Record<string, number>>;

for (const account of ['without an account', 'with an account']) {
  const hasAccount = account === 'with an account';

  describe(`Five minutes, followed literally ${account}`, () => {
    let browser: Browser;
    let page: Page;
    let terminal: Terminal;
    let vendor: Awaited<ReturnType<typeof startFakeVendor>>;

    before(async () => {
      ports = {8090: await freePort(), 5173: await freePort()};
      vendor = await startFakeVendor({
        records: [aRecord({videoId: 'sea', videoName: 'A walk by the sea'})],
        publishUrls: () => [{urlType: 'PC', originUrl: 'https://cdn.example/sea.mp4'}],
      });
      terminal = openTerminal(await folderWithPackages(), {
        ...(await environment()),
        ...(hasAccount && {VOD_ENDPOINT: vendor.url}),
      });
      browser = await openChromium();
    });

    after(async () => {
      await browser.close();
      await terminal.close();
      await vendor.close();
    });

    const callback = () => terminal.run(step('callback'));

    it('1. installs the packages', async () => {
      assert.match(await terminal.run(step('install')), /added .*packages/);
    });

    it('2. starts the proxy, or names the missing key', async () => {
      if (hasAccount) {
        const half = filledIn(step('proxy'), {VOD_ACCESS_KEY: FAKE_KEYS.accessKey});
        const [log] = /\S+\.log/.exec(half) ?? [];
        const printed = await terminal.run(`${half}\nwait %1 || cat ${log}`);
        assert.match(printed, /^VOD_SECRET_KEY is missing/m);
      }
      const keys = {VOD_ACCESS_KEY: FAKE_KEYS.accessKey, VOD_SECRET_KEY: FAKE_KEYS.secretKey};
      await terminal.run(hasAccount ? filledIn(step('proxy'), keys) : step('proxy'));
    });

    it('3. lists the videos', async () => {
      const printed = await terminal.run(step('list'));
      assert.match(printed, /"code":200/);
      if (hasAccount)
        assert.match(printed, /"videoName":"A walk by the sea".*"source":"getVideoList"/);
      else
        assert.match(printed, /"total":0,.*"videoListInfo":\[\]|"videoListInfo":\[\].*"total":0/);
    });

    it('4. receives a callback', async () => {
      assert.match(await callback(), /"stored":1/);
      const listed = await terminal.run(step('list'));
      assert.match(listed, hasAccount ? /A walk by the sea/ : /"videoName":"Hello"/);
    });

    it('5. shows the gallery', async () => {
      for (const name of ['index.html', 'play.js', 'vite.config.mjs']) {
        await terminal.run(`cat > ${name} <<'END OF FILE'\n${step(name)}\nEND OF FILE`);
      }
      await terminal.run(step('page'));
      const address = `http://localhost:${ports[5173]}/`;
      await terminal.run(`curl --silent --retry 60 --retry-delay 1 --retry-connrefused ${address}`);
      [page] = await openPage(browser, address);
      await untilListHas(page, hasAccount ? 'A walk by the sea' : 'Hello');
    });

    it('and shows whether the selected video can be played', async () => {
      await page.locator('video-list >>> [part=link]').click();
      const said = await page.waitForFunction(
        () => document.querySelector('#status')!.textContent || undefined,
      );
      const text = await said.jsonValue();
      const source = await page.$eval('#player', (player) => player.getAttribute('src'));
      assert.equal(source, hasAccount ? 'https://cdn.example/sea.mp4' : null);
      assert.ok(
        hasAccount || steps.get('')!.includes(`"${text}"`),
        `The page does not say "${text}"`,
      );
    });

    it('and shows an announced video without a reload', {skip: hasAccount}, async () => {
      await terminal.run(
        step('callback').replaceAll('hello', 'hello-2').replaceAll('Hello', 'Again'),
      );
      await untilListHas(page, 'Again');
    });

    it('6. stops', async () => {
      await terminal.run(step('stop'));
      const gone = `for n in $(seq 100); do curl --silent --output /dev/null http://127.0.0.1:${ports[8090]}/api/videos || exit_status=$?; [ "$exit_status" = 7 ] && break; sleep 0.1; done; [ "$exit_status" = 7 ]`;
      await terminal.run(gone);
    });
  });
}

/** A step of the page, with free ports. */
function step(name: string): string {
  const text = steps.get(name);
  if (text === undefined) throw new Error(`docs/five-minutes.md has no step "${name}".`);
  return Object.entries(ports).reduce((all, [port, free]) => all.replaceAll(port, `${free}`), text);
}

/** Inserts values for variables that are empty in the page. */
function filledIn(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((all, [name, value]) => {
    assert.ok(all.includes(`export ${name}=\n`), `The page does not leave ${name} empty.`);
    return all.replace(`export ${name}=\n`, `export ${name}='${value}'\n`);
  }, text);
}

/** Code blocks by name. The empty name has the whole page. */
async function stepsOf(file: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path.join(PROJECT, file), 'utf8');
  const blocks = [...text.matchAll(/^```\w+ (\S+)\n([^]*?)\n```$/gm)];
  return new Map([['', text], ...blocks.map(([, name, code]) => [name!, code!] as const)]);
}

/** An empty folder, and a folder with both packages, with the names of a clone. */
async function folderWithPackages(): Promise<string> {
  const root = await emptyFolder('five-minutes');
  const clone = path.join(root, 'cloud-vod-gallery');
  await mkdir(clone);
  for (const {tarball} of [await packProject(), await packFolder(path.join(PROJECT, 'proxy'))]) {
    await copyFile(tarball, path.join(clone, path.basename(tarball)));
  }
  return root;
}

/** The environment of a user, with an `npm install` that needs no registry. */
async function environment(): Promise<Record<string, string>> {
  const folder = await emptyFolder('commands');
  const npm = path.join(folder, 'npm');
  const offline = path.join(PROJECT, 'test/support/npm-offline.mjs');
  await writeFile(npm, `#!/usr/bin/env bash\nexec node '${offline}' "$@"\n`);
  await chmod(npm, 0o755);
  return {
    PATH: `${folder}:${process.env['PATH']}`,
    HOME: folder,
    PROJECT,
    REAL_NPM: execFileSync('bash', ['-c', 'command -v npm'], {encoding: 'utf8'}).trim(),
    npm_config_offline: 'true',
  };
}
