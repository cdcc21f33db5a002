/** Writes docs/types.md from the types of the source (`npm run manifest`). */
import {readFileSync} from 'node:fs';
import ts from 'typescript';
import {code, oneLine, table, writeInPage} from './markdown.mjs';

/** Source file of each type, in the order of the page. */
const TYPES = {
  Video: 'src/model/video.ts',
  Resolution: 'src/model/resolution.ts',
  PlayerSettings: 'src/model/video.ts',
  VideoSelectDetail: 'src/elements/video-card/video-card.events.ts',
  SelectionChangeDetail: 'src/elements/video-list/video-list.events.ts',
  VideoListLoadDetail: 'src/elements/video-list/video-list.events.ts',
  VideoListErrorDetail: 'src/elements/video-list/video-list.events.ts',
  VideoListUnauthorizedDetail: 'src/elements/video-list/video-list.events.ts',
  VideoListFilterDetail: 'src/elements/video-list/video-list.events.ts',
  VideoListPageDetail: 'src/elements/video-list/video-list.events.ts',
  VideoImpressionDetail: 'src/elements/video-list/video-list.events.ts',
  VideoPlayDetail: 'src/player/video-player.events.ts',
  VideoErrorDetail: 'src/player/video-player.events.ts',
  VideoQualityDetail: 'src/player/video-player.events.ts',
  VideoStepDetail: 'src/player/video-player.events.ts',
  PlayFailure: 'src/player/play-failure.ts',
  VideoPage: 'src/model/decode-video-page.ts',
  SkippedRecord: 'src/model/decode-video-page.ts',
  VideoListError: 'src/data/video-list-error.ts',
  VideoFilters: 'src/model/video-filters.ts',
  Capabilities: 'src/wire/capabilities.ts',
  QualityTier: 'src/model/resolution.ts',
};

/** The events whose `detail` has the type. */
const EVENTS = {
  VideoSelectDetail: 'video-select',
  SelectionChangeDetail: 'selection-change',
  VideoListLoadDetail: 'video-list-load',
  VideoListErrorDetail: 'video-list-error',
  VideoListUnauthorizedDetail: 'video-list-unauthorized',
  VideoListFilterDetail: 'video-list-filter',
  VideoListPageDetail: 'video-list-page',
  VideoImpressionDetail: 'video-impression',
  VideoPlayDetail: 'video-play` and `video-ended',
  VideoErrorDetail: 'video-error',
  VideoQualityDetail: 'video-quality',
  VideoStepDetail: 'video-step',
};

/** Types that are replaced by their values. */
const UNIONS = {
  Availability: 'src/model/video.ts',
  Transcoding: 'src/model/video.ts',
  VideoOrigin: 'src/model/video.ts',
  Device: 'src/model/resolution.ts',
  SelectTrigger: 'src/elements/video-card/video-card.events.ts',
  VideoListErrorCode: 'src/data/video-list-error.ts',
  PlayFailureReason: 'src/model/play-failure-reason.ts',
};

/** Unions that the source derives from arrays, whose members are read from the array. */
const LISTS = {
  Clarity: ['src/model/clarity.ts', 'clarities'],
};

const files = new Map();
const unions = {
  ...Object.fromEntries(Object.entries(UNIONS).map(([name, file]) => [name, unionOf(file, name)])),
  ...Object.fromEntries(
    Object.entries(LISTS).map(([name, [file, list]]) => [name, listOf(file, list)]),
  ),
};

const sections = Object.entries(TYPES).flatMap(([name, file]) => sectionOf(name, file));
await writeInPage('docs/types.md', 'scripts/type-tables.mjs', sections.join('\n'));

function sectionOf(name, file) {
  const declaration = declarationOf(file, name);
  const event = EVENTS[name];
  const rows = declaration.members
    .filter((member) => ts.isPropertySignature(member) || ts.isPropertyDeclaration(member))
    // Omits the constant `name` of an error class.
    .filter((member) => !member.initializer)
    .map((member) => rowOf(member, file));
  return [
    event ? `## \`detail\` of \`${event}\`` : `## ${name}`,
    '',
    event ? `Type: \`${name}\`.` : commentOf(declaration),
    '',
    ...table(['Field', 'Type', ''], rows),
  ];
}

function rowOf(member, file) {
  const {text} = member.name;
  const type = member.type.getText(sourceOf(file));
  return [
    code(text + (member.questionToken ? '?' : '')),
    code(writtenOut(type.replace(/ \| undefined$/, ''))),
    commentOf(member),
  ];
}

function writtenOut(type) {
  const choice = /^ChoiceOf<'(\w+)'>/.exec(type)?.[1];
  const own = choice ? type.replace(/^[^>]*>/, choicesOf(choice)) : (unions[type] ?? type);
  return oneLine(own).replaceAll('\\|', '|').replace(/^\| /, '');
}

/** The values of a filter with fixed values. */
function choicesOf(name) {
  const text = readFileSync('src/model/video-filters.ts', 'utf8');
  return wordsIn(new RegExp(`\\b${name}: \\[([^\\]]*)\\]`).exec(text)[1]);
}

function unionOf(file, name) {
  return declarationOf(file, name).type.getText(sourceOf(file));
}

/** The elements of `const list = ['a', 'b'] as const`. */
function listOf(file, list) {
  const text = readFileSync(file, 'utf8');
  const found = new RegExp(`const ${list} = \\[([^\\]]*)\\] as const`).exec(text)?.[1];
  if (!found) throw new Error(`${file} has no list "${list}".`);
  return wordsIn(found);
}

function wordsIn(text) {
  return [...text.matchAll(/'[^']*'/g)].map(([word]) => word).join(' | ');
}

function declarationOf(file, name) {
  const found = sourceOf(file).statements.find((statement) => statement.name?.text === name);
  if (!found) throw new Error(`${file} declares no ${name}; see scripts/type-tables.mjs.`);
  return found;
}

function commentOf(node) {
  const comment = ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment;
  const text = typeof comment === 'string' ? comment : ts.getTextOfJSDocComment(comment);
  return oneLine(text ?? '').replaceAll('\\|', '|');
}

function sourceOf(file) {
  if (!files.has(file)) {
    const text = readFileSync(file, 'utf8');
    files.set(file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return files.get(file);
}
