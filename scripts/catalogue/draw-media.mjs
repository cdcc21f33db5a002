/** Draws covers and clips in a browser without a window; needs Chromium and ffmpeg. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, rename, rm, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';

/** Of a clip that names no `rate` of its own. */
const FRAMES_A_SECOND = 24;
/** Tried in turn, until a cover is small enough. */
const COVER_QUALITIES = [0.74, 0.6, 0.45, 0.3];
const COVER_BYTES = 24_000;

/**
 * Draws everything, or only what `ONLY` picks: an environment variable, a regular expression for a
 * cover's file name or for `clip ` and the clip's name.
 */
export async function drawMedia(covers, clips, folder) {
  const only = new RegExp(process.env.ONLY ?? '');
  await mkdir(new URL('covers/', folder), {recursive: true});
  await mkdir(new URL('clips/', folder), {recursive: true});
  const browser = await openBrowser();
  try {
    const page = await openPage(browser);
    for (const cover of covers.filter(({file}) => only.test(file))) {
      await drawCover(page, cover, new URL(`covers/${cover.file}`, folder));
    }
    for (const clip of clips.filter(({name}) => only.test(`clip ${name}`))) {
      await drawClip(page, clip, new URL(`clips/${clip.name}.mp4`, folder));
    }
  } finally {
    await browser.close();
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

/** Written beside its place and moved there when it is whole; a failure leaves no encoder behind. */
async function drawClip(page, clip, file) {
  const part = new URL(`${file.href}.part`);
  const encoder = encode(clip, fileURLToPath(part));
  const done = once(encoder, 'close');
  try {
    await sendFrames(page, clip, encoder.stdin);
  } catch (error) {
    encoder.kill();
    await rm(part, {force: true});
    throw error;
  }
  const [code] = await done;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code} for ${clip.name}`);
  await rename(part, file);
}

async function sendFrames(page, clip, stream) {
  const {seconds, rate = FRAMES_A_SECOND} = clip;
  for (let frame = 0; frame < seconds * rate; frame++) {
    const picture = {...clip, t: frame / rate, scale: 1, type: 'image/jpeg', quality: 0.95};
    stream.write(await draw(page, picture));
  }
  stream.end();
}

async function draw(page, picture) {
  const base64 = await page.evaluate((what) => globalThis.drawScene(what), picture);
  return Buffer.from(base64, 'base64');
}

/** H.264 with a silent track, readable from its first byte on: what every browser plays. */
function encode({crf = 30, rate = FRAMES_A_SECOND, seconds}, path) {
  const options = [
    `-y -v error -threads 1 -f image2pipe -framerate ${rate} -c:v mjpeg -i -`,
    `-f lavfi -i anullsrc=r=44100:cl=mono -t ${seconds} -c:a aac -b:a 16k`,
    `-c:v libx264 -profile:v high -pix_fmt yuv420p -preset slow -crf ${crf} -g ${rate * 2}`,
    '-movflags +faststart -map_metadata -1 -fflags +bitexact -flags:v +bitexact -f mp4',
  ];
  const args = [...options.flatMap((line) => line.split(' ')), path];
  return spawn('ffmpeg', args, {stdio: ['pipe', 'inherit', 'inherit']});
}
