/** Night skies and space. */

/** The outline of hills. Each k is another range. */
const hills = `
float crest(float x, float k) {
  float sum = 0., weight = .5, scale = .7 + .16 * k;
  for (int i = 0; i < 8; i++) {
    float n = noise(vec2(x * scale + k * 9.7 + seed * 3., k * 3.1 + float(i) * 5.));
    sum += weight * (i < 3 ? 1. - abs(n * 2. - 1.) : n);
    weight *= .46;
    scale *= 2.13;
  }
  return sum;
}
`;

/** The height of a row of pines at x. */
export const pines = `
float pineTop(float x, float scale, float salt) {
  float best = 0.;
  float cell = floor(x * scale);
  for (float i = -1.; i <= 1.; i++) {
    float id = cell + i;
    float grow = .35 + .65 * hash(vec2(id, salt));
    float at = (id + .5 + (hash(vec2(id, salt + 3.)) - .5) * .7) / scale;
    float away = abs(x - at) * scale * (2.1 + hash(vec2(id, salt + 9.)));
    best = max(best, grow - away);
  }
  return best;
}
/** Whether a point is inside a pine with its foot at y = ground. Its edge has the shape of branches. */
float pine(vec2 p, float ground, float scale, float tall, float salt) {
  float up = (p.y - ground) / tall;
  float twig = fract(up * 17. + noise(vec2(p.x * scale * 5., salt)) * 1.3);
  float cut = twig * .10 + (noise(vec2(p.x * scale * 13., up * 38.)) - .35) * .2;
  return smoothstep(0., .03, pineTop(p.x, scale, salt) - cut - up);
}
`;

/** Northern lights above snow and pines. Value 5: the water line; below -1 for no water. */
export const aurora = `${hills}${pines}
vec3 curtains(vec2 p) {
  vec3 sum = vec3(0);
  for (float k = 0.; k < 4.; k++) {
    float bend = (fbm(vec2(p.x * .55 + k * 7. + time * .045, time * .03 + k), 4) - .5) * 1.5;
    float base = .02 + k * .16 + bend * .55 + p.x * (k - 1.5) * .12;
    float up = p.y - base;
    float ray = noise(vec2((p.x + bend * .8) * 13. + k * 30., time * .12 + up * .3)) * .6 + noise(vec2((p.x + bend) * 34. + k * 11., time * .25)) * .4;
    float body = smoothstep(-.03, .05, up) * exp(-max(up, 0.) * (2.4 + ray * 2.6)) * (.3 + ray * .95);
    float here = smoothstep(.25, .62, fbm(vec2(p.x * .7 + k * 5. - time * .03, k * 2.), 3));
    vec3 tint = mix(color[3], color[6], smoothstep(.05, .75, up + ray * .15));
    sum += tint * body * here * (1.05 - k * .12);
  }
  return sum;
}
vec3 night(vec2 p) {
  vec3 c = mix(color[2], color[0], smoothstep(-.2, .9, p.y));
  c += stars(p, 13., .3) * (.6 + .4 * color[6]);
  c += curtains(p);
  float hill = -.36 + .42 * crest(p.x * .9, 1.);
  float snow = fbm(vec2(p.x * 5., p.y * 8.), 5);
  vec3 slope = mix(color[4], color[4] * .45, smoothstep(.3, .7, snow + (hill - p.y) * .8)) + color[3] * .12;
  c = mix(c, slope, smoothstep(0., .008, hill - p.y));
  float bank = -.42 + .1 * noise(vec2(p.x * 1.4, 3.));
  vec3 dark = color[5];
  c = mix(c, dark * 1.5 + color[3] * .03, pine(p, bank - .04, 15., .3, 5.));
  c = mix(c, dark, smoothstep(0., .01, bank - p.y));
  c = mix(c, dark, pine(p, bank - .14, 8., .5 * (.35 + smoothstep(.2, 1.3, abs(p.x))), 21.));
  return c;
}
vec3 scene(vec2 uv, vec2 p) {
  float line = value[5];
  if (p.y > line) return night(vec2(p.x, p.y));
  float depth = line - p.y;
  float wave = (fbm(vec2(p.x * 3. / (.3 + depth), 2. / (.08 + depth) + time * .4), 4) - .5) * depth * .22;
  vec3 c = night(vec2(p.x + wave * .4, line + depth * .95 + wave)) * mix(.8, .45, depth);
  return c + color[0] * .12;
}
`;

