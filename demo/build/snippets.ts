import {readFileSync} from 'node:fs';
import {escapeHtml} from './escape-html.js';

/** Where the examples are that the tests run, by framework. */
const KINDS = {
  HTML: (name: string) => `test/apps/html/${name}.html`,
  React: (name: string) => `test/apps/react/src/examples/${pascal(name)}.tsx`,
  Vue: (name: string) => `test/apps/vue/src/examples/${pascal(name)}.vue`,
};

/** The examples there are, each for all frameworks: a missing one fails the build. */
export const snippetNames = [
  'gallery',
  'selection',
  'filters',
  'layouts',
  'video-card',
  'resolution-badge',
] as const;

/** The code of an example in tabs, one for each framework. */
export function snippetTabs(name: string): string {
  const kinds = Object.entries(KINDS);
  const tabs = kinds.map(
    ([kind], index) =>
      `<button role="tab" id="${name}-${kind}-tab" aria-controls="${name}-${kind}" aria-selected="${index === 0}"${index > 0 ? ' tabindex="-1"' : ''}>${kind}</button>`,
  );
  const panels = kinds.map(
    ([kind, fileOf], index) =>
      `<div role="tabpanel" id="${name}-${kind}" aria-labelledby="${name}-${kind}-tab"${index > 0 ? ' hidden' : ''}>${codeBlock(readFileSync(fileOf(name), 'utf8'))}</div>`,
  );
  return `<div class="tabs"><div role="tablist" aria-label="Code of ${name}">${tabs.join('')}</div>${panels.join('')}</div>`;
}

/** Code with a button that copies it. */
export function codeBlock(code: string): string {
  return `<div class="code"><button type="button" class="copy">Copy</button><pre tabindex="0"><code>${escapeHtml(code.trimEnd())}</code></pre></div>`;
}

/** The code of a step of docs/five-minutes.md, which a test runs: a missing one fails the build. */
export function documentedStep(name: string): string {
  const page = readFileSync('docs/five-minutes.md', 'utf8');
  const start = page.search(new RegExp(`^\`\`\`\\w+ ${name.replaceAll('.', '\\.')}$`, 'm'));
  if (start < 0) throw new Error(`docs/five-minutes.md has no step "${name}".`);
  const code = page.slice(page.indexOf('\n', start) + 1);
  return code.slice(0, code.indexOf('\n```'));
}

function pascal(name: string) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
