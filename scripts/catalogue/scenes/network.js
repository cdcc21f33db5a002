/** Servers and globes. */
import {starsAbove} from './backdrop.js';
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
  wash,
  withStyle,
} from './paint.js';

/** Racks: a corridor, one under a mountain, and one from the front. */
export function servers(g, {w, h, random, variant, t}) {
  const look = choose(
    [
      {
        dark: '#040816',
        rack: '#101c3a',
        edge: '#4fa8ff',
        led: ['#4fd0ff', '#7a8cff', '#5affc8'],
        end: '#9fd0ff',
      },
      {
        dark: '#0f0a08',
        rack: '#2a1d18',
        edge: '#ffa85a',
        led: ['#ffb85a', '#ff7a4a', '#8fffb0'],
        end: '#ffe0a8',
      },
      {
        dark: '#05100c',
        rack: '#0f241c',
        edge: '#4fffa0',
        led: ['#4fff9a', '#b8ff5a', '#ffd24a'],
        end: '#b8ffd8',
      },
    ],
    variant,
  );
  wash(g, [look.dark, mixed(look.dark, look.rack, 0.6), look.dark]);
  if (variant === 3) rackFront(g, {w, h, random, t, ...look});
  else corridor(g, {w, h, random, t, cave: variant === 2, ...look});
  vignette(g, 0.45);
}

function corridor(g, {w, h, random, t, cave, dark, rack, edge, led, end}) {
  const vanish = {x: w * (cave ? 0.56 : 0.5), y: h * 0.46};
  const reach = Math.max(w * 0.62, h * 0.5);
  const at = (side, k, up) => [vanish.x + side * reach * k, vanish.y - up * h * 0.62 * k];
  g.fillStyle = gradient(g.createLinearGradient(0, vanish.y, 0, h), [
    mixed(dark, edge, 0.45),
    dark,
  ]);
  g.fillRect(0, vanish.y, w, h);
  if (cave) rock(g, {w, h, vanish, random, color: rack, edge});
  else
    for (let i = 0; i < 6; i++)
      polygonOf(
        g,
        [
          at(-0.12, 1.4 / 1.5 ** i, 1.15),
          at(0.12, 1.4 / 1.5 ** i, 1.15),
          at(0.12, 1.2 / 1.5 ** i, 1.15),
          at(-0.12, 1.2 / 1.5 ** i, 1.15),
        ],
        mixed(end, '#ffffff', 0.4),
      );
  light(g, vanish.x, vanish.y, Math.min(w, h) * 0.75, end, 0.8);
  for (let i = 9; i >= 0; i--)
    for (const side of [-1, 1])
      rackSide(g, {
        side,
        near: 1.7 / 1.33 ** i,
        far: 1.7 / 1.33 ** (i + 0.93),
        at,
        random,
        t,
        rack,
        edge,
        led,
        dark,
      });
  withStyle(g, {globalCompositeOperation: 'lighter'}, () => {
    g.fillStyle = gradient(g.createLinearGradient(0, vanish.y, 0, h), [`${end}90`, `${edge}10`]);
    polygon(g, [
      [vanish.x - w * 0.01, vanish.y],
      [vanish.x + w * 0.01, vanish.y],
      [vanish.x + w * 0.2, h],
      [vanish.x - w * 0.2, h],
    ]);
  });
}

function polygonOf(g, points, color) {
  g.fillStyle = color;
  polygon(g, points);
}

/** The side of a rack at the corridor, with rows of lights. */
function rackSide(g, {side, near, far, at, random, t, rack, edge, led, dark}) {
  const share = Math.min(1, near / 1.7);
  polygonOf(
    g,
    [at(side, near, 0.95), at(side, far, 0.95), at(side, far, -0.85), at(side, near, -0.85)],
    mixed(rack, dark, share * 0.5),
  );
  stroke(g, [at(side, far, 0.95), at(side, far, -0.85)], 1 + 5 * share, mixed(rack, edge, 0.55));
  for (let up = -0.72; up < 0.86; up += 0.13) {
    polygonOf(
      g,
      [
        at(side, near * 0.97, up + 0.05),
        at(side, far * 1.03, up + 0.05),
        at(side, far * 1.03, up - 0.05),
        at(side, near * 0.97, up - 0.05),
      ],
      mixed(dark, '#000000', 0.35),
    );
    for (let k = 0; k < 6; k++) {
      const on = random();
      const blink = 0.6 + 0.4 * Math.sin(t * 5 + random() * 40);
      if (on > 0.6) continue;
      const [x, y] = at(side, far + (near - far) * (0.1 + 0.14 * k), up);
      g.globalAlpha = blink;
      disc(g, x, y, 1.2 + 4.2 * share, led[Math.floor(on * 50) % led.length]);
      g.globalAlpha = 1;
    }
  }
}

