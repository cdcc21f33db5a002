/**
 * A plugin for the build of the script tag's module: modules that are loaded on demand become files beside the script.
 *
 * Such a file imports nothing. By default, a bundler would make it import the script by its name. But the script may have
 * another address on the page (`?v=2`, a redirect of a CDN), and would then run twice. So the file exports a function, and
 * the script passes what the file needs. Both contain the same stamp, which detects files of different versions.
 */
import {createHash} from 'node:crypto';
import path from 'node:path';

/** Small modules without state that several files need, but not the script. */
const COPIED =
  /\/src\/(store\/(signals|back-off|fetch-quietly)|model\/video-address|internal\/is-right-to-left)\.ts$/;

/** As long as the real stamp, so that source maps stay correct. */
const STAMP = '@stamp@@';

/** Name of the script's chunk. */
const CORE = 'core';

/** @returns How modules are divided into files; a part of Rolldown's `output`. */
export function filesOf(script) {
  const prefix = script.replace(/min\.js$/, '');
  return {
    entryFileNames: 'entry.js',
    chunkFileNames: ({name}) => (name === CORE ? script : `${prefix}${name}.min.js`),
    codeSplitting: {
      groups: [{debugName: CORE, name: (id, graph) => (isShared(id, graph) ? CORE : null)}],
    },
  };
}

/** Whether a module belongs to the script: it is imported statically, or by more than one file. */
function isShared(id, graph) {
  const roots = new Set();
  const seen = new Set();
  const climb = (id) => {
    if (seen.has(id)) return;
    seen.add(id);
    const {isEntry, importers, dynamicImporters} = graph.getModuleInfo(id);
    if (isEntry) roots.add(CORE);
    if (dynamicImporters.length > 0) roots.add(id);
    importers.forEach(climb);
  };
  climb(id);
  return roots.has(CORE) || roots.size > 1;
}

/** Copies such a module into each file that needs it, so that it is not in the script. */
export function ownCopies() {
  return {
    name: 'own-copies',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const resolved = await this.resolve(source, importer, {...options, skipSelf: true});
      const isCopied = COPIED.test(resolved?.id ?? '');
      return isCopied ? `${resolved.id}?for=${path.basename(importer, '.ts')}` : resolved;
    },
  };
}

export function featureFiles(script) {
  const prefix = `./${script.replace(/min\.js$/, '')}`;
  return {
    name: 'feature-files',
    renderChunk(code, {fileName, isEntry}, _options, {chunks}) {
      if (isEntry) return null;
      // Values are passed by index, which takes fewer bytes than names.
      const places = chunks[script].exports;
      const isScript = fileName === script;
      return {
        code: isScript ? scriptOf(code, places, prefix) : fileOf(code, places, script, prefix),
        map: null,
      };
    },
    generateBundle(_, bundle) {
      for (const [name, {isEntry}] of Object.entries(bundle)) {
        if (isEntry) delete bundle[name];
        if (isEntry) delete bundle[`${name}.map`];
      }
      const files = Object.values(bundle).filter(({type}) => type === 'chunk');
      const all = files.map(({fileName, code}) => fileName + code).sort();
      const stamp = createHash('sha256').update(all.join()).digest('hex').slice(0, STAMP.length);
      for (const file of files) file.code = file.code.replaceAll(STAMP, stamp);
    },
  };
}

/** Makes the script pass its values to the files. */
function scriptOf(code, places, prefix) {
  const [exported] = /^export \{[^}]*\};?\s*$/m.exec(code) ?? fail('The script exports nothing.');
  const locals = new Map(namesIn(exported).map(([local, name]) => [name, local]));
  const kit = places.map((name) => locals.get(name) ?? fail(`The script has no ${name}.`));
  return `${loadingByName(code.replace(exported, ''), prefix)}
export { registerLanguage };
const $kit = [$load, ${kit.join(', ')}];
async function $load(name) {
  const file = \`${prefix}\${name}.min.js\`;
  const {stamp, default: make} = await import(file).catch((cause) => {
    throw new Error(\`\${file}: \${cause}\`);
  });
  if (stamp !== "${STAMP}") throw new Error(\`\${file} belongs to another version of the script\`);
  return make($kit);
}
`;
}

/** Replaces an import of a file by a call of the script, which knows the address of the files. */
function loadingByName(code, prefix) {
  const imports = /import\("(\.\/cloud-vod-gallery\.[^"]+)"\)/g;
  return code.replace(
    imports,
    (_, file) => `$load("${file.slice(prefix.length, -'.min.js'.length)}")`,
  );
}

/** Wraps a file into a function that gets its imports from the script. */
function fileOf(code, places, script, prefix) {
  const nothing = `import {} from "./${script}";`;
  const [imported] = /^import \{[^}]*\} from "[^"]*";/m.exec(code) ?? [nothing];
  const [exported] = /^export \{[^}]*\};?\s*$/m.exec(code) ?? fail('A file exports nothing.');
  const taken = [];
  for (const [name, local] of namesIn(imported)) {
    if (!places.includes(name)) fail(`The script does not export ${name}.`);
    taken[places.indexOf(name)] = local;
  }
  const made = namesIn(exported).map(([local, name]) => `${name}: ${local}`);
  const rest = (code.includes(imported) ? code : `${imported}\n${code}`)
    .replace(imported, `export default ([${['$load', ...taken].join(', ')}]) => {`)
    .replace(exported, `return { ${made.join(', ')} };\n};\nexport const stamp = "${STAMP}";`);
  if (!imported.endsWith(`"./${script}";`) || /^import\b/m.test(rest)) {
    fail('A file imports another one.');
  }
  return loadingByName(rest, prefix);
}

/** The pairs of `{a as b, c}`. */
function namesIn(list) {
  const [, names] = /\{([^}]*)\}/.exec(list);
  return names
    .split(',')
    .map((pair) => pair.trim().split(/ as /))
    .filter(([name]) => name)
    .map(([first, second = first]) => [first, second]);
}

function fail(message) {
  throw new Error(message);
}
