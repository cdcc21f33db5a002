import {build, type Plugin} from 'esbuild';
import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';

/** Scripts in TypeScript, and where what they are compiled to goes. */
export interface Compilation {
  readonly files: readonly string[];
  /** Inside of the project, where the packages that they import are found. */
  readonly folder: string;
  /** Of the files, the part of their paths that is left out. */
  readonly base: string;
}

/** Compiles scripts to what Node runs as it is, with all that they import but packages. */
export async function compileForNode({files, folder, base}: Compilation): Promise<void> {
  await build({
    entryPoints: [...files],
    outdir: folder,
    outbase: base,
    outExtension: {'.js': '.mjs'},
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    plugins: [ownUrls],
    logLevel: 'warning',
  });
}

/** Every script knows its own address as that of its source: files beside it are found by that. */
const ownUrls: Plugin = {
  name: 'own-urls',
  setup(bundler) {
    bundler.onLoad({filter: /\.m?tsx?$/}, async ({path}) => {
      const source = await readFile(path, 'utf8');
      const url = JSON.stringify(pathToFileURL(path).href);
      const contents = source.replace(/\bimport\.meta\.url\b/g, url);
      return {contents, loader: path.endsWith('x') ? 'tsx' : 'ts'};
    });
  },
};
