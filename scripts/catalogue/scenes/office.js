/** Dashboards and video calls. */
import {
  box,
  choose,
  disc,
  gradient,
  light,
  mixed,
  placed,
  polygon,
  stroke,
  vignette,
  wander,
  wash,
  withStyle,
} from './paint.js';

/** Charts on cards. */
export function dashboard(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        desk: ['#0d1230', '#1f1a52'],
        card: '#1c2350',
        ink: ['#6f8cff', '#ff6fb0', '#5ae0d0', '#ffc86a'],
        rest: '#ffffff22',
        plan: ['area', 'donut', 'bars', 'line'],
      },
      {
        desk: ['#f2f5fa', '#dbe5f2'],
        card: '#ffffff',
        ink: ['#2f6fe0', '#1fb8a0', '#f2a53f', '#e8556f'],
        rest: '#1f2f5018',
        plan: ['bars', 'donut', 'line', 'area'],
      },
      {
        desk: ['#fff0dc', '#ffd2b0'],
        card: '#fffaf2',
        ink: ['#e8563f', '#f2963f', '#8a3f6f', '#3f2f5a'],
        rest: '#8a3f2f1c',
        plan: ['ladder', 'line', 'donut', 'bars'],
      },
      {
        desk: ['#04201f', '#0a4a42'],
        card: '#0d3a36',
        ink: ['#5affb8', '#f2e86a', '#4fc8ff', '#ff8f6a'],
        rest: '#ffffff1c',
        plan: ['dots', 'bars', 'area', 'donut'],
        tilt: -0.09,
      },
    ],
    variant,
  );
  wash(g, look.desk);
  withStyle(g, {}, () => {
    g.translate(w / 2, h / 2);
    if (look.tilt) g.rotate(look.tilt);
    if (look.tilt) g.scale(1.1, 1.1);
    g.translate(-w / 2, -h / 2);
    cardPlaces(w, h).forEach((place, i) =>
      chartCard(g, {...place, kind: look.plan[i], look, random, t, shift: i}),
    );
  });
  vignette(g, 0.2);
}

/** One large card and three small ones, beside or below. */
function cardPlaces(w, h) {
  const gap = Math.min(w, h) * 0.05;
  const isTall = h > w;
  const main = isTall
    ? {x: gap, y: gap, w: w - gap * 2, h: h * 0.36}
    : {x: gap, y: gap, w: w * 0.62 - gap, h: h * 0.6 - gap};
  const low = main.y + main.h + gap;
  if (isTall)
    return [
      main,
      ...[0, 1, 2].map((i) => ({
        x: gap,
        y: low + (i * (h - low)) / 3,
        w: main.w,
        h: (h - low) / 3 - gap,
      })),
    ];
  const right = main.x + main.w + gap;
  return [
    main,
    {x: right, y: gap, w: w - right - gap, h: main.h},
    {x: gap, y: low, w: main.w * 0.6, h: h - low - gap},
    {x: gap * 2 + main.w * 0.6, y: low, w: w - main.w * 0.6 - gap * 3, h: h - low - gap},
  ];
}

function chartCard(g, {x, y, w, h, kind, look, random, t, shift}) {
  const pad = Math.min(w, h) * 0.12;
  withStyle(
    g,
    {shadowColor: 'rgba(10,10,50,.28)', shadowBlur: pad * 1.6, shadowOffsetY: pad * 0.5},
    () => box(g, x, y, w, h, pad * 0.6, look.card),
  );
  box(g, x + pad, y + pad * 0.8, w * 0.28, pad * 0.42, pad * 0.2, look.rest);
  const ink = look.ink.map((_, i) => look.ink[(i + shift) % look.ink.length]);
  const area = {x: x + pad, y: y + pad * 1.8, w: w - pad * 2, h: h - pad * 2.7};
  ({
    area: areaChart,
    line: lineChart,
    bars: barChart,
    donut: donutChart,
    ladder: ladderChart,
    dots: dotChart,
  })[kind](g, {...area, ink, rest: look.rest, random, t});
}

function curve(random, {x, y, w, h}, rising) {
  const form = wander(random);
  return Array.from({length: 41}, (_, i) => [
    x + (w * i) / 40,
    y + h * (0.94 - rising * (i / 40) - (0.9 - rising) * form(i / 5.5)),
  ]);
}

