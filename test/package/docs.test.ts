import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {PROJECT} from '../support/package.js';

/** Metaphors, and words for which the project has another term. */
const AVOIDED: Readonly<Record<string, RegExp>> = {
  user: /(?<!screen |log )\b(readers?|viewers?)\b/gi,
  'event, or announcement': /\bdoorbells?\b/gi,
  outline: /\brings?\b/gi,
  'similar, or Debian-based': /\bkin\b/gi,
  server: /\bfar[- ]ends?\b/gi,
  scroller: /\bshel(f|ves)\b/gi,
  stride: /\bpitch\b/gi,
  silently: /\bwithout a word\b/gi,
  'works under': /\bis content with\b/gi,
  'render again': /\b(drawn|asked|made) anew\b/gi,
};

/** Folders of pages, and pages beside package.json. */
const PAGES = [
  ...pagesIn('.', false),
  ...pagesIn('docs', true),
  ...pagesIn('.github', true),
  'proxy/README.md',
];

describe('The documentation', () => {
  it('is a set of pages', () => {
    for (const page of ['README.md', 'docs/types.md', 'docs/decisions/README.md']) {
      assert.ok(PAGES.includes(page), page);
    }
  });

  for (const page of PAGES) {
    it(`${page} has links that lead somewhere`, () => {
      assert.deepEqual(
        linksOf(page).filter((link) => !leadsSomewhere(page, link)),
        [],
      );
    });

    it(`${page} says things in plain words`, () => {
      assert.deepEqual(avoidedIn(proseOf(page)), []);
    });
  }

  it('is linked: every page of docs/ from README.md, every decision from their index', () => {
    const linkedFrom = (page: string) =>
      new Set(linksOf(page).map((link) => targetOf(page, link).file));
    const linked = new Set([...linkedFrom('README.md'), ...linkedFrom('docs/decisions/README.md')]);
    const inDocs = PAGES.filter((page) => page.startsWith('docs/'));
    assert.deepEqual(
      inDocs.filter((page) => !linked.has(page)),
      [],
    );
  });

  it('has a README of at most 250 lines, and a CONTRIBUTING of at most 120', () => {
    assert.ok(textOf('README.md').split('\n').length <= 250);
    assert.ok(textOf('CONTRIBUTING.md').split('\n').length <= 120);
  });

  it('has the same steps in the two pages of Five minutes', () => {
    const steps = [...textOf('docs/five-minutes.md').matchAll(/^## (\d.*)$/gm)];
    const shown = [...textOf('demo/five-minutes.html').matchAll(/<h2[^>]*>(.*)<\/h2>/g)];
    assert.ok(steps.length > 0);
    assert.deepEqual(
      shown.map(([, heading]) => heading),
      steps.map(([, heading]) => heading),
    );
  });

  it('has a reason for every override of a dependency', () => {
    const {overrides = {}} = JSON.parse(textOf('package.json')) as {overrides?: object};
    const reasons = textOf('docs/decisions/package-checks.md');
    for (const name of Object.keys(overrides)) assert.ok(reasons.includes(`- \`${name}\``), name);
  });

  it('has three parts in every decision, in this order', () => {
    for (const page of pagesIn('docs/decisions', false).filter((page) => !/README/.test(page))) {
      const headings = [...textOf(page).matchAll(/^(#+ .*)$/gm)].map(([heading]) => heading);
      assert.match(headings[0] ?? '', /^# .{10}/, page);
      assert.deepEqual(headings.slice(1), ['## Context', '## Decision', '## Cost'], page);
    }
  });
});

describe('The page about errors', () => {
  const page = textOf('docs/troubleshooting.md');

  it('has every code of a failed request, and no other', () => {
    const type = /export type VideoListErrorCode =([^;]*);/.exec(
      textOf('src/data/video-list-error.ts'),
    )?.[1];
    const codes = [...(type ?? '').matchAll(/'([\w-]+)'/g)].map(([, code]) => code);
    assert.ok(codes.length > 4);
    const table = page.slice(page.indexOf('| `error.code`'), page.indexOf('A record that'));
    const rows = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map(([, code]) => code);
    assert.deepEqual(rows.sort(), codes.sort());
  });

  it('has console messages as the source has them', () => {
    const table = page.slice(page.indexOf('## The console says'), page.indexOf('## Browsers'));
    const messages = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell]) =>
      [...cell!.matchAll(/`([^`]+)`/g)].map(([, message]) => message!),
    );
    const calls = sourcesIn('src').flatMap((file) => textOf(file).match(/warnOnce\([^;]*/g) ?? []);
    assert.ok(messages.length > 5);
    const isSaid = (message: string) =>
      calls.some((call) => message.split('…').every((part) => call.includes(part)));
    assert.deepEqual(
      messages.filter((message) => !isSaid(message)),
      [],
    );
  });
});

describe('The comments of the source', () => {
  for (const folder of ['src', 'proxy/src', 'scripts']) {
    it(`say things in plain words: ${folder}`, () => {
      const found = sourcesIn(folder).flatMap((file) =>
        avoidedIn(commentsOf(file)).map((word) => `${file}: ${word}`),
      );
      assert.deepEqual(found, []);
    });
  }
});

describe('The checks of the documentation', () => {
  it('find a word that we avoid, and let code and screen readers pass', () => {
    assert.deepEqual(avoidedIn('The viewer hears a ring. Screen readers do not.').length, 2);
    assert.deepEqual(avoidedIn(withoutCode('`getReader()` and\n```js\nreader\n```\n')), []);
  });

  it('find a link to a page or a heading that is not there', () => {
    assert.ok(leadsSomewhere('README.md', 'docs/access.md#signed-links'));
    assert.ok(!leadsSomewhere('README.md', 'docs/access.md#signed-link'));
    assert.ok(!leadsSomewhere('README.md', 'docs/no-such-page.md'));
    const text = '# One\n## [Two](page.md#x) & `three`\n## One\n';
    assert.deepEqual(anchorsIn(text), ['one', 'two--three', 'one-1']);
  });
});

function textOf(page: string): string {
  return readFileSync(path.join(PROJECT, page), 'utf8');
}

function pagesIn(folder: string, isDeep: boolean): string[] {
  const root = path.join(PROJECT, folder);
  if (!existsSync(root)) return [];
  const files = readdirSync(root, {recursive: isDeep}) as string[];
  return files.filter((file) => file.endsWith('.md')).map((file) => path.join(folder, file));
}

function sourcesIn(folder: string): string[] {
  const files = readdirSync(path.join(PROJECT, folder), {recursive: true}) as string[];
  return files
    .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))
    .map((file) => `${folder}/${file}`);
}

function withoutCode(text: string): string {
  return text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
}

/** The text of a page, without code and without the addresses of links. */
function proseOf(page: string): string {
  return withoutCode(textOf(page)).replace(/\]\([^)]*\)/g, ']');
}

function commentsOf(file: string): string {
  const comments = textOf(file).match(/\/\*[^]*?\*\/|(?<=\s|^)\/\/.*/g) ?? [];
  return withoutCode(comments.join('\n')).replace(/@csspart \S+|--[\w-]+/g, '');
}

function avoidedIn(text: string): string[] {
  return Object.entries(AVOIDED).flatMap(([better, pattern]) =>
    [...text.matchAll(pattern)].map(([word]) => `"${word}": say ${better}`),
  );
}

/** Addresses of links and images, except external ones. */
function linksOf(page: string): string[] {
  const links = [...withoutCode(textOf(page)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to!);
  return links.filter((link) => !/^[a-z]+:/.test(link));
}

function targetOf(page: string, link: string): {file: string; heading: string | undefined} {
  const [file = '', heading] = link.split('#');
  return {file: file ? path.join(path.dirname(page), file) : page, heading};
}

function leadsSomewhere(page: string, link: string): boolean {
  const {file, heading} = targetOf(page, link);
  if (!existsSync(path.join(PROJECT, file))) return false;
  return heading === undefined || headingsOf(file).includes(heading);
}

function headingsOf(page: string): string[] {
  return anchorsIn(textOf(page).replace(/^```[^]*?^```/gm, ''));
}

/** The anchors of headings as on GitHub: without the addresses of links, and numbered if they are repeated. */
function anchorsIn(text: string): string[] {
  const seen = new Map<string, number>();
  return [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => {
    const anchor = heading!
      .replace(/\]\([^)]*\)/g, ']')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replace(/\s/g, '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}
