/** Landscapes. */
import * as glsl from './nature.glsl.js';
import {choose, vignette} from './paint.js';
import {shade} from './shader.js';

/** Mountains in morning mist. */
export function ridge(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#41699f', '#93abc4', '#f8cfa0', '#ffae5e', '#6d7a4d', '#3a3d38', '#14303f'],
        values: [0.62, 0.16, 0.5, 0.9, 0.95, -0.1, 1.6, 1.15],
      },
      {
        colors: ['#2f2f66', '#a85c86', '#ffb48a', '#ff8048', '#6e5a58', '#3b2f3c', '#241c38'],
        values: [-0.6, 0.1, 0.6, 1, 2, -0.3, 2.2, 1.3],
      },
      {
        colors: ['#5f9fd0', '#b4d2e4', '#eef1ee', '#fff0d0', '#5e7f3f', '#4a4d3c', '#1d5a66'],
        values: [-0.9, 0.6, 0.5, 0, 1.1, 0.1, 0.7, 1],
      },
    ],
    variant,
  );
  shade(g, glsl.terrain, {...look, t, seed: variant + 1});
  vignette(g);
}

/** Snow and rock. */
export function alpine(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#2f6db3', '#86b4dc', '#e8eef2', '#ffe6b8', '#6a6d70', '#43474d', '#123a52'],
        values: [0.9, 0.5, 0.45, 0, 0.35, -0.4, 0.5, 1.05],
      },
      {
        colors: ['#3a4f86', '#c08aa0', '#ffc6a0', '#ff9466', '#5d5a64', '#3b3b47', '#1c2b4a'],
        values: [0.8, 0.25, 0.5, 0, 0.3, -0.4, 0.8, 1.2],
      },
      {
        colors: ['#6b7f94', '#a9b6c0', '#dfe3e4', '#f4ead6', '#55585a', '#36393d', '#20343f'],
        values: [-0.8, 0.4, 1, 0, 0.4, -0.4, 1.3, 0.95],
      },
      {
        colors: ['#2a5fa8', '#7fb0dd', '#f4dccb', '#ffd9a0', '#5a5550', '#383634', '#103550'],
        values: [-0.8, 0.3, 0.3, 0, 0.45, 0.05, 0.7, 0.9],
      },
    ],
    variant,
  );
  shade(g, glsl.terrain, {...look, t, seed: variant * 3 + 4});
  vignette(g, 0.25);
}

/** Mountains above a still lake. */
export function lake(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#2a3f8a', '#9a8fc6', '#ffc6a4', '#ffb073', '#8a8378', '#4c4450', '#1c2a52'],
        values: [0.9, 0.3, 0.5, 0, 0.75, 0.2, 0.7, 0.55],
        seed: 17,
      },
      {
        colors: ['#2f7fc0', '#8fc3e4', '#e8f2ee', '#fff0c8', '#5f7d46', '#454a3e', '#0c4a55'],
        values: [0.9, 0.55, 0.55, 0, 0.9, 0.2, 0.5, 0.5],
        seed: 13,
      },
    ],
    variant,
  );
  shade(g, glsl.terrain, {...look, t});
  vignette(g, 0.3);
}

/** The open sea. */
export function ocean(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#33466f', '#c9808a', '#ffc48f', '#ff9d52', '#2f6275', '#0b2233'],
        values: [0.15, 0.13, 0.6, 1, 0.55, 0.12, 1],
      },
      {
        colors: ['#1d2733', '#48586a', '#9fb0b4', '#d5dcc8', '#3f5f66', '#0c1d25'],
        values: [-0.4, 0.3, 1.2, 0, 0.95, 0.18, 0.3],
      },
      {
        colors: ['#5b9fd0', '#a9d3e6', '#f5efe0', '#fff2c8', '#3a9cae', '#0d4a66'],
        values: [0.6, 0.5, 0.5, 0, 0.42, 0.22, 0.35],
      },
    ],
    variant,
  );
  shade(g, glsl.ocean, {...look, t, seed: variant * 3 + 1});
  vignette(g);
}

/** Sand in low light. */
export function dunes(g, {variant, t}) {
  const look = choose(
    [
      {
        colors: ['#5b83ad', '#c9b6ad', '#ffd9a8', '#ffb667', '#f0a860', '#5a2f2c'],
        values: [0.6, 0.2, 0.25, 0.8],
      },
      {
        colors: ['#6aa6d0', '#a9cbe0', '#f3e6cf', '#fff0cc', '#efcd98', '#8a5a3c'],
        values: [-0.6, 0.7, 0.3, 0],
      },
      {
        colors: ['#2b2c5c', '#9c5a86', '#ff9c7c', '#ff7f56', '#d9694f', '#2a1536'],
        values: [-0.5, 0.1, 0.4, 1],
      },
      {
        colors: ['#3d78b5', '#86b2d8', '#f0d9c4', '#ffe0b8', '#d2633a', '#571c1c'],
        values: [0.8, 0.6, 0.35, 0],
      },
    ],
    variant,
  );
  shade(g, glsl.dunes, {...look, t, seed: variant * 11 + 3});
  vignette(g);
}