function areaChart(g, {ink, rest, random, ...area}) {
  for (let i = 0; i < 4; i++)
    stroke(
      g,
      [
        [area.x, area.y + (area.h * i) / 3],
        [area.x + area.w, area.y + (area.h * i) / 3],
      ],
      area.h * 0.006,
      rest,
    );
  [0, 1].forEach((i) => {
    const points = curve(random, area, 0.45 - i * 0.3);
    g.fillStyle = gradient(g.createLinearGradient(0, area.y, 0, area.y + area.h), [
      `${ink[i]}b0`,
      `${ink[i]}08`,
    ]);
    polygon(g, [...points, [area.x + area.w, area.y + area.h], [area.x, area.y + area.h]]);
    stroke(g, points, area.h * 0.022, ink[i]);
  });
}

function lineChart(g, {ink, rest, random, ...area}) {
  stroke(
    g,
    [
      [area.x, area.y + area.h],
      [area.x + area.w, area.y + area.h],
    ],
    area.h * 0.015,
    rest,
  );
  [2, 0].forEach((i) => {
    const points = curve(random, area, 0.3);
    stroke(g, points, area.h * 0.045, ink[i]);
    disc(g, ...points[30], area.h * 0.06, ink[i]);
  });
}

function barChart(g, {x, y, w, h, ink, random}) {
  const count = Math.max(6, Math.round(w / h / 0.22));
  for (let i = 0; i < count; i++) {
    const high = h * (0.25 + 0.35 * random() + (0.4 * i) / count);
    const wide = (w / count) * 0.6;
    box(
      g,
      x + (w * i) / count,
      y + h - high,
      wide,
      high,
      wide * 0.3,
      i === count - 3 ? ink[1] : ink[0],
    );
  }
}

function donutChart(g, {x, y, w, h, ink, random}) {
  const radius = Math.min(w, h) * 0.38;
  let from = -1.57;
  [0.42, 0.26, 0.19, 0.13].forEach((share, i) => {
    const to = from + share * Math.PI * 2 * (0.97 + 0.03 * random());
    g.strokeStyle = ink[i];
    g.lineWidth = radius * 0.44;
    g.lineCap = 'butt';
    g.beginPath();
    g.arc(x + w / 2, y + h / 2, radius, from, to - 0.06);
    g.stroke();
    from = to;
  });
}

/** A bar for each quality, each higher than the one before. */
function ladderChart(g, {x, y, w, h, ink, rest}) {
  for (let i = 0; i < 6; i++) {
    const wide = w / 6;
    const high = h * (0.14 + 0.86 * ((i + 1) / 6) ** 1.5);
    box(g, x + wide * i, y, wide * 0.84, h, wide * 0.12, rest);
    box(
      g,
      x + wide * i,
      y + h - high,
      wide * 0.84,
      high,
      wide * 0.12,
      gradient(g.createLinearGradient(0, y, 0, y + h), [ink[0], ink[1]]),
    );
  }
}

function dotChart(g, {x, y, w, h, ink, random, rest}) {
  const step = h / 9;
  const heat = wander(random);
  for (let row = 0; row < 9; row++) {
    for (let px = step / 2; px < w; px += step) {
      const value =
        heat((px / w) * 7 + row * 0.4) * heat(row * 0.9 + 40 + px / w) + 0.15 * random();
      const size = step * (0.16 + 0.36 * Math.min(1, value * 1.4));
      disc(
        g,
        x + px,
        y + step * (row + 0.5),
        size,
        value > 0.45 ? ink[1] : value > 0.2 ? ink[0] : rest,
      );
    }
  }
}

const CALLS = [
  {
    desk: ['#11142a', '#1d2040'],
    tiles: ['#5a6fe0', '#e07a8a', '#3fb0a0', '#f2b04f', '#8a5ad0', '#4f9ad8'],
    plan: 'grid',
    cols: 3,
    rows: 2,
  },
  {
    desk: ['#2a1518', '#4a2428'],
    tiles: ['#f2a56a', '#d8606a', '#8a4f7a', '#e8c88a'],
    plan: 'grid',
    cols: 2,
    rows: 2,
  },
  {desk: ['#0f1a1c', '#1f3438'], tiles: ['#c9a878', '#4f7a7a'], plan: 'inset'},
  {
    desk: ['#eaf2f6', '#cfe0ea'],
    tiles: ['#4fa8d8', '#f2b84f', '#6fc08a', '#e8788a'],
    plan: 'slide',
  },
  {
    desk: ['#23262e', '#343944'],
    tiles: ['#7f8a9a', '#9a8f86', '#6f868a', '#a8a2b0', '#86907a', '#8a7a86'],
    plan: 'grid',
    cols: 4,
    rows: 3,
  },
];
const SKINS = ['#f2c8a4', '#c98d64', '#8a5a3c', '#e0a880', '#5f3d2c', '#f4d4b8'];
const HAIR = ['#2a1c18', '#7a3f1f', '#101018', '#c9a05a', '#4a4a54', '#8f2f2a'];

