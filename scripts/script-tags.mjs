/**
 * Prints the script tags for a public CDN with their hashes, at the end of `npm run build`. Writes all hashes into
 * dist/integrity.json, and with `--docs` the tags into docs/installation.md.
 */
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import process from 'node:process';
import {writeInPage} from './markdown.mjs';

const {name, version} = JSON.parse(readFileSync('package.json', 'utf8'));
const cdn = `https://cdn.jsdelivr.net/npm/${name}@${version}/dist/`;

const files = [
  ...readdirSync('dist').filter((file) => /\.(min\.js|css)$/.test(file)),
  ...readdirSync('dist/languages')
    .filter((file) => file.endsWith('.js'))
    .map((file) => `languages/${file}`),
].sort();
const hashes = Object.fromEntries(files.map((file) => [file, hashOf(`dist/${file}`)]));
writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);

/** Files that the module script loads, without languages, which contain only texts. */
const loadedLater = files.filter(
  (file) => /^cloud-vod-gallery\.[a-z-]+\.min\.js$/.test(file) && !/\.(all|classic)\./.test(file),
);
const map = {
  integrity: Object.fromEntries(loadedLater.map((file) => [cdn + file, hashes[file]])),
};

const tags = `<link
  rel="stylesheet"
  href="${cdn}loading.css"
  integrity="${hashes['loading.css']}"
  crossorigin="anonymous"
/>

<!-- As an ES module, with the hashes of the files that it loads … -->
<script type="importmap">
${JSON.stringify(map, null, 2).replaceAll(/^/gm, '  ')}
</script>
${tag('type="module"', 'cloud-vod-gallery.min.js')}

<!-- … or with everything in one file … -->
${tag('type="module"', 'cloud-vod-gallery.all.min.js')}

<!-- … or as a classic script, which needs \`crossorigin\` to find its languages -->
${tag('defer', 'cloud-vod-gallery.classic.min.js')}`;

if (process.argv.includes('--docs')) {
  await writeInPage(
    'docs/installation.md',
    'scripts/script-tags.mjs',
    `\`\`\`html\n${tags}\n\`\`\``,
  );
} else {
  console.log(`\n${tags}\n`);
}

function tag(kind, file) {
  return `<script
  ${kind}
  src="${cdn}${file}"
  integrity="${hashes[file]}"
  crossorigin="anonymous"
></script>`;
}

function hashOf(file) {
  return `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;
}
