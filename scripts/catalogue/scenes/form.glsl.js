/** Cloth, glass and solid objects in studio light. */

/** Moving cloth. Colours: 0 shade, 1 body, 2 second body, 3 light. */
export const silk = `
float fold(vec2 q) {
  vec2 w = q;
  for (float i = 1.; i < 5.; i++) {
    w += vec2(.52 / i * sin(i * w.y * 1.25 + time * .22 + seed + i), .46 / i * cos(i * w.x * 1.1 + time * .18 + seed * 2.));
  }
  return sin(w.x * 1.6 + w.y * 2.3);
}
vec3 scene(vec2 uv, vec2 p) {
  vec2 q = mat2(.86, .5, -.5, .86) * p * value[0];
  float e = .015;
  float h = fold(q);
  vec2 slope = vec2(fold(q + vec2(e, 0.)) - h, fold(q + vec2(0., e)) - h) / e;
  vec3 n = normalize(vec3(-slope * .42, 1.));
  vec3 sun = normalize(vec3(-.5, .65, .6));
  float lit = clamp(dot(n, sun), 0., 1.);
  float shine = pow(clamp(dot(reflect(-sun, n), vec3(0., 0., 1.)), 0., 1.), 9.);
  vec3 body = mix(color[1], color[2], smoothstep(-1., 1., h + p.x * .7));
  vec3 c = mix(color[0], body, smoothstep(.0, .85, lit));
  c += color[3] * shine * .5 + body * .18 * pow(1. - n.z, 2.);
  return c;
}
`;

/** The front of a lens; colours 0 room, 1 and 2 coatings, 3 lamp, 4 metal. */
export const lens = `
float ringAt(float r, float at, float width) { return smoothstep(width, 0., abs(r - at)); }
vec3 scene(vec2 uv, vec2 p) {
  vec2 at = vec2(value[0], value[1]);
  vec2 d = p - at;
  float r = length(d) / value[2], angle = atan(d.y, d.x);
  vec3 c = mix(color[0] * .5, color[0], smoothstep(-1., 1., p.y + p.x * .4)) + color[2] * .1 * glow(p, vec2(1.3, .5), 1.);
  float brushed = pow(abs(cos(angle - .9)), 6.) * .8 + pow(abs(cos(angle + .5)), 22.) * .9;
  float thread = .5 + .5 * sin(r * 190.);
  vec3 metal = color[4] * (.12 + brushed * .85) + color[3] * .04;
  c = mix(c, c * .25, smoothstep(1.3, 1.0, length(d - vec2(.05, -.1)) / value[2]));
  c = mix(c, metal * (.75 + .1 * noise(vec2(angle * 90., r * 8.))), smoothstep(1.06, 1.05, r));
  c = mix(c, metal * .3 * (.7 + .5 * thread), smoothstep(.955, .95, r));
  c = mix(c, metal * (.35 + .3 * step(.5, fract(angle * 23.))) , ringAt(r, 1.0, .018));
  c = mix(c, vec3(.015, .016, .022) + metal * .06 * thread, smoothstep(.79, .785, r));
  c += metal * ringAt(r, .785, .008) * 1.2;
  if (r < .765) {
    float dome = sqrt(max(0., 1. - r * r * 1.25));
    vec3 glass = mix(vec3(.02, .022, .045), color[1] * .16, smoothstep(.1, .75, r));
    glass += color[2] * .18 * smoothstep(.35, .75, r) * smoothstep(-.6, .8, -d.y / value[2]);
    for (float k = 0.; k < 5.; k++) {
      float radius = .66 - k * .12;
      glass += mix(color[1], color[2], k / 4.) * ringAt(r, radius, .012) * (.25 + .5 * pow(abs(cos(angle + k * .8)), 3.)) * .7;
      vec2 lamp = vec2(-.30, .34) * (1. - k * .42);
      vec2 q = (d / value[2] - lamp) * vec2(1.5, 1.) * (1.6 + k * .8);
      q = mat2(.8, .6, -.6, .8) * q;
      float soft = smoothstep(.3, .12, max(abs(q.x), abs(q.y)));
      glass += mix(color[3], mix(color[1], color[2], mod(k, 2.)), min(1., k * .55)) * soft * (k < 1. ? .85 : .42);
    }
    float low = glow(d / value[2], vec2(.28, -.4), .3);
    glass += color[1] * low * .75;
    float iris = smoothstep(.2, .19, r);
    float blades = abs(cos(angle * 3.5 + r * 6.));
    glass = mix(glass, glass * .25 + color[2] * .05 * blades, iris);
    glass += color[2] * ringAt(r, .2, .02) * .35;
    c = mix(c, glass * (.6 + .5 * dome), smoothstep(.765, .755, r));
  }
  return c;
}
`;

