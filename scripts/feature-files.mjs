/**
 * A plugin for the build of the script tag's module: what is loaded when it is wanted becomes a file beside the script.
 *
 * Such a file imports nothing. A bundler would have it import the script, by its name; but on the page the script may have
 * another address (`?v=2`, a redirect of a CDN), and would run a second time. So the file has a function, and the script
 * hands over what the file takes from it. Both carry the same stamp: files of two versions do not fit together.
 */
import {createHash} from 'node:crypto';
import path from 'node:path';

/** Small modules without state that some files need and the script does not. */
const COPIED =
  /\/src\/(store\/(signals|back-off)|model\/video-address|internal\/is-right-to-left)\.ts$/;

/** As long as the stamp, so that source maps stay right. */
const STAMP = '@stamp@@';

/** What the bundler calls the script itself. */
const CORE = 'core';

/** @returns How the modules are put into files; a part of Rolldown's `output`. */
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

/** Whether a module belongs into the script: all that is in it at once, and what more than one file needs. */
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

/** Gives each file that needs such a module a copy of it, so that the script need not have it. */
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
      // What is handed over is known by its place, which takes fewer bytes than a name.
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

/** The script hands what it has to the files. */
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

/** What imports a file leaves that to the script, which knows where the files are. */
function loadingByName(code, prefix) {
  const imports = /import\("(\.\/cloud-vod-gallery\.[^"]+)"\)/g;
  return code.replace(
    imports,
    (_, file) => `$load("${file.slice(prefix.length, -'.min.js'.length)}")`,
  );
}

/** A file has a function that takes from the script what it would import. */
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
