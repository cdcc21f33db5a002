/**
 * Runs Lighthouse on the site as `npm start` serves it (`npm run lighthouse`), and fails below the expected scores. Each
 * score is the median of five runs, as Lighthouse advises: the performance of one run varies by ten points.
 */
import lighthouse, {desktopConfig, type RunnerResult} from 'lighthouse';
import {openChromium} from '../test/support/chromium.js';
import {startDemo} from '../test/support/demo-process.js';
import {untilIdle} from '../test/support/until-idle.js';

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
const NAMES = Object.keys(LEAST) as (keyof typeof LEAST)[];
const RUNS = 5;

/** Lighthouse sometimes loses the beginning of a load; it advises to run it again. */
const ATTEMPTS = 3;

const demo = await startDemo();
const browser = await openChromium();
try {
  process.exitCode = (await printScores()) ? 0 : 1;
} finally {
  await browser.close();
  await demo.close();
}

/** Resolves with `true` if no score is too low. */
async function printScores() {
  let isGood = true;
  console.log(
    `| page | on | ${NAMES.join(' | ')} |\n| --- | --- | ${'--- | '.repeat(NAMES.length)}`,
  );
  for (const page of PAGES) {
    for (const device of ['phone', 'desktop'] as const) {
      const runs: RunnerResult['lhr'][] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await audit(demo.base + page, device));
      const scores = NAMES.map((name) => {
        const median = runs.sort((a, b) => scoreOf(a, name) - scoreOf(b, name))[(RUNS - 1) / 2]!;
        const score = scoreOf(median, name);
        if (score >= LEAST[name]) return `${score}`;
        isGood = false;
        for (const {id, displayValue = ''} of failedAudits(median, name))
          console.error(`  ${page}: ${id} ${displayValue}`);
        return `**${score}**`;
      });
      console.log(`| ${page} | ${device} | ${scores.join(' | ')} |`);
    }
  }
  return isGood;
}

async function audit(url: string, device: 'phone' | 'desktop') {
  for (let attempt = 1; ; attempt++) {
    const lhr = await auditOnce(url, device);
    const {runtimeError} = lhr;
    if (!runtimeError) return lhr;
    if (attempt === ATTEMPTS) throw new Error(`${url}: ${runtimeError.message}`);
  }
}

async function auditOnce(url: string, device: 'phone' | 'desktop') {
  const page = await browser.newPage();
  // A new window loads pages of the browser itself, on the same processors.
  await untilIdle(browser);
  const config = device === 'desktop' ? desktopConfig : undefined;
  const run = await lighthouse(url, {onlyCategories: NAMES, logLevel: 'error'}, config, page);
  await page.close();
  return run!.lhr;
}

/** From 0 to 100. */
function scoreOf({categories}: RunnerResult['lhr'], name: string) {
  return Math.round((categories[name]!.score ?? 0) * 100);
}

function failedAudits({categories, audits}: RunnerResult['lhr'], name: string) {
  return categories[name]!.auditRefs.map(({id}) => audits[id]!).filter(
    ({score}) => score !== null && score < 1,
  );
}
