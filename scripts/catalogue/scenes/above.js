/** Pools and courts, seen vertically from above. */
import {
  blurred,
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
  wash,
  withStyle,
} from './paint.js';

/** Water from above: racing lanes, and a pool behind a house. */
export function pool(g, {w, h, random, variant, t}) {
  if (variant === 1) lanes(g, {w, h, random, t});
  else backyard(g, {w, h, random, t});
  vignette(g, 0.28);
}

function lanes(g, {w, h, random, t}) {
  const u = Math.min(w, h);
  wash(g, ['#1aa6d4', '#0d84c2', '#0a5fa6']);
  const lane = h / 5;
  for (let k = 0; k < 5; k++)
    box(g, u * 0.12, lane * (k + 0.47), w - u * 0.24, lane * 0.07, 2, '#08417a80');
  caustics(g, {w, h, random, t, size: u * 0.075});
  for (let k = 1; k < 5; k++) laneRope(g, {y: lane * k, w, size: u * 0.02});
  [0.52, 0.7, 0.82, 0.62, 0.4].forEach((x, k) =>
    swimmer(g, {
      x: w * (x + 0.012 * Math.sin(t + k)),
      y: lane * (k + 0.5),
      size: lane * 0.62,
      cap: choose(['#ffd23c', '#ff4a4a', '#ffffff', '#2f2f4a', '#ff8a3c'], k + 1),
      random,
      t: t + k,
    }),
  );
}

function laneRope(g, {y, w, size}) {
  g.fillStyle = '#04335f50';
  g.fillRect(0, y + size * 0.4, w, size * 0.6);
  for (let x = 0, i = 0; x < w; x += size * 1.15, i++)
    box(g, x, y - size / 2, size, size, size * 0.4, Math.floor(i / 5) % 2 ? '#f4f8fb' : '#e8303f');
}

/** Caustics, the light pattern on the ground of a pool: rings beside each other that change their shape. */
function caustics(g, {w, h, random, t, size}) {
  withStyle(
    g,
    {
      globalCompositeOperation: 'lighter',
      strokeStyle: '#9fe8ff',
      lineWidth: size * 0.06,
      globalAlpha: 0.2,
    },
    () => {
      for (let y = 0; y < h + size; y += size * 1.2) {
        for (let x = 0; x < w + size; x += size * 1.9)
          wobblyRing(
            g,
            x + random() * size,
            y + random() * size,
            size * (0.5 + 0.4 * random()),
            random() * 6 + t,
          );
      }
    },
  );
}

function wobblyRing(g, x, y, radius, phase) {
  g.beginPath();
  for (let a = 0; a <= 6.3; a += 0.3) {
    const r = radius * (1 + 0.18 * Math.sin(a * 3 + phase) + 0.12 * Math.sin(a * 5 - phase));
    g.lineTo(x + Math.cos(a) * r * 1.35, y + Math.sin(a) * r);
  }
  g.stroke();
}

function swimmer(g, {x, y, size, cap, random, t}) {
  blurred(g, size * 0.03, (soft) => {
    for (let i = 0; i < 70; i++) {
      const k = random();
      soft.globalAlpha = 0.6 * (1 - k);
      disc(
        soft,
        x - size * (0.75 + 2.4 * k),
        y + (random() - 0.5) * size * (0.3 + 0.7 * k),
        size * 0.07 * (0.4 + random()),
        '#ffffff',
      );
    }
  });
  placed(g, {x, y, size, turn: 0.06 * Math.sin(t * 3)}, () => {
    disc(g, -0.3, 0.14, 0.9, '#04335f50', 0.2);
    for (const side of [-1, 1])
      stroke(
        g,
        [
          [-0.5, side * 0.08],
          [-1.05, side * 0.1],
        ],
        0.13,
        '#d99a72',
      );
    stroke(
      g,
      [
        [-0.05, 0],
        [-0.5, 0],
      ],
      0.3,
      '#d99a72',
    );
    stroke(
      g,
      [
        [-0.42, 0],
        [-0.52, 0],
      ],
      0.28,
      '#16203c',
    );
    stroke(
      g,
      [
        [0, -0.14],
        [0.4, -0.26],
        [0.72, -0.12],
      ],
      0.11,
      '#e0a47c',
    );
    stroke(
      g,
      [
        [0, 0.14],
        [-0.3, 0.4],
        [-0.58, 0.34],
      ],
      0.11,
      '#e0a47c',
    );
    disc(g, 0.22, 0, 0.17, cap);
    disc(g, 0.75, -0.12, 0.12, '#ffffffc0', 0.07);
  });
}

