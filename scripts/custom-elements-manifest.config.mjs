import process from 'node:process';

/** How custom-elements.json is made of the elements (`npm run manifest`). */
export default {
  globs: [
    'src/elements/*/{video-list,video-card,resolution-badge}.ts',
    'src/elements/*/*.events.ts',
    'src/elements/video-list/page-history.ts',
    'src/player/{video-player,video-player.events}.ts',
  ],
  outdir: '.',
  litelement: true,
  packagejson: false,
  // Sorted, because the order in which a folder lists its files differs between machines.
  overrideModuleCreation: ({ts, globs}) => modulesOf(ts, globs.toSorted()),
  plugins: [decorated(), saidDefaults(), choices(), publicOnly(), published()],
};

/** Knows what the names of types stand for. */
let types;

/** The sources as parts of one program: a file by itself does not say what it imports. */
function programOf(ts, files) {
  const {config} = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const {options} = ts.parseJsonConfigFileContent({...config, files}, ts.sys, '.');
  return ts.createProgram(files, options);
}

function modulesOf(ts, files) {
  const program = programOf(ts, files);
  types = program.getTypeChecker();
  return files.map((file) => program.getSourceFile(file));
}

/** Says `'grid' | 'list' | 'row'` in place of `CardLayout`, to editors and in the tables. */
function choices() {
  return {
    name: 'choices',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isPropertyDeclaration(node)) return;
      const {types: members = []} = types.getTypeAtLocation(node);
      const choice = members.filter((member) => member.isStringLiteral() && member.value);
      if (choice.length === 0) return;
      // As the comment has them, which begins with the usual one; the program's order is accidental.
      const comment = node.getFullText();
      const texts = choice.map(({value}) => value);
      texts.sort((a, b) => comment.indexOf(`\`${a}\``) - comment.indexOf(`\`${b}\``));
      const isOptional = members.some(({flags}) => flags & ts.TypeFlags.Undefined);
      const text = [...texts.map((value) => `'${value}'`), ...(isOptional ? ['undefined'] : [])];
      for (const field of fieldsOf(node.name.getText(), moduleDoc)) {
        field.type = {text: text.join(' | ')};
      }
    },
  };
}

/** Knows what the decorators of src/elements/properties.ts declare. */
function decorated() {
  const kinds = [
    'text',
    'look',
    'number',
    'flag',
    'declare',
    'property',
    'storedText',
    'storedNumber',
  ];
  return {
    name: 'decorated',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isPropertyDeclaration(node) && !ts.isGetAccessor(node)) return;
      const [decorator] = ts.getDecorators(node) ?? [];
      const [, kind, options = ''] = decorator?.getText().match(/^@(\w+)(.*)$/s) ?? [];
      if (!kinds.includes(kind)) return;
      const name = node.name.getText();
      const [, attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase()] =
        options.match(/attribute: '([^']+)'/) ?? [];
      const reflects = kind === 'look' || options.includes('reflect: true');
      for (const {members = [], attributes} of moduleDoc.declarations) {
        const field = members.find((member) => member.name === name);
        if (!field) continue;
        field.privacy = 'public';
        field.type ??= {text: types.typeToString(types.getTypeAtLocation(node))};
        if (kind === 'property') continue;
        Object.assign(field, {attribute, ...(reflects && {reflects})});
        const {type, description, default: initial} = field;
        attributes.push({
          name: attribute,
          type: {...type},
          ...(initial !== undefined && {default: initial}),
          description,
          fieldName: name,
        });
      }
    },
  };
}

/** Lets a `@default` in a comment stand for a default that the code takes from a constant. */
function saidDefaults() {
  return {
    name: 'said-defaults',
    analyzePhase({ts, node, moduleDoc}) {
      const tag = ts.getJSDocTags(node).find(({tagName}) => tagName.text === 'default');
      if (!ts.isPropertyDeclaration(node) || !tag) return;
      for (const field of fieldsOf(node.name.getText(), moduleDoc)) field.default = tag.comment;
    },
  };
}

/** A property, and the attribute that sets it. */
function fieldsOf(name, {declarations}) {
  return declarations
    .flatMap(({members = [], attributes = []}) => [...members, ...attributes])
    .filter((field) => name === (field.fieldName ?? field.name));
}

/** Leaves out what a page cannot reach. */
function publicOnly() {
  const isPublic = ({name, privacy, static: isStatic}) =>
    !privacy?.match(/private|protected/) && !name.startsWith('#') && !isStatic;
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest}) {
      for (const {declarations} of customElementsManifest.modules) {
        for (const declaration of declarations.filter(({customElement}) => customElement)) {
          declaration.superclass = {name: 'LitElement', package: 'lit'};
          declaration.members = declaration.members.filter(isPublic);
          const fields = new Set(declaration.members.map(({name}) => name));
          declaration.attributes = declaration.attributes.filter(({fieldName}) =>
            fields.has(fieldName),
          );
        }
      }
    },
  };
}

/** Names the files of the package instead of their sources. */
function published() {
  return {
    name: 'published',
    packageLinkPhase({customElementsManifest: manifest}) {
      const modules = JSON.stringify(manifest.modules)
        .replaceAll(`${process.cwd()}/`, '')
        .replace(/\bsrc\/([\w/.-]+)\.ts\b/g, 'dist/$1.js');
      manifest.modules = JSON.parse(modules);
      manifest.schemaVersion = '2.1.0';
    },
  };
}
