/** Cities. */
import {
  box,
  choose,
  gradient,
  light,
  mixed,
  polygon,
  sheet,
  vignette,
  wander,
  wash,
  withStyle,
} from './paint.js';
import * as air from './air.glsl.js';
import * as nature from './nature.glsl.js';
import {shade} from './shader.js';

const skyOnly = `${nature.sky}vec3 scene(vec2 uv, vec2 p) { return skyAt(p); }`;

/** Towers over water. */
export function skyline(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        sky: ['#0e1440', '#4a3a86', '#f08a86', '#ff9a6a'],
        far: '#4b4384',
        near: '#0b0d26',
        lamp: ['#ffd48a', '#ffe9c0', '#9fd0ff'],
        tower: 0.62,
        sun: [0.4, -0.05, 0.9, 0],
      },
      {
        sky: ['#5f86b8', '#e7b489', '#ffe0a8', '#ffcf7a'],
        far: '#c9977f',
        near: '#3a2c3c',
        lamp: ['#ffe2a0', '#fff2d0'],
        tower: 0,
        sun: [-0.45, 0.02, 0.7, 1],
      },
      {
        sky: ['#06121f', '#0d3346', '#1e7a7c', '#37c9a8'],
        far: '#17505c',
        near: '#04101a',
        lamp: ['#ffdc8c', '#a6fff0', '#ffffff'],
        tower: 0.3,
        sun: [0.1, -0.1, 0.8, 0],
      },
      {
        sky: ['#2a1a4e', '#8a3f7a', '#ff9d76', '#ffb066'],
        far: '#8c4a78',
        near: '#1a0e2a',
        lamp: ['#ffd27a', '#ffb0a0', '#fff0d8'],
        tower: 0.45,
        sun: [0.05, 0.0, 0.6, 1],
      },
    ],
    variant,
  );
  const shoreLine = h * 0.74;
  const town = sheet(g);
  shade(town, skyOnly, {colors: look.sky, values: look.sun, t: t * 4, seed: variant * 3});
  for (let layer = 0; layer < 5; layer++) {
    const near = layer / 4;
    town.fillStyle = mixed(look.far, look.near, near);
    const shift = t * w * 0.004 * (0.3 + near);
    houses(town, {w, h, shoreLine, near, look, random, shift, t});
    haze(town, w, h, shoreLine, look.sky[2], 0.34 * (1 - near));
  }
  if (look.tower) spire(town, w * look.tower - t * w * 0.003, shoreLine, h * 0.6, look);
  g.drawImage(town.canvas, 0, 0);
  reflect(g, town.canvas, {w, h, shoreLine, t, tint: look.near});
  vignette(g, 0.4);
}

function houses(g, {w, h, shoreLine, near, look, random, shift, t}) {
  const rise = wander(random);
  const size = w * (0.022 + near * 0.022);
  for (let x = -w * 0.1; x < w * 1.15;) {
    const width = size * (0.6 + random() * 1.1);
    const middle = 1 - Math.abs(x / w - 0.5) * 0.9;
    const tall =
      h * (0.08 + (0.42 - near * 0.2) * rise((x / w) * 9 + near * 40) ** 1.6 * (0.45 + middle));
    const left = x - shift;
    g.fillRect(left, shoreLine - tall, width + 1, tall);
    roof(g, left, shoreLine - tall, width, random());
    windows(g, {left, top: shoreLine - tall, width, tall, near, look, random, t});
    x += width * (0.9 + random() * 0.35);
  }
}

function roof(g, x, y, width, kind) {
  if (kind < 0.18)
    polygon(g, [
      [x, y + 1],
      [x + width / 2, y - width * 0.7],
      [x + width, y + 1],
    ]);
  else if (kind < 0.4) g.fillRect(x + width * 0.25, y - width * 0.3, width * 0.5, width * 0.35);
  else if (kind < 0.55) g.fillRect(x + width * 0.48, y - width * 0.8, width * 0.05, width * 0.8);
}

function windows(g, {left, top, width, tall, near, look, random, t}) {
  const step = Math.max(5, width / 6);
  const lit = 0.1 + 0.22 * random();
  withStyle(g, {globalCompositeOperation: 'lighter'}, () => {
    for (let y = top + step; y < top + tall - step; y += step * 1.25) {
      for (let x = left + step * 0.6; x < left + width - step * 0.7; x += step) {
        const on = random();
        const phase = random();
        if (on > lit) continue;
        g.globalAlpha =
          (0.25 + 0.55 * near) *
          (0.5 + 0.5 * random()) *
          (phase < 0.2 ? 0.65 + 0.35 * Math.sin(t * 2 + phase * 60) : 1);
        g.fillStyle = look.lamp[Math.floor(phase * 97) % look.lamp.length];
        g.fillRect(x, y, step * 0.5, step * 0.62);
      }
    }
  });
}