function backyard(g, {w, h, random, t}) {
  const u = Math.min(w, h);
  wash(g, ['#f0dcc0', '#e4c8a4']);
  const tile = u / 8;
  for (let x = 0; x < w; x += tile)
    stroke(
      g,
      [
        [x, 0],
        [x, h],
      ],
      u * 0.003,
      '#cfae8a',
    );
  for (let y = 0; y < h; y += tile)
    stroke(
      g,
      [
        [0, y],
        [w, y],
      ],
      u * 0.003,
      '#cfae8a',
    );
  const [left, top, wide, tall] = [w * 0.14, h * 0.2, w * 0.58, h * 0.66];
  box(g, left - u * 0.03, top - u * 0.03, wide + u * 0.06, tall + u * 0.06, u * 0.13, '#fffaf0');
  withStyle(g, {}, () => {
    box(
      g,
      left,
      top,
      wide,
      tall,
      u * 0.11,
      gradient(g.createLinearGradient(left, top, left + wide, top + tall), [
        '#5fe0e4',
        '#1fb4d0',
        '#0f8fbe',
      ]),
    );
    g.clip();
    g.fillStyle = '#0a5f8c50';
    g.fillRect(left, top, wide, u * 0.035);
    caustics(g, {w, h, random, t, size: u * 0.09});
  });
  floatRing(g, left + wide * 0.64, top + tall * 0.34 + Math.sin(t) * u * 0.01, u * 0.1);
  lilo(g, {
    x: left + wide * 0.36,
    y: top + tall * 0.68,
    size: u * 0.16,
    turn: 0.5 + 0.04 * Math.sin(t),
  });
  for (const y of [0.34, 0.6]) lounger(g, w * 0.86, h * y, u * 0.17);
  palmShadow(g, w * 0.02, h * 0.02, u * 0.42);
}

function floatRing(g, x, y, size) {
  disc(g, x + size * 0.25, y + size * 0.35, size, '#064a7050');
  for (let i = 0; i < 10; i++) {
    g.strokeStyle = i % 2 ? '#ffffff' : '#ff5a6e';
    g.lineWidth = size * 0.46;
    g.lineCap = 'butt';
    g.beginPath();
    g.arc(x, y, size * 0.76, (i * Math.PI) / 5, ((i + 1) * Math.PI) / 5 + 0.02);
    g.stroke();
  }
}

function lilo(g, {x, y, size, turn}) {
  placed(g, {x, y, size, turn}, () => {
    box(g, -0.9, -0.3, 2, 0.95, 0.2, '#064a7050');
    for (let i = 0; i < 5; i++)
      box(g, -1, -0.48 + i * 0.19, 2, 0.19, 0.09, i % 2 ? '#ffe28a' : '#ffb52e');
    box(g, 0.7, -0.44, 0.28, 0.87, 0.12, '#fff4cf');
  });
}

function lounger(g, x, y, size) {
  box(g, x - size * 0.42, y - size * 0.2, size * 1.1, size * 0.6, size * 0.08, '#8a6a4a60');
  box(g, x - size * 0.5, y - size * 0.3, size * 1.1, size * 0.56, size * 0.08, '#ffffff');
  for (let i = 0; i < 5; i++)
    box(
      g,
      x + size * (-0.46 + i * 0.2),
      y - size * 0.27,
      size * 0.1,
      size * 0.5,
      size * 0.03,
      '#3fb8b0',
    );
}

