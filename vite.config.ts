import {fileURLToPath} from 'node:url';
import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import {minify} from 'terser';
import {defineConfig, type Plugin} from 'vite';
import {featureFiles, filesOf, ownCopies} from './scripts/feature-files.mjs';
import {litPolicy} from './scripts/lit-policy.mjs';
import {version} from './package.json' with {type: 'json'};

const LICENSES = 'cloud-vod-gallery.licenses.md';
const BANNER = `/*! cloud-vod-gallery ${version}, MIT. Lit (c) Google LLC, BSD-3-Clause: ${LICENSES} */`;

/**
 * The scripts for a `<script>` tag: all three elements with Lit inside, in three builds. By default, an ES module with its
 * features as files beside it; `--mode all`, one ES module with everything except the player, which is a file beside it;
 * `--mode classic`, everything for pages that cannot use a module. The modules of the package are the output of `tsc`.
 */
export default defineConfig(({mode}) => {
  const isClassic = mode === 'classic';
  const isWhole = isClassic || mode === 'all';
  const name = `cloud-vod-gallery${isWhole ? `.${mode}` : ''}.min.js`;
  return {
    plugins: [
      modulesApart(),
      standIns(),
      litPolicy(),
      minifyOurLiterals(),
      ...(isWhole ? [] : [ownCopies()]),
      ...(isClassic ? [] : [featureFiles(name)]),
      minifyAgain({module: !isClassic}),
    ],
    build: {
      target: 'es2022',
      sourcemap: true,
      modulePreload: false,
      // Lit's licence requires that its text is distributed with the scripts, which name the file.
      license: {fileName: LICENSES},
      // The folder also contains the output of `tsc`.
      emptyOutDir: false,
      lib: {
        entry: isWhole ? 'src/define/all.ts' : 'src/define.ts',
        name: 'CloudVodGallery',
        formats: [isClassic ? 'iife' : 'es'],
        fileName: () => name,
      },
      rolldownOptions: {
        output: isClassic ? {minify: true, codeSplitting: false} : {minify: true, ...filesOf(name)},
      },
    },
  };
});

/** Replaces Lit's `css` by a smaller one, and removes hydration: see these files in `scripts`. */
function standIns(): Plugin {
  return {
    name: 'stand-ins',
    enforce: 'pre',
    resolveId(id) {
      const [name = ''] = /(css-tag|server-drawing)\.js$/.exec(id) ?? [];
      return name ? fileURLToPath(new URL(`scripts/${name}`, import.meta.url)) : null;
    },
  };
}

/** Languages and hls.js stay external: the scripts load the files that the build of the modules writes. */
function modulesApart(): Plugin {
  return {
    name: 'modules-apart',
    enforce: 'pre',
    resolveDynamicImport(name, importer = '') {
      const id = String(name);
      if (/\/src\/languages\//.test(importer)) {
        return {id: id.replace('./', './languages/'), external: true};
      }
      return id === './hls.js' ? {id: './player/hls.js', external: true} : null;
    },
  };
}

/** Removes white space from our templates and styles. */
function minifyOurLiterals(): Plugin {
  // Typed as a Rollup plugin, which Vite accepts.
  return minifyLiterals({include: ['src/**/*.ts']}) as unknown as Plugin;
}

/** Runs Terser after Vite's minifier: 150 bytes of brotli less than either alone. */
function minifyAgain({module}: {module: boolean}): Plugin {
  return {
    name: 'minify-again',
    async generateBundle(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        const map = bundle[`${name}.map`];
        if (file.type !== 'chunk' || map?.type !== 'asset') continue;
        const {code = '', map: content} = await minify(file.code, {
          module,
          ecma: 2020,
          compress: {passes: 3, unsafe_arrows: true, keep_fargs: false},
          format: {preamble: BANNER},
          // Private names of Lit. Names that it shares with other copies end with "$".
          mangle: {properties: {regex: /^_\$[A-Z]/}},
          sourceMap: {content: String(map.source), includeSources: true, url: `${name}.map`},
        });
        file.code = code;
        map.source = typeof content === 'string' ? content : map.source;
      }
    },
  };
}
