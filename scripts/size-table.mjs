/**
 * Writes the size of each entry into docs/installation.md (`npm run figures`), as size-limit measures it after a build, and
 * the present size of the script into docs/size-history.md.
 */
import {execFileSync} from 'node:child_process';
import process from 'node:process';
import {entriesOf} from './entries.mjs';
import {code, table, writeInPage} from './markdown.mjs';

/** The files for a page with a script tag. */
const scriptPurposes = {
  'cloud-vod-gallery.min.js': 'The script: what the first page of a list needs',
  'cloud-vod-gallery.long-list.min.js':
    'Loaded after the first cards: other result pages, long lists',
  'cloud-vod-gallery.selection.min.js': '`selection`',
  'cloud-vod-gallery.toolbar.min.js': '`toolbar`',
  'cloud-vod-gallery.live.min.js': '`live`, and videos that are being transcoded',
  'cloud-vod-gallery.history.min.js': '`history`',
  'cloud-vod-gallery.row.min.js': '`layout="row"`: arrow buttons and keys',
  'cloud-vod-gallery.preview.min.js': '`preview`',
  'cloud-vod-gallery.impressions.min.js': '`impressions`',
  'cloud-vod-gallery.details.min.js': '`show`, and the bar for what was watched',
  'cloud-vod-gallery.covers.min.js': 'Covers that the proxy resizes, `coverUrl`',
  'cloud-vod-gallery.play.min.js': '`play`: the dialog, next and previous video',
  'cloud-vod-gallery.video-player.min.js': 'The player',
  'cloud-vod-gallery.positions.min.js': '`remember`',
  'cloud-vod-gallery.min.js with all that it can load': 'All of the above',
  'cloud-vod-gallery.all.min.js': 'All features in one ES module',
  'cloud-vod-gallery.all.video-player.min.js': 'The player for this script',
  'cloud-vod-gallery.all.positions.min.js': '`remember` for this script',
  'cloud-vod-gallery.classic.min.js': 'All features and the player in one classic script',
};

/** What the entries are for. A new entry needs a line here; entries with one pattern can share a line. */
const purposes = {
  '.': 'Classes, events, errors, types; registers nothing',
  './define': 'Registers all three tags; features are loaded when they are used',
  './define/all': 'Registers all three tags, with all features',
  './define/video-list': 'Registers `<video-list>` and the tags that it renders',
  './define/video-card': 'Registers `<video-card>` and `<resolution-badge>`',
  './define/resolution-badge': 'Registers `<resolution-badge>`',
  './languages/*': 'The texts of a language',
  './define/player': 'Registers `<video-player>`',
  './player': 'The same, with its events and `forgetPositions`',
  './store': 'The state of a list without a view',
  './react': 'Components for React 18 and 19',
  './react/player': '`<video-player>` for React',
  './vue': 'Components for Vue 3',
  './vue/player': '`<video-player>` for Vue',
  './json-ld': '`VideoObject` data for search engines',
  './loading.css': 'Space for the gallery before its script has run',
};

const sizes = new Map(measured().map(({name, size}) => [name, size]));
const scripts = Object.keys(scriptPurposes);
const rows = new Map();
for (const {key, path} of entriesOf(process.cwd()).filter(({path}) => sizes.has(path))) {
  const own = path.replace(/^[^/]*/, '.');
  const shown = own in purposes ? own : key;
  if (!purposes[shown]) throw new Error(`Add ${path} to the purposes in scripts/size-table.mjs.`);
  rows.set(shown, [...(rows.get(shown) ?? []), path]);
}

const lines = [
  ...scripts.map((name) => [code(name), scriptPurposes[name], '', kB([name])]),
  ...[...rows].map(([shown, paths]) => [
    code(`cloud-vod-gallery${shown.slice(1)}`),
    purposes[shown],
    kB(paths),
    kB(paths.map((path) => `${path}, Lit inside`)),
  ]),
];
await writeInPage(
  'docs/installation.md',
  'scripts/size-table.mjs',
  table(['Entry', '', 'kB', 'kB with Lit inside'], lines).join('\n'),
);

await writeInPage(
  'docs/size-history.md',
  'scripts/size-table.mjs',
  `Now: ${kB(scripts.slice(0, 1))} kB.`,
);

function measured() {
  // It also fails if a budget is exceeded, which `npm run size` reports.
  const options = {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']};
  try {
    return JSON.parse(execFileSync('npx', ['size-limit', '--json'], options));
  } catch ({stdout}) {
    return JSON.parse(stdout);
  }
}

/** A size, or the range of several sizes. */
function kB(names) {
  const numbers = names.filter((name) => sizes.has(name)).map((name) => sizes.get(name));
  if (numbers.length === 0) return '';
  const range = [Math.min(...numbers), Math.max(...numbers)];
  return [...new Set(range.map((size) => (size / 1000).toFixed(1)))].join(' – ');
}
