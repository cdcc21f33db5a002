/** Sports grounds and tracks, with their surroundings. */
import {hills, starsAbove, sun} from './backdrop.js';
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

/** A floodlit ground: from the stands, from the grass, and a small one at sunset. */
export function stadium(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        sky: ['#04081c', '#10204e', '#2a4a86'],
        stand: '#0c1330',
        grass: ['#1f7a4a', '#34a85c'],
        lamp: '#e6f2ff',
        horizon: 0.5,
        dots: ['#6f8cff', '#ff6f7d', '#ffe6a0', '#ffffff'],
      },
      {
        sky: ['#150a2a', '#4a1f5a', '#c2506a', '#ffa368'],
        stand: '#1a0d26',
        grass: ['#1d5a3a', '#2b7a48'],
        lamp: '#fff0cf',
        horizon: 0.6,
        dots: ['#ffb36b', '#ff7d8a', '#c9a0ff'],
      },
      {
        sky: ['#5fa6d6', '#bfe0e6', '#ffe9c4'],
        stand: '#3d6b52',
        grass: ['#5fae4a', '#7cc45c'],
        lamp: '#fff6dc',
        horizon: 0.46,
        dots: ['#ffffff', '#f2c14e', '#e4572e', '#2d6aa0'],
      },
    ],
    variant,
  );
  const line = h * look.horizon;
  wash(g, look.sky, 0, line);
  if (variant === 1) starsAbove(g, {random, line: h * 0.25, count: 60});
  if (variant === 3) hills(g, {random, line, rise: h * 0.14, color: look.stand, waves: 4});
  stands(g, {w, h, line, random, ...look, low: variant > 1});
  grass(g, {w, h, line, colors: look.grass});
  if (variant < 3)
    for (const side of [-1, 1])
      for (const far of [0.27, 0.44])
        floodlight(g, {
          x: w * (0.5 + side * far),
          foot: line - h * 0.04,
          tall: h * (0.1 + far * 0.62),
          lamp: look.lamp,
          w,
        });
  if (variant === 2)
    goalPosts(g, {
      x: w * 0.5,
      y: line + h * 0.03,
      size: Math.min(w * 0.34, h * 0.4),
      color: '#ffe9a8',
    });
  if (variant === 3) goal(g, {x: w * 0.62, y: line + h * 0.2, size: Math.min(w, h) * 0.42});
  players(g, {w, h, line, random, t, large: variant > 1});
  vignette(g, 0.38);
}

function stands(g, {w, h, line, stand: color, dots, random, low: isLow}) {
  const rise = h * (isLow ? 0.07 : 0.27);
  const top = (x) => line - rise * (0.55 + 0.45 * (2 * (x / w) - 1) ** 2);
  g.fillStyle = gradient(g.createLinearGradient(0, line - rise, 0, line), [
    color,
    mixed(color, '#ffffff', 0.16),
  ]);
  g.beginPath();
  for (let x = 0; x <= w; x += w / 60) g.lineTo(x, top(x));
  g.lineTo(w, line + 2);
  g.lineTo(0, line + 2);
  g.fill();
  const size = Math.min(w, h) * 0.0042;
  for (let i = 0; i < 1500; i++) {
    const x = random() * w;
    const k = random();
    g.globalAlpha = 0.25 + 0.5 * random();
    disc(
      g,
      x,
      line - (line - top(x)) * 0.94 * (Math.floor(k * 14) / 14) - size,
      size,
      dots[Math.floor(random() * dots.length)],
    );
  }
  g.globalAlpha = 1;
  g.fillStyle = dots[0];
  g.fillRect(0, line - h * 0.012, w, h * 0.014);
}

function grass(g, {w, h, line, colors}) {
  g.fillStyle = colors[0];
  g.fillRect(0, line, w, h - line);
  const middle = w / 2;
  const wide = Math.max(w, h);
  for (let i = -9; i < 9; i += 2) {
    g.fillStyle = gradient(g.createLinearGradient(0, line, 0, h), [
      mixed(colors[1], '#ffffff', 0.2),
      colors[1],
    ]);
    polygon(g, [
      [middle + i * wide * 0.07, line],
      [middle + (i + 1) * wide * 0.07, line],
      [middle + (i + 1) * wide * 0.19, h],
      [middle + i * wide * 0.19, h],
    ]);
  }
  withStyle(g, {globalAlpha: 0.75, strokeStyle: '#ffffff', lineWidth: h * 0.006}, () => {
    g.beginPath();
    g.ellipse(middle, line + (h - line) * 0.46, wide * 0.17, (h - line) * 0.19, 0, 0, 7);
    g.moveTo(0, line + (h - line) * 0.46);
    g.lineTo(w, line + (h - line) * 0.46);
    g.stroke();
  });
}