function palmShadow(g, x, y, size) {
  for (let i = 0; i < 9; i++) {
    placed(g, {x, y, size, turn: -0.6 + i * 0.34}, () => {
      disc(g, 0.5, 0, 0.5, i % 2 ? '#2f7a4a' : '#1f6340', 0.09);
      stroke(
        g,
        [
          [0, 0],
          [0.96, 0],
        ],
        0.012,
        '#7fc48a',
      );
    });
  }
}

/** Courts from above: basketball on wood, tennis on clay. */
export function court(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const long = Math.max(w, h);
  withStyle(g, {}, () => {
    g.translate(w / 2, h / 2);
    g.rotate((h > w ? Math.PI / 2 : 0) - 0.1);
    g.scale(1.06, 1.06);
    (variant === 1 ? basketball : tennis)(g, {long, u, random, t});
  });
  vignette(g, 0.38);
}

function basketball(g, {long, u, random, t}) {
  planks(g, {long, u, random});
  const [half, side] = [long * 0.44, u * 0.41];
  for (const end of [-1, 1]) {
    g.fillStyle = '#2b4aa0';
    g.fillRect(end * half, -u * 0.14, -end * long * 0.17, u * 0.28);
  }
  disc(g, 0, 0, u * 0.13, '#2b4aa0');
  withStyle(g, {strokeStyle: '#fff6e6', lineWidth: u * 0.009}, () => {
    g.strokeRect(-half, -side, half * 2, side * 2);
    for (const end of [-1, 1]) {
      g.strokeRect(end * half, -u * 0.14, -end * long * 0.17, u * 0.28);
      ring(g, end * (half - long * 0.17), 0, u * 0.1);
      g.beginPath();
      g.ellipse(
        end * half,
        0,
        long * 0.27,
        side * 0.88,
        0,
        end < 0 ? -Math.PI / 2 : Math.PI / 2,
        end < 0 ? Math.PI / 2 : Math.PI * 1.5,
      );
      g.stroke();
      stroke(
        g,
        [
          [end * (half - u * 0.03), -u * 0.06],
          [end * (half - u * 0.03), u * 0.06],
        ],
        u * 0.012,
        '#ffffff',
      );
    }
    g.strokeStyle = '#fff6e6';
    g.lineWidth = u * 0.009;
    ring(g, 0, 0, u * 0.13);
    g.beginPath();
    g.moveTo(0, -side);
    g.lineTo(0, side);
    g.stroke();
  });
  for (const end of [-1, 1])
    withStyle(g, {strokeStyle: '#ff5a2f', lineWidth: u * 0.012}, () =>
      ring(g, end * (half - u * 0.07), 0, u * 0.028),
    );
  const places = [
    [-0.3, -0.2],
    [-0.2, 0.16],
    [-0.12, -0.06],
    [0.06, 0.24],
    [0.2, -0.14],
    [0.3, 0.1],
    [0.1, -0.28],
    [-0.34, 0.06],
  ];
  places.forEach(([x, y], i) =>
    playerAbove(g, {
      x: x * long + Math.sin(t + i) * u * 0.01,
      y: y * u * 1.1,
      size: u * 0.05,
      shirt: i % 2 ? '#f7f4ee' : '#d8262f',
      turn: i * 1.3,
    }),
  );
  disc(g, -long * 0.12 + u * 0.075, -u * 0.02, u * 0.02, '#f0801f');
}

function planks(g, {long, u, random}) {
  const high = u * 0.09;
  for (let y = -u; y < u; y += high) {
    for (let x = -long + random() * long * 0.2; x < long; x += long * 0.2) {
      g.fillStyle = mixed('#d6975a', '#c28142', random());
      g.fillRect(x, y, long * 0.2, high + 1);
    }
  }
  light(g, -long * 0.2, -u * 0.2, long * 0.5, '#ffdca0', 0.25);
}

