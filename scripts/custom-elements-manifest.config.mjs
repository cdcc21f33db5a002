/** How custom-elements.json is made of src/elements (`npm run manifest`). */
export default {
  globs: ['src/elements/**/*.ts'],
  exclude: [
    'src/elements/**/*.styles.ts',
    'src/elements/**/*-controller.ts',
    'src/elements/gallery-element.ts',
  ],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [saidDefaults(), publicOnly(), published()],
};

/** Lets a `@default` in a comment stand for a default that the code takes from a constant. */
function saidDefaults() {
  return {
    name: 'said-defaults',
    analyzePhase({ts, node, moduleDoc}) {
      const tag = ts.getJSDocTags(node).find(({tagName}) => tagName.text === 'default');
      if (!ts.isPropertyDeclaration(node) || !tag) return;
      const name = node.name.getText();
      for (const {members = [], attributes = []} of moduleDoc.declarations) {
        for (const field of [...members, ...attributes]) {
          if (name === (field.fieldName ?? field.name)) field.default = tag.comment;
        }
      }
    },
  };
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
      const modules = JSON.stringify(manifest.modules).replace(
        /\bsrc\/([\w/.-]+)\.ts\b/g,
        'dist/$1.js',
      );
      manifest.modules = JSON.parse(modules);
      manifest.schemaVersion = '2.1.0';
    },
  };
}
