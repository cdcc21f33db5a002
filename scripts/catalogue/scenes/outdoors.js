/** Outdoor scenes: drones, boats, wind turbines, lighthouses. */
import {hills, mist, starsAbove, streaks, sun, water} from './backdrop.js';
import {
  blurred,
  box,
  choose,
  disc,
  gradient,
  light,
  placed,
  polygon,
  stroke,
  vignette,
  wash,
  withStyle,
} from './paint.js';

/** A drone at dusk. The second variant is a broken one. */
export function drone(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        sky: ['#0d1238', '#46306e', '#c9587a', '#ffb27a'],
        ranks: ['#7c4a7e', '#4a2f63', '#1a1433'],
        sun: [0.28, 0.66],
        haze: '#ff9d7a',
        body: '#0b0a18',
        tilt: -0.1,
        at: [0.58, 0.4],
      },
      {
        sky: ['#3f8fb8', '#9fd0d2', '#ffeec2', '#ffd98a'],
        ranks: ['#8fb58a', '#5f9160', '#2c5a3c'],
        sun: [0.13, 0.56],
        haze: '#fff3cf',
        body: '#22303a',
        tilt: 0.5,
        at: [0.42, 0.45],
      },
    ],
    variant,
  );
  const u = Math.min(w, h);
  wash(g, look.sky, 0, h * 0.82);
  if (variant === 1) starsAbove(g, {random, line: h * 0.4});
  sun(g, w * look.sun[0], h * look.sun[1], u * 0.05, '#ffcf8f', 7);
  streaks(g, {random, y: h * 0.5, spread: h * 0.3, color: look.haze, alpha: 0.4});
  look.ranks.forEach((color, i) => {
    hills(g, {
      random,
      line: h * (0.76 + i * 0.1),
      rise: h * (0.16 - i * 0.03),
      color,
      waves: 3 + i,
    });
    mist(g, {line: h * (0.8 + i * 0.1), depth: h * 0.1, color: look.haze, alpha: 0.3 - i * 0.1});
  });
  const hover = Math.sin(t * 1.4) * u * 0.012;
  const place = {
    x: w * look.at[0],
    y: h * look.at[1] + hover,
    size: Math.min(w * 0.3, h * 0.44),
    turn: look.tilt,
  };
  placed(g, place, () => quadcopter(g, {body: look.body, broken: variant === 2}));
  if (variant === 2) smoke(g, {random, ...place});
  vignette(g, 0.35);
}

/** Two rotors in front, two behind, in units of half the drone's width. */
function quadcopter(g, {body, broken}) {
  for (const [side, far] of [
    [-1, 1],
    [1, 1],
    [-1, 0],
    [1, 0],
  ]) {
    const [x, y] = [side * (far ? 0.62 : 0.92), far ? -0.16 : 0.02];
    stroke(
      g,
      [
        [side * 0.16, 0],
        [x, y + 0.05],
      ],
      far ? 0.045 : 0.06,
      body,
    );
    stroke(
      g,
      [
        [x, y + 0.07],
        [x, y - 0.09],
      ],
      0.075,
      body,
    );
    if (broken && side > 0 && !far)
      polygon(g, [
        [x, y - 0.1],
        [x + 0.14, y - 0.3],
        [x + 0.17, y - 0.26],
        [x + 0.03, y - 0.08],
      ]);
    else rotor(g, x, y - 0.12, far ? 0.3 : 0.38, body);
  }
  box(g, -0.27, -0.11, 0.54, 0.21, 0.1, body);
  box(g, -0.2, -0.12, 0.4, 0.07, 0.035, '#ffffff2e');
  for (const side of [-1, 1])
    stroke(
      g,
      [
        [side * 0.2, 0.08],
        [side * 0.3, 0.3],
        [side * 0.4, 0.3],
      ],
      0.032,
      body,
    );
  box(g, -0.1, 0.09, 0.2, 0.17, 0.06, body);
  disc(g, 0, 0.17, 0.062, '#3a4a66');
  disc(g, 0, 0.17, 0.036, '#9fd4ff');
  light(g, -0.92, 0.07, 0.16, '#ff4a4a', 1);
  light(g, 0.92, 0.07, 0.16, '#4affa0', 1);
}

function rotor(g, x, y, radius, body) {
  disc(g, x, y, radius, `${body}48`, radius * 0.13);
  disc(g, x, y, radius * 0.75, `${body}50`, radius * 0.07);
  disc(g, x, y, radius * 0.1, body);
}

