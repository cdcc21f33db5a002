import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import {build as esbuild} from 'esbuild';
import {build as vite} from 'vite';
import {emptyFolder, linkPacked} from '../support/package.js';

/** What an application imports, and what of the gallery may be in its bundle then. */
const BADGE = `import {ResolutionBadgeElement} from 'cloud-vod-gallery';\nconsole.log(ResolutionBadgeElement);`;
const DEFINED_BADGE = `import 'cloud-vod-gallery/define/resolution-badge';`;
const NOTHING = `import 'cloud-vod-gallery';`;
const STORE = `import {createListStore} from 'cloud-vod-gallery/store';\nconsole.log(createListStore);`;
const LIST = `import 'cloud-vod-gallery/define';`;

describe('In the bundle of an application', () => {
  let folder: string;

  before(async () => {
    folder = await emptyFolder('bundle');
    await linkPacked(folder);
  });

  const bundlers: Record<string, (entry: string) => Promise<string>> = {
    async esbuild(entry) {
      const {outputFiles} = await esbuild({
        entryPoints: [entry],
        bundle: true,
        format: 'esm',
        write: false,
        splitting: true,
        outdir: folder,
        logLevel: 'error',
      });
      return outputFiles.find(({path: name}) => path.basename(name) === 'entry.js')!.text;
    },
    async Vite(entry) {
      const result = await vite({
        root: folder,
        configFile: false,
        logLevel: 'error',
        build: {write: false, minify: false, rolldownOptions: {input: entry}},
      });
      const {output} = result as {output: {type: string; code: string; isEntry: boolean}[]};
      return output.find(({isEntry}) => isEntry)!.code;
    },
  };

  for (const [name, bundle] of Object.entries(bundlers)) {
    const bundled = async (code: string) => {
      const entry = path.join(folder, 'entry.js');
      await writeFile(entry, code);
      return bundle(entry);
    };

    it(`of ${name}, the badge does not contain the list and the card`, async () => {
      for (const code of [BADGE, DEFINED_BADGE]) {
        const text = await bundled(code);
        assert.match(text, /ResolutionBadgeElement/);
        assert.doesNotMatch(text, /VideoListElement|VideoCardElement|WindowController/);
      }
    });

    it(`of ${name}, unused code is not included`, async () => {
      assert.doesNotMatch(await bundled(NOTHING), /Element|LitElement/);
    });

    it(`of ${name}, the store contains no Lit, no elements, and no unused code`, async () => {
      const text = await bundled(STORE);
      assert.match(text, /ListStore/);
      assert.doesNotMatch(text, /litElementVersions|litHtmlVersions|HTMLElement|customElements/);
      assert.doesNotMatch(text, /class Picker|class Live/);
    });

    it(`of ${name}, the gallery contains no code of the proxy`, async () => {
      const text = await bundled(LIST);
      assert.match(text, /VideoListElement/);
      assert.doesNotMatch(text, /createVideoProxy|secretKey|node:/);
    });
  }
});