function ring(g, x, y, radius) {
  g.beginPath();
  g.arc(x, y, radius, 0, 7);
  g.stroke();
}

function playerAbove(g, {x, y, size, shirt, turn}) {
  placed(g, {x, y, size, turn}, () => {
    withStyle(g, {}, () => {
      g.rotate(-turn);
      disc(g, 0.7, 0.6, 1.1, '#00000048', 0.62);
    });
    stroke(
      g,
      [
        [0.1, -0.7],
        [0.75, -0.45],
      ],
      0.28,
      '#a86a48',
    );
    stroke(
      g,
      [
        [0.1, 0.7],
        [0.8, 0.6],
      ],
      0.28,
      '#a86a48',
    );
    stroke(
      g,
      [
        [0, -0.5],
        [0, 0.5],
      ],
      0.75,
      shirt,
    );
    disc(g, 0.08, 0, 0.4, '#2f1d16');
  });
}

function tennis(g, {long, u, random, t}) {
  g.fillStyle = '#8f3a22';
  g.fillRect(-long, -long, long * 2, long * 2);
  const [half, side] = [long * 0.38, u * 0.34];
  g.fillStyle = gradient(g.createLinearGradient(-half, -side, half, side), ['#e07a44', '#cc5c30']);
  g.fillRect(-half * 1.14, -side * 1.2, half * 2.28, side * 2.4);
  withStyle(g, {globalAlpha: 0.18}, () => {
    for (let i = 0; i < 60; i++) {
      const [x, y] = [(random() - 0.5) * half * 2.2, (random() - 0.5) * side * 2.2];
      stroke(
        g,
        [
          [x, y],
          [x + (random() - 0.5) * u * 0.2, y + (random() - 0.5) * u * 0.05],
        ],
        u * 0.008,
        '#ffd0a0',
      );
    }
  });
  withStyle(g, {strokeStyle: '#fff6ec', lineWidth: u * 0.011}, () => {
    g.strokeRect(-half, -side, half * 2, side * 2);
    g.strokeRect(-half, -side * 0.76, half * 2, side * 1.52);
    g.strokeRect(-half * 0.54, -side * 0.76, half * 1.08, side * 1.52);
    g.beginPath();
    g.moveTo(-half * 0.54, 0);
    g.lineTo(half * 0.54, 0);
    g.stroke();
  });
  g.fillStyle = '#3a120a60';
  polygon(g, [
    [0, -side * 1.1],
    [u * 0.07, -side * 1.02],
    [u * 0.07, side * 1.18],
    [0, side * 1.1],
  ]);
  stroke(
    g,
    [
      [0, -side * 1.1],
      [0, side * 1.1],
    ],
    u * 0.014,
    '#fffaf2',
  );
  tennisPlayer(g, {
    x: -half * 0.9,
    y: side * 0.3 + Math.sin(t) * u * 0.01,
    size: u * 0.06,
    shirt: '#ffffff',
    turn: 0,
  });
  tennisPlayer(g, {
    x: half * 0.84,
    y: -side * 0.4,
    size: u * 0.06,
    shirt: '#2f5fd0',
    turn: Math.PI,
  });
  disc(g, half * 0.36, side * 0.02, u * 0.012, '#3a120a70');
  disc(g, half * 0.33, -side * 0.1, u * 0.015, '#e6ff4a');
}

function tennisPlayer(g, {x, y, size, shirt, turn}) {
  withStyle(g, {globalAlpha: 0.4}, () => {
    stroke(
      g,
      [
        [x, y],
        [x + size * 2.6, y + size * 1.7],
      ],
      size * 0.9,
      '#2a0a06',
    );
  });
  playerAbove(g, {x, y, size, shirt, turn});
  placed(g, {x, y, size, turn}, () => {
    stroke(
      g,
      [
        [0.8, 0.62],
        [1.3, 0.9],
      ],
      0.12,
      '#2a1c1a',
    );
    disc(g, 1.65, 1.08, 0.42, '#fff8d8', 0.34);
  });
}
