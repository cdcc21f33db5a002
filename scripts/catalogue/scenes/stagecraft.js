/** Stages, and layers of cut paper. */
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
  wash,
  withStyle,
} from './paint.js';

const STAGES = [
  {
    hall: ['#070b24', '#141a52', '#2a2f8a'],
    deck: '#0a0e2c',
    beams: ['#6f8cff', '#a06bff', '#5ad0ff'],
    screen: ['#2b3bff', '#8f4dff', '#ff7ac0'],
    shape: 'discs',
    cast: [0.5],
    fan: 0.5,
  },
  {
    hall: ['#140b10', '#3a1620', '#6e2a2a'],
    deck: '#170c0e',
    beams: ['#ffd9a0', '#ffb870'],
    screen: ['#f2a65a', '#e5674c', '#7c2f4f'],
    shape: 'bars',
    cast: [0.3],
    fan: 0.25,
    screenAt: [0.66, 0.34],
  },
  {
    hall: ['#1b0507', '#4a0d14', '#7a1a1e'],
    deck: '#3a2016',
    beams: ['#ffe0b0', '#ffc98a'],
    curtain: ['#2c0408', '#a31d28'],
    cast: [0.37, 0.56, 0.64],
    fan: 0.35,
  },
  {
    hall: ['#03161c', '#06363f', '#0b6a6c'],
    deck: '#041519',
    beams: ['#4ff0dc', '#a6fff0'],
    screen: ['#03222a', '#0f8f8a', '#d8fff4'],
    shape: 'lens',
    cast: [0.22],
    fan: 0.4,
    screenAt: [0.52, 0.62],
  },
  {
    hall: ['#0a0614', '#1c0d33', '#3a1552'],
    deck: '#0c0718',
    beams: ['#ff4d8d', '#ffb03a', '#4dd2ff', '#8b5bff', '#5cff9d'],
    cast: [0.44, 0.52, 0.6],
    fan: 1.15,
    hands: true,
  },
  {
    hall: ['#120822', '#3b1458', '#8a2a7a'],
    deck: '#12081f',
    beams: ['#ff8ad0', '#ffd0f0'],
    screen: ['#ff5fa8', '#ffa64d', '#5a2bd6'],
    shape: 'bars',
    cast: [0.42, 0.5, 0.58],
    fan: 0.7,
    screenAt: [0.5, 0.84],
  },
];

/** A stage with moving lights, seen from the audience. */
export function stage(g, {w, h, random, variant, t}) {
  const look = choose(STAGES, variant);
  const floor = h * 0.66;
  wash(g, look.hall, 0, floor);
  light(g, w * 0.5, floor, Math.max(w, h) * 0.5, look.beams[0], 0.22);
  if (look.screen) screen(g, {w, h, floor, random, t, ...look});
  if (look.curtain) curtains(g, {w, h, floor, t, colors: look.curtain});
  platform(g, {w, h, floor, color: look.deck, glow: look.beams[0]});
  spots(g, {w, h, floor, t, random, ...look});
  const tall = Math.min(h * 0.19, w * 0.24);
  look.cast.forEach((at, i) =>
    performer(g, {
      x: w * at,
      y: floor + h * 0.035,
      tall,
      lit: look.beams[i % look.beams.length],
      t: t + i,
    }),
  );
  truss(g, {w, h});
  crowd(g, {w, h, random, t, hands: look.hands, rim: look.beams[0]});
  vignette(g, 0.4);
}

function screen(g, {w, h, floor, random, t, screen: colors, shape, screenAt = [0.5, 0.56]}) {
  const wide = w * screenAt[1];
  const tall = Math.min(h * 0.4, wide * 0.62);
  const [left, top] = [w * screenAt[0] - wide / 2, floor - h * 0.08 - tall];
  light(g, left + wide / 2, top + tall / 2, wide * 0.8, colors[1], 0.4);
  withStyle(g, {}, () => {
    box(
      g,
      left,
      top,
      wide,
      tall,
      h * 0.012,
      gradient(g.createLinearGradient(left, top, left + wide, top + tall), colors),
    );
    g.clip();
    const art = {
      x: left + wide / 2,
      y: top + tall / 2,
      size: tall,
      colors,
      random,
      t,
      ratio: wide / tall,
    };
    ({discs, bars, lens})[shape](g, art);
  });
}

function discs(g, {x, y, size, colors, t}) {
  for (let i = 6; i > 0; i--) {
    g.globalAlpha = 0.22;
    disc(
      g,
      x + Math.sin(t * 0.5 + i * 0.4) * size * 0.1,
      y,
      (size * i) / 11,
      i % 2 ? '#ffffff' : colors[2],
    );
  }
}

