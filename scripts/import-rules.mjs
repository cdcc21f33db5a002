/**
 * Which folder of the source may import which others: the import rule of CONTRIBUTING.md, for ESLint. A file may always
 * import its own folder.
 */
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

/** Folders that know no page, so that servers, workers and other views can use them. */
const WITHOUT_DOM = ['wire', 'model', 'data', 'store'];

/** What no such folder may use: names of a page, and of Lit. */
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

/** The only code of features that elements import at once; types may be, and everything else comes by `import()`. */
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
          {selector: 'ImportExpression', message: `src/${folder} loads nothing later.`},
        ],
      }),
    },
  })),
  {
    // The proxy holds a secret, which must not get near a bundle, nor a page's code near the proxy.
    files: ['proxy/src/**/*.ts'],
    plugins: {'@typescript-eslint': tseslint.plugin},
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: String.raw`^(\.\./)+src/(?!wire/)`,
              message: 'Of the gallery, the proxy imports src/wire only.',
            },
            {regex: String.raw`^(@?lit($|[-/])|react|vue)`, message: 'The proxy draws nothing.'},
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
    {regex: String.raw`^(\.\./)+proxy/`, message: 'The gallery and its proxy share src/wire only.'},
    ...(folder === 'elements'
      ? [
          {
            regex: String.raw`^(\.\./)+features/(?!${FEATURE_HOST})`,
            allowTypeImports: true,
            message: 'Features are loaded when they are wanted, by import().',
          },
          {
            regex: String.raw`^(\.\./)+player/`,
            allowTypeImports: true,
            message: 'The player is loaded when it is wanted, by import().',
          },
        ]
      : []),
    ...(WITHOUT_DOM.includes(folder)
      ? [{regex: String.raw`^@?lit($|[-/])`, message: `src/${folder} knows no Lit.`}]
      : []),
  ];
}
