/** Screens of code editors and video editors. */
import {
  box,
  choose,
  disc,
  gradient,
  light,
  mixed,
  polygon,
  stroke,
  vignette,
  wander,
  wash,
  withStyle,
} from './paint.js';

/** A window with a title bar and its shadow; returns the inner rectangle. */
function frame(g, {x, y, w, h, fill, bar}) {
  const unit = Math.min(w, h);
  withStyle(
    g,
    {shadowColor: 'rgba(0,0,20,.55)', shadowBlur: unit * 0.12, shadowOffsetY: unit * 0.04},
    () => box(g, x, y, w, h, unit * 0.035, fill),
  );
  const top = unit * 0.085;
  g.fillStyle = bar;
  g.beginPath();
  g.roundRect(x, y, w, top, [unit * 0.035, unit * 0.035, 0, 0]);
  g.fill();
  ['#ff6058', '#ffbd2e', '#28c941'].forEach((color, i) =>
    disc(g, x + unit * (0.05 + i * 0.045), y + top / 2, unit * 0.014, color),
  );
  return {x, y: y + top, w, h: h - top};
}

const EDITORS = [
  {
    desk: ['#1b2a6b', '#5a3fb0', '#e0629a'],
    fill: '#141a30',
    bar: '#1d2542',
    side: '#101528',
    ink: ['#7aa2ff', '#ff7ab8', '#ffd27a', '#6fe0b8', '#c9d4f2'],
    extra: 'player',
  },
  {
    desk: ['#06302f', '#0f6a5c', '#b8e07a'],
    fill: '#0d1f22',
    bar: '#15302f',
    side: '#0a181b',
    ink: ['#5ff0c0', '#f2e27a', '#7ac8ff', '#ff9d7a', '#d4ece4'],
    extra: 'key',
  },
  {
    desk: ['#ffe0b8', '#ff9f7a', '#e0567a'],
    fill: '#fffaf2',
    bar: '#f2e6d8',
    side: '#f8efe4',
    ink: ['#3f6fd8', '#d8456f', '#b07a1f', '#2f9a72', '#5a5468'],
    extra: 'progress',
  },
  {
    desk: ['#2a1a12', '#8a3f1f', '#f2a03f'],
    fill: '#1f1714',
    bar: '#2c201b',
    side: '#181210',
    ink: ['#ffb45a', '#ff7a5a', '#f4e0c0', '#8fd0c0', '#e8c8a8'],
    extra: 'letter',
  },
  {
    desk: ['#10141c', '#2a3444', '#5a6f86'],
    fill: '#0b0f14',
    bar: '#161c24',
    side: '#0d1218',
    ink: ['#7aff9d', '#4fd47a', '#b8ffd0', '#f2f28a', '#8fe0ff'],
    extra: 'none',
  },
];

/** A code editor in which code is being written. */
export function code(g, {w, h, random, variant, t}) {
  const look = choose(EDITORS, variant);
  const u = Math.min(w, h);
  g.fillStyle = gradient(g.createLinearGradient(0, 0, w, h), look.desk);
  g.fillRect(0, 0, w, h);
  light(g, w * 0.85, h * 0.1, Math.max(w, h) * 0.5, look.desk[2], 0.35);
  const inner = frame(g, {x: w * 0.07, y: h * 0.1, w: w * 0.86, h: h * 0.95, ...look});
  const side = inner.w * (w > h ? 0.17 : 0.1);
  g.fillStyle = look.side;
  g.fillRect(inner.x, inner.y, side, inner.h);
  fileList(g, {x: inner.x, y: inner.y, w: side, u, random, ink: look.ink});
  withStyle(g, {}, () => {
    g.beginPath();
    g.rect(inner.x, inner.y, inner.w, inner.h);
    g.clip();
    codeRows(g, {
      x: inner.x + side,
      y: inner.y + u * 0.03,
      w: inner.w - side,
      h: inner.h,
      u,
      random,
      ink: look.ink,
      t,
    });
  });
  const panel = {x: w * 0.73, y: h * 0.52, size: Math.min(u * 0.42, w * 0.36), look, t};
  ({player: playerPanel, key: keyPanel, progress: progressPanel, letter: letterPanel})[
    look.extra
  ]?.(g, panel);
  vignette(g, 0.25);
}

