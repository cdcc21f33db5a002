import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import path from 'node:path';
import {before, describe, it} from 'node:test';
import type * as cssService from 'vscode-css-languageservice';
import type * as htmlService from 'vscode-html-languageservice';
import {readManifest, unpackProject} from '../support/package.js';

// The code of VS Code. Node finds no named exports in these modules, so they are not imported.
const require = createRequire(import.meta.url);
const {getLanguageService, newHTMLDataProvider, TextDocument} =
  require('vscode-html-languageservice') as typeof htmlService;
const {getCSSLanguageService, newCSSDataProvider} =
  require('vscode-css-languageservice') as typeof cssService;

/** The fields of package.json with descriptions of the elements. */
interface Manifest {
  readonly version: string;
  readonly customElements: string;
  readonly 'web-types': string;
}

/** An entry with a name and a description. */
interface Named {
  readonly name: string;
  readonly description?: string;
}

/** An element in custom-elements.json. */
interface Declaration extends Named {
  readonly tagName: string;
  readonly attributes: readonly (Named & {readonly type: {readonly text: string}})[];
  readonly events?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

let root: string;
let manifest: Manifest;
let elements: readonly Declaration[];

const readJson = async <T>(file: string) =>
  JSON.parse(await readFile(path.join(root, file), 'utf8')) as T;

before(async () => {
  root = await unpackProject();
  manifest = await readManifest(root);
  const {modules} = await readJson<{modules: {declarations: Declaration[]}[]}>(
    manifest.customElements,
  );
  elements = modules.flatMap(({declarations}) => declarations).filter(({tagName}) => tagName);
  assert.equal(elements.length, 4);
});

/** A text without its cursor mark, and the position of the mark. */
function documentOf(language: string, text: string) {
  const offset = text.indexOf('|');
  const document = TextDocument.create(
    `file:///page.${language}`,
    language,
    1,
    text.replace('|', ''),
  );
  return {document, position: document.positionAt(offset)};
}

const labels = ({items}: htmlService.CompletionList) => items.map(({label}) => label);
const names = (entries: readonly Named[] = []) => entries.map(({name}) => name);

describe('VS Code, with our custom data,', () => {
  let html: htmlService.HTMLDataV1;
  let css: cssService.CSSDataV1;

  before(async () => {
    html = await readJson('dist/editors/html.json');
    css = await readJson('dist/editors/css.json');
  });

  const service = () =>
    getLanguageService({customDataProviders: [newHTMLDataProvider('gallery', html)]});

  const complete = (text: string) => {
    const {document, position} = documentOf('html', text);
    const {items} = service().doComplete(document, position, service().parseHTMLDocument(document));
    return items;
  };

  const completions = (text: string) => complete(text).map(({label}) => label);

  const hover = (text: string) => {
    const {document, position} = documentOf('html', text);
    const shown = service().doHover(document, position, service().parseHTMLDocument(document));
    return (shown?.contents as htmlService.MarkupContent | undefined)?.value ?? '';
  };

  const styleCompletions = (text: string) => {
    const {document, position} = documentOf('css', text);
    const styles = getCSSLanguageService({
      customDataProviders: [newCSSDataProvider(css)],
    });
    return styles.doComplete(document, position, styles.parseStylesheet(document));
  };

  it('offers the tags', () => {
    const offered = completions('<|');
    for (const {tagName} of elements) assert.ok(offered.includes(tagName), tagName);
  });

  it('offers every attribute with its description', () => {
    for (const {tagName, attributes} of elements) {
      const offered = completions(`<${tagName} |>`);
      for (const {name, description} of attributes) {
        assert.ok(offered.includes(name), `${tagName} ${name}`);
        const shown = hover(`<${tagName} ${name[0]}|${name.slice(1)}="">`);
        assert.ok(description && shown.includes(description), `${tagName} ${name}: ${shown}`);
      }
    }
  });

  for (const [place, choices] of Object.entries({
    'video-list layout': ['grid', 'list', 'row'],
    'video-list density': ['compact', 'normal', 'spacious'],
    'video-list paging': ['auto', 'button', 'pages', 'none'],
    'video-list selection': ['none', 'single', 'multiple'],
    'video-list order': ['newest', 'oldest', 'name', 'name-descending', 'shortest', 'longest'],
    'video-list state': ['available', 'unavailable'],
    'video-list transcoding': ['transcoded', 'not-transcoded', 'transcoding', 'failed'],
    'video-list method': ['get', 'post'],
    'video-list credentials': ['same-origin', 'include', 'omit'],
    'video-list source': ['callback', 'getVideoList'],
    'video-list badge-format': ['tier', 'height', 'clarity'],
    'video-card selectable': ['single', 'multiple'],
    'resolution-badge format': ['tier', 'height', 'clarity'],
  })) {
    it(`offers the values of <${place}>`, () => {
      assert.deepEqual(completions(`<${place}="|">`), choices);
    });
  }

  it('offers nothing for free text', () => {
    assert.deepEqual(completions('<video-list page-size="|">'), []);
  });

  it('inserts boolean attributes without a value', () => {
    const textOf = (name: string) =>
      complete('<video-list |>').find(({label}) => label === name)?.textEdit?.newText;
    assert.equal(textOf('live'), 'live');
    assert.equal(textOf('history'), 'history');
    assert.equal(textOf('layout'), 'layout="$1"');
  });

  it('shows the default of an attribute', () => {
    assert.match(hover('<video-list page|-size="">'), /Default: `24`/);
  });

  it('describes a tag with its events, slots, parts and custom properties', () => {
    for (const {tagName, events, slots, cssParts, cssProperties} of elements) {
      const shown = hover(`<${tagName[0]}|${tagName.slice(1)}></${tagName}>`);
      for (const name of [events, slots, cssParts, cssProperties].flatMap(names)) {
        assert.ok(shown.includes(`**${name}**`), `${tagName}: ${name}`);
      }
    }
  });

  it('offers custom properties in a style sheet, once each, with their default', () => {
    const {items} = styleCompletions('video-list { | }');
    for (const name of elements.flatMap(({cssProperties}) => names(cssProperties))) {
      const [item, second] = items.filter(({label}) => label === name);
      assert.match(
        (item?.documentation as htmlService.MarkupContent).value,
        /\n\nDefault: `/,
        name,
      );
      assert.equal(second, undefined, name);
    }
  });

  it('offers parts and states in a selector', () => {
    const parts = labels(styleCompletions('video-list::|'));
    for (const name of elements.flatMap(({cssParts}) => names(cssParts))) {
      assert.ok(parts.includes(`::part(${name})`), name);
    }
    const states = labels(styleCompletions('video-list:|'));
    for (const name of elements.flatMap(({cssStates}) => names(cssStates))) {
      assert.ok(states.includes(`:state(${name})`), name);
    }
  });
});

/** The fields of the format that our file uses. */
interface WebTypes {
  readonly name: string;
  readonly version: string;
  readonly 'js-types-syntax': string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Named & {
        readonly source: {readonly module: string; readonly symbol: string};
        readonly attributes: readonly (Named & {readonly value: {readonly type: string}})[];
        readonly slots?: readonly Named[];
        readonly js: {readonly events: readonly Named[]; readonly properties: readonly Named[]};
      })[];
    };
    readonly css: {
      readonly properties: readonly Named[];
      readonly 'pseudo-elements': readonly Named[];
    };
  };
}

describe('The editors of JetBrains', () => {
  let webTypes: WebTypes;

  before(async () => {
    webTypes = await readJson(manifest['web-types']);
  });

  it('find the file of this version', () => {
    assert.equal(webTypes.name, 'cloud-vod-gallery');
    assert.equal(webTypes.version, manifest.version);
    assert.equal(webTypes['js-types-syntax'], 'typescript');
  });

  it('know attributes, their choices, properties, events and slots of each element', () => {
    for (const {tagName, name: symbol, attributes, events, slots} of elements) {
      const element = webTypes.contributions.html.elements.find(({name}) => name === tagName);
      assert.ok(element, tagName);
      assert.deepEqual(element.source, {module: 'cloud-vod-gallery', symbol});
      assert.deepEqual(
        element.attributes.map(({name, description, value}) => [name, description, value.type]),
        attributes.map(({name, description, type}) => [name, description, type.text]),
      );
      assert.deepEqual(names(element.js.events), names(events));
      assert.deepEqual(names(element.slots), names(slots));
      assert.ok(element.js.properties.length >= attributes.length);
    }
  });

  it('know each custom property and each part once', () => {
    const {properties, 'pseudo-elements': parts} = webTypes.contributions.css;
    const all = (kind: 'cssProperties' | 'cssParts') =>
      new Set(elements.flatMap((element) => names(element[kind])));
    assert.deepEqual(names(properties), [...all('cssProperties')]);
    assert.deepEqual(
      names(parts),
      [...all('cssParts')].map((name) => `part(${name})`),
    );
  });
});
