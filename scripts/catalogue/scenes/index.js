/** The page that draws the scenes. Node calls `drawScene()` in it. */
import {randomFrom} from '../random.mjs';
import * as above from './above.js';
import * as air from './air.js';
import * as city from './city.js';
import * as editors from './editors.js';
import * as form from './form.js';
import * as grounds from './grounds.js';
import * as nature from './nature.js';
import * as network from './network.js';
import * as night from './night.js';
import * as office from './office.js';
import * as outdoors from './outdoors.js';
import * as riders from './riders.js';
import * as stagecraft from './stagecraft.js';

const scenes = {
  ...above,
  ...air,
  ...city,
  ...editors,
  ...form,
  ...grounds,
  ...nature,
  ...network,
  ...night,
  ...office,
  ...outdoors,
  ...riders,
  ...stagecraft,
};
/** Pictures are drawn larger by this factor and then reduced, for smooth edges. */
const OVERSAMPLING = 2;

/** Draws a picture, and returns it as a `data:` URL. `t` is the time in the clip in seconds. */
globalThis.drawScene = async ({
  scene,
  variant,
  width,
  height,
  t = 0,
  scale = OVERSAMPLING,
  type,
  quality,
}) => {
  const large = canvasOf(width * scale, height * scale);
  const random = randomFrom(`${scene} ${variant}`);
  scenes[scene](large, {w: large.canvas.width, h: large.canvas.height, variant, t, random});
  const small = canvasOf(width, height);
  small.imageSmoothingQuality = 'high';
  small.drawImage(large.canvas, 0, 0, width, height);
  const blob = await small.canvas.convertToBlob({type, quality});
  return toBase64(blob);
};

function canvasOf(width, height) {
  return new OffscreenCanvas(width, height).getContext('2d');
}

async function toBase64(blob) {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