function spire(g, x, base, tall, look) {
  g.fillStyle = look.near;
  polygon(g, [
    [x - tall * 0.035, base],
    [x - tall * 0.012, base - tall * 0.7],
    [x, base - tall],
    [x + tall * 0.012, base - tall * 0.7],
    [x + tall * 0.035, base],
  ]);
  box(g, x - tall * 0.045, base - tall * 0.72, tall * 0.09, tall * 0.045, tall * 0.02, look.near);
  light(g, x, base - tall * 0.7, tall * 0.12, look.lamp[0], 0.9);
  light(g, x, base - tall, tall * 0.06, '#ff5a4a', 1);
}

function haze(g, w, h, line, color, strength) {
  withStyle(g, {globalAlpha: strength}, () => {
    g.fillStyle = gradient(g.createLinearGradient(0, line - h * 0.4, 0, line), [
      `${color}00`,
      color,
    ]);
    g.fillRect(0, 0, w, line);
  });
}

/** Reflects what is above the line in moving water. */
function reflect(g, picture, {w, h, shoreLine, t, tint}) {
  for (let y = shoreLine; y < h; y += 2) {
    const depth = (y - shoreLine) / (h - shoreLine);
    const from = Math.max(0, shoreLine - (y - shoreLine) * 1.15 - 2);
    const sway =
      Math.sin(depth * 46 - t * 2.2) * Math.sin(depth * 17 + t * 1.3) * w * 0.006 * (0.3 + depth);
    g.drawImage(picture, 0, from, w, 2, sway - 8, y, w + 16, 2);
  }
  withStyle(g, {globalAlpha: 0.78}, () => {
    g.fillStyle = gradient(g.createLinearGradient(0, shoreLine, 0, h), [`${tint}66`, tint]);
    g.fillRect(0, shoreLine, w, h - shoreLine);
  });
  g.fillStyle = tint;
  g.fillRect(0, shoreLine - h * 0.006, w, h * 0.008);
}

/** A narrow street at night, after rain. */
export function street(g, {w, h, random, variant, t}) {
  const neon = choose(
    [
      ['#ff3d81', '#37d5ff', '#ffb03a', '#8b5bff', '#5cff9d'],
      ['#ff7a3c', '#ffd23c', '#ff3c5a', '#4cc9ff'],
    ],
    variant,
  );
  const vanish = {x: w * 0.5, y: h * 0.5};
  const upper = sheet(g);
  wash(upper, ['#070a1c', '#1b1440', '#4a2360'], 0, vanish.y * 1.05);
  light(upper, vanish.x, vanish.y, w * 0.4, neon[0], 0.35);
  for (const side of [-1, 1]) facades(upper, {w, h, vanish, side, neon, random, t});
  g.drawImage(upper.canvas, 0, 0);
  wetRoad(g, upper.canvas, {w, h, vanish});
  for (let i = 0; i < 7; i++) walker(g, {w, h, vanish, random, t, i});
  vignette(g, 0.5);
}

function facades(g, {w, h, vanish, side, neon, random, t}) {
  const wide = Math.max(w * 0.5, h * 0.34);
  for (let depth = 8; depth >= 0; depth--) {
    const far = 1 / 1.35 ** depth;
    const next = 1 / 1.35 ** (depth + 1);
    const tall = 1.1 + random() * 1.3;
    const at = (scale, up) => [
      vanish.x + side * wide * 1.25 * scale,
      vanish.y - up * h * 0.62 * scale,
    ];
    g.fillStyle = mixed('#3a2a5c', '#0b0b18', far);
    polygon(g, [at(far, tall), at(next, tall), at(next, -0.4), at(far, -0.4)]);
    rowsOfWindows(g, {far, next, tall, at, random});
    for (let i = 0; i < 3; i++)
      sign(g, {
        far,
        next,
        at,
        up: 0.12 + random() * tall * 0.75,
        color: neon[Math.floor(random() * neon.length)],
        random,
        t,
      });
    shopFront(g, {far, next, at, color: neon[Math.floor(random() * neon.length)]});
  }
}

