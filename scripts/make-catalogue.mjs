/**
 * Writes demo/catalogue: records of an invented video library, and with `--media` its covers and clips (needs ffmpeg, and
 * Chromium at CHROME_PATH).
 */
import {mkdir, writeFile} from 'node:fs/promises';
import {checkCatalogue, isPlayable} from './catalogue/check.mjs';
import {clipFor, clipsOf} from './catalogue/clips.mjs';
import {makeDamagedRecords} from './catalogue/damaged.mjs';
import {example} from './catalogue/example.mjs';
import {library} from './catalogue/library.mjs';
import {coversOf, makeRecords} from './catalogue/records.mjs';

const folder = new URL('../demo/catalogue/', import.meta.url);

const records = makeRecords(library);
const clipPaths = Object.fromEntries(
  records
    .map((record, index) => [record, `media/clips/${clipFor(library[index])}.mp4`])
    .filter(([record]) => isPlayable(record))
    .map(([record, path]) => [record.videoId, path]),
);
checkCatalogue(records, clipPaths);

await mkdir(folder, {recursive: true});
await writeJson('catalogue.json', envelope(records));
await writeJson('damaged.json', envelope(makeDamagedRecords()));
await writeJson('example.json', example);
await writeJson('clips.json', clipPaths);
console.log(`${records.length} records, ${Object.keys(clipPaths).length} of them playable`);

if (process.argv.includes('--media')) {
  const {drawMedia} = await import('./catalogue/draw-media.mjs');
  const playable = library.filter((_, index) => isPlayable(records[index]));
  await drawMedia(coversOf(library), clipsOf(playable), new URL('media/', folder));
}

/** The vendor's envelope. `videoTotal` is the number of records on this page. */
function envelope(videoListInfo) {
  return {code: 200, data: {videoListInfo, videoTotal: videoListInfo.length}, message: 'success'};
}

async function writeJson(name, value) {
  await writeFile(new URL(name, folder), `${JSON.stringify(value, null, 2)}\n`);
}