/** A video call, with invented people in tiles. */
export function webinar(g, {w, h, random, variant, t}) {
  const look = choose(CALLS, variant);
  wash(g, look.desk);
  const places = callPlaces(look, w, h);
  if (look.plan === 'slide') slide(g, {...places.shift(), colors: look.tiles});
  const shift = Math.floor(random() * 6);
  places.forEach((place, i) =>
    tile(g, {
      ...place,
      color: look.tiles[i % look.tiles.length],
      person: i + shift,
      speaks: i === 1 || look.plan === 'inset',
      random,
      t: t + i,
    }),
  );
  controls(g, {w, h});
  vignette(g, 0.2);
}

function callPlaces({plan, cols, rows}, w, h) {
  const gap = Math.min(w, h) * 0.03;
  const low = h * 0.87;
  const isTall = h > w;
  if (plan === 'inset')
    return [
      {x: gap, y: gap, w: w - gap * 2, h: low - gap},
      {x: w * 0.7, y: low - h * 0.27, w: w * 0.27 - gap, h: h * 0.24},
    ];
  if (plan === 'slide') {
    const main = isTall
      ? {x: gap, y: gap, w: w - gap * 2, h: low * 0.5}
      : {x: gap, y: gap, w: w * 0.72, h: low - gap};
    const faces = [0, 1, 2].map((i) =>
      isTall
        ? {
            x: gap + ((w - gap) * i) / 3,
            y: main.h + gap * 2,
            w: (w - gap) / 3 - gap,
            h: low - main.h - gap * 2,
          }
        : {x: main.w + gap * 2, y: gap + (low * i) / 3, w: w - main.w - gap * 3, h: low / 3 - gap},
    );
    return [main, ...faces];
  }
  const [across, down] = isTall ? [Math.min(cols, rows), Math.max(cols, rows)] : [cols, rows];
  const [wide, tall] = [(w - gap) / across, (low - gap * 0.5) / down];
  return Array.from({length: across * down}, (_, i) => ({
    x: gap + (i % across) * wide,
    y: gap + Math.floor(i / across) * tall,
    w: wide - gap,
    h: tall - gap,
  }));
}

function tile(g, {x, y, w, h, color, person, speaks, random, t}) {
  const u = Math.min(w, h);
  withStyle(g, {}, () => {
    box(
      g,
      x,
      y,
      w,
      h,
      u * 0.07,
      gradient(g.createLinearGradient(x, y, x + w, y + h), [
        mixed(color, '#ffffff', 0.28),
        color,
        mixed(color, '#101020', 0.35),
      ]),
    );
    g.clip();
    room(g, {x, y, w, h, random, color});
    portrait(g, {x: x + w / 2, y: y + h * 1.02, size: Math.min(h * 0.92, w * 1.05), person, t});
  });
  if (!speaks) return;
  g.strokeStyle = '#6affb0';
  g.lineWidth = u * 0.025;
  g.beginPath();
  g.roundRect(x, y, w, h, u * 0.07);
  g.stroke();
}

/** A shelf, a picture or a lamp behind a person. */
function room(g, {x, y, w, h, random, color}) {
  const tone = mixed(color, '#ffffff', 0.42);
  const kind = random();
  const side = random() < 0.5 ? 0.06 : 0.68;
  if (kind < 0.4) {
    box(g, x + w * side, y + h * 0.36, w * 0.26, h * 0.025, 0, tone);
    for (let i = 0; i < 5; i++)
      box(
        g,
        x + w * (side + 0.02 + i * 0.04),
        y + h * (0.22 + 0.04 * random()),
        w * 0.03,
        h * 0.16,
        0,
        mixed(color, '#1a1a2a', 0.15 + 0.4 * random()),
      );
  } else if (kind < 0.7) {
    box(g, x + w * side, y + h * 0.14, w * 0.24, h * 0.3, h * 0.01, tone);
    disc(g, x + w * (side + 0.12), y + h * 0.29, h * 0.08, color);
  } else light(g, x + w * (side + 0.12), y + h * 0.25, h * 0.45, '#fff0c8', 0.6);
}