function rowsOfWindows(g, {far, next, tall, at, random}) {
  for (let up = 0.25; up < tall - 0.1; up += 0.14) {
    for (let part = 0.12; part < 0.9; part += 0.26) {
      if (random() > 0.34) continue;
      const a = far + (next - far) * part;
      const b = far + (next - far) * (part + 0.16);
      g.fillStyle = random() < 0.7 ? 'rgba(255,214,150,.42)' : 'rgba(150,210,255,.36)';
      polygon(g, [at(a, up), at(b, up), at(b, up + 0.08), at(a, up + 0.08)]);
    }
  }
}

function shopFront(g, {far, next, at, color}) {
  withStyle(g, {globalCompositeOperation: 'lighter', globalAlpha: 0.5}, () => {
    g.fillStyle = color;
    polygon(g, [at(far, 0.02), at(next, 0.02), at(next, -0.2), at(far, -0.2)]);
    const [x, y] = at((far + next) / 2, -0.1);
    light(g, x, y, Math.abs(at(far, 0)[0] - at(next, 0)[0]) * 1.1, color, 0.5);
  });
}

function sign(g, {far, next, at, up, color, random, t}) {
  const place = far + (next - far) * random();
  const [x, y] = at(place, up);
  const high = at(place, up)[1] - at(place, up + 0.1 + random() * 0.22)[1];
  const wide = high * (0.22 + random() * 0.25);
  const flicker = random() < 0.15 ? 0.7 + 0.3 * Math.sin(t * 9) : 1;
  withStyle(g, {globalAlpha: flicker, globalCompositeOperation: 'lighter'}, () => {
    box(g, x - wide / 2, y - high, wide, high, wide * 0.2, `${color}c0`);
    box(g, x - wide * 0.3, y - high * 0.92, wide * 0.6, high * 0.84, wide * 0.15, '#ffffff66');
  });
  light(g, x, y - high / 2, high * 1.5, color, 0.42);
}

function wetRoad(g, picture, {w, h, vanish}) {
  const line = vanish.y + h * 0.045;
  g.fillStyle = '#080814';
  g.fillRect(0, line, w, h - line);
  withStyle(g, {filter: `blur(${h * 0.006}px)`, globalAlpha: 0.75}, () => {
    g.translate(0, line * 2);
    g.scale(1, -1);
    g.drawImage(picture, 0, 0, w, line, 0, 0, w, line);
  });
  withStyle(
    g,
    {filter: `blur(${h * 0.03}px)`, globalAlpha: 0.5, globalCompositeOperation: 'lighter'},
    () => {
      g.translate(0, line * 2.1);
      g.scale(1, -1.1);
      g.drawImage(picture, 0, 0, w, line, 0, 0, w, line);
    },
  );
  g.fillStyle = gradient(g.createLinearGradient(0, line, 0, h), ['#08081400', '#080814c0']);
  g.fillRect(0, line, w, h - line);
}

function walker(g, {w, h, vanish, random, t, i}) {
  const near = 0.12 + 0.1 * i * (0.7 + random() * 0.4);
  const x = vanish.x + (random() - 0.5) * Math.max(w, h * 0.6) * near * 1.3 + Math.sin(t + i) * 2;
  const foot = vanish.y + h * (0.05 + 0.46 * near);
  const tall = h * 0.44 * near;
  g.fillStyle = '#05050c';
  box(g, x - tall * 0.12, foot - tall * 0.8, tall * 0.24, tall * 0.48, tall * 0.1, '#05050c');
  g.fillRect(x - tall * 0.09, foot - tall * 0.4, tall * 0.07, tall * 0.4);
  g.fillRect(x + tall * 0.03, foot - tall * 0.4, tall * 0.07, tall * 0.38);
  g.beginPath();
  g.arc(x, foot - tall * 0.88, tall * 0.09, 0, 7);
  g.fill();
  if (random() < 0.6) umbrella(g, x, foot - tall * 0.98, tall * 0.36, random);
}

function umbrella(g, x, y, size, random) {
  g.fillStyle = random() < 0.4 ? '#a01f3c' : '#0b0b18';
  g.beginPath();
  g.ellipse(x, y, size, size * 0.55, 0, Math.PI, 0);
  g.fill();
}

