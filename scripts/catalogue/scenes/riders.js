/** Skiers and cyclists. */
import {hills, mist, streaks, sun} from './backdrop.js';
import {
  blurred,
  box,
  choose,
  disc,
  gradient,
  mixed,
  placed,
  polygon,
  stroke,
  vignette,
  wash,
  withStyle,
} from './paint.js';

/** A skier in deep snow, and one in the air. */
export function ski(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const look = choose(
    [
      {
        sky: ['#1f66b8', '#6cb2e8', '#d6eefa'],
        far: ['#a9c8e4', '#7ba4cf'],
        snow: ['#ffffff', '#cfe2f4', '#7fa9d6'],
        suit: '#ff5a2f',
        sun: [0.84, 0.2, 0.06],
        ridge: 0.6,
        rise: 0.34,
      },
      {
        sky: ['#27235c', '#8a4f92', '#ff9a7c', '#ffd9a0'],
        far: ['#a8709c', '#6f4f90'],
        snow: ['#ffe6dc', '#c99cc4', '#4f4288'],
        suit: '#1c1240',
        sun: [0.52, 0.36, 0.2],
        ridge: 0.76,
        rise: 0.2,
      },
    ],
    variant,
  );
  wash(g, look.sky, 0, h * 0.75);
  sun(g, w * look.sun[0], h * look.sun[1], u * look.sun[2], '#ffdf9e', variant === 1 ? 6 : 3);
  look.far.forEach((color, i) => {
    hills(g, {
      random,
      line: h * (look.ridge + i * 0.1),
      rise: h * look.rise * (1 - i * 0.3),
      color,
      foot: look.snow[1],
      waves: 4 + i * 2,
      rough: 0.5,
    });
  });
  const slope = variant === 1 ? steep : kicker;
  slope(g, {w, h, random, snow: look.snow});
  if (variant === 1) powder(g, {x: w * 0.56, y: h * 0.62, u, random, t});
  const place =
    variant === 1
      ? {x: w * 0.58, y: h * 0.6, size: u * 0.42, turn: 0.42}
      : {x: w * 0.5, y: h * 0.42, size: u * 0.4, turn: -0.35};
  placed(g, place, () => skier(g, look.suit, variant === 1));
  vignette(g, 0.25);
}

function steep(g, {w, h, random, snow}) {
  g.fillStyle = gradient(g.createLinearGradient(w * 0.3, h * 0.3, w * 0.6, h), snow);
  polygon(g, [
    [0, h * 0.36],
    [w * 0.3, h * 0.47],
    [w * 0.58, h * 0.62],
    [w, h * 0.86],
    [w, h],
    [0, h],
  ]);
  withStyle(g, {globalAlpha: 0.5}, () => {
    for (let i = 0; i < 9; i++) {
      const y = h * (0.46 + i * 0.06);
      stroke(
        g,
        [
          [0, y],
          [w * 0.35, y + h * (0.14 + random() * 0.06)],
          [w, y + h * 0.56],
        ],
        h * 0.006,
        i % 2 ? '#ffffff' : '#8fb6de',
      );
    }
  });
  stroke(
    g,
    [
      [0, h * 0.42],
      [w * 0.2, h * 0.5],
      [w * 0.32, h * 0.5],
      [w * 0.45, h * 0.575],
      [w * 0.56, h * 0.63],
    ],
    h * 0.012,
    '#6f9cd0',
  );
}

function kicker(g, {w, h, snow}) {
  g.fillStyle = gradient(g.createLinearGradient(0, h * 0.6, 0, h), snow);
  g.beginPath();
  g.moveTo(0, h * 0.9);
  g.quadraticCurveTo(w * 0.22, h * 0.92, w * 0.33, h * 0.7);
  g.lineTo(w * 0.36, h);
  g.lineTo(0, h);
  g.fill();
  g.fillStyle = gradient(g.createLinearGradient(w * 0.5, h * 0.7, w, h), snow);
  polygon(g, [
    [w * 0.3, h],
    [w * 0.36, h * 0.88],
    [w * 0.6, h * 0.86],
    [w, h * 0.94],
    [w, h],
  ]);
}

function powder(g, {x, y, u, random, t}) {
  blurred(g, u * 0.006, (soft) => {
    for (let i = 0; i < 240; i++) {
      const k = random();
      const up = random() ** 1.6 * k;
      soft.globalAlpha = 0.55 * (1 - k * 0.7);
      const drift = Math.sin(t * 2 + i) * u * 0.01;
      disc(
        soft,
        x - k * u * 0.62 + drift,
        y + u * 0.02 - k * u * 0.24 - up * u * 0.34,
        u * (0.008 + 0.028 * random() * (1.1 - up)),
        '#ffffff',
      );
    }
  });
  for (let i = 0; i < 90; i++) {
    const k = random();
    disc(
      g,
      x - k * u * 0.7,
      y - k * u * 0.3 - random() * k * u * 0.42,
      u * 0.004 * (0.4 + random()),
      '#ffffff',
    );
  }
}

