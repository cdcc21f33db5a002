import {readFileSync} from 'node:fs';
import {codeBlock} from './code-block.js';

/** Files of the examples, by framework. The tests run these files. */
const KINDS = {
  HTML: (name: string) => `test/apps/html/${name}.html`,
  React: (name: string) => `test/apps/react/src/examples/${pascal(name)}.tsx`,
  Vue: (name: string) => `test/apps/vue/src/examples/${pascal(name)}.vue`,
};

/** Names of the examples. Each exists for all frameworks. */
export const snippetNames = [
  'gallery',
  'selection',
  'filters',
  'layouts',
  'video-card',
  'resolution-badge',
] as const;

/** Renders the code of an example, in a tab for each framework. The build fails if a file is missing. */
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

/** Renders the code of a step of docs/five-minutes.md, which a test runs. The build fails if the step is missing. */
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