function bars(g, {x, y, size, random, t, ratio}) {
  const count = 22;
  for (let i = 0; i < count; i++) {
    const beat = 0.2 + 0.6 * random() * (0.7 + 0.3 * Math.sin(t * 3 + random() * 30));
    const wide = (size * ratio) / count;
    g.globalAlpha = 0.5;
    box(
      g,
      x + (i - count / 2 + 0.25) * wide,
      y - size * 0.5 * beat,
      wide * 0.5,
      size * beat,
      wide * 0.25,
      '#ffffff',
    );
  }
}

function lens(g, {x, y, size, colors, t}) {
  light(g, x, y, size * 0.8, colors[1], 0.9);
  for (const [radius, color] of [
    [0.36, '#04161a'],
    [0.31, '#0d4a4c'],
    [0.25, '#03262b'],
    [0.18, '#19b3a4'],
    [0.1, '#021215'],
  ])
    disc(g, x, y, size * radius, color);
  light(g, x - size * 0.1, y - size * 0.12, size * (0.16 + 0.02 * Math.sin(t * 2)), '#ffffff', 0.9);
}

function curtains(g, {w, h, floor, t, colors}) {
  const folds = 26;
  for (let i = 0; i < folds; i++) {
    const share = i / folds;
    const open = Math.abs(share - 0.48) < 0.2;
    if (open) continue;
    const x = w * share + Math.sin(t * 0.8 + i) * w * 0.002;
    g.fillStyle = gradient(g.createLinearGradient(x, 0, x + w / folds, 0), [
      colors[0],
      colors[1],
      mixed(colors[1], '#ffffff', 0.08),
      colors[0],
    ]);
    g.fillRect(x, 0, w / folds + 1, floor);
  }
  for (let i = 0; i < 5; i++) {
    const x = w * (i / 5 + 0.1);
    disc(
      g,
      x,
      0,
      w * 0.11,
      gradient(g.createLinearGradient(0, 0, 0, h * 0.22), [colors[0], colors[1], colors[0]]),
      h * 0.2,
    );
  }
  g.fillStyle = gradient(g.createLinearGradient(0, floor * 0.5, 0, floor), [
    '#00000000',
    '#00000088',
  ]);
  g.fillRect(0, 0, w, floor);
}

function platform(g, {w, h, floor, color, glow}) {
  g.fillStyle = gradient(g.createLinearGradient(0, floor, 0, h * 0.8), [
    mixed(color, glow, 0.45),
    color,
  ]);
  polygon(g, [
    [w * 0.06, floor],
    [w * 0.94, floor],
    [w * 1.06, h * 0.76],
    [-w * 0.06, h * 0.76],
  ]);
  g.fillStyle = mixed(color, '#000000', 0.5);
  g.fillRect(0, h * 0.755, w, h * 0.25);
  withStyle(g, {globalCompositeOperation: 'lighter', globalAlpha: 0.8}, () => {
    g.fillStyle = gradient(g.createLinearGradient(0, 0, w, 0), [`${glow}00`, glow, `${glow}00`]);
    g.fillRect(0, h * 0.752, w, h * 0.007);
  });
}

function spots(g, {w, h, floor, t, random, beams, fan, cast}) {
  const count = fan > 1 ? 13 : 9;
  for (let i = 0; i < count; i++) {
    const share = (i + 0.5) / count;
    const swing = Math.sin(t * (0.6 + random() * 0.5) + random() * 6) * 0.13;
    const color = beams[i % beams.length];
    spot(g, {
      x: w * share,
      y: h * 0.075,
      long: h * 1.05,
      turn: (0.5 - share) * fan * (fan > 1 ? -1.3 : 1.4) + swing,
      color,
      alpha: 0.34,
      thick: 0.09,
    });
  }
  for (const at of cast) {
    spot(g, {
      x: w * (0.5 + (at - 0.5) * 0.6),
      y: h * 0.07,
      long: floor,
      turn: (0.5 - at) * 0.42 * (w / h),
      color: '#fff4dc',
      alpha: 0.5,
      thick: 0.11,
    });
    disc(g, w * at, floor + h * 0.04, w * 0.07, '#fff4dc48', h * 0.018);
  }
}

function spot(g, {x, y, long, turn, color, alpha, thick}) {
  light(g, x, y, long * 0.09, color, 0.9);
  placed(g, {x, y, size: long, turn}, () => {
    g.globalCompositeOperation = 'lighter';
    g.globalAlpha = alpha;
    g.fillStyle = gradient(g.createLinearGradient(0, 0, 0, 1), [color, `${color}70`, `${color}00`]);
    polygon(g, [
      [-0.006, 0],
      [0.006, 0],
      [thick, 1],
      [-thick, 1],
    ]);
    polygon(g, [
      [-0.003, 0],
      [0.003, 0],
      [thick * 0.5, 1],
      [-thick * 0.5, 1],
    ]);
  });
}

