/** Backgrounds that several scenes use: sun, stars, clouds, hills and water. */
import {blurred, disc, gradient, light, wander, withStyle} from './paint.js';

/** A sun or moon with its halo. */
export function sun(g, x, y, radius, color, halo = 5) {
  light(g, x, y, radius * halo, color, 0.55);
  light(g, x, y, radius * halo * 0.4, color, 0.5);
  disc(g, x, y, radius, '#ffffff');
}

/** Stars above a line, fainter near it. */
export function starsAbove(g, {random, line, count = 160}) {
  const {width: w, height: h} = g.canvas;
  for (let i = 0; i < count; i++) {
    const y = random() * line;
    g.globalAlpha = (0.2 + 0.7 * random()) * (1 - y / line);
    disc(g, random() * w, y, Math.min(w, h) * (0.0012 + 0.0022 * random() ** 4), '#ffffff');
  }
  g.globalAlpha = 1;
}

/** Long soft clouds around a height. */
export function streaks(g, {random, y, spread, color, count = 9, drift = 0, alpha = 0.5}) {
  const {width: w, height: h} = g.canvas;
  blurred(g, Math.min(w, h) * 0.014, (soft) => {
    soft.globalAlpha = alpha;
    for (let i = 0; i < count; i++) {
      const x = random() * w * 1.2 - w * 0.1 + drift * (0.5 + random());
      disc(
        soft,
        x,
        y + (random() - 0.5) * spread,
        w * (0.08 + 0.16 * random()),
        color,
        h * (0.006 + 0.014 * random()),
      );
    }
  });
}

/** A row of hills. Returns a function with the height of their outline at each x. */
export function hills(g, {random, line, rise, color, foot, waves = 3, rough = 0.3}) {
  const {width: w, height: h} = g.canvas;
  const form = wander(random);
  const at = (x) => {
    const q = (x / w) * waves * Math.max(0.55, Math.min(1, w / h / 1.4)) + 20;
    return (
      line - rise * (form(q) + rough * form(q * 3.1 + 70) + rough * 0.35 * form(q * 8.3 + 140))
    );
  };
  g.fillStyle = foot
    ? gradient(g.createLinearGradient(0, line - rise, 0, line + rise * 0.6), [color, foot])
    : color;
  g.beginPath();
  g.moveTo(0, h);
  for (let x = 0; x <= w + 4; x += 4) g.lineTo(x, at(x));
  g.lineTo(w, h);
  g.fill();
  return at;
}

/** Water below a line, with reflections of the light below x. */
export function water(g, {random, line, colors, path, x, t, width = 0.1}) {
  const {width: w, height: h} = g.canvas;
  g.fillStyle = gradient(g.createLinearGradient(0, line, 0, h), colors);
  g.fillRect(0, line, w, h - line);
  withStyle(g, {globalCompositeOperation: 'lighter'}, () => {
    for (let i = 0; i < 240; i++) {
      const depth = random() ** 1.5;
      const spread = w * width * (0.35 + 1.6 * depth);
      const inPath = i % 3 > 0;
      const middle = inPath ? x + (random() + random() - 1) * spread : random() * w;
      const long = Math.min(w, h) * (0.01 + 0.07 * depth) * (0.4 + random());
      const sway = Math.sin(t * 1.6 + random() * 40);
      g.globalAlpha = (inPath ? 0.5 : 0.07) * (0.55 + 0.45 * sway);
      const y = line + 2 + (h - line) * depth;
      disc(g, middle + sway * long * 0.3, y, long, path, h * (0.0012 + 0.004 * depth));
    }
  });
}

/** Mist that is thickest at a line. */
export function mist(g, {line, depth, color, alpha = 0.5}) {
  withStyle(g, {globalAlpha: alpha}, () => {
    g.fillStyle = gradient(g.createLinearGradient(0, line - depth, 0, line + depth), [
      `${color}00`,
      color,
      `${color}00`,
    ]);
    g.fillRect(0, line - depth, g.canvas.width, depth * 2);
  });
}
