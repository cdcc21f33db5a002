import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/**
 * Lists what can be imported from a package, from its `exports` with patterns expanded. Each entry has its key in
 * `exports`, its import path, and the files of its code and its types, relative to the package.
 *
 * @param {string} folder - Folder of the built package.
 * @param {readonly string[]} conditions - Conditions that select a target. Default: those of Node.
 */
export function entriesOf(folder, conditions = ['node', 'import', 'default']) {
  const {name, exports} = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return Object.entries(exports).flatMap(([key, target]) => {
    const file = targetFor(conditions, target);
    const types = targetFor(['types', 'import', 'default'], target);
    return wordsFor(folder, file ?? types)
      .filter((word) => word === undefined || exports[key.replace('*', word)] !== null)
      .map((word) => ({
        key,
        path: (name + key.slice(1)).replace('*', word),
        file: file?.replace('*', word),
        types: types?.endsWith('.d.ts') ? types.replace('*', word) : undefined,
      }));
  });
}

/** Resolves conditional exports as Node and TypeScript do: the first matching condition. */
function targetFor(conditions, target) {
  if (target === null || typeof target === 'string') return target ?? undefined;
  const key = Object.keys(target).find((condition) => conditions.includes(condition));
  return key && targetFor(conditions, target[key]);
}

/** Values of `*` in a pattern; `[undefined]` without `*`, and an empty array without a path. */
function wordsFor(folder, pattern) {
  if (!pattern) return [];
  if (!pattern.includes('*')) return [undefined];
  const [start, end] = path.basename(pattern).split('*');
  return readdirSync(path.join(folder, path.dirname(pattern)))
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .map((name) => name.slice(start.length, -end.length))
    .sort();
}