function fileList(g, {x, y, w, u, random, ink}) {
  for (let i = 0; i < 11; i++) {
    const indent = i % 4 ? w * 0.14 : 0;
    g.globalAlpha = i === 3 ? 1 : 0.4;
    box(
      g,
      x + w * 0.14 + indent,
      y + u * (0.05 + i * 0.066),
      w * (0.3 + 0.26 * random()),
      u * 0.017,
      u * 0.008,
      ink[i % 4 ? 4 : 0],
    );
  }
  g.globalAlpha = 1;
}

/** Rows scroll up while the last one is being written. */
function codeRows(g, {x, y, w, h, u, random, ink, t}) {
  const step = u * 0.062;
  const visible = Math.floor(h / step) - 2;
  const written = visible - 2 + t * 1.4;
  const scroll = Math.max(0, written - visible) * step;
  const limit = Math.ceil(written);
  let depth = 0;
  for (let row = 0; row < limit + 1; row++) {
    const tokens = makeRow(random, depth);
    depth = Math.max(
      0,
      Math.min(4, depth + choose([1, 0, 0, -1, 1, 0, -1], 1 + Math.floor(random() * 7))),
    );
    const top = y + row * step - scroll;
    box(g, x + u * 0.03, top + step * 0.3, u * 0.022, step * 0.28, step * 0.1, `${ink[4]}40`);
    if (row < limit)
      writeRow(g, {
        tokens,
        x: x + u * 0.085,
        top,
        step,
        w,
        u,
        ink,
        share: Math.min(1, written - row),
        t,
      });
  }
}

function makeRow(random, depth) {
  const isEmpty = random() < 0.1;
  const count = isEmpty ? 0 : 2 + Math.floor(random() * 4);
  return {
    depth,
    parts: Array.from({length: count}, () => ({
      long: 0.04 + 0.13 * random() ** 1.3,
      tone: Math.floor(random() * 5),
    })),
  };
}

function writeRow(g, {tokens, x, top, step, w, u, ink, share, t}) {
  const total = tokens.parts.reduce((sum, {long}) => sum + long * u * 1.3 + u * 0.016, 0);
  let at = x + tokens.depth * u * 0.055;
  const end = at + total * share;
  for (const {long, tone} of tokens.parts) {
    const wide = Math.min(long * u * 1.3, end - at, x + w * 0.94 - at);
    if (wide > 0) box(g, at, top + step * 0.22, wide, step * 0.46, step * 0.23, ink[tone]);
    at += long * u * 1.3 + u * 0.016;
  }
  if (share < 1 && Math.sin(t * 8) > -0.4)
    g.fillRect(end + u * 0.008, top + step * 0.1, u * 0.007, step * 0.7);
}

function card(g, {x, y, size, fill, wide = 1.5, tall = 1}) {
  withStyle(
    g,
    {shadowColor: 'rgba(0,0,20,.6)', shadowBlur: size * 0.16, shadowOffsetY: size * 0.05},
    () =>
      box(
        g,
        x - (size * wide) / 2,
        y - (size * tall) / 2,
        size * wide,
        size * tall,
        size * 0.07,
        fill,
      ),
  );
}

function playerPanel(g, {x, y, size, t}) {
  card(g, {
    x,
    y,
    size,
    fill: gradient(g.createLinearGradient(0, y - size / 2, 0, y + size / 2), [
      '#ff9d7a',
      '#c94f8f',
      '#3a2a7a',
    ]),
  });
  disc(g, x, y, size * 0.2, '#ffffffe8');
  g.fillStyle = '#6a2a7a';
  polygon(g, [
    [x - size * 0.06, y - size * 0.1],
    [x + size * 0.11, y],
    [x - size * 0.06, y + size * 0.1],
  ]);
  box(g, x - size * 0.66, y + size * 0.38, size * 1.32, size * 0.03, size * 0.015, '#ffffff60');
  box(
    g,
    x - size * 0.66,
    y + size * 0.38,
    size * (0.4 + 0.06 * t),
    size * 0.03,
    size * 0.015,
    '#ffffff',
  );
}