function floodlight(g, {x, foot, tall, lamp, w}) {
  const size = tall * 0.2;
  stroke(
    g,
    [
      [x, foot],
      [x, foot - tall],
    ],
    tall * 0.03,
    '#0a0d1e',
  );
  box(g, x - size * 0.75, foot - tall - size * 0.5, size * 1.5, size, size * 0.1, '#0a0d1e');
  for (let i = 0; i < 12; i++)
    disc(
      g,
      x + ((i % 4) - 1.5) * size * 0.34,
      foot - tall + (Math.floor(i / 4) - 1) * size * 0.3,
      size * 0.13,
      '#ffffff',
    );
  light(g, x, foot - tall, size * 3.4, lamp, 0.95);
  placed(g, {x, y: foot - tall, size: tall * 3.2, turn: x < w / 2 ? -0.55 : 0.55}, () => {
    g.globalCompositeOperation = 'lighter';
    g.fillStyle = gradient(g.createLinearGradient(0, 0, 0, 1), [`${lamp}50`, `${lamp}00`]);
    polygon(g, [
      [-0.03, 0],
      [0.03, 0],
      [0.36, 1],
      [-0.36, 1],
    ]);
  });
}

function goalPosts(g, {x, y, size, color}) {
  stroke(
    g,
    [
      [x, y],
      [x, y - size * 0.4],
    ],
    size * 0.03,
    color,
  );
  stroke(
    g,
    [
      [x - size * 0.45, y - size * 1.15],
      [x - size * 0.45, y - size * 0.4],
      [x + size * 0.45, y - size * 0.4],
      [x + size * 0.45, y - size * 1.15],
    ],
    size * 0.022,
    color,
  );
}

function goal(g, {x, y, size}) {
  for (let i = 0; i <= 12; i++)
    stroke(
      g,
      [
        [x + (size * i) / 12, y - size * 0.5],
        [x + (size * i) / 12, y],
      ],
      size * 0.004,
      '#ffffff90',
    );
  for (let i = 0; i <= 6; i++)
    stroke(
      g,
      [
        [x, y - (size * i) / 12],
        [x + size, y - (size * i) / 12],
      ],
      size * 0.004,
      '#ffffff90',
    );
  stroke(
    g,
    [
      [x, y],
      [x, y - size * 0.5],
      [x + size, y - size * 0.5],
      [x + size, y],
    ],
    size * 0.025,
    '#ffffff',
  );
}

function players(g, {w, h, line, random, t, large}) {
  const all = Array.from({length: large ? 7 : 16}, () => ({
    x: 0.06 + 0.86 * random(),
    depth: 0.1 + 0.75 * random(),
    shirt: random() < 0.5 ? '#f4f4f8' : '#e8303f',
    phase: random() * 6,
  }));
  for (const {x, depth, shirt, phase} of all.sort((a, b) => a.depth - b.depth)) {
    runner(g, {
      x: w * x,
      y: line + (h - line) * depth,
      size: Math.min(w, h) * (large ? 0.11 : 0.05) * (0.6 + depth),
      shirt,
      phase: phase + t * 6,
      shadow: 0.5,
    });
  }
  const ball = Math.min(w, h) * (large ? 0.014 : 0.008);
  disc(g, w * 0.47, line + (h - line) * 0.62, ball, '#ffffff');
}

/** A runner with a shadow to the side, in units of the runner's height. */
function runner(g, {x, y, size, shirt, phase, shadow}) {
  placed(g, {x, y, size, flip: phase % 2 > 1}, () => {
    const swing = 0.18 * Math.sin(phase);
    disc(g, shadow * 0.5, 0, shadow * 0.6, '#00000050', 0.05);
    stroke(
      g,
      [
        [0, -0.45],
        [0.12 + swing * 0.4, -0.26],
        [swing, -0.02],
      ],
      0.09,
      '#2a1c1a',
    );
    stroke(
      g,
      [
        [0, -0.45],
        [0.06, -0.24],
        [-0.18 - swing, -0.12],
      ],
      0.09,
      '#3a2420',
    );
    stroke(
      g,
      [
        [0, -0.44],
        [0.05, -0.44],
      ],
      0.18,
      '#16203c',
    );
    stroke(
      g,
      [
        [0.02, -0.52],
        [0.07, -0.76],
      ],
      0.19,
      shirt,
    );
    stroke(
      g,
      [
        [0.07, -0.78],
        [0.22, -0.62],
        [0.3, -0.7],
      ],
      0.06,
      '#c98d6a',
    );
    stroke(
      g,
      [
        [0.04, -0.78],
        [-0.12, -0.66],
        [-0.16, -0.52],
      ],
      0.06,
      '#c98d6a',
    );
    disc(g, 0.1, -0.94, 0.08, '#7a4a34');
  });
}

/** Running lanes: a straight against the light, and a bend from above. */
export function track(g, {w, h, random, variant, t}) {
  if (variant === 1) straight(g, {w, h, random, t});
  else bend(g, {w, h, random, t});
  vignette(g, 0.35);
}

