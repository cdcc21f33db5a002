/** The scripts of the bench, built for production, in memory. */
import {readdir, readFile} from 'node:fs/promises';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import {build} from 'vite';
import type {Contestant} from './contestants.js';

/** Our script, as in a host page. */
export const OURS = 'cloud-vod-gallery.min.js';
/** The script that measures, in every page. */
export const PROBE = 'probe.js';
/** The script that changes our list. */
export const OURS_CHANGES = 'ours-changes.js';

/** The script of a contestant that is not ours. */
export function scriptOf({id}: Contestant): string {
  return `${id}.js`;
}

/**
 * Builds the scripts of all contestants and reads ours. Returns them by name.
 *
 * @param ourBuild - The folder with our script.
 */
export async function buildScripts(
  contestants: readonly Contestant[],
  ourBuild: string,
): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  // Including the modules that it imports at run time.
  for (const name of await readdir(ourBuild, {recursive: true})) {
    if (name.endsWith('.js')) scripts.set(name, await readFile(path.join(ourBuild, name), 'utf8'));
  }
  scripts.set(PROBE, await buildScript(pathOf('page/probe.ts'), 'iife'));
  scripts.set(OURS_CHANGES, await buildScript(pathOf('alternatives/ours/index.ts'), 'es'));
  for (const contestant of contestants) {
    if (!contestant.entry) continue;
    const script = await buildScript(pathOf(`alternatives/${contestant.entry}`), 'es');
    scripts.set(scriptOf(contestant), script);
  }
  return scripts;
}

/** The size of a script with the best Brotli compression. */
export function brotliBytes(script: string): number {
  return brotliCompressSync(script).byteLength;
}

async function buildScript(input: string, format: 'es' | 'iife'): Promise<string> {
  const result = await build({
    configFile: false,
    // React's packages contain directives for servers, and Vite warns about each.
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      // It adds a polyfill that no current browser needs.
      modulePreload: false,
      rolldownOptions: {input, output: {format, codeSplitting: false}},
    },
  });
  const outputs = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunks = outputs.filter((output) => output.type === 'chunk');
  if (chunks.length !== 1) throw new Error(`${input} became ${chunks.length} scripts, not one.`);
  return chunks[0]!.code;
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
