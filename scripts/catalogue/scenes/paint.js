/** Helpers of the scenes. */

/** An element of a list by variant number, from 1. After the last one, starts again. */
export function choose(list, variant) {
  return list[(variant - 1) % list.length];
}

/** A vertical gradient over the whole picture. */
export function wash(g, colors, y0 = 0, y1 = g.canvas.height) {
  g.fillStyle = gradient(g.createLinearGradient(0, y0, 0, y1), colors);
  g.fillRect(0, 0, g.canvas.width, g.canvas.height);
}

/** Spreads colours evenly over a gradient. */
export function gradient(line, colors) {
  colors.forEach((color, index) => line.addColorStop(index / (colors.length - 1), color));
  return line;
}

/** Adds a soft round light to the picture. `color` is `#rrggbb`. */
export function light(g, x, y, radius, color, strength = 1) {
  g.save();
  g.globalCompositeOperation = 'lighter';
  g.globalAlpha = strength;
  g.fillStyle = gradient(g.createRadialGradient(x, y, 0, x, y, radius), [
    color,
    `${color}55`,
    `${color}00`,
  ]);
  g.fillRect(x - radius, y - radius, radius * 2, radius * 2);
  g.restore();
}

/** Draws with other settings (blur, transparency, blending), and then restores the settings. */
export function withStyle(g, style, draw) {
  g.save();
  Object.assign(g, style);
  draw();
  g.restore();
}

/** A closed shape through points. */
export function polygon(g, points) {
  g.beginPath();
  for (const [x, y] of points) g.lineTo(x, y);
  g.closePath();
  g.fill();
}

/** A rounded box. */
export function box(g, x, y, width, height, radius, fill) {
  g.fillStyle = fill;
  g.beginPath();
  g.roundRect(x, y, width, height, radius);
  g.fill();
}

/** Darkens the corners slightly, like a lens. */
export function vignette(g, strength = 0.35) {
  const {width: w, height: h} = g.canvas;
  const round = g.createRadialGradient(
    w / 2,
    h / 2,
    Math.min(w, h) * 0.35,
    w / 2,
    h / 2,
    Math.hypot(w, h) * 0.56,
  );
  g.fillStyle = gradient(round, ['#00000000', `rgba(0,0,0,${strength})`]);
  g.fillRect(0, 0, w, h);
}

/** Smooth noise over one number, from 0 to 1. */
export function wander(random) {
  const points = Array.from({length: 256}, random);
  return (x) => {
    const i = Math.floor(x);
    const f = x - i;
    const blend = f * f * (3 - 2 * f);
    return points[i & 255] * (1 - blend) + points[(i + 1) & 255] * blend;
  };
}

/** An empty canvas of the size of `g`, or another one. */
export function sheet(g, width = g.canvas.width, height = g.canvas.height) {
  return new OffscreenCanvas(width, height).getContext('2d');
}

/** A colour between two, as `#rrggbb`. */
export function mixed(from, to, share) {
  const part = (hex, i) => parseInt(hex.slice(i, i + 2), 16);
  const blend = [1, 3, 5].map((i) => Math.round(part(from, i) * (1 - share) + part(to, i) * share));
  return `#${blend.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** A thin or thick line through points, with round ends: limbs, poles, rails. */
export function stroke(g, points, width, color) {
  g.strokeStyle = color;
  g.lineWidth = width;
  g.lineCap = 'round';
  g.lineJoin = 'round';
  g.beginPath();
  for (const [x, y] of points) g.lineTo(x, y);
  g.stroke();
}

/** A filled circle, or an ellipse with a second radius. */
export function disc(g, x, y, radius, fill, other = radius) {
  g.fillStyle = fill;
  g.beginPath();
  g.ellipse(x, y, radius, other, 0, 0, 7);
  g.fill();
}

/** Draws at a point, rotated and scaled, because figures have their own units. */
export function placed(g, {x, y, size = 1, turn = 0, flip = false}, draw) {
  g.save();
  g.translate(x, y);
  g.rotate(turn);
  g.scale(flip ? -size : size, size);
  draw();
  g.restore();
}

/** Draws on another canvas, and adds it blurred. One blur for many shapes is fast. */
export function blurred(g, radius, draw) {
  const soft = sheet(g);
  draw(soft);
  withStyle(g, {filter: `blur(${radius}px)`}, () => g.drawImage(soft.canvas, 0, 0));
}