function rock(g, {w, h, vanish, random, color, edge}) {
  for (let ring = 4; ring >= 0; ring--) {
    const size = 0.35 + 0.22 * ring;
    const tone = mixed(mixed(color, edge, 0.34), '#0a0605', ring / 5);
    const points = [];
    for (let a = Math.PI; a <= Math.PI * 2.02; a += 0.16)
      points.push([
        vanish.x + Math.cos(a) * w * size * (0.9 + 0.14 * random()),
        vanish.y + Math.sin(a) * h * size * (0.85 + 0.2 * random()),
      ]);
    g.fillStyle = tone;
    g.beginPath();
    g.rect(0, 0, w, vanish.y);
    g.moveTo(...points[0]);
    for (const point of points) g.lineTo(...point);
    g.closePath();
    g.fill('evenodd');
  }
}

function rackFront(g, {w, h, random, t, dark, rack, edge, led}) {
  const u = Math.min(w, h);
  const wide = u * 0.52;
  const count = Math.ceil(w / wide) + 1;
  for (let i = 0; i < count; i++) {
    const left = i * wide - u * 0.12;
    box(
      g,
      left,
      0,
      wide * 0.94,
      h,
      u * 0.01,
      gradient(g.createLinearGradient(left, 0, left + wide, 0), [
        mixed(rack, edge, 0.16),
        rack,
        dark,
      ]),
    );
    for (let y = u * 0.05; y < h; y += u * 0.105)
      drive(g, {x: left + wide * 0.06, y, w: wide * 0.82, h: u * 0.08, random, t, dark, led});
  }
  withStyle(g, {globalCompositeOperation: 'lighter', strokeStyle: edge}, () => {
    for (let i = 1; i < 7; i++) {
      g.globalAlpha = 0.65 - i * 0.09;
      g.lineWidth = u * 0.016;
      g.beginPath();
      g.arc(w * 0.5, h * 0.5, u * (0.05 + 0.085 * i + 0.01 * Math.sin(t * 3)), 0, 7);
      g.stroke();
    }
  });
  light(g, w * 0.5, h * 0.5, u * 0.4, edge, 0.5);
}

function drive(g, {x, y, w, h, random, t, dark, led}) {
  box(g, x, y, w, h, h * 0.12, mixed(dark, '#000000', 0.3));
  for (let k = 0; k < 9; k++)
    box(g, x + w * (0.3 + k * 0.055), y + h * 0.25, w * 0.03, h * 0.5, h * 0.06, '#ffffff14');
  for (let k = 0; k < 4; k++) {
    g.globalAlpha = random() < 0.7 ? 0.7 + 0.3 * Math.sin(t * 4 + random() * 30) : 0.15;
    disc(
      g,
      x + w * (0.06 + k * 0.055),
      y + h * 0.5,
      h * 0.13,
      led[Math.floor(random() * led.length)],
    );
    g.globalAlpha = 1;
  }
}

