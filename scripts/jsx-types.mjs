/** Writes dist/jsx.d.ts from custom-elements.json: the plain tags, for frameworks that use JSX. Part of the build. */
import {readFile, writeFile} from 'node:fs/promises';
import {generateJsxTypes} from '@wc-toolkit/jsx-types';

const FILE = 'dist/jsx.d.ts';

/** Global attributes that the generator leaves out. */
const BOOLEANS =
  'inert?: boolean | undefined; autoFocus?: boolean | undefined; draggable?: boolean | undefined;';

/** In Solid, `ref` can be a variable. */
const SOLID_BASE = `type SolidBaseProps<T extends HTMLElement> = Omit<BaseProps<T>, 'ref'> & {
  ref?: T | ((e: T) => void) | undefined;
};
`;

const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
generateJsxTypes(manifest, {
  outdir: 'dist',
  fileName: 'jsx.d.ts',
  globalTypePath: './index.js',
  includeDefaultDOMEvents: true,
});

// The generator does not import the event classes, so events would be `any`, and it supports only functions as refs.
const types = await readFile(FILE, 'utf8');
const events = [...new Set(types.match(/\b(?:Video|Selection)\w+Event\b/g))].sort();
const ref = /ref\?: \(T \| \(\(e: T\) => void\)\) \| undefined;/;
const hidden = 'hidden?: boolean | string | undefined;';
const solidBase = /(SolidJsProps &\s+)BaseProps</g;
if (!ref.test(types) || !solidBase.test(types) || !types.includes(hidden)) {
  throw new Error('The generated types have changed. Adapt scripts/jsx-types.mjs.');
}
await writeFile(
  FILE,
  `import type {${events.join(', ')}} from './index.js';\n${SOLID_BASE}${types
    .replace(solidBase, '$1SolidBaseProps<')
    .replace(ref, 'ref?: ((e: T | null) => void) | {current: T | null} | null | undefined;')
    .replace(hidden, `${hidden}\n  ${BOOLEANS}`)}`,
);
