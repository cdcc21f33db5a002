/** Clouds, woods and coasts. */
import * as glsl from './air.glsl.js';
import {choose, vignette} from './paint.js';
import {shade} from './shader.js';

/** Over the clouds. */
export function clouds(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#2c4f8f', '#8ea6cf', '#ffd3a6', '#ffb978', '#f4dcd4', '#7d86b4'],
        values: [0.5, 0.2, 0.35, 0.9],
      },
      {
        colors: ['#3b8ad0', '#9accee', '#eef6fa', '#fff6dc', '#ffffff', '#8fb4d6'],
        values: [-0.8, 0.55, 0.3, 0],
      },
    ],
    variant,
  );
  shade(g, glsl.clouds, {...look, t, seed: variant * 3});
  vignette(g, 0.25);
}

/** Pines in the mist. */
export function forest(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#7f98a0', '#9fb2ac', '#f3dfba', '#ffdf9e', '#7f9484', '#0e1d19'],
        values: [0.35, 0.35, 1],
      },
      {
        colors: ['#43586c', '#6f8798', '#cfdcdf', '#e8f0f0', '#5d7682', '#0a1820'],
        values: [-0.2, 0.7, 0.5],
      },
    ],
    variant,
  );
  shade(g, glsl.forest, {...look, t, seed: variant * 6 + 1});
  vignette(g, 0.3);
}

/** A coast from above. */
export function shore(g, {variant, t}) {
  if (variant === 2) {
    shade(g, glsl.ice, {colors: ['#04222f', '#0f5a6e', '#ffffff', '#c9dfe9'], t, seed: 8});
  } else {
    const colors = ['#0a5a86', '#3cc6c4', '#ffffff', '#b9925f', '#efd9ae', '#4f6b35'];
    shade(g, glsl.shore, {colors, t, seed: variant * 4 + 2});
  }
  vignette(g, 0.25);
}