/** Head and shoulders on a baseline, in units of their height. */
function portrait(g, {x, y, size, person, t}) {
  const skin = choose(SKINS, person + 1);
  const hair = choose(HAIR, person * 5 + 2);
  const shirt = choose(
    ['#24305c', '#f4f0e8', '#c9404f', '#2f7a6f', '#33333f', '#e0a03f'],
    person + 3,
  );
  placed(g, {x, y, size, turn: 0.03 * Math.sin(t)}, () => {
    if (person % 3 === 0) box(g, -0.2, -0.84, 0.4, 0.62, 0.18, hair);
    box(g, -0.36, -0.31, 0.72, 0.6, 0.2, shirt);
    box(g, -0.075, -0.44, 0.15, 0.2, 0.07, mixed(skin, '#401810', 0.22));
    disc(g, 0, -0.6, 0.155, skin, 0.195);
    g.fillStyle = hair;
    g.beginPath();
    g.ellipse(0, -0.66, 0.172, 0.17, 0, Math.PI * 0.96, Math.PI * 2.04);
    g.quadraticCurveTo(0.06, -0.73, -0.17, -0.64);
    g.fill();
    if (person % 3 === 2) disc(g, 0, -0.86, 0.085, hair);
    for (const side of [-1, 1]) disc(g, side * 0.06, -0.59, 0.014, '#20141a');
    g.strokeStyle = '#7a2f2f';
    g.lineWidth = 0.014;
    g.beginPath();
    g.arc(0, -0.535, 0.05, 0.3, Math.PI - 0.3);
    g.stroke();
    if (person % 4 === 1) headset(g);
  });
}

function headset(g) {
  g.strokeStyle = '#15151f';
  g.lineWidth = 0.03;
  g.beginPath();
  g.arc(0, -0.62, 0.185, Math.PI, 0);
  g.stroke();
  for (const side of [-1, 1]) box(g, side * 0.175 - 0.035, -0.66, 0.07, 0.13, 0.03, '#15151f');
  stroke(
    g,
    [
      [0.17, -0.55],
      [0.1, -0.46],
    ],
    0.018,
    '#15151f',
  );
}

function slide(g, {x, y, w, h, colors}) {
  const u = Math.min(w, h);
  withStyle(g, {shadowColor: 'rgba(20,40,70,.35)', shadowBlur: u * 0.06}, () =>
    box(g, x, y, w, h, u * 0.03, '#ffffff'),
  );
  box(g, x + w * 0.07, y + h * 0.1, w * 0.5, h * 0.07, h * 0.03, '#24405a');
  for (let i = 0; i < 3; i++) {
    disc(g, x + w * 0.09, y + h * (0.34 + i * 0.19), u * 0.03, colors[i]);
    box(
      g,
      x + w * 0.14,
      y + h * (0.31 + i * 0.19),
      w * (0.26 - i * 0.03),
      h * 0.05,
      h * 0.02,
      '#24405a40',
    );
  }
  const [cx, cy, size] = [x + w * 0.72, y + h * 0.56, u * 0.19];
  for (const [dx, dy, i] of [
    [-1, -0.5, 0],
    [1, -0.5, 1],
    [0, 1, 3],
  ]) {
    stroke(
      g,
      [
        [cx, cy],
        [cx + dx * size, cy + dy * size],
      ],
      u * 0.014,
      '#24405a60',
    );
    box(
      g,
      cx + dx * size - u * 0.085,
      cy + dy * size - u * 0.06,
      u * 0.17,
      u * 0.12,
      u * 0.025,
      colors[i],
    );
    disc(g, cx + dx * size, cy + dy * size, u * 0.032, '#ffffff');
  }
  disc(g, cx, cy, u * 0.05, '#24405a');
}

function controls(g, {w, h}) {
  const u = Math.min(w, h);
  ['#ffffff40', '#ffffff40', '#e8384f', '#ffffff40', '#ffffff40'].forEach((color, i) => {
    disc(g, w / 2 + (i - 2) * u * 0.1, h * 0.935, u * 0.034, '#30384a');
    disc(g, w / 2 + (i - 2) * u * 0.1, h * 0.935, u * 0.034, color);
  });
}
