import {readFileSync} from 'node:fs';
import {codeBlock} from './code-block.js';

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
      `<div role="tabpanel" id="${name}-${kind}" aria-labelledby="${name}-${kind}-tab"${index > 0 ? ' hidden' : ''}>${codeBlock(readFileSync(fileOf(name), 'utf8'), kind === 'React' ? 'tsx' : 'xml')}</div>`,
  );
  return `<div class="tabs"><div role="tablist" aria-label="Code of ${name}">${tabs.join('')}</div>${panels.join('')}</div>`;
}

/** A step of docs/five-minutes.md, which a test runs, with a button that copies it: a missing one fails the build. */
export function documentedStep(name: string): string {
  const page = readFileSync('docs/five-minutes.md', 'utf8');
  const start = page.search(new RegExp(`^\`\`\`(\\w+) ${name.replaceAll('.', '\\.')}$`, 'm'));
  if (start < 0) throw new Error(`docs/five-minutes.md has no step "${name}".`);
  const [info = '', ...lines] = page.slice(start).split('\n');
  const code = lines.slice(0, lines.indexOf('```')).join('\n');
  return codeBlock(code, /\w+/.exec(info)?.[0]);
}

function pascal(name: string) {
  return name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
