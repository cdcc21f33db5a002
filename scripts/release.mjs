/**
 * Shows what a release would contain, and publishes nothing: `npm run release`, or `npm run release -- 0.2.0` for another
 * version. Fails if something is missing. Needs a build.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import process from 'node:process';

const manifests = ['package.json', 'proxy/package.json'].map(readJson);
const version = process.argv[2] ?? manifests[0].version;
const problems = [];

const notes = unreleased(readFileSync('CHANGELOG.md', 'utf8'));
const commit = git('rev-parse', 'HEAD');
check(/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version), `"${version}" is not a version.`);
check(manifests[0].version === manifests[1].version, 'The two packages have different versions.');
check(git('status', '--porcelain') === '', 'There are changes that are not committed.');
check(git('tag', '--list', `v${version}`) === '', `The tag v${version} already exists.`);
check(notes.includes('### Upgrade notes'), 'CHANGELOG.md has no upgrade notes under "Unreleased".');
check(/^- /m.test(notes), 'CHANGELOG.md has nothing under "Unreleased".');
check(existsSync('dist/integrity.json') && existsSync('proxy/dist'), 'Run "npm run build" first.');

if (problems.length === 0) show();
for (const problem of problems) console.error(`Not ready: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

function show() {
  const packages = [pack('.'), pack('proxy')];
  section('Version', `${version} (package.json: ${manifests[0].version}), tag v${version}`);
  section('Changelog', `## [${version}] - ${new Date().toISOString().slice(0, 10)}\n\n${notes}`);
  section('Packages', packages.map(describePackage).join('\n'));
  section('Hashes of the scripts', readFileSync('dist/integrity.json', 'utf8').trim());
  section('Provenance', JSON.stringify(provenance(packages), null, 2));
  section(
    'To publish, in CI with a signed identity',
    [
      `npm version ${version} --workspaces --include-workspace-root --no-git-tag-version`,
      'npm publish --provenance --access public',
      'npm publish --provenance --access public --workspace proxy',
    ].join('\n'),
  );
}

/** Describes the tarball without writing it. */
function pack(folder) {
  const options = {cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']};
  return JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], options),
  )[0];
}

function describePackage({name, filename, entryCount, size, unpackedSize, integrity}) {
  return `${name}: ${filename}, ${entryCount} files, ${size} bytes, ${unpackedSize} unpacked\n  ${integrity}`;
}

/** The origin of the packages as an in-toto statement. `npm publish --provenance` adds the builder and signs it in CI. */
function provenance(packages) {
  return {
    _type: 'https://in-toto.io/Statement/v1',
    predicateType: 'https://slsa.dev/provenance/v1',
    subject: packages.map(({name, integrity}) => ({
      name: `pkg:npm/${name}@${version}`,
      digest: {sha512: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex')},
    })),
    predicate: {
      buildDefinition: {
        externalParameters: {commands: ['npm ci', 'npm run build', 'npm pack']},
        resolvedDependencies: [
          {uri: 'git', digest: {gitCommit: commit, gitTree: git('rev-parse', 'HEAD^{tree}')}},
        ],
        internalParameters: {node: process.version, npm: npmVersion()},
      },
    },
  };
}

/** The text under "Unreleased", up to the next version. */
function unreleased(changelog) {
  return (/^## \[Unreleased\]\n([^]*?)(?=^## \[|$(?![^]))/m.exec(changelog)?.[1] ?? '').trim();
}

function check(isRight, problem) {
  if (!isRight) problems.push(problem);
}

function section(title, text) {
  console.log(`\n--- ${title} ---\n${text}`);
}

function git(...args) {
  return execFileSync('git', args, {encoding: 'utf8'}).trim();
}

function npmVersion() {
  return execFileSync('npm', ['--version'], {encoding: 'utf8'}).trim();
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
