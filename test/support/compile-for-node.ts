import {build, type Plugin} from 'esbuild';
import {readFile} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';

/** TypeScript files, and the folder for the output. */
export interface Compilation {
  readonly files: readonly string[];
  /** Inside the project, so that imported packages are found. */
  readonly folder: string;
  /** Part of the paths that is removed in the output. */
  readonly base: string;
}

/** Compiles scripts to JavaScript for Node, with all imports except packages. */
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

/** Sets `import.meta.url` of every script to that of its source, so that files next to it are found. */
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
