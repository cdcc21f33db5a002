import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';

/**
 * What can be imported from a package, as its `exports` say, with patterns spelt out. Each entry has its key in
 * `exports`, the path by which it is imported, and, relative to the package, the file of its code and of its
 * types, if it has these.
 *
 * @param {string} folder - Where the package is, built.
 * @param {readonly string[]} conditions - Those by which a target is chosen; Node's, when nothing else is said.
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

/** Where conditions lead to, as Node and TypeScript follow them: the first that holds. */
function targetFor(conditions, target) {
  if (target === null || typeof target === 'string') return target ?? undefined;
  const key = Object.keys(target).find((condition) => conditions.includes(condition));
  return key && targetFor(conditions, target[key]);
}

/** What the star of a path can stand for; without a star a single nothing, and nothing at all for no path. */
function wordsFor(folder, pattern) {
  if (!pattern) return [];
  if (!pattern.includes('*')) return [undefined];
  const [start, end] = path.basename(pattern).split('*');
  return readdirSync(path.join(folder, path.dirname(pattern)))
    .filter((name) => name.startsWith(start) && name.endsWith(end))
    .map((name) => name.slice(start.length, -end.length))
    .sort();
}