function performer(g, {x, y, tall, lit, t}) {
  placed(g, {x, y, size: tall}, () => {
    const sway = Math.sin(t * 1.7) * 0.03;
    const color = '#06060e';
    disc(g, 0, 0, 0.26, '#00000070', 0.035);
    stroke(
      g,
      [
        [-0.07, 0],
        [-0.05, -0.45],
      ],
      0.09,
      color,
    );
    stroke(
      g,
      [
        [0.08, 0],
        [0.05, -0.45],
      ],
      0.09,
      color,
    );
    stroke(
      g,
      [
        [-0.02, -0.5],
        [sway, -0.74],
      ],
      0.22,
      color,
    );
    stroke(
      g,
      [
        [-0.1 + sway, -0.78],
        [-0.2, -0.55],
        [-0.1, -0.45],
      ],
      0.07,
      color,
    );
    stroke(
      g,
      [
        [0.1 + sway, -0.78],
        [0.24, -0.66],
        [0.32 + sway, -0.86],
      ],
      0.07,
      color,
    );
    disc(g, sway, -0.94, 0.085, color);
    stroke(
      g,
      [
        [-0.1 + sway, -0.83],
        [0.1 + sway, -0.83],
      ],
      0.02,
      lit,
    );
    g.strokeStyle = lit;
    g.beginPath();
    g.arc(sway, -0.94, 0.085, Math.PI * 1.1, Math.PI * 1.9);
    g.stroke();
  });
}

function truss(g, {w, h}) {
  const [top, tall] = [h * 0.03, h * 0.045];
  const step = tall * 1.1;
  for (let x = 0; x < w + step; x += step)
    stroke(
      g,
      [
        [x, top],
        [x + step / 2, top + tall],
        [x + step, top],
      ],
      h * 0.004,
      '#0a0a14',
    );
  for (const y of [top, top + tall])
    stroke(
      g,
      [
        [0, y],
        [w, y],
      ],
      h * 0.007,
      '#0a0a14',
    );
}

function crowd(g, {w, h, random, t, hands, rim}) {
  for (let row = 0; row < 3; row++) {
    const size = Math.min(w, h) * (0.03 + row * 0.014);
    const color = choose(['#12101f', '#0a0914', '#040309'], row + 1);
    for (let x = -size; x < w + size; x += size * (1.5 + random())) {
      const y =
        h * (0.83 + row * 0.075) +
        random() * size * 0.6 +
        Math.sin(t * 2.4 + x) * size * (hands ? 0.16 : 0.04);
      if (row < 2) disc(g, x, y - size * 0.16, size * 0.62, `${rim}66`, size * 0.72);
      disc(g, x, y, size * 0.62, color, size * 0.74);
      box(g, x - size * 1.15, y + size * 0.75, size * 2.3, h * 0.3, size * 0.8, color);
      if (hands && random() < 0.4) raisedArms(g, {x, y, size, color, t});
    }
  }
}

function raisedArms(g, {x, y, size, color, t}) {
  const wave = Math.sin(t * 2.4 + x) * size * 0.3;
  for (const side of [-1, 1])
    stroke(
      g,
      [
        [x + side * size, y + size],
        [x + side * size * 1.1 + wave * 0.4, y - size * 0.5],
        [x + side * size * 0.8 + wave, y - size * 1.7],
      ],
      size * 0.36,
      color,
    );
}

/** Layers of cut paper with shadows: waves around a hole, mountains, the sea. */
export function paper(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const draw = choose([well, paperHills, paperSea], variant);
  withStyle(
    g,
    {shadowColor: 'rgba(20,10,40,.5)', shadowBlur: u * 0.04, shadowOffsetY: u * 0.014},
    () => draw(g, {w, h, u, random, t}),
  );
  vignette(g, 0.22);
}

/** Sheets with a hole each, and a sun at the bottom. */
function well(g, {w, h, u, random, t}) {
  wash(g, ['#ffd56b', '#ff8f5a']);
  disc(g, w * 0.5, h * 0.47, u * 0.12, '#fff3cf');
  const colors = ['#ff7a59', '#f2557a', '#c43f8c', '#7f3796', '#4a2f8c', '#2a2668'];
  colors.forEach((color, i) => {
    const radius = u * (0.2 + i * 0.062) * Math.max(1, Math.max(w, h) / u / 1.5);
    sheetWithHole(g, {
      w,
      h,
      x: w * (0.5 + (random() - 0.5) * 0.03),
      y: h * 0.48,
      radius,
      lobes: 5 + (i % 3),
      phase: random() * 6 + t * 0.05,
      color,
    });
  });
}