function keyPanel(g, {x, y, size}) {
  card(g, {x, y, size, fill: '#f2e27a', wide: 1});
  withStyle(g, {strokeStyle: '#0d3a36', lineWidth: size * 0.1}, () => {
    g.beginPath();
    g.arc(x - size * 0.18, y, size * 0.15, 0, 7);
    g.stroke();
  });
  stroke(
    g,
    [
      [x - size * 0.02, y],
      [x + size * 0.35, y],
      [x + size * 0.35, y + size * 0.13],
    ],
    size * 0.09,
    '#0d3a36',
  );
  stroke(
    g,
    [
      [x + size * 0.2, y],
      [x + size * 0.2, y + size * 0.1],
    ],
    size * 0.09,
    '#0d3a36',
  );
}

function progressPanel(g, {x, y, size}) {
  card(g, {x, y, size, fill: '#2f2a4a', wide: 1.4, tall: 0.9});
  stroke(
    g,
    [
      [x, y + size * 0.08],
      [x, y - size * 0.24],
    ],
    size * 0.07,
    '#ffd27a',
  );
  stroke(
    g,
    [
      [x - size * 0.12, y - size * 0.13],
      [x, y - size * 0.25],
      [x + size * 0.12, y - size * 0.13],
    ],
    size * 0.07,
    '#ffd27a',
  );
  box(g, x - size * 0.5, y + size * 0.22, size, size * 0.08, size * 0.04, '#ffffff30');
  box(g, x - size * 0.5, y + size * 0.22, size * 0.62, size * 0.08, size * 0.04, '#ff7a8a');
}

/** The outline of a lower-case a, with guides. */
function letterPanel(g, {x, y, size}) {
  card(g, {x, y, size: size * 1.15, fill: '#f4e6d0', wide: 1.05});
  for (const [k, color] of [
    [-0.28, '#ff7a5a'],
    [0.28, '#ff7a5a'],
    [-0.02, '#8fb0c0'],
  ])
    stroke(
      g,
      [
        [x - size * 0.55, y + size * k],
        [x + size * 0.55, y + size * k],
      ],
      size * 0.012,
      color,
    );
  withStyle(g, {strokeStyle: '#2a1a12', lineWidth: size * 0.13}, () => {
    g.beginPath();
    g.ellipse(x - size * 0.03, y, size * 0.22, size * 0.22, 0, 0, 7);
    g.stroke();
    g.lineCap = 'butt';
    g.beginPath();
    g.moveTo(x + size * 0.2, y - size * 0.28);
    g.lineTo(x + size * 0.2, y + size * 0.28);
    g.stroke();
  });
}

const SUITES = [
  {
    fill: '#15161c',
    panel: '#1f2129',
    tracks: ['#e08a4f', '#4f9ac0', '#8a6fc9', '#4fae8a'],
    wheels: true,
    head: '#ffb04a',
    sky: ['#243a6a', '#d8788a', '#ffc98a'],
    play: 0.58,
  },
  {
    fill: '#e9edf2',
    panel: '#ffffff',
    tracks: ['#2f8fe0', '#36c2a0', '#f2b53f', '#e8607a'],
    head: '#e0304f',
    sky: ['#2f8fc8', '#a8dcec', '#f4f4dc'],
    play: 0.36,
  },
  {
    fill: '#170f24',
    panel: '#23183a',
    tracks: ['#b05aff', '#ff5fa8', '#5a8aff', '#ff9f5a'],
    head: '#ffffff',
    sky: ['#3a1a6a', '#b8408f', '#ff9f8a'],
    fade: true,
    play: 0.5,
  },
  {
    fill: '#08191c',
    panel: '#10282c',
    tracks: ['#1fb8a8', '#8fd85a', '#2f8fb8', '#f2d05a'],
    head: '#f2ffe0',
    sky: ['#04303a', '#1f8a86', '#d8f2b8'],
    close: true,
    play: 0.7,
  },
];