function smoke(g, {random, x, y, size}) {
  blurred(g, size * 0.05, (soft) => {
    for (let i = 0; i < 16; i++) {
      soft.globalAlpha = 0.32 * (1 - i / 16);
      const up = i / 16;
      disc(
        soft,
        x + size * (0.62 + up * 0.75 + (random() - 0.5) * 0.15),
        y + size * (0.28 - up * 0.9),
        size * (0.05 + up * 0.13),
        '#39424a',
      );
    }
  });
}

/** A boat under sail at sunset, or a fleet of them at noon. */
export function sail(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const line = h * 0.62;
  if (variant === 1) {
    wash(g, ['#27305f', '#8a4a7c', '#f07f62', '#ffcf87'], 0, line);
    sun(g, w * 0.36, line - u * 0.1, u * 0.1, '#ffb45e', 5);
    streaks(g, {random, y: h * 0.32, spread: h * 0.36, color: '#ffb38a', count: 12});
    hills(g, {random, line: line + h * 0.03, rise: h * 0.07, color: '#7a4470', waves: 2});
    water(g, {
      random,
      line,
      colors: ['#d9795f', '#6b3b6c', '#1c1a3f'],
      path: '#ffc27a',
      x: w * 0.36,
      t,
    });
    sailboat(g, {
      x: w * 0.58,
      y: line + h * 0.13,
      size: Math.min(w, h * 0.95) * 0.56,
      turn: 0.05,
      t,
      main: '#2a1838',
      jib: '#4a2850',
      hull: '#140c22',
      sheen: '#ff9d6a',
    });
  } else {
    wash(g, ['#2f86cf', '#8cc8ec', '#eaf6f4'], 0, line);
    streaks(g, {random, y: h * 0.28, spread: h * 0.22, color: '#ffffff', count: 14, alpha: 0.8});
    hills(g, {random, line: line + h * 0.02, rise: h * 0.1, color: '#7fa8bc', waves: 2});
    water(g, {
      random,
      line,
      colors: ['#5fb6d0', '#1f7aa6', '#0b3f6b'],
      path: '#ffffff',
      x: w * 0.5,
      t,
      width: 0.5,
    });
    regatta(g, {w, h, u, line, t});
  }
  vignette(g, 0.3);
}

const FLEET = [
  {x: 0.3, far: 0.9, spinnaker: '#f3b62f'},
  {x: 0.62, far: 0.8, spinnaker: '#ffffff'},
  {x: 0.86, far: 0.55, spinnaker: '#2fb58f'},
  {x: 0.13, far: 0.45, spinnaker: '#e9507a'},
  {x: 0.5, far: 0, spinnaker: '#e8442f'},
];

function regatta(g, {w, h, u, line, t}) {
  for (const {x, far, spinnaker} of FLEET) {
    const near = 1 - far;
    sailboat(g, {
      x: w * x,
      y: line + (h - line) * (0.06 + 0.5 * near),
      size: u * (0.2 + 0.52 * near),
      turn: 0.09,
      t: t + x * 9,
      main: '#f7f4ea',
      jib: spinnaker,
      hull: '#12304e',
      sheen: '#ffffff',
      full: true,
    });
  }
}

/** A sailing boat. With `full`, the wind fills its foresail. */
function sailboat(g, {x, y, size, turn, t, main, jib, hull, sheen, full = false}) {
  withStyle(g, {globalAlpha: 0.3, filter: `blur(${size * 0.02}px)`}, () => {
    g.fillStyle = hull;
    polygon(g, [
      [x - size * 0.3, y],
      [x + size * 0.34, y],
      [x + size * 0.08, y + size * 0.55],
    ]);
  });
  placed(
    g,
    {x, y: y + Math.sin(t * 1.3) * size * 0.008, size, turn: turn + Math.sin(t * 0.9) * 0.02},
    () => {
      stroke(
        g,
        [
          [0, -0.06],
          [0, -1.02],
        ],
        0.014,
        hull,
      );
      g.fillStyle = gradient(g.createLinearGradient(-0.4, 0, 0, 0), [main, sheen, main]);
      curved(g, [-0.02, -0.99], [-0.13, -0.5], [-0.42, -0.13], [-0.02, -0.13]);
      g.fillStyle = gradient(g.createLinearGradient(0, 0, 0.45, 0), [
        jib,
        jib,
        full ? `${jib}d0` : sheen,
      ]);
      curved(
        g,
        [0.025, -0.95],
        [full ? 0.62 : 0.25, full ? -0.72 : -0.42],
        [0.4, -0.1],
        [full ? 0.03 : 0.05, -0.12],
      );
      g.fillStyle = hull;
      curved(g, [-0.38, -0.07], [-0.36, 0.06], [-0.26, 0.05], [0.3, 0.05]);
      polygon(g, [
        [-0.38, -0.07],
        [0.5, -0.09],
        [0.3, 0.05],
        [-0.26, 0.05],
      ]);
      box(g, -0.16, -0.115, 0.3, 0.05, 0.02, hull);
      g.globalAlpha = 0.6;
      disc(g, 0.02, 0.055, 0.42, '#ffffff50', 0.012);
    },
  );
}