function sheetWithHole(g, {w, h, x, y, radius, lobes, phase, color}) {
  const stretch = Math.min(1.45, Math.max(0.8, w / h));
  g.fillStyle = color;
  g.beginPath();
  g.rect(-w, -h, w * 3, h * 3);
  for (let a = 0; a < Math.PI * 2; a += 0.03) {
    const r = radius * (1 + 0.1 * Math.sin(a * lobes + phase) + 0.05 * Math.sin(a * 3 - phase * 2));
    const point = [x + Math.cos(a) * r * stretch, y + Math.sin(a) * r];
    if (a === 0) g.moveTo(...point);
    else g.lineTo(...point);
  }
  g.closePath();
  g.fill('evenodd');
}

function paperHills(g, {w, h, u, random, t}) {
  wash(g, ['#bfe3e0', '#f4ecd2']);
  disc(g, w * 0.68, h * 0.32, u * 0.19, '#f7b84b');
  disc(g, w * 0.68, h * 0.32, u * 0.13, '#fbd27a');
  for (const [x, y, size] of [
    [0.22, 0.2, 1],
    [0.5, 0.14, 0.7],
    [0.86, 0.24, 0.8],
  ])
    paperCloud(g, w * x + t * 4, h * y, u * 0.1 * size);
  ['#9fcfc4', '#6db3ac', '#3f8f8f', '#27696f', '#17454f'].forEach((color, i) => {
    peaks(g, {
      w,
      h,
      base: h * (0.62 + i * 0.1),
      rise: h * (0.3 - i * 0.045),
      count: 3 + i,
      random,
      color,
    });
  });
}

function paperCloud(g, x, y, size) {
  g.fillStyle = '#fffaf0';
  g.beginPath();
  for (const [dx, dy, r] of [
    [-0.9, 0, 0.45],
    [-0.25, -0.25, 0.6],
    [0.5, -0.05, 0.5],
    [1, 0.1, 0.34],
  ])
    g.ellipse(x + dx * size, y + dy * size, r * size, r * size, 0, 0, 7);
  g.rect(x - size, y + size * 0.05, size * 2, size * 0.39);
  g.fill();
}

function peaks(g, {w, h, base, rise, count, random, color}) {
  const points = [
    [-w * 0.1, h * 1.1],
    [-w * 0.1, base],
  ];
  for (let i = 0; i < count; i++) {
    points.push([
      w * ((i + 0.5) / count + (random() - 0.5) * 0.12),
      base - rise * (0.55 + 0.45 * random()),
    ]);
    points.push([w * ((i + 1) / count), base - rise * 0.12 * random()]);
  }
  g.fillStyle = color;
  polygon(g, [...points, [w * 1.1, base], [w * 1.1, h * 1.1]]);
}

function paperSea(g, {w, h, u, random, t}) {
  wash(g, ['#f6c6d0', '#fbe6d4']);
  disc(g, w * 0.3, h * 0.36, u * 0.16, '#ef6f6c');
  const colors = ['#8fb8e8', '#5f8fd8', '#3f6bc0', '#2b4a9a', '#1b2f6e'];
  colors.forEach((color, i) => {
    if (i === 2) foldedBoat(g, w * 0.64, h * 0.66 + Math.sin(t) * u * 0.01, u * 0.22);
    waveSheet(g, {
      w,
      h,
      line: h * (0.5 + i * 0.11),
      size: u * (0.035 + i * 0.008),
      phase: random() * 6 + t * (0.3 + i * 0.1),
      color,
    });
  });
}

function waveSheet(g, {w, h, line, size, phase, color}) {
  g.fillStyle = color;
  g.beginPath();
  g.moveTo(-w * 0.1, h * 1.1);
  for (let x = -w * 0.1; x <= w * 1.1; x += 4)
    g.lineTo(x, line - size * Math.abs(Math.sin(x / (size * 3.2) + phase)) * 1.5);
  g.lineTo(w * 1.1, h * 1.1);
  g.fill();
}

function foldedBoat(g, x, y, size) {
  placed(g, {x, y, size, turn: -0.08}, () => {
    g.fillStyle = '#fffaf2';
    polygon(g, [
      [-0.45, -0.2],
      [0, -1.05],
      [0.45, -0.2],
    ]);
    g.fillStyle = '#f0e2d6';
    polygon(g, [
      [0, -1.05],
      [0.45, -0.2],
      [0.05, -0.2],
    ]);
    g.fillStyle = '#fff';
    polygon(g, [
      [-1, -0.42],
      [0, -0.16],
      [1, -0.42],
      [0.6, 0.3],
      [-0.6, 0.3],
    ]);
  });
}