/** A studio with a round backdrop. The function `thing(vec3)` is the object in it. */
const studio = `
float box(vec3 p, vec3 b, float r) { vec3 q = abs(p) - b + r; return length(max(q, 0.)) + min(max(q.x, max(q.y, q.z)), 0.) - r; }
float tube(vec3 p, float r, float h) { vec2 d = abs(vec2(length(p.xy), p.z)) - vec2(r, h) + .012; return min(max(d.x, d.y), 0.) + length(max(d, 0.)) - .012; }
float disc(vec3 p, float r, float h) { return tube(p.xzy, r, h); }
mat2 turn(float a) { return mat2(cos(a), sin(a), -sin(a), cos(a)); }
`;
const photograph = `
vec3 backdrop(vec3 ray) {
  float y = ray.y * .5 + .5;
  vec3 c = mix(color[1], color[0], smoothstep(.42, .8, y));
  return c + color[2] * .35 * exp(-dot(ray.xy - vec2(.1, .08), ray.xy - vec2(.1, .08)) * 5.);
}
vec2 whole(vec3 p) { vec2 t = thing(p); float floor_ = p.y + 1.; return floor_ < t.x ? vec2(floor_, 0.) : t; }
vec3 normalAt(vec3 p) {
  vec2 e = vec2(.0012, -.0012);
  return normalize(e.xyy * whole(p + e.xyy).x + e.yyx * whole(p + e.yyx).x + e.yxy * whole(p + e.yxy).x + e.xxx * whole(p + e.xxx).x);
}
float shadowTo(vec3 p, vec3 to) {
  float shade = 1., t = .03;
  for (int i = 0; i < 40; i++) {
    float d = whole(p + to * t).x;
    shade = min(shade, 9. * d / t);
    t += clamp(d, .02, .2);
    if (shade < .005 || t > 4.) break;
  }
  return clamp(shade, 0., 1.);
}
float contact(vec3 p, vec3 n) {
  float sum = 0., weight = 1.;
  for (int i = 1; i < 6; i++) { float d = float(i) * .07; sum += weight * (d - whole(p + n * d).x); weight *= .7; }
  return clamp(1. - 1.6 * sum, 0., 1.);
}
/** What glossy objects reflect: two softboxes in a dark room. */
vec3 room(vec3 r) {
  float left = smoothstep(.25, .1, abs(r.x + .62)) * smoothstep(.75, .5, abs(r.y - .35));
  float top = smoothstep(.6, .85, r.y);
  float rim = smoothstep(.12, .04, abs(r.x - .8)) * smoothstep(.9, .4, abs(r.y));
  return backdrop(r) * .5 + color[3] * (left * 1.2 + top * .7 + rim * .9);
}
vec3 scene(vec2 uv, vec2 p) {
  vec3 eye = vec3(0., value[1], -value[2]);
  vec3 ray = normalize(vec3(p.x, p.y + value[3], 2.6));
  eye.yz *= turn(value[4]); ray.yz *= turn(value[4]);
  eye.xz *= turn(value[0] + time * .12); ray.xz *= turn(value[0] + time * .12);
  float t = 0.;
  vec2 hit = vec2(1., -1.);
  for (int i = 0; i < 130; i++) {
    hit = whole(eye + ray * t);
    if (hit.x < .0006 * (1. + t)) break;
    t += hit.x * .85;
    if (t > 22.) break;
  }
  vec3 view = normalize(vec3(p.x, p.y + value[3], 2.6));
  vec3 c = backdrop(view);
  if (t > 22.) return c;
  vec3 at = eye + ray * t, n = normalAt(at);
  vec3 sun = normalize(vec3(-.55, .85, -.5));
  sun.xz *= turn(value[0] + time * .12);
  float lit = clamp(dot(n, sun), 0., 1.) * shadowTo(at + n * .004, sun);
  float near = contact(at, n);
  if (hit.y < .5) {
    vec3 floor_ = mix(color[1], c, .35) * (.5 + .5 * lit) * (.45 + .55 * near);
    return mix(floor_, c, smoothstep(5., 13., t));
  }
  vec3 r = reflect(ray, n);
  r.xz *= turn(-value[0] - time * .12);
  float edge = pow(1. - clamp(dot(n, -ray), 0., 1.), 4.);
  vec4 skin = material(at, hit.y);
  vec3 body = skin.rgb * (.28 * near + .9 * lit + .1 * n.y);
  vec3 mirror = room(r) * near;
  return mix(body, mirror, clamp(skin.a + edge * .6, 0., 1.)) + max(skin.a - .1, 0.) * 0. + glowOf(at, hit.y);
}
`;

