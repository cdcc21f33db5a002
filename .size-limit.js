/** Sizes of everything that a page can load, with budgets (`npm run size`). */
import {readdirSync} from 'node:fs';
import process from 'node:process';
import {entriesOf} from './scripts/entries.mjs';

/**
 * Budgets in bytes of brotli for each entry in `exports`: as a bundle without Lit, and with Lit inside. Modules that are
 * loaded on demand are not included. A new entry needs a line here. Entries for servers, and entries without code, have no
 * budget.
 */
const budgets = {
  '.': [27600, 30140],
  './define': [27630, 30240],
  './define/all': [51580, 53990],
  './define/video-list': [27450, 30140],
  './define/video-card': [10050, 15030],
  './define/resolution-badge': [4650, 9740],
  './languages/*': [1400],
  './define/player': [20300, 23000],
  './player': [20300, 23000],
  './store': [12020],
  './react': [30150, 33040],
  './react/player': [22550, 25600],
  './vue/player': [22450, 25510],
  './vue': [29900, 32800],
  './json-ld': [1000],
  './loading.css': [810],
};
const unmeasured = ['./jsx', './svelte', './server', './custom-elements.json', './package.json'];

/**
 * Budgets of the files for script tags; see docs/installation.md. A new file needs a line here. The script alone shows a
 * first page. All files together are what a page loads that uses everything.
 */
const scripts = {
  'cloud-vod-gallery.min.js': 27330,
  'cloud-vod-gallery.long-list.min.js': 9610,
  'cloud-vod-gallery.selection.min.js': 3060,
  'cloud-vod-gallery.toolbar.min.js': 3850,
  'cloud-vod-gallery.live.min.js': 2420,
  'cloud-vod-gallery.history.min.js': 2500,
  'cloud-vod-gallery.row.min.js': 1200,
  'cloud-vod-gallery.preview.min.js': 1000,
  'cloud-vod-gallery.details.min.js': 1350,
  'cloud-vod-gallery.covers.min.js': 1210,
  'cloud-vod-gallery.impressions.min.js': 950,
  'cloud-vod-gallery.play.min.js': 3540,
  'cloud-vod-gallery.video-player.min.js': 11080,
  'cloud-vod-gallery.positions.min.js': 650,
};
const wholeScripts = {
  'cloud-vod-gallery.all.min.js': 49060,
  'cloud-vod-gallery.all.video-player.min.js': 11080,
  'cloud-vod-gallery.all.positions.min.js': 650,
  'cloud-vod-gallery.classic.min.js': 60840,
};

/**
 * A budget with 0.2 percent more, for the noise of the compression. The same script has 27,217 to 27,307 bytes with 60 different
 * stamps, so without it, the check would depend on chance.
 */
const withNoise = (limit) => `${Math.round(limit * 1.002)} B`;

const budgeted = [...Object.keys(scripts), ...Object.keys(wholeScripts)];
for (const name of readdirSync('dist').filter((name) => name.endsWith('.min.js'))) {
  if (!budgeted.includes(name)) throw new Error(`${name} has no budget in .size-limit.js.`);
}

export default [
  ...Object.entries({...scripts, ...wholeScripts}).map(([name, limit]) => ({
    name,
    path: `dist/${name}`,
    limit: withNoise(limit),
    disablePlugins: ['@size-limit/esbuild'],
  })),
  {
    name: 'cloud-vod-gallery.min.js with all that it can load',
    path: Object.keys(scripts).map((name) => `dist/${name}`),
    limit: withNoise(68800),
    disablePlugins: ['@size-limit/esbuild'],
  },
  ...entriesOf(process.cwd(), ['import', 'default']).flatMap(checksOf),
];

function checksOf({key, path: name, file}) {
  if (unmeasured.includes(key)) return [];
  const budget = budgets[`.${name.slice('cloud-vod-gallery'.length)}`] ?? budgets[key];
  if (!budget) throw new Error(`${name} has no budget in .size-limit.js.`);
  const [limit, limitWithLit] = budget;
  const check = {path: file, modifyEsbuildConfig: asAModule};
  return [
    {...check, name, limit: withNoise(limit), ignore: ['lit', 'lit-html']},
    ...(limitWithLit
      ? [{...check, name: `${name}, Lit inside`, limit: withNoise(limitWithLit)}]
      : []),
  ];
}

/** Bundles as an application would. Languages, which are loaded on demand, are not included. */
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
