/** What everything weighs that a page can load (`npm run size`), with a budget for each. */
import process from 'node:process';
import {entriesOf} from './scripts/entries.mjs';

/**
 * The budgets, in bytes of brotli, of each entry in `exports`: as a bundle without Lit, and with Lit inside where
 * it has any. A new entry needs a line here. What runs on servers, and what is no code, has none.
 */
const budgets = {
  '.': [22900, 27800],
  './define': [22900, 27800],
  './define/video-list': [22900, 27800],
  './define/video-card': [8100, 13300],
  './define/resolution-badge': [3450, 8800],
  './languages/*': [1200],
  './store': [11500],
  './react': [23400, 28400],
  './vue': [23400, 28400],
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
    limit: '24800 B',
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
