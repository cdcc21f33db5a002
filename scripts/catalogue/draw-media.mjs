/** Draws covers and clips in a headless browser. Needs Chromium and ffmpeg. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {QUALITIES, sizeOf} from './clips.mjs';

/** Seconds for which a clip zooms out of its cover. */
const MOVING_SECONDS = 6;
/** Frames of the still part. Seeking needs some frames, and they need few bytes. */
const STILL_FRAMES = 40;
/** Clips that also exist as HLS. */
const STREAMS = ['aurora-1'];
/** Qualities that are tried in order, until a cover is small enough. */
const COVER_QUALITIES = [0.74, 0.6, 0.45, 0.3];
const COVER_BYTES = 24_000;

/**
 * Draws all covers and clips, or only those that match the environment variable `ONLY`: a regular expression for the file
 * name of a cover or for `clip ` and the name of a clip.
 */
export async function drawMedia(covers, clips, folder) {
  const only = new RegExp(process.env.ONLY ?? '');
  await mkdir(new URL('covers/', folder), {recursive: true});
  await mkdir(new URL('clips/small/', folder), {recursive: true});
  const browser = await openBrowser();
  try {
    const page = await openPage(browser);
    for (const cover of covers.filter(({file}) => only.test(file))) {
      await drawCover(page, cover, new URL(`covers/${cover.file}`, folder));
    }
  } finally {
    await browser.close();
  }
  for (const clip of clips.filter(({name}) => only.test(`clip ${name}`))) {
    for (const quality of QUALITIES) await makeClip(clip, quality, folder);
  }
}

function openBrowser() {
  return puppeteer.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--allow-file-access-from-files',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--ignore-gpu-blocklist',
    ],
  });
}

async function openPage(browser) {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  await page.goto(new URL('scenes/index.html', import.meta.url).href);
  await page.waitForFunction('globalThis.drawScene');
  return page;
}

async function drawCover(page, cover, file) {
  for (const quality of COVER_QUALITIES) {
    const bytes = await draw(page, {...cover, type: 'image/webp', quality});
    await writeFile(file, bytes);
    if (bytes.length <= COVER_BYTES) return;
  }
}

/** Writes a temporary file and renames it when it is complete. */
async function makeClip(clip, quality, folder) {
  const file = new URL(`clips/${quality.folder}${clip.name}.mp4`, folder);
  const part = new URL(`${file.href}.part`);
  const cover = fileURLToPath(new URL(`covers/${clip.cover}`, folder));
  try {
    await ffmpeg([...encoding(clip, quality, cover), fileURLToPath(part)]);
    await rename(part, file);
  } finally {
    await rm(part, {force: true});
  }
  if (STREAMS.includes(clip.name) && quality.folder === '') await makeStream(file);
}

/** The same frames as HLS, in a folder with the name of the clip. */
async function makeStream(file) {
  const folder = fileURLToPath(file).replace(/\.mp4$/, '');
  await mkdir(folder, {recursive: true});
  const format =
    '-vf fps=2 -c:v libx264 -profile:v high -preset slow -crf 32 -g 60 -bf 0 -f hls -hls_time 30 -hls_segment_type fmp4 -hls_playlist_type vod -hls_list_size 0';
  const names = ['-hls_segment_filename', `${folder}/part%d.m4s`, `${folder}/film.m3u8`];
  await ffmpeg(['-y', '-v', 'error', '-i', fileURLToPath(file), ...format.split(' '), ...names]);
}

async function ffmpeg(args) {
  const [code] = await once(
    spawn('ffmpeg', args, {stdio: ['ignore', 'inherit', 'inherit']}),
    'close',
  );
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}: ${args.join(' ')}`);
}

async function draw(page, picture) {
  const base64 = await page.evaluate((what) => globalThis.drawScene(what), picture);
  return Buffer.from(base64, 'base64');
}

/**
 * Options for H.264 that all browsers play, with the index at the start of the file. The last frame is at the end, so that
 * the clip has the duration of its video; a still frame needs about thirty bytes. Without B-frames, with which the last frame
 * would end too early.
 */
function encoding(clip, quality, cover) {
  const {rate, crf} = quality;
  const [width, height] = sizeOf(clip, quality);
  const frames = Math.min(clip.seconds - 1, MOVING_SECONDS) * rate;
  const still = clip.seconds - frames / rate;
  const count = Math.min(STILL_FRAMES, Math.ceil(still));
  const time = `if(lt(N,${count}),N*${still / count},${still})`;
  const zoom = `1.1-0.1*sin(PI/2*on/${frames})`;
  const center = "x='iw/2-iw/zoom/2':y='ih/2-ih/zoom/2'";
  const filters = [
    `[0]scale=${2 * width}:${2 * height},zoompan=z='${zoom}':${center}:d=${frames}:s=${width}x${height}:fps=${rate},setsar=1,settb=1/1000[moving]`,
    `[1]trim=end_frame=${count + 1},scale=${width}:${height},setsar=1,settb=1/1000,setpts='${time}*1000'[still]`,
    '[moving][still]concat,settb=1/1000',
  ];
  return [
    ...`-y -v error -threads 1 -i ${cover} -loop 1 -framerate 25 -i ${cover} -filter_complex`.split(
      ' ',
    ),
    filters.join(';'),
    ...`-fps_mode vfr -c:v libx264 -profile:v high -pix_fmt yuv420p -preset slow -crf ${crf} -g 120 -bf 0`.split(
      ' ',
    ),
    ...'-an -movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact -f mp4'.split(
      ' ',
    ),
  ];
}
