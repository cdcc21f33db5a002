import {createServer, type RequestListener} from 'node:http';
import type {AddressInfo} from 'node:net';
import sharp from 'sharp';
import type {Scene} from './proxy-scene.js';

/** A picture like those of the vendor: JPEG, 1364 × 768. Red at the top, green in the middle, blue at the bottom. */
function aPicture({width = 1364, height = 768} = {}): Promise<Buffer> {
  const third = Math.ceil(height / 3);
  const stripe = (background: string, top: number) => ({
    input: {create: {width, height: third, channels: 3 as const, background}},
    left: 0,
    top,
  });
  return sharp({create: {width, height: third * 3, channels: 3, background: '#000'}})
    .composite([stripe('#f00', 0), stripe('#0f0', third), stripe('#00f', 2 * third)])
    .jpeg({quality: 90})
    .toBuffer();
}

/** A host of pictures on this machine, with real HTTP. Every path has the same picture, unless `answer` handles it. */
export async function pictureHost(test: Scene, answer?: RequestListener) {
  const picture = await aPicture();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (answer) return answer(request, response);
    response.setHeader('content-type', 'image/jpeg');
    response.end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  test.after(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {host, url: `http://${host}`, requests, picture};
}
