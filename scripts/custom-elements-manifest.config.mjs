import process from 'node:process';

/** Configuration of the analyzer that writes custom-elements.json (`npm run manifest`). */
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
  // Sorted, because the order of files in a folder differs between machines.
  overrideModuleCreation: ({ts, globs}) => modulesOf(ts, globs.toSorted()),
  plugins: [decorated(), documentedDefaults(), choices(), publicOnly(), published()],
};

/** TypeScript's type checker, which resolves the names of types. */
let types;

/** Parses all sources as one program, because the types of a file need its imports. */
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

/** Replaces `CardLayout` by `'grid' | 'list' | 'row'`, for editors and tables. */
function choices() {
  return {
    name: 'choices',
    analyzePhase({ts, node, moduleDoc}) {
      if (!ts.isPropertyDeclaration(node)) return;
      const {types: members = []} = types.getTypeAtLocation(node);
      const choice = members.filter((member) => member.isStringLiteral() && member.value);
      if (choice.length === 0) return;
      // In the order of the comment, which begins with the default. The order of the type checker is arbitrary.
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

/** Reads the declarations of the decorators in src/elements/properties.ts. */
function decorated() {
  const kinds = [
    'text',
    'reflected',
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
      const reflects = kind === 'reflected' || options.includes('reflect: true');
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

/** Uses `@default` of a doc comment for defaults that are constants in the code. */
function documentedDefaults() {
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

/** Removes members that are not public. */
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

/** Replaces paths of sources by those of the package. */
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