/** A skier, in units of their height, on snow or holding one ski in the air. The skis are parallel to the x axis. */
function skier(g, suit, onSnow) {
  const skin = '#3a2420';
  const dark = mixed(suit, '#000000', 0.35);
  for (const [y, shift] of [
    [0, 0],
    [onSnow ? 0.06 : 0.1, -0.1],
  ])
    stroke(
      g,
      [
        [-0.62 + shift, y],
        [0.58 + shift, y],
        [0.72 + shift, y - 0.07],
      ],
      0.03,
      '#12162c',
    );
  stroke(
    g,
    [
      [0.02, -0.02],
      [0.2, -0.24],
      [-0.14, -0.4],
    ],
    0.13,
    dark,
  );
  stroke(
    g,
    [
      [-0.1, 0.03],
      [0.12, -0.2],
      [-0.16, -0.4],
    ],
    0.13,
    suit,
  );
  stroke(
    g,
    [
      [-0.15, -0.42],
      [0.08, -0.7],
    ],
    0.22,
    suit,
  );
  if (onSnow) {
    stroke(
      g,
      [
        [0.08, -0.72],
        [0.3, -0.58],
        [0.4, -0.7],
      ],
      0.08,
      dark,
    );
    stroke(
      g,
      [
        [0.4, -0.72],
        [0.62, -0.12],
      ],
      0.014,
      '#12162c',
    );
    stroke(
      g,
      [
        [0.02, -0.7],
        [-0.18, -0.56],
        [-0.06, -0.42],
      ],
      0.08,
      dark,
    );
    stroke(
      g,
      [
        [-0.06, -0.44],
        [-0.62, -0.52],
      ],
      0.014,
      '#12162c',
    );
  } else {
    stroke(
      g,
      [
        [0.08, -0.7],
        [0.26, -0.4],
        [0.2, -0.06],
      ],
      0.075,
      dark,
    );
    stroke(
      g,
      [
        [0.02, -0.7],
        [-0.24, -0.86],
        [-0.42, -1],
      ],
      0.075,
      dark,
    );
  }
  disc(g, 0.17, -0.86, 0.1, skin);
  disc(g, 0.15, -0.89, 0.11, '#f5f6fa');
  box(g, 0.15, -0.91, 0.13, 0.07, 0.03, '#1f2b4a');
}

/** A cyclist on a mountain road, in front of the sun, and in the evening. */
export function cyclist(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const look = choose(
    [
      {
        sky: ['#2d5c9a', '#8fb4d0', '#ffdcae'],
        ranks: ['#9db4c8', '#6f8fa6', '#48707a', '#2f5350'],
        sun: [0.24, 0.19, 0.05],
        haze: '#ffe6c4',
        road: '#39424c',
        figure: '#16222c',
        shirt: '#f2502e',
        lean: 0.62,
        at: [0.62, 0.83, 0.34],
      },
      {
        sky: ['#3a0f3c', '#a82a4a', '#ff7a3c', '#ffd06a'],
        ranks: ['#a83a4a', '#5a1a3c'],
        sun: [0.5, 0.5, 0.24],
        haze: '#ffb05a',
        road: '#1c0818',
        figure: '#180614',
        shirt: '#180614',
        lean: 0.62,
        at: [0.5, 0.86, 0.5],
      },
      {
        sky: ['#123a5a', '#2f7a86', '#f2c48a', '#ffe2a8'],
        ranks: ['#4f8a86', '#2a5f68', '#174350'],
        sun: [0.72, 0.58, 0.06],
        haze: '#ffd9a0',
        road: '#0f2c38',
        figure: '#08202a',
        shirt: '#f2b53c',
        lean: 0.15,
        at: [0.36, 0.86, 0.38],
      },
    ],
    variant,
  );
  wash(g, look.sky, 0, h * 0.8);
  const [sx, sy, radius] = look.sun;
  sun(g, w * sx, h * sy, u * radius, '#ffc66e', radius > 0.1 ? 2.4 : 6);
  streaks(g, {random, y: h * 0.3, spread: h * 0.26, color: look.haze, count: 10, alpha: 0.45});
  look.ranks.forEach((color, i) => {
    const low = h * (variant === 1 ? 0.56 + i * 0.08 : 0.72 + i * 0.06);
    hills(g, {
      random,
      line: low,
      rise: h * (variant === 1 ? 0.3 : 0.13),
      color,
      waves: 3 + i,
      rough: variant === 1 ? 0.45 : 0.2,
    });
    mist(g, {line: low, depth: h * 0.08, color: look.haze, alpha: 0.25});
  });
  if (variant === 3) trees(g, {w, h, u, random, color: '#0c3440'});
  const [x, y, size] = look.at;
  road(g, {w, h, y: h * y, color: look.road, bends: variant === 1});
  placed(g, {x: w * x, y: h * y + u * 0.012, size: u * size}, () =>
    rider(g, {...look, spin: t * 5}),
  );
  vignette(g, 0.32);
}