/** A video editor: picture above, tracks below. */
export function timeline(g, {w, h, random, variant, t}) {
  const look = choose(SUITES, variant);
  const u = Math.min(w, h);
  wash(g, [mixed(look.fill, '#ffffff', 0.05), look.fill]);
  const split = h * (look.close ? 0.3 : 0.56);
  if (!look.close) viewer(g, {w, h: split, u, look, random, t});
  const tracks = {x: w * 0.03, y: split + u * 0.03, w: w * 0.94, h: h - split - u * 0.06};
  if (look.close) Object.assign(tracks, {x: -w * 0.05, y: h * 0.1, w: w * 1.1, h: h * 0.82});
  trackRows(g, {...tracks, u, random, ...look});
  playhead(g, {
    x: tracks.x + tracks.w * look.play + t * u * 0.02,
    y: tracks.y - u * 0.02,
    h: tracks.h + u * 0.03,
    u,
    color: look.head,
  });
  vignette(g, variant === 2 ? 0.12 : 0.35);
}

function viewer(g, {w, h, u, look, random, t}) {
  const tall = h - u * 0.1;
  const wide = Math.min(tall * 1.7, w * (look.wheels ? 0.56 : 0.8));
  const left = look.wheels ? w * 0.03 : (w - wide) / 2;
  withStyle(g, {shadowColor: 'rgba(0,0,0,.5)', shadowBlur: u * 0.05}, () =>
    box(g, left, u * 0.05, wide, tall, u * 0.015, look.panel),
  );
  withStyle(g, {}, () => {
    g.beginPath();
    g.roundRect(left, u * 0.05, wide, tall, u * 0.015);
    g.clip();
    miniature(g, {x: left, y: u * 0.05, w: wide, h: tall, sky: look.sky, random});
    if (look.wheels)
      flatHalf(g, {x: left, y: u * 0.05, w: wide, h: tall, share: 0.42 + 0.03 * Math.sin(t)});
  });
  if (look.wheels)
    [0, 1, 2].forEach((i) =>
      colorWheel(g, {x: w * 0.8, y: h * 0.5, size: Math.min(w * 0.14, h * 0.22), i, u}),
    );
  else
    for (const side of [-1, 1])
      levels(g, {
        x: w / 2 + side * (wide / 2 + w * 0.05),
        y: u * 0.05,
        h: tall,
        u,
        random,
        tracks: look.tracks,
      });
}

function miniature(g, {x, y, w, h, sky, random}) {
  g.fillStyle = gradient(g.createLinearGradient(0, y, 0, y + h * 0.8), sky);
  g.fillRect(x, y, w, h);
  light(g, x + w * 0.66, y + h * 0.5, h * 0.4, '#fff0c8', 0.8);
  disc(g, x + w * 0.66, y + h * 0.5, h * 0.08, '#ffffff');
  ['70', 'b0', 'ff'].forEach((alpha, i) => {
    g.fillStyle = `${mixed(sky[0], '#0a0a18', 0.3 + i * 0.25)}${alpha}`;
    const points = [[x, y + h]];
    for (let k = 0; k <= 6; k++)
      points.push([
        x + (w * k) / 6,
        y + h * (0.6 + i * 0.13 - (k % 2 ? 0.24 : 0.04) * (0.5 + random() * 0.6)),
      ]);
    polygon(g, [...points, [x + w, y + h]]);
  });
}

function flatHalf(g, {x, y, w, h, share}) {
  withStyle(g, {globalCompositeOperation: 'saturation'}, () => {
    g.fillStyle = '#808080';
    g.fillRect(x, y, w * share, h);
  });
  g.fillStyle = '#9a9aa080';
  g.fillRect(x, y, w * share, h);
  g.fillStyle = '#ffffff';
  g.fillRect(x + w * share, y, w * 0.005, h);
  disc(g, x + w * share, y + h * 0.5, h * 0.035, '#ffffff');
}

function colorWheel(g, {x, y, size, i, u}) {
  const [cx, cy] = [x + (i - 1) * size * 1.04, y + (i === 1 ? size * 0.55 : -size * 0.5)];
  const rim = g.createConicGradient(0, cx, cy);
  disc(
    g,
    cx,
    cy,
    size * 0.72,
    gradient(rim, ['#ff4a4a', '#ffd04a', '#4aff7a', '#4ad0ff', '#6a4aff', '#ff4ad0', '#ff4a4a']),
  );
  disc(g, cx, cy, size * 0.64, '#24262f');
  disc(
    g,
    cx,
    cy,
    size * 0.5,
    gradient(g.createRadialGradient(cx, cy, 0, cx, cy, size * 0.5), ['#4a4e5c', '#24262f']),
  );
  disc(
    g,
    cx + size * 0.2 * Math.cos(i * 2 + 0.6),
    cy + size * 0.2 * Math.sin(i * 2 + 0.6),
    u * 0.012,
    '#ffffff',
  );
}