/** A globe of dots with routes between them. */
export function globe(g, {w, h, random, variant, t}) {
  const u = Math.min(w, h);
  const look = choose(
    [
      {
        sky: ['#060a24', '#141a52', '#2a1a5a'],
        ball: ['#3a5af0', '#141c6a', '#080a2c'],
        dot: '#8fd0ff',
        arc: ['#ff7ad0', '#ffd27a', '#7affe0'],
        at: [0.5, 0.52, 0.4],
      },
      {
        sky: ['#02161a', '#05353a', '#0a5a54'],
        ball: ['#0f8a7a', '#06403f', '#02181c'],
        dot: '#8fffd0',
        arc: ['#ffe07a', '#ffffff', '#ffa05a'],
        at: [0.5, 1.06, 0.86],
      },
      {
        sky: ['#ffe9d6', '#ffd0b8', '#f7b0a8'],
        ball: ['#ff9a7a', '#e0556a', '#8a2f5f'],
        dot: '#fff0dc',
        arc: ['#ffffff', '#ffe28a', '#5a2a6a'],
        at: [0.66, 0.56, 0.44],
      },
    ],
    variant,
  );
  wash(g, look.sky);
  if (variant < 3) starsAbove(g, {random, line: h, count: 120});
  const ball = {
    x: w * look.at[0],
    y: h * look.at[1],
    radius: u * look.at[2],
    tilt: 0.35,
    spin: 0.4 + variant + t * 0.12,
  };
  light(g, ball.x, ball.y, ball.radius * 1.35, look.ball[0], 0.75);
  disc(
    g,
    ball.x,
    ball.y,
    ball.radius,
    gradient(
      g.createRadialGradient(
        ball.x - ball.radius * 0.4,
        ball.y - ball.radius * 0.5,
        0,
        ball.x,
        ball.y,
        ball.radius * 1.05,
      ),
      look.ball,
    ),
  );
  landDots(g, {ball, dot: look.dot, random});
  routes(g, {ball, colors: look.arc, random, t});
  vignette(g, 0.25);
}

/** Projects a place on the globe. `front` is negative on the far side. */
function project({x, y, radius, tilt, spin}, latitude, longitude, lift = 1) {
  const turn = longitude + spin;
  const px = Math.cos(latitude) * Math.sin(turn);
  const py = Math.sin(latitude);
  const pz = Math.cos(latitude) * Math.cos(turn);
  return {
    x: x + px * radius * lift,
    y: y - (py * Math.cos(tilt) - pz * Math.sin(tilt)) * radius * lift,
    front: py * Math.sin(tilt) + pz * Math.cos(tilt),
  };
}

/** Invented continents: dots where a sum of waves is high. */
function landDots(g, {ball, dot, random}) {
  const phase = [random(), random(), random()].map((value) => value * 6);
  const isLand = (a, b) =>
    Math.sin(b * 2 + phase[0]) * Math.cos(a * 2.2 + phase[1]) +
      0.7 * Math.sin(b * 3 - a * 2.6 + phase[2]) +
      0.4 * Math.sin(a * 7 + b * 5) >
    0.15;
  for (let a = -1.45; a <= 1.45; a += 0.06) {
    const step = 0.06 / Math.max(0.12, Math.cos(a));
    for (let b = 0; b < Math.PI * 2; b += step) {
      if (!isLand(a, b)) continue;
      const place = project(ball, a, b);
      if (place.front < 0.02) continue;
      g.globalAlpha = 0.25 + 0.75 * place.front;
      disc(g, place.x, place.y, ball.radius * 0.0165 * (0.5 + 0.5 * place.front), dot);
    }
  }
  g.globalAlpha = 1;
}

function routes(g, {ball, colors, random, t}) {
  for (let i = 0; i < 9; i++) {
    const [a1, a2] = [random() * 1.7 - 0.6, random() * 1.7 - 0.6];
    const middle = -ball.spin + t * 0.12 + (random() - 0.5) * 1.1;
    const [b1, b2] = [middle - 0.3 - random() * 0.6, middle + 0.3 + random() * 0.6];
    const color = choose(colors, i + 1);
    const points = Array.from({length: 25}, (_, k) =>
      project(
        ball,
        a1 + ((a2 - a1) * k) / 24,
        b1 + ((b2 - b1) * k) / 24,
        1 + 0.24 * Math.sin((k / 24) * Math.PI),
      ),
    );
    const line = points.map(({x, y}) => [x, y]);
    withStyle(g, {globalAlpha: 0.3}, () => stroke(g, line, ball.radius * 0.03, color));
    stroke(g, line, ball.radius * 0.01, color);
    for (const end of [line[0], line[24]]) {
      light(g, ...end, ball.radius * 0.1, color, 0.8);
      disc(g, ...end, ball.radius * 0.022, '#ffffff');
    }
  }
}
