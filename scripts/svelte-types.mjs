/** Writes dist/svelte.d.ts from custom-elements.json: the plain tags, for templates of Svelte 5. Part of the build. */
import {readFile, writeFile} from 'node:fs/promises';

const manifest = JSON.parse(await readFile('custom-elements.json', 'utf8'));
const elements = manifest.modules
  .flatMap(({declarations = []}) => declarations)
  .filter(({tagName}) => tagName);

/** `'page-size'?: VideoListElement['pageSize'];`, for attributes whose properties have another name. */
function attributeLines({name, attributes = []}) {
  return attributes
    .filter((attribute) => attribute.fieldName && attribute.fieldName !== attribute.name)
    .map(({name: key, fieldName}) => `      '${key}'?: ${name}['${fieldName}'] | undefined;`);
}

/** `'onvideo-select'?: (event: VideoSelectEvent) => void;` */
function eventLines({events = []}) {
  return events.map(
    ({name, type}) => `      'on${name}'?: ((event: ${type.text}) => void) | null | undefined;`,
  );
}

const tags = elements.map(
  (element) => `    '${element.tagName}': TagProps<${element.name}, {
${[...attributeLines(element), ...eventLines(element)].join('\n')}
    }>;`,
);
const names = elements.map(({name}) => name);
const events = new Set(
  elements.flatMap((element) => (element.events ?? []).map(({type}) => type.text)),
);
events.delete('Event');

await writeFile(
  'dist/svelte.d.ts',
  `/** Types of the plain tags in templates of Svelte 5. */
import type {HTMLAttributes} from 'svelte/elements';
import type {ElementProperties} from './elements/element-properties.js';
import type {${[...names, ...events].sort().join(', ')}} from './index.js';

type TagProps<E extends import('lit').LitElement, Others> = ElementProperties<E> &
  Others &
  Omit<HTMLAttributes<E>, keyof ElementProperties<E> | keyof Others>;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags.join('\n')}
  }
}
`,
);