/** Light trails of headlights and tail lights. */
export function traffic(g, {w, h, random, variant, t}) {
  wash(
    g,
    variant === 1
      ? ['#0a1030', '#2a2358', '#b4567a', '#ff9a6c']
      : ['#03060f', '#0a1a2e', '#0f3a4a'],
    0,
    h * 0.52,
  );
  const line = h * 0.5;
  for (let layer = 0; layer < 2; layer++) {
    g.fillStyle = layer ? '#0a0a18' : '#2a2148';
    houses(g, {
      w,
      h: h * 0.7,
      shoreLine: line + 2,
      near: layer * 0.7,
      look: {lamp: ['#ffd48a', '#bfe0ff']},
      random,
      shift: 0,
      t,
    });
  }
  g.fillStyle = gradient(g.createLinearGradient(0, line, 0, h), ['#141226', '#07070d']);
  g.fillRect(0, line, w, h - line);
  const bend = variant === 1 ? 0.24 : -0.1;
  withStyle(g, {globalCompositeOperation: 'lighter', lineCap: 'round'}, () => {
    for (let i = 0; i < 90; i++) trail(g, {w, h, line, bend, random, t});
  });
  vignette(g, 0.45);
}

function trail(g, {w, h, line, bend, random, t}) {
  const comes = random() < 0.5;
  const lane = (comes ? -1 : 1) * (0.12 + Math.floor(random() * 4) * 0.2 + random() * 0.09);
  const spread = Math.max(w, h * 0.9);
  const from = {x: w * (0.5 + bend), y: line + h * 0.012};
  const to = {x: w * 0.5 + lane * spread * 0.95, y: h * 1.05};
  const mid = {x: w * (0.5 + bend * 0.2) + lane * spread * 0.1, y: line + h * 0.14};
  const color = comes
    ? choose(['#fff3d6', '#ffe0a0', '#dfeaff'], 1 + Math.floor(random() * 3))
    : choose(['#ff2d2d', '#ff5a3c', '#ff1f4f'], 1 + Math.floor(random() * 3));
  const rise = random() < 0.3 ? h * 0.03 * random() : 0;
  const phase = (random() + t * 0.25) % 1;
  g.strokeStyle = gradient(g.createLinearGradient(from.x, from.y, to.x, to.y), [
    `${color}22`,
    `${color}88`,
    color,
  ]);
  for (const [width, alpha] of [
    [h * 0.012, 0.1],
    [h * 0.003, 0.75],
  ]) {
    g.globalAlpha = alpha * (0.35 + 0.65 * Math.abs(Math.sin(phase * Math.PI)));
    g.lineWidth = width * (0.5 + random() * 0.8);
    g.beginPath();
    g.moveTo(from.x, from.y);
    g.quadraticCurveTo(mid.x, mid.y - rise, to.x, to.y - rise * 4);
    g.stroke();
  }
}

/** City lights out of focus behind a wet window. */
export function bokeh(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        sky: ['#0a1226', '#16263f', '#1c1a30'],
        lamps: ['#ffb04a', '#ff5a5a', '#58c8ff', '#ffe6a8', '#7affc0'],
      },
      {sky: ['#0b0d22', '#1f1a44', '#0c0c18'], lamps: ['#ff7ab8', '#ffd27a', '#8f8bff', '#5ae0ff']},
      {sky: ['#1c0f0c', '#3a1d14', '#140a08'], lamps: ['#ffb24a', '#ff8a3c', '#ffe0a0', '#ff5e4a']},
    ],
    variant,
  );
  wash(g, look.sky);
  withStyle(g, {globalCompositeOperation: 'lighter'}, () => {
    for (let i = 0; i < 110; i++) lamp(g, {w, h, random, lamps: look.lamps, t});
  });
  if (variant !== 3) for (let i = 0; i < 150; i++) drop(g, {w, h, random});
  vignette(g, 0.45);
}