function levels(g, {x, y, h, u, random, tracks}) {
  for (let side = 0; side < 2; side++) {
    const high = 14 * (0.55 + 0.35 * random());
    for (let i = 0; i < 14; i++) {
      g.globalAlpha = i < high ? 1 : 0.18;
      box(
        g,
        x + (side - 0.5) * u * 0.05 - u * 0.016,
        y + h - ((i + 1) * h) / 14,
        u * 0.032,
        (h / 14) * 0.7,
        u * 0.004,
        i > 10 ? '#ff5a5a' : tracks[1],
      );
    }
  }
  g.globalAlpha = 1;
}

function trackRows(g, {x, y, w, h, u, random, tracks, panel, fade, close}) {
  const rows = 4;
  const tall = h / rows;
  for (let row = 0; row < rows; row++) {
    const top = y + row * tall;
    box(g, x, top + tall * 0.05, w, tall * 0.9, u * 0.012, panel);
    const isSound = row > 1;
    for (let at = random() * 0.04; at < 0.97;) {
      const long = Math.min(0.98 - at, (close ? 0.2 : 0.1) + 0.2 * random());
      const clip = {x: x + w * at, y: top + tall * 0.08, w: w * long - u * 0.008, h: tall * 0.84};
      box(
        g,
        clip.x,
        clip.y,
        clip.w,
        clip.h,
        u * 0.012,
        gradient(g.createLinearGradient(0, clip.y, 0, clip.y + clip.h), [
          mixed(tracks[row], '#ffffff', 0.16),
          tracks[row],
        ]),
      );
      if (isSound) waveform(g, {...clip, u, random});
      else frames(g, {...clip, u});
      at += long + (random() < 0.25 ? 0.03 : 0.002);
    }
  }
  if (fade) crossing(g, {x: x + w * 0.42, y: y + tall * 0.05, w: w * 0.16, h: tall * 1.9, u});
}

function waveform(g, {x, y, w, h, u, random}) {
  const form = wander(random);
  g.fillStyle = '#ffffffa0';
  for (let px = u * 0.012; px < w - u * 0.012; px += u * 0.011) {
    const high = h * (0.12 + 0.7 * form((px / u) * 14) * form((px / u) * 3 + 50));
    g.fillRect(x + px, y + (h - high) / 2, u * 0.006, high);
  }
}

function frames(g, {x, y, w, h, u}) {
  g.fillStyle = '#00000038';
  for (let px = u * 0.015; px + h * 0.9 < w; px += h * 1.15) {
    g.beginPath();
    g.roundRect(x + px, y + h * 0.22, h, h * 0.56, u * 0.006);
    g.fill();
  }
}

function crossing(g, {x, y, w, h, u}) {
  withStyle(g, {shadowColor: '#000', shadowBlur: u * 0.04}, () =>
    box(g, x, y, w, h, u * 0.015, '#ffffffd8'),
  );
  g.fillStyle = '#b05aff';
  polygon(g, [
    [x, y],
    [x + w, y],
    [x, y + h],
  ]);
  g.fillStyle = '#ff5fa8';
  polygon(g, [
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ]);
  stroke(
    g,
    [
      [x, y + h],
      [x + w, y],
    ],
    u * 0.012,
    '#ffffff',
  );
}

function playhead(g, {x, y, h, u, color}) {
  light(g, x, y + h / 2, h * 0.5, color, 0.16);
  stroke(
    g,
    [
      [x, y],
      [x, y + h],
    ],
    u * 0.008,
    color,
  );
  g.fillStyle = color;
  polygon(g, [
    [x - u * 0.028, y - u * 0.02],
    [x + u * 0.028, y - u * 0.02],
    [x + u * 0.028, y + u * 0.015],
    [x, y + u * 0.045],
    [x - u * 0.028, y + u * 0.015],
  ]);
}
