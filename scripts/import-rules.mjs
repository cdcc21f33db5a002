/** The import rule of CONTRIBUTING.md for ESLint: which folder may import which. A file may always import from its own folder. */
import tseslint from 'typescript-eslint';

/** Folders of `src/`, and the folders that each may import. */
const layers = {
  wire: [],
  model: ['wire'],
  data: ['model', 'wire'],
  internal: ['model', 'wire'],
  languages: ['internal', 'model'],
  store: ['data', 'model', 'wire', 'internal'],
  elements: ['store', 'data', 'model', 'wire', 'languages', 'internal'],
  features: ['player', 'elements', 'store', 'data', 'model', 'wire', 'languages', 'internal'],
  player: ['elements', 'data', 'model', 'wire', 'languages', 'internal'],
  define: ['elements', 'features', 'player', 'languages', 'internal'],
  react: ['define', 'elements', 'internal'],
  vue: ['define', 'elements', 'internal'],
  server: ['define', 'elements', 'internal'],
};

/** Folders without access to a page, so that they work on servers, in workers and with other views. */
const WITHOUT_DOM = ['wire', 'model', 'data', 'store'];

/** Globals that these folders must not use. */
const DOM_GLOBALS = [
  'document',
  'window',
  'customElements',
  'HTMLElement',
  'Element',
  'MutationObserver',
  'IntersectionObserver',
  'ResizeObserver',
  'requestAnimationFrame',
];

/** The only modules of features that elements import statically, apart from types. All others are loaded with `import()`. */
const FEATURE_HOST = String.raw`feature-host\.js|server-drawn-features\.js`;

export const importRules = [
  ...Object.entries(layers).map(([folder, allowed]) => ({
    files: [`src/${folder}/**/*.ts`, `src/${folder}/**/*.tsx`],
    plugins: {'@typescript-eslint': tseslint.plugin},
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {patterns: restrictionsOf(folder, allowed)},
      ],
      ...(WITHOUT_DOM.includes(folder) && {
        'no-restricted-globals': ['error', ...DOM_GLOBALS],
        'no-restricted-syntax': [
          'error',
          {selector: 'ImportExpression', message: `src/${folder} must not use import().`},
        ],
      }),
    },
  })),
  {
    // The proxy has secrets, which must not get into a bundle, and the proxy must not depend on browser code.
    files: ['proxy/src/**/*.ts'],
    plugins: {'@typescript-eslint': tseslint.plugin},
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^(\.\./)+src/(?!wire/)`,
              message: 'The proxy imports only src/wire of the gallery.',
            },
            {regex: String.raw`^(@?lit($|[-/])|react|vue)`, message: 'The proxy renders nothing.'},
          ],
        },
      ],
    },
  },
];

function restrictionsOf(folder, allowed) {
  const forbidden = Object.keys(layers).filter(
    (other) => other !== folder && !allowed.includes(other),
  );
  const isLater = (other) => folder === 'elements' && ['features', 'player'].includes(other);
  const names = forbidden.filter((other) => !isLater(other));
  return [
    {
      regex: String.raw`^(\./|(\.\./)+)(src/)?(${names.join('|')})(/|\.js$)`,
      message: `src/${folder} imports ${allowed.join(', ') || 'nothing'}; see CONTRIBUTING.md.`,
    },
    {regex: String.raw`^(\.\./)+proxy/`, message: 'The gallery and its proxy share only src/wire.'},
    ...(folder === 'elements'
      ? [
          {
            regex: String.raw`^(\.\./)+features/(?!${FEATURE_HOST})`,
            allowTypeImports: true,
            message: 'Features are loaded on demand, with import().',
          },
          {
            regex: String.raw`^(\.\./)+player/`,
            allowTypeImports: true,
            message: 'The player is loaded on demand, with import().',
          },
        ]
      : []),
    ...(WITHOUT_DOM.includes(folder)
      ? [{regex: String.raw`^@?lit($|[-/])`, message: `src/${folder} must not use Lit.`}]
      : []),
  ];
}
