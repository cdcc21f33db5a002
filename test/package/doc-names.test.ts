import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, it} from 'node:test';
import {HELP} from '../../proxy/src/command/help.js';
import {PROJECT} from '../support/package.js';

interface Element extends Partial<Record<NamedKind, readonly {readonly name: string}[]>> {
  readonly tagName: string;
  readonly members: readonly {readonly name: string; readonly attribute?: string}[];
}

type NamedKind = 'cssProperties' | 'cssParts' | 'cssStates' | 'slots' | 'events';

/** Pages for users, without the decisions. Their names are compared with the manifest and the source. */
const PAGES = [
  'README.md',
  'CHANGELOG.md',
  'proxy/README.md',
  ...readdirSync(path.join(PROJECT, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
];

/** Attributes of every element in HTML, Svelte, Vue, Angular and Solid. */
const GLOBAL_ATTRIBUTE =
  /^(id|class|slot|lang|dir|hidden|ref|data-[\w-]+|aria-[\w-]+|hx-[\w-]+|on[\w:-]+|[@:#.[(].*|v-[\w.-]+|bind:this|prop:\w+|…)$/;

/** Words in capitals that are no setting of the proxy. */
const NO_SETTING = /^(CUSTOM_ELEMENTS_SCHEMA|ENT_QUOTES|LINK_SECRET|SITE_[A-Z_]+)$/;

/** Settings and entries that upgrade notes name because they are gone. */
const REMOVED = ['DATABASE_TOKEN', '/proxy'];

/** Words that begin like an event or a tag of ours, and are the name of a file, a key or a package. */
const NO_NAME = /^video-gallery$/;

const {modules} = jsonOf('custom-elements.json') as {
  modules: readonly {declarations: readonly Element[]}[];
};
const elements = modules.flatMap(({declarations}) => declarations.filter(({tagName}) => tagName));
const tags = elements.map(({tagName}) => tagName);
const names = {
  attributes: new Map(
    elements.map(({tagName, members}) => [
      tagName,
      new Set(members.flatMap(({attribute}) => attribute ?? [])),
    ]),
  ),
  members: new Set(elements.flatMap(({members}) => members.map(({name}) => name))),
  /** The last one is only read by loading.css, before the elements are there. */
  properties: new Set([...namesOf('cssProperties'), '--video-list-cards']),
  parts: new Set(namesOf('cssParts')),
  states: new Set(namesOf('cssStates')),
  slots: new Set(namesOf('slots')),
  events: new Set(namesOf('events')),
};

describe('What pages name', () => {
  const pages = PAGES.map(
    (page) => [page, readFileSync(path.join(PROJECT, page), 'utf8')] as const,
  );

  const foundIn = (pattern: RegExp) =>
    pages.flatMap(([page, text]) =>
      [...text.matchAll(pattern)].map(([, name, more]) => ({page, name: name!, more})),
    );
  const unknown = (pattern: RegExp, isKnown: (name: string) => boolean) => {
    const found = foundIn(pattern);
    assert.ok(found.length > 0, `No page has ${pattern}.`);
    return found.filter(({name}) => !isKnown(name)).map(({page, name}) => `${page}: ${name}`);
  };

  it('is an attribute of the tag', () => {
    const wrong = foundIn(
      /<(video-list|video-card|video-player|resolution-badge)((?:\s+[^\s=>/`]+(?:=(?:"[^"]*"|'[^']*'|\{[^}]*\}+|\$\{[^}]*\}))?)*)\s*\/?>/g,
    ).flatMap(({page, name, more = ''}) =>
      [...more.replace(/=("[^"]*"|'[^']*'|\{.*?\}+|\$\{[^}]*\})/g, '').matchAll(/\S+/g)]
        .map(([attribute]) => attribute)
        .filter((attribute) => !GLOBAL_ATTRIBUTE.test(attribute))
        .filter((attribute) => !names.attributes.get(name)?.has(attribute))
        .map((attribute) => `${page}: <${name} ${attribute}>`),
    );
    assert.deepEqual(wrong, []);
  });

  it('is a custom property', () => {
    assert.deepEqual(
      unknown(/(--(?:video|resolution)-[\w-]+)/g, (name) => names.properties.has(name)),
      [],
    );
  });

  it('is a part, a state or a slot', () => {
    const isPart = (name: string) => names.parts.has(name) || name === 'save';
    assert.deepEqual(unknown(/::part\(([\w-]+)\)/g, isPart), []);
    assert.deepEqual(
      unknown(/:state\(([\w-]+)\)/g, (name) => names.states.has(name)),
      [],
    );
    assert.deepEqual(
      unknown(/slot ?= ?["']([\w-]+)["']/g, (name) => names.slots.has(name)),
      [],
    );
  });

  it('is an event or a tag', () => {
    const isKnown = (name: string) =>
      names.events.has(name) ||
      tags.includes(name) ||
      NO_NAME.test(name) ||
      [...names.attributes.values()].some((attributes) => attributes.has(name));
    assert.deepEqual(unknown(/[`'"@]((?:video|selection)-[a-z-]+)(?=[`'"=])/g, isKnown), []);
  });

  it('is a setting of the proxy', () => {
    const isKnown = (name: string) =>
      NO_SETTING.test(name) || HELP.includes(name) || REMOVED.includes(name);
    assert.deepEqual(unknown(/\b([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)\b/g, isKnown), []);
  });

  it('is every setting of the proxy', () => {
    const docs = pages.map(([, text]) => text).join('\n');
    const settings = [...HELP.matchAll(/^ {4}([A-Z][A-Z_]+)\b/gm)].map(([, name]) => name!);
    assert.ok(settings.length > 40);
    assert.deepEqual(
      settings.filter((name) => !name.endsWith('_FILE') && !new RegExp(`\\b${name}\\b`).test(docs)),
      [],
    );
  });

  it('is a metric of the proxy', () => {
    const metrics = ['command/metrics', 'covers']
      .map((folder) => `proxy/src/${folder}`)
      .flatMap((folder) =>
        readdirSync(path.join(PROJECT, folder)).map((file) => `${folder}/${file}`),
      )
      .map((file) => readFileSync(path.join(PROJECT, file), 'utf8'))
      .join('\n');
    assert.deepEqual(
      unknown(/\bvod_proxy_(\w+)/g, (name) => metrics.includes(name)),
      [],
    );
  });

  it('is a script of package.json, or a command of the proxy', () => {
    const scripts = ['package.json', 'proxy/package.json'].flatMap((file) =>
      Object.keys((jsonOf(file) as {scripts: object}).scripts),
    );
    assert.deepEqual(
      unknown(/npm run ([\w:-]+)/g, (name) => scripts.includes(name)),
      [],
    );
    assert.deepEqual(
      unknown(/cloud-vod-gallery-proxy (-?-?[a-z][\w-]+)/g, (name) => HELP.includes(name)),
      [],
    );
  });

  it('is a property or a method of an element', () => {
    const isMember = (name: string) => names.members.has(name) || name === 'addEventListener';
    assert.deepEqual(unknown(/(?<![-\w])list\.(\w+)/g, isMember), []);
  });

  it('is exported by the entry that it is imported from', () => {
    const imports = foundIn(/import (?:type )?\{([^}]+)\} from '(cloud-vod-gallery[\w/-]*)'/g);
    assert.ok(imports.length > 10);
    const wrong = imports.flatMap(({page, name, more: entry = ''}) =>
      name
        .split(',')
        .map((each) => each.trim().replace(/^type /, ''))
        .filter((each) => !new RegExp(`^export [^;]*\\b${each}\\b`, 'm').test(sourceOf(entry)))
        .map((each) => `${page}: ${each} of ${entry}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('is an entry of the package', () => {
    const {exports} = jsonOf('package.json') as {exports: object};
    const isEntry = (name: string) =>
      `.${name}` in exports ||
      /^\/(define|languages)\/[\w*-]+$/.test(name) ||
      REMOVED.includes(name);
    assert.deepEqual(unknown(/["'`]cloud-vod-gallery(\/[\w./*-]+)["'`]/g, isEntry), []);
  });
});

/** The module that an entry is built from. */
function sourceOf(entry: string): string {
  const [, folder = ''] = /^cloud-vod-gallery(.*)/.exec(entry) ?? [];
  const file = [
    `src${folder}/index.ts`,
    `src${folder}.ts`,
    `src/model${folder}.ts`,
    `src/define${folder}.ts`,
    `${folder.slice(1)}/src/index.ts`,
  ].find((candidate) => existsSync(path.join(PROJECT, candidate)));
  assert.ok(file, `${entry} has no source.`);
  return readFileSync(path.join(PROJECT, file), 'utf8');
}

function namesOf(kind: NamedKind): string[] {
  return elements.flatMap((element) => element[kind]?.map(({name}) => name) ?? []);
}

function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(path.join(PROJECT, file), 'utf8'));
}