function lamp(g, {w, h, random, lamps, t}) {
  const radius = h * (0.012 + 0.06 * random() ** 1.6);
  const x = w * random();
  const y = h * (0.5 + (random() + random() - 1) * 0.42);
  const color = lamps[Math.floor(random() * lamps.length)];
  g.globalAlpha = (0.16 + 0.4 * random()) * (0.85 + 0.15 * Math.sin(t * 2 + x));
  g.fillStyle = gradient(g.createRadialGradient(x, y, 0, x, y, radius), [
    `${color}aa`,
    `${color}b0`,
    `${color}d0`,
    `${color}00`,
  ]);
  g.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

function drop(g, {w, h, random}) {
  const x = w * random();
  const y = h * random();
  const r = h * (0.003 + 0.014 * random() ** 3);
  g.fillStyle = gradient(g.createLinearGradient(x, y - r, x, y + r), [
    'rgba(255,255,255,.02)',
    'rgba(10,14,30,.35)',
    'rgba(255,255,255,.5)',
  ]);
  g.beginPath();
  g.ellipse(x, y, r, r * 1.25, 0, 0, 7);
  g.fill();
}

/** A suspension bridge: at dusk, in fog, by night. */
export function bridge(g, {w, h, variant, t}) {
  const look = choose(
    [
      {
        colors: ['#122048', '#4a5a9c', '#f2a98c', '#ff9f6b', '#2b4a6b', '#0a1a2e'],
        values: [-0.35, 0.08, 0.6, 0, 0.4, -0.2, 0.8],
        steel: '#131a33',
        lamps: '#ffd89a',
      },
      {
        colors: ['#6fa8d8', '#b6d6ea', '#f4ead8', '#fff0cf', '#f2f4f6', '#9fb6cc'],
        values: [0.6, 0.5, 0.3, 0],
        steel: '#b5402c',
        lamps: '',
      },
      {
        colors: ['#060b1c', '#12244a', '#2c4a7a', '#6aa0e0', '#17304f', '#050d1a'],
        values: [0.5, -0.1, 0.5, 0, 0.35, -0.2, 0.5],
        steel: '#050914',
        lamps: '#bfe4ff',
      },
    ],
    variant,
  );
  const inFog = variant === 2;
  shade(g, inFog ? air.clouds : nature.ocean, {...look, t, seed: variant * 4 + 1});
  const fog = inFog && sheet(g);
  if (fog) fog.drawImage(g.canvas, 0, 0);
  span(g, {w, h, ...look});
  if (fog) withFog(g, fog.canvas, w, h);
  vignette(g, 0.35);
}

function span(g, {w, h, steel, lamps}) {
  const towers = [
    {x: w * 0.2, s: 1},
    {x: w * 0.72, s: 0.62},
  ];
  const deck = (x) => h * (0.62 - 0.05 * (x / w));
  const top = ({x, s}) => deck(x) - h * 0.46 * s;
  const anchors = [
    {x: -w * 0.25, y: deck(0)},
    ...towers.map((tower) => ({x: tower.x, y: top(tower)})),
    {x: w * 1.1, y: deck(w) - h * 0.01},
  ];
  g.strokeStyle = steel;
  g.fillStyle = steel;
  for (let i = 0; i < 3; i++) cable(g, {a: anchors[i], b: anchors[i + 1], deck, h, lamps});
  polygon(g, [
    [0, deck(0)],
    [w, deck(w)],
    [w, deck(w) + h * 0.014],
    [0, deck(0) + h * 0.026],
  ]);
  for (const tower of towers)
    pylon(g, {...tower, top: top(tower), foot: deck(tower.x) + h * 0.16 * tower.s, h});
  if (!lamps) return;
  for (let i = 0; i < 34; i++)
    light(g, (i / 33) * w, deck((i / 33) * w) - h * 0.006, h * 0.022, lamps, 0.85);
}

function cable(g, {a, b, deck, h, lamps}) {
  const sag = (k) =>
    a.y +
    (b.y - a.y) * k +
    (deck((a.x + b.x) / 2) - (a.y + b.y) / 2 - h * 0.02) * 4 * k * (1 - k) * 0.98;
  g.lineWidth = h * 0.006;
  g.beginPath();
  for (let k = 0; k <= 1.001; k += 0.02) g.lineTo(a.x + (b.x - a.x) * k, sag(k));
  g.stroke();
  g.lineWidth = h * 0.0016;
  for (let k = 0.02; k < 1; k += 0.026) {
    const x = a.x + (b.x - a.x) * k;
    g.beginPath();
    g.moveTo(x, sag(k));
    g.lineTo(x, deck(x));
    g.stroke();
    if (lamps && Math.round(k * 1000) % 3 === 0) light(g, x, sag(k), h * 0.012, lamps, 0.6);
  }
}

function pylon(g, {x, s, top, foot, h}) {
  const leg = h * 0.022 * s;
  const gap = h * 0.05 * s;
  for (const side of [-1, 1]) g.fillRect(x + side * gap - leg / 2, top, leg, foot - top);
  for (let i = 0; i < 4; i++)
    g.fillRect(x - gap, top + (foot - top) * (0.02 + i * 0.19), gap * 2, leg * 0.9);
  g.fillRect(x - gap - leg, foot - leg, gap * 2 + leg * 2, leg);
}

function withFog(g, fog, w, h) {
  const veil = sheet(g);
  veil.drawImage(fog, 0, 0);
  veil.globalCompositeOperation = 'destination-in';
  veil.fillStyle = gradient(veil.createLinearGradient(0, h * 0.48, 0, h * 0.68), [
    '#00000000',
    '#000000f0',
  ]);
  veil.fillRect(0, 0, w, h);
  g.drawImage(veil.canvas, 0, 0);
}