/** A triangle whose second side is a curve towards a point. */
function curved(g, from, bend, to, last) {
  g.beginPath();
  g.moveTo(...from);
  g.quadraticCurveTo(...bend, ...to);
  g.lineTo(...last);
  g.closePath();
  g.fill();
}

/** Wind turbines on hills. */
export function turbines(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        sky: ['#4a6aa6', '#b8a2bc', '#ffd0a0', '#ffe6bd'],
        ranks: ['#a792ab', '#6f6a8e', '#36406a', '#141d3f'],
        sun: [0.22, 0.6],
        haze: '#ffd9b0',
        blade: '#fff6ea',
        shade: '#8f8aa8',
        mills: [
          [0.16, 0.24, 0],
          [0.36, 0.3, 0],
          [0.88, 0.34, 1],
          [0.62, 0.5, 2],
        ],
      },
      {
        sky: ['#2277c4', '#7fc0ee', '#e2f4f6'],
        ranks: ['#9fc7a8', '#6cab62', '#3f8a45', '#1f5f38'],
        sun: [0.84, 0.18],
        haze: '#f2fbf4',
        blade: '#ffffff',
        shade: '#a8c0d0',
        mills: [
          [0.92, 0.26, 0],
          [0.76, 0.34, 1],
          [0.56, 0.4, 1],
          [0.28, 0.58, 2],
        ],
      },
    ],
    variant,
  );
  const u = Math.min(w, h);
  wash(g, look.sky, 0, h * 0.75);
  sun(g, w * look.sun[0], h * look.sun[1], u * 0.055, '#ffd9a0', 6);
  streaks(g, {
    random,
    y: h * 0.28,
    spread: h * 0.3,
    color: '#ffffff',
    count: 12,
    alpha: 0.55,
    drift: t * w * 0.004,
  });
  look.ranks.forEach((color, i) => {
    const at = hills(g, {
      random,
      line: h * (0.7 + i * 0.1),
      rise: h * 0.13,
      color,
      foot: i < 3 ? look.haze : color,
      waves: 2.2 + i * 0.3,
      rough: 0.12,
    });
    for (const [x, tall, rank] of look.mills) {
      if (rank === i)
        turbine(g, {x: w * x, y: at(w * x) + 3, tall: h * tall, spin: t * 0.9 + x * 7, ...look});
    }
  });
  vignette(g, 0.28);
}

function turbine(g, {x, y, tall, spin, blade, shade}) {
  g.fillStyle = gradient(g.createLinearGradient(x - tall * 0.02, 0, x + tall * 0.02, 0), [
    blade,
    shade,
  ]);
  polygon(g, [
    [x - tall * 0.02, y],
    [x - tall * 0.009, y - tall],
    [x + tall * 0.009, y - tall],
    [x + tall * 0.02, y],
  ]);
  for (let i = 0; i < 3; i++) {
    placed(g, {x, y: y - tall, size: tall * 0.56, turn: spin + (i * Math.PI * 2) / 3}, () => {
      g.fillStyle = i === 1 ? shade : blade;
      polygon(g, [
        [-0.02, 0],
        [-0.055, -0.22],
        [-0.008, -1],
        [0.02, -0.2],
        [0.022, 0],
      ]);
    });
  }
  disc(g, x, y - tall, tall * 0.026, blade);
}

