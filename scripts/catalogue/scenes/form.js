/** Cloth, glass and products under studio light. */
import * as glsl from './form.glsl.js';
import {choose, vignette} from './paint.js';
import {shade} from './shader.js';

/** Moving cloth. */
export function silk(g, {variant, t}) {
  const look = choose(
    [
      {colors: ['#2a0f3a', '#d9573f', '#f4a340', '#ffe3b0'], values: [1.1]},
      {colors: ['#04142e', '#155e9c', '#27b7b0', '#d7fff4'], values: [0.9]},
      {colors: ['#1b0b33', '#6a2fb0', '#f0568f', '#ffd8ea'], values: [1.2]},
      {colors: ['#0c1f1a', '#1e7d5c', '#c9d65f', '#fbffdc'], values: [0.8]},
    ],
    variant,
  );
  shade(g, glsl.silk, {...look, t, seed: variant * 2.3});
  vignette(g, 0.3);
}

/** A lens from the front. */
export function lens(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#1a2130', '#5a4bff', '#23c78f', '#fff6e6', '#c8ccd6'],
        values: [0.32, -0.04, 0.92],
      },
      {colors: ['#30211a', '#ff8a3c', '#b04bff', '#fff1dc', '#d8c8b8'], values: [-0.5, 0.02, 0.8]},
    ],
    variant,
  );
  shade(g, glsl.lens, {...look, t, seed: variant});
  vignette(g, 0.4);
}

/** Solids on a table. */
export function spheres(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: [
          '#f0d8c8',
          '#e8bfa8',
          '#fff4e6',
          '#ffffff',
          '#e4572e',
          '#17395c',
          '#f3a712',
          '#f5efe6',
        ],
      },
      {
        colors: [
          '#2b3a67',
          '#1b2547',
          '#5c7cfa',
          '#dfe8ff',
          '#ff6b8b',
          '#ffd166',
          '#5ce1e6',
          '#8c7bff',
        ],
      },
      {
        colors: [
          '#cfe0d6',
          '#a9c8b8',
          '#f6fff8',
          '#ffffff',
          '#2d6a4f',
          '#f4e285',
          '#bc4749',
          '#fefae0',
        ],
      },
      {
        colors: [
          '#e3dcf2',
          '#c6b8e4',
          '#ffffff',
          '#ffffff',
          '#5a3ea6',
          '#ff9fb2',
          '#34c3b0',
          '#f4f0ff',
        ],
      },
    ],
    variant,
  );
  shade(g, glsl.spheres, {
    ...look,
    t,
    values: [0.2 * variant - 0.4, -0.25, 5.2, -0.06, -0.22],
    seed: variant * 5 + 1,
  });
}

/** A telephone. */
export function phone(g, {w, h, variant, t}) {
  const look = choose(
    [
      {
        colors: [
          '#1c1330',
          '#0c0816',
          '#8a3cff',
          '#ffe8ff',
          '#5c5470',
          '#ff4d8d',
          '#5a2bd6',
          '#ffb36b',
        ],
        turn: 0.45,
      },
      {
        colors: [
          '#dfe7ee',
          '#b9c8d6',
          '#ffffff',
          '#ffffff',
          '#8fa0b0',
          '#0f6fd6',
          '#36d6c3',
          '#ffffff',
        ],
        turn: -0.6,
      },
    ],
    variant,
  );
  const away = h > w ? 3.5 : 3.2;
  shade(g, glsl.phone, {...look, t, values: [0, 0, away, 0, -0.03, look.turn], seed: variant});
}

/** A camera. */
export function camera(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: [
          '#3a2c2a',
          '#15100f',
          '#ff8a4a',
          '#fff1e0',
          '#26282c',
          '#8f939a',
          '#101113',
          '#ff5a2a',
        ],
        turn: -0.5,
      },
      {
        colors: [
          '#d8d0c4',
          '#b8aa98',
          '#fffaf0',
          '#ffffff',
          '#e6e0d4',
          '#9a938a',
          '#5c3d2a',
          '#3a8fd6',
        ],
        turn: 0.45,
      },
      {
        colors: [
          '#16303a',
          '#08161c',
          '#2fc4d6',
          '#e8fbff',
          '#1c1f24',
          '#737a82',
          '#0c0d10',
          '#38e0c8',
        ],
        turn: -0.85,
      },
    ],
    variant,
  );
  shade(g, glsl.camera, {...look, t, values: [look.turn, -0.1, 3.7, -0.1, -0.1], seed: variant});
  vignette(g, 0.3);
}
