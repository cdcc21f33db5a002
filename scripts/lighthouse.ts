/** Runs Lighthouse on the site as `npm start` serves it (`npm run lighthouse`), and fails below the expected scores. */
import lighthouse, {desktopConfig} from 'lighthouse';
import {openChromium} from '../test/support/chromium.js';
import {startDemo} from '../test/support/demo-process.js';

/** Default pages, or those of the command line. */
const PAGES =
  process.argv.length > 2
    ? process.argv.slice(2)
    : [
        'index.html',
        'five-minutes.html',
        'docs-proxy.html',
        'video-list.html',
        'playground.html',
        'examples.html',
      ];

const LEAST = {accessibility: 100, 'best-practices': 100, seo: 100, performance: 95};

const demo = await startDemo();
const browser = await openChromium();
const port = Number(new URL(browser.wsEndpoint()).port);
let isBelow = false;
console.log(
  `| page | on | ${Object.keys(LEAST).join(' | ')} |\n| --- | --- | ${'--- | '.repeat(4)}`,
);
for (const page of PAGES) {
  for (const device of ['phone', 'desktop']) {
    const options = {port, onlyCategories: Object.keys(LEAST), logLevel: 'error'} as const;
    const config = device === 'desktop' ? desktopConfig : undefined;
    const run = await lighthouse(demo.base + page, options, config);
    const {categories, audits} = run!.lhr;
    const scores = Object.entries(LEAST).map(([name, least]) => {
      const score = Math.round((categories[name]!.score ?? 0) * 100);
      if (score >= least) return `${score}`;
      isBelow = true;
      const failed = categories[name]!.auditRefs.map(({id}) => audits[id]!).filter(
        ({score}) => score !== null && score < 1,
      );
      for (const {id, displayValue = ''} of failed)
        console.error(`  ${page}: ${id} ${displayValue}`);
      return `**${score}**`;
    });
    console.log(`| ${page} | ${device} | ${scores.join(' | ')} |`);
  }
}
await browser.close();
await demo.close();
process.exitCode = isBelow ? 1 : 0;