function road(g, {w, h, y, color, bends}) {
  if (bends) {
    const turns = [
      [0.05, 0.76],
      [0.3, 0.715],
      [0.33, 0.69],
      [0.3, 0.675],
      [0.2, 0.655],
      [0.19, 0.64],
      [0.21, 0.625],
      [0.32, 0.605],
      [0.33, 0.592],
      [0.27, 0.575],
    ];
    withStyle(g, {globalAlpha: 0.6}, () =>
      stroke(
        g,
        turns.map(([k, up]) => [w * k, h * up]),
        h * 0.011,
        '#d8d2c4',
      ),
    );
  }
  g.fillStyle = gradient(g.createLinearGradient(0, y, 0, h), [
    mixed(color, '#ffffff', 0.12),
    color,
  ]);
  g.fillRect(0, y - h * 0.01, w, h);
  g.fillStyle = '#ffffff70';
  g.fillRect(0, y, w, h * 0.005);
  for (let x = -0.02; x < 1; x += 0.13)
    box(g, w * x, h * 0.94, w * 0.07, h * 0.011, h * 0.004, '#ffffff80');
  if (!bends) return;
  for (let x = 0; x < w; x += w * 0.05) box(g, x, y - h * 0.065, w * 0.006, h * 0.06, 0, '#26313a');
  box(g, 0, y - h * 0.07, w, h * 0.02, 0, '#c9ced2');
}

function trees(g, {w, h, u, random, color}) {
  for (let i = 0; i < 7; i++) {
    const x = w * (i / 6 + (random() - 0.5) * 0.08);
    const tall = u * (0.3 + 0.2 * random());
    stroke(
      g,
      [
        [x, h * 0.86],
        [x, h * 0.86 - tall * 0.7],
      ],
      u * 0.012,
      color,
    );
    for (let k = 0; k < 6; k++)
      disc(
        g,
        x + (random() - 0.5) * tall * 0.4,
        h * 0.86 - tall * (0.65 + 0.35 * random()),
        tall * (0.14 + 0.08 * random()),
        color,
      );
  }
}

/** Bicycle and cyclist, in units of the bicycle's length. `lean` is how far the cyclist bends forward. */
function rider(g, {figure, shirt, lean, spin}) {
  const [back, front, axle, seat, bar] = [
    [-0.42, -0.27],
    [0.42, -0.27],
    [-0.03, -0.25],
    [-0.17, -0.66],
    [0.3, -0.68],
  ];
  for (const wheel of [back, front]) bicycleWheel(g, wheel, figure, spin);
  stroke(g, [back, axle, [0.29, -0.58], [-0.14, -0.56], back], 0.026, figure);
  stroke(g, [axle, seat], 0.026, figure);
  stroke(g, [front, bar, [bar[0] + 0.1, bar[1] + 0.02]], 0.028, figure);
  stroke(
    g,
    [
      [seat[0] - 0.07, seat[1]],
      [seat[0] + 0.06, seat[1]],
    ],
    0.04,
    figure,
  );
  const hip = [seat[0], seat[1] - 0.07];
  for (const turn of [spin, spin + Math.PI]) {
    const foot = [axle[0] + 0.1 * Math.cos(turn), axle[1] + 0.1 * Math.sin(turn)];
    stroke(g, [hip, knee(hip, foot), foot], 0.075, figure);
    stroke(g, [foot, [foot[0] + 0.09, foot[1] + 0.01]], 0.05, figure);
  }
  const shoulder = [hip[0] + 0.42 * Math.sin(lean * 1.35), hip[1] - 0.42 * Math.cos(lean * 1.35)];
  stroke(g, [hip, shoulder], 0.14, shirt);
  stroke(
    g,
    [
      shoulder,
      [(shoulder[0] + bar[0]) / 2 + 0.02, (shoulder[1] + bar[1]) / 2 + 0.08],
      [bar[0] + 0.08, bar[1]],
    ],
    0.052,
    figure,
  );
  const head = [shoulder[0] + 0.1 + 0.05 * lean, shoulder[1] - 0.14 + 0.02 * lean];
  disc(g, ...head, 0.085, figure);
  g.fillStyle = shirt;
  g.beginPath();
  g.ellipse(head[0] - 0.01, head[1] - 0.02, 0.115, 0.085, 0.2, Math.PI, 0);
  g.fill();
}

function bicycleWheel(g, [x, y], color, spin) {
  withStyle(g, {strokeStyle: color, lineWidth: 0.026}, () => {
    g.beginPath();
    g.arc(x, y, 0.26, 0, 7);
    g.stroke();
  });
  for (let i = 0; i < 8; i++) {
    const a = spin * 0.7 + (i * Math.PI) / 8;
    stroke(
      g,
      [
        [x + Math.cos(a) * 0.25, y + Math.sin(a) * 0.25],
        [x - Math.cos(a) * 0.25, y - Math.sin(a) * 0.25],
      ],
      0.004,
      color,
    );
  }
}

/** Position of the knee between hip and foot. */
function knee([hx, hy], [fx, fy]) {
  const long = 0.27;
  const half = Math.hypot(fx - hx, fy - hy) / 2;
  const out = Math.sqrt(Math.max(0, long * long - half * half));
  return [
    (hx + fx) / 2 + ((hy - fy) / half / -2) * out,
    (hy + fy) / 2 - ((fx - hx) / half / 2) * out,
  ];
}
