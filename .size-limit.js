/** What everything weighs that a page can load (`npm run size`), with a budget for each. */
import process from 'node:process';
import {entriesOf} from './scripts/entries.mjs';

/**
 * The budgets, in bytes of brotli, of each entry in `exports`: as a bundle without Lit, and with Lit inside where
 * it has any. A new entry needs a line here. What runs on servers, and what is no code, has none.
 *
 * The list's entries are above their target of 27,000 bytes with everything: its features have modules of their own
 * (src/features) but are not loaded separately yet. With that the first script has to end below 15,000.
 */
const budgets = {
  '.': [38300, 40900],
  './define': [38300, 40900],
  './define/video-list': [38300, 40900],
  './define/video-card': [9200, 14100],
  './define/resolution-badge': [4300, 9400],
  './languages/*': [1400],
  './store': [11500],
  './react': [38750, 41300],
  './vue': [38750, 41300],
  './loading.css': [800],
};
const unmeasured = ['./jsx', './custom-elements.json', './package.json'];

/** What pages with a script tag load; see docs/installation.md. */
const scripts = {
  'script tag, ES module': 'dist/cloud-vod-gallery.min.js',
  'script tag, classic': 'dist/cloud-vod-gallery.classic.min.js',
};

export default [
  ...Object.entries(scripts).map(([name, path]) => ({
    name,
    path,
    limit: '38300 B',
    disablePlugins: ['@size-limit/esbuild'],
  })),
  ...entriesOf(process.cwd()).flatMap(checksOf),
];

function checksOf({key, path: name, file}) {
  if (unmeasured.includes(key)) return [];
  const budget = budgets[`.${name.slice('cloud-vod-gallery'.length)}`] ?? budgets[key];
  if (!budget) throw new Error(`${name} has no budget in .size-limit.js.`);
  const [limit, limitWithLit] = budget;
  const check = {path: file, modifyEsbuildConfig: asAModule};
  return [
    {...check, name, limit: `${limit} B`, ignore: ['lit']},
    ...(limitWithLit ? [{...check, name: `${name}, Lit inside`, limit: `${limitWithLit} B`}] : []),
  ];
}

/** As a page's own bundler would do it: languages, which are fetched when they are wanted, stay outside. */
function asAModule(config) {
  const laterOutside = {
    name: 'later-outside',
    setup({onResolve}) {
      onResolve({filter: /./}, ({kind, path}) =>
        kind === 'dynamic-import' ? {path, external: true} : undefined,
      );
    },
  };
  return {...config, format: 'esm', target: 'es2022', plugins: [laterOutside]};
}