/** Solids on a table, coloured by number. */
export const spheres = `${studio}
vec2 thing(vec3 p) {
  vec2 best = vec2(9., -1.);
  for (float i = 0.; i < 7.; i++) {
    float size = .22 + .34 * hash(vec2(i, 3.));
    vec3 at = vec3((i - 3.) * .62 + (hash(vec2(i, 9.)) - .5) * .3, size - 1., (hash(vec2(i, 5.)) - .5) * 2.2);
    vec3 q = p - at;
    float kind = hash(vec2(i, 7.)), d = length(q) - size;
    if (kind > .75) { d = box(q, vec3(size * .8), .05); d += 0.; }
    else if (kind > .55) d = disc(q - vec3(0., -size * .2, 0.), size * .7, size * .8);
    else if (kind > .42) { q.y += size * .1; q.xy *= turn(.5); d = length(vec2(length(q.xy) - size * .62, q.z)) - size * .3; }
    if (d < best.x) best = vec2(d, 1. + i);
  }
  return best;
}
vec4 material(vec3 p, float id) {
  float i = id - 1.;
  vec3 c = i < 2. ? color[4] : i < 4. ? color[5] : i < 6. ? color[6] : color[7];
  return vec4(mix(c, vec3(1.), .08 * hash(vec2(i, 1.))), hash(vec2(i, 31.)) > .6 ? .32 : .06);
}
vec3 glowOf(vec3 p, float id) { return vec3(0); }
${photograph}`;

/** An upright telephone, with moving colours on its screen. */
export const phone = `${studio}
vec3 upright(vec3 p) { p.y -= .02; p.xz *= turn(value[5]); p.yz *= turn(-.1); return p; }
vec2 thing(vec3 p) {
  vec3 q = upright(p);
  vec2 best = vec2(box(q, vec3(.5, 1., .055), .05), 1.);
  float screen = box(q + vec3(0., 0., .052), vec3(.465, .955, .008), .006);
  if (screen < best.x) best = vec2(screen, 2.);
  return best;
}
vec4 material(vec3 p, float id) { return id < 1.5 ? vec4(color[4], .55) : vec4(vec3(.01), .07); }
vec3 glowOf(vec3 p, float id) {
  if (id < 1.5) return vec3(0);
  vec2 q = upright(p).xy;
  vec2 edge = abs(q) - vec2(.425, .915);
  float inside = smoothstep(.012, -.004, length(max(edge + .06, 0.)) - .06);
  vec2 w = q * 1.7;
  for (float i = 1.; i < 4.; i++) w += vec2(.5 / i * sin(i * w.y * 1.4 + time * .5 + i), .5 / i * cos(i * w.x * 1.2 + time * .4));
  float flow = .5 + .5 * sin(w.x * 2. + w.y * 1.3);
  vec3 c = mix(color[5], color[6], flow) + color[7] * pow(.5 + .5 * sin(w.y * 3.), 4.) * .5;
  float island = smoothstep(.008, -.008, length(vec2(max(abs(q.x) - .09, 0.), q.y - .82)) - .032);
  return c * inside * (1. - island);
}
${photograph}`;

/** A camera with a lens. */
export const camera = `${studio}
vec2 pickNear(vec2 a, vec2 b) { return a.x < b.x ? a : b; }
vec2 thing(vec3 p) {
  vec3 q = p + vec3(0., .38, 0.);
  vec2 best = vec2(box(q, vec3(.92, .58, .28), .12), 1.);
  best = pickNear(best, vec2(box(q - vec3(0., .62, .02), vec3(.3, .16, .22), .07), 1.));
  best = pickNear(best, vec2(box(q - vec3(-.76, .0, -.16), vec3(.18, .52, .24), .11), 3.));
  best = pickNear(best, vec2(disc(q - vec3(.62, .64, .02), .15, .09), 2.));
  best = pickNear(best, vec2(disc(q - vec3(-.68, .63, -.05), .085, .07), 5.));
  best = pickNear(best, vec2(tube(q - vec3(.08, -.03, -.36), .5, .16), 2.));
  float grip = .012 * smoothstep(.2, .8, sin(atan(q.y + .03, q.x - .08) * 60.));
  best = pickNear(best, vec2(tube(q - vec3(.08, -.03, -.66), .455 - grip, .2), 3.));
  float front = tube(q - vec3(.08, -.03, -.9), .47, .09);
  front = max(front, -tube(q - vec3(.08, -.03, -1.02), .385, .14));
  best = pickNear(best, vec2(front, 2.));
  float dome = length(q - vec3(.08, -.03, -.52)) - .47;
  dome = max(dome, tube(q - vec3(.08, -.03, -.9), .385, .5));
  return pickNear(best, vec2(dome, 4.));
}
vec4 material(vec3 p, float id) {
  if (id < 1.5) return vec4(color[4], .1);
  if (id < 2.5) return vec4(color[5], .42);
  if (id < 3.5) return vec4(color[6], .05);
  return id < 4.5 ? vec4(vec3(.01, .01, .03), .5) : vec4(color[7], .2);
}
vec3 glowOf(vec3 p, float id) {
  if (id < 3.5 || id > 4.5) return vec3(0);
  vec2 q = p.xy + vec2(-.08, .41);
  return color[7] * .5 * glow(q, vec2(.14, -.12), .16) + color[2] * .35 * glow(q, vec2(-.14, .12), .1) + color[7] * .18 * smoothstep(.02, .0, abs(length(q) - .27));
}
${photograph}`;