function straight(g, {w, h, random, t}) {
  const u = Math.min(w, h);
  const line = h * 0.38;
  wash(g, ['#29366e', '#a8668a', '#ffb27a', '#ffe0a8'], 0, line);
  sun(g, w * 0.5, line - u * 0.04, u * 0.08, '#ffd08a', 5);
  hills(g, {random, line: line + 2, rise: h * 0.05, color: '#4f3a5f', waves: 6});
  g.fillStyle = gradient(g.createLinearGradient(0, line, 0, h), ['#f0a070', '#c4472f', '#8a2420']);
  g.fillRect(0, line, w, h - line);
  g.fillStyle = gradient(g.createLinearGradient(0, line, 0, h), ['#8a9a5a', '#2f6a3f']);
  const lane = Math.max(w, h) * 0.24;
  const at = (k, y) => w / 2 + (k - 4) * lane * (0.02 + (0.98 * (y - line)) / (h - line));
  for (const [side, k] of [
    [-1, 0],
    [1, 8],
  ])
    polygon(g, [
      [at(k, line), line],
      [at(k, h), h],
      [w / 2 + side * w * 9, h],
      [w / 2 + side * w, line],
    ]);
  for (let k = 0; k <= 8; k++) {
    g.fillStyle = '#fff4e6';
    polygon(g, [
      [at(k, line) - 1, line],
      [at(k, line) + 1, line],
      [at(k, h) + u * 0.012, h],
      [at(k, h) - u * 0.012, h],
    ]);
  }
  [2.5, 3.5, 4.5, 5.5].forEach((k, i) => {
    const y = line + (h - line) * [0.34, 0.5, 0.42, 0.3][i];
    const size = (y - line) * 1.25;
    g.fillStyle = '#3a0f1840';
    polygon(g, [
      [at(k, y) - size * 0.07, y],
      [at(k, y) + size * 0.07, y],
      [at(k, y + size * 0.7) + size * 0.2, y + size * 0.7],
      [at(k, y + size * 0.7) - size * 0.12, y + size * 0.7],
    ]);
    runner(g, {
      x: at(k, y),
      y,
      size,
      shirt: ['#2f5fd0', '#ffd24a', '#f4f4f8', '#1fa88a'][i],
      phase: i * 2.1 + t * 7,
      shadow: 0.1,
    });
  });
}

function bend(g, {w, h, random, t}) {
  const u = Math.min(w, h);
  wash(g, ['#2f7d52', '#256b45']);
  const [cx, cy] = [w * 0.2, h * 1.12];
  const lane = u * 0.105;
  const inner = Math.max(h, w * 0.62) * 0.5;
  disc(g, cx, cy, inner + lane * 6.4, '#1c4a6e');
  disc(
    g,
    cx,
    cy,
    inner + lane * 6,
    gradient(g.createRadialGradient(cx, cy, inner, cx, cy, inner + lane * 6), [
      '#1f6fb8',
      '#3f9be0',
    ]),
  );
  disc(
    g,
    cx,
    cy,
    inner,
    gradient(g.createLinearGradient(0, h * 0.5, 0, h), ['#57b56a', '#3a9455']),
  );
  withStyle(g, {strokeStyle: '#f4faff', lineWidth: u * 0.008}, () => {
    for (let k = 0; k <= 6; k++) {
      g.beginPath();
      g.arc(cx, cy, inner + lane * k, 0, 7);
      g.stroke();
    }
  });
  for (let k = 0; k < 6; k++) {
    const a = -1.28 + k * 0.1 + random() * 0.16 + t * 0.04;
    const r = inner + lane * (k + 0.5);
    placed(
      g,
      {x: cx + Math.cos(a) * r, y: cy + Math.sin(a) * r, size: lane * 0.78, turn: a + Math.PI / 2},
      () =>
        fromAbove(
          g,
          choose(['#ff5a3c', '#ffd24a', '#f4f4f8', '#e04f9a', '#46e0a0', '#ff9a3c'], k + 1),
          k + t * 6,
          a,
        ),
    );
  }
}

/** A runner from above, towards the x axis, with the long shadow of the evening. */
function fromAbove(g, shirt, phase, turned) {
  const swing = 0.22 * Math.sin(phase + 1);
  withStyle(g, {globalAlpha: 0.35}, () => {
    g.rotate(-turned - Math.PI / 2);
    stroke(
      g,
      [
        [0, 0],
        [1.3, 0.75],
      ],
      0.34,
      '#04122a',
    );
    disc(g, 1.5, 0.86, 0.2, '#04122a');
    g.rotate(turned + Math.PI / 2);
  });
  for (const side of [-1, 1]) {
    stroke(
      g,
      [
        [0, side * 0.12],
        [-swing * side * 1.4, side * 0.14],
      ],
      0.15,
      '#2a1c1a',
    );
    stroke(
      g,
      [
        [0, side * 0.3],
        [swing * side * 1.5, side * 0.36],
      ],
      0.12,
      '#b67a58',
    );
  }
  stroke(
    g,
    [
      [0, -0.24],
      [0, 0.24],
    ],
    0.26,
    shirt,
  );
  disc(g, 0.08, 0, 0.16, '#3a2218');
}