/** The Milky Way over a ridge, with a lit tent or the lamp of a hiker. */
export const nebula = `${hills}${pines}
vec3 scene(vec2 uv, vec2 p) {
  vec3 c = mix(color[2], color[0], smoothstep(-.7, .8, p.y));
  mat2 tilt = mat2(.78, .63, -.63, .78);
  vec2 q = tilt * (p - vec2(value[0], value[1]));
  float warp = fbm(q * 1.3 + 3., 5) - .5;
  float band = exp(-pow((q.x + warp * .5) * 2.1, 2.));
  float dust = fbm(q * 2.6 + fbm(q * 3.4, 5) * 1.5, 6);
  float lane = smoothstep(.42, .7, fbm(q * vec2(3.4, 1.5) + 11., 6)) * exp(-pow((q.x + warp * .4) * 4.2, 2.));
  vec3 gas = mix(color[1], color[3], smoothstep(.4, .75, dust));
  c += gas * band * (dust * 1.25) * (1. - lane * .85);
  c += color[6] * pow(band, 4.) * .35 * (1. - lane);
  c += stars(p, 14., .35 + band * .4) * (.8 + band) + stars(p + 7., 34., .3 + band * .5) * (.35 + band * .7);
  c += color[3] * .32 * exp(-(p.y + .72) * 3.2) ;
  float hill = -.72 + .5 * crest(p.x * .8, 2.) * (.6 + .4 * abs(p.x));
  c = mix(c, mix(color[5] * 2.2, color[4], .12), smoothstep(0., .008, hill - p.y));
  float front = -.92 + .16 * crest(p.x, 5.);
  c = mix(c, color[5] * 1.2, pine(p, front - .05, 12., .26, 3.));
  c = mix(c, color[5], smoothstep(0., .008, front - p.y));
  return c;
}
`;

/** A planet. Values 0, 1: centre, 2: radius, 3: kind (0 giant with rings, 1 blue planet, 2 moon). */
export const planet = `
vec3 surface(vec3 n, float kind) {
  if (kind < .5) {
    float lat = n.y * 5.5 + (fbm(vec2(n.x * 3. + time * .03, n.y * 14.), 5) - .5) * .7;
    float band = noise(vec2(1.5, lat * 1.7)) * .65 + noise(vec2(4., lat * 5.)) * .35;
    return mix(color[4], color[3], smoothstep(.2, .8, band)) * (.85 + .3 * noise(vec2(2., lat * 11.)));
  }
  vec2 q = vec2(atan(n.x, n.z) * 1.6 + time * .03, n.y * 2.4);
  float land = fbm(q * 1.7 + fbm(q * 5., 5) * .35 + 3., 7);
  if (kind < 1.5) {
    vec3 c = mix(color[5], color[4], smoothstep(.6, .63, land));
    c = mix(c, color[3] * .7, smoothstep(.62, .76, land) * .9);
    float cloud = smoothstep(.42, .8, fbm(q * vec2(2.6, 4.2) + fbm(q * 2.2 + 9., 6) * 2.2, 7));
    return mix(c, vec3(.97), cloud * .95);
  }
  float crater = ridged(q * 3., 6);
  return mix(color[5], color[3], .3 + .7 * smoothstep(.1, .8, land * .9 + crater * .35 - .15));
}
vec3 scene(vec2 uv, vec2 p) {
  vec3 c = mix(color[0], color[1], fbm(p * .9 + 5., 5) * .9);
  c += color[2] * smoothstep(.45, .95, fbm(p * 1.3 + fbm(p * 2., 5), 6)) * .6;
  c += stars(p, 11., .35) + stars(p + 3., 27., .4) * .5;
  vec2 at = vec2(value[0], value[1]);
  float r = value[2];
  vec2 d = p - at;
  vec3 sun = normalize(vec3(value[4], .45, .35));
  float away = length(d) / r;
  if (away < 1.) {
    vec2 tilted = mat2(.94, .34, -.34, .94) * d / r;
    vec3 n = vec3(tilted, sqrt(max(0., 1. - dot(tilted, tilted))));
    vec3 flat_n = vec3(d / r, n.z);
    float lit = smoothstep(-.12, .95, dot(flat_n, sun));
    vec3 body = surface(n, value[3]) * (lit * 1.15 + .015);
    float rim = pow(1. - n.z, 3.);
    body += color[6] * rim * smoothstep(-.2, .6, dot(flat_n, sun)) * (value[3] > 1.5 ? .08 : .9);
    c = mix(c, body, smoothstep(1., 1. - .006 / r, away));
  }
  float air = exp(-max(away - 1., 0.) * 22.) * step(1., away) * smoothstep(-.4, .7, dot(vec3(d / r, 0.), sun));
  c += color[6] * air * (value[3] > 1.5 ? .1 : .75);
  if (value[3] < .5) {
    vec2 q = mat2(.94, .34, -.34, .94) * d / r;
    q.y *= 4.2;
    float ring = length(q);
    bool behind = q.y > 0. && away < 1.;
    if (ring > 1.3 && ring < 2.35 && !behind) {
      float grain = noise(vec2(ring * 30., 1.)) * .6 + noise(vec2(ring * 90., 5.)) * .4;
      float body = smoothstep(1.3, 1.4, ring) * smoothstep(2.35, 2.25, ring) * (1. - .85 * smoothstep(.05, .0, abs(ring - 1.95)));
      float shadow = smoothstep(.8, 1.05, length(d / r + sun.xy * .75 - .0) ) ;
      c = mix(c, mix(color[4], color[3], grain) * (.2 + .85 * shadow), body * (.4 + .5 * grain));
    }
  }
  return c;
}
`;