/** A lighthouse: its beam over the sea by night, and its tower in the morning. */
export function lighthouse(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const line = h * 0.72;
  if (variant === 1) {
    wash(g, ['#040a1e', '#0d2144', '#2a4a72', '#6f7fa0'], 0, line);
    starsAbove(g, {random, line: line * 0.9});
    sun(g, w * 0.16, h * 0.2, u * 0.03, '#bcd0ff', 6);
    water(g, {
      random,
      line,
      colors: ['#2c4a6c', '#0b1d38', '#040a18'],
      path: '#a8c4ff',
      x: w * 0.16,
      t,
      width: 0.06,
    });
  } else {
    wash(g, ['#5aa0c8', '#bcd8d4', '#ffe2b8', '#ffb98a'], 0, line);
    sun(g, w * 0.72, line - u * 0.04, u * 0.06, '#ffcf8f', 6);
    streaks(g, {random, y: h * 0.36, spread: h * 0.3, color: '#fff2e0', count: 12, alpha: 0.7});
    water(g, {
      random,
      line,
      colors: ['#f0b890', '#5a9aa6', '#1f5468'],
      path: '#ffe6b8',
      x: w * 0.72,
      t,
    });
  }
  const x = w * (variant === 1 ? 0.68 : 0.3);
  const tall = Math.min(h * 0.56, w * 0.9);
  const foot = h * 0.72;
  if (variant === 1) beams(g, {x, y: foot - tall * 0.9, long: Math.hypot(w, h), t});
  rocks(g, {w, h, x, foot, random, color: variant === 1 ? '#03060f' : '#2c3540'});
  tower(g, {x, foot, tall, night: variant === 1});
  vignette(g, 0.35);
}

function beams(g, {x, y, long, t}) {
  for (const side of [-1, 1]) {
    const turn = -0.12 * side + Math.sin(t * 0.5) * 0.1;
    placed(g, {x, y, size: long, turn, flip: side < 0}, () => {
      g.globalCompositeOperation = 'lighter';
      g.filter = `blur(${long * 0.004}px)`;
      g.fillStyle = gradient(g.createLinearGradient(0, 0, 0.75, 0), [
        '#fff0b8e0',
        '#ffe39a48',
        '#ffe39a00',
      ]);
      polygon(g, [
        [0, -0.006],
        [0.9, -0.11],
        [0.9, 0.11],
        [0, 0.006],
      ]);
    });
  }
  light(g, x, y, long * 0.16, '#ffe6a0', 0.9);
}

function rocks(g, {w, h, x, foot, random, color}) {
  g.fillStyle = color;
  const reach = Math.max(w * 0.42, h * 0.3);
  const points = [[x - reach, h * 1.01]];
  for (let k = -1; k <= 1; k += 0.09) {
    const edge = Math.abs(k) < 0.3 ? 0 : (Math.abs(k) - 0.3) ** 1.2;
    points.push([x + k * reach, foot + h * (0.3 * edge + 0.03 * random())]);
  }
  polygon(g, [...points, [x + reach, h * 1.01]]);
}

function tower(g, {x, foot, tall, night}) {
  const [white, red, dark] = night
    ? ['#8f9ab4', '#7c2a3c', '#0a0d1c']
    : ['#fffaf0', '#d8412f', '#28323c'];
  placed(g, {x, y: foot + tall * 0.03, size: tall}, () => {
    box(g, 0.08, -0.17, 0.24, 0.17, 0.01, night ? '#151b30' : '#f1e6d6');
    g.fillStyle = night ? '#0a0d1c' : '#b5402f';
    polygon(g, [
      [0.06, -0.16],
      [0.2, -0.26],
      [0.34, -0.16],
    ]);
    box(g, 0.17, -0.12, 0.05, 0.06, 0.006, night ? '#ffd27a' : '#5a7a8c');
    const half = (k) => 0.1 - 0.042 * k;
    for (let i = 0; i < 5; i++) {
      const [a, b] = [i * 0.165, (i + 1) * 0.165];
      g.fillStyle = i % 2 ? red : white;
      polygon(g, [
        [-half(a / 0.83), -a],
        [half(a / 0.83), -a],
        [half(b / 0.83), -b],
        [-half(b / 0.83), -b],
      ]);
    }
    g.fillStyle = gradient(g.createLinearGradient(-0.1, 0, 0.1, 0), [
      '#00000000',
      '#00000010',
      '#00000070',
    ]);
    polygon(g, [
      [-0.1, 0],
      [0.1, 0],
      [0.058, -0.83],
      [-0.058, -0.83],
    ]);
    box(g, -0.085, -0.85, 0.17, 0.025, 0.008, dark);
    box(g, -0.042, -0.95, 0.084, 0.1, 0.008, night ? '#fff0b8' : '#bfe0e4');
    for (const bar of [-0.04, 0, 0.04])
      stroke(
        g,
        [
          [bar, -0.95],
          [bar, -0.85],
        ],
        0.007,
        dark,
      );
    g.fillStyle = night ? dark : red;
    polygon(g, [
      [-0.06, -0.945],
      [0, -1.03],
      [0.06, -0.945],
    ]);
  });
  if (night) light(g, x, foot - tall * 0.87, tall * 0.22, '#fff0b8', 0.9);
}
