/** Night skies and planets. */
import * as glsl from './night.glsl.js';
import {choose, light, polygon, vignette} from './paint.js';
import {shade} from './shader.js';

/** Northern lights. */
export function aurora(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#071427', '#0c2a3f', '#123f4f', '#35f0a0', '#5e8196', '#03080c', '#7a4bd8'],
        values: [0, 0, 0, 0, 1, -0.52],
      },
      {
        colors: ['#0d0d2b', '#1b1a4a', '#2a2560', '#4fe6c8', '#6b6fa8', '#05040f', '#e0489c'],
        values: [0, 0, 0, 0, 1, -2],
      },
      {
        colors: ['#04182b', '#06314a', '#0a4a5c', '#7dff8a', '#4f7d8a', '#020a0d', '#2f9be0'],
        values: [0, 0, 0, 0, 1, -0.5],
      },
    ],
    variant,
  );
  shade(g, glsl.aurora, {...look, t, seed: variant * 4 + 1});
  vignette(g);
}

/** The Milky Way. */
export function nebula(g, {w, h, variant, t}) {
  const look = choose(
    [
      {
        colors: ['#060a1c', '#3d3f86', '#152447', '#d18a8e', '#8090b0', '#04050c', '#ffe6c4'],
        values: [0.25, 0.25],
      },
      {
        colors: ['#03101a', '#1f5a78', '#0b2f40', '#58b8b0', '#7fb0b0', '#020609', '#d8fff0'],
        values: [-0.35, 0.3],
      },
    ],
    variant,
  );
  shade(g, glsl.nebula, {...look, t, seed: variant * 13 + 5});
  tent(g, w * (variant === 1 ? 0.3 : 0.68), h * 0.945, h * 0.075);
  vignette(g, 0.3);
}

function tent(g, x, y, size) {
  light(g, x, y - size * 0.4, size * 3, '#ff9a3c', 0.45);
  g.fillStyle = '#ffb454';
  polygon(g, [
    [x - size, y],
    [x - size * 0.1, y - size],
    [x + size * 0.15, y - size],
    [x + size, y],
  ]);
  g.fillStyle = '#c8641e';
  polygon(g, [
    [x + size * 0.15, y - size],
    [x + size, y],
    [x + size * 0.3, y],
  ]);
  g.fillStyle = '#fff0c0';
  polygon(g, [
    [x - size * 0.3, y],
    [x - size * 0.02, y - size * 0.8],
    [x + size * 0.16, y],
  ]);
}

/** Planets, seen from space. */
export function planet(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#05060f', '#10122a', '#3a2550', '#f2dcb3', '#b98657', '#6b4630', '#ffcf96'],
        values: [0.12, 0.02, 0.56, 0, -0.9],
      },
      {
        colors: ['#02040b', '#061024', '#0a2a4a', '#d8c79a', '#4f8a55', '#0f4f94', '#6fc0ff'],
        values: [0.35, -1.05, 1.5, 1, -0.6],
      },
      {
        colors: ['#040506', '#0b0e16', '#101a2a', '#e9e4d8', '#a8a298', '#4c4a4a', '#c8d4e8'],
        values: [-0.45, 0.05, 0.72, 2, 0.9],
      },
    ],
    variant,
  );
  shade(g, glsl.planet, {...look, t, seed: variant * 2 + 1});
}
