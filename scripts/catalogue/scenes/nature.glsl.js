/** Skies, mountains, sea and sand. Colours: 0 zenith, 1 middle, 2 horizon, 3 sun, 4 far, 5 near. */

/** A sky with clouds. Values 0, 1: position of the sun, 2: fraction of clouds. */
export const sky = `
vec2 sunAt() { return vec2(value[0], value[1]); }
vec3 skyAt(vec2 p) {
  float y = clamp(p.y * .5 + .5, 0., 1.);
  vec3 c = mix(color[2], color[1], smoothstep(.35, .62, y));
  c = mix(c, color[0], smoothstep(.55, 1.05, y));
  vec2 d = p - sunAt();
  c += (1.02 - c) * color[3] * (.5 * exp(-dot(d, d) * 2.) + .55 * exp(-dot(d, d) * 16.));
  vec2 q = vec2(p.x * .8, p.y * 2.6 + p.x * .12) + vec2(time * .02, 0.);
  float cloud = smoothstep(.62 - value[2] * .3, .95 - value[2] * .2, fbm(q * 1.4 + fbm(q * 2.3, 4)));
  cloud *= smoothstep(-.1, .25, p.y);
  float lit = fbm((q + normalize(sunAt() - p + .001) * .05) * 1.4, 5);
  vec3 tint = mix(color[1] * .85, mix(color[2], color[3], .55), clamp(1.2 - length(d) * .6 + lit * .3, 0., 1.));
  c = mix(c, tint, cloud * .75);
  return mix(c, mix(color[3], vec3(1), .75), smoothstep(.075, .066, length(d)) * value[3]);
}
`;

/**
 * Eroded mountains, and still water between them. Values 4: snow line, 5: height of the water, 6: density of the mist,
 * 7: height of the camera. Colours 4: grass or rock in light, 5: in shade.
 */
export const terrain = `${sky}
vec3 slopes(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  vec2 u = f * f * f * (f * (f * 6. - 15.) + 10.), du = 30. * f * f * (f * (f - 2.) + 1.);
  float a = hash(i), b = hash(i + vec2(1, 0)), c = hash(i + vec2(0, 1)), d = hash(i + 1.);
  float k = a - b - c + d;
  return vec3(a + (b - a) * u.x + (c - a) * u.y + k * u.x * u.y, du * (vec2(b - a, c - a) + k * u.yx));
}
float land(vec2 q, int octaves) {
  vec2 p = q * .42;
  float sum = 0., weight = 1.;
  vec2 steep = vec2(0);
  for (int i = 0; i < octaves; i++) {
    vec3 n = slopes(p);
    steep += n.yz;
    sum += weight * n.x / (1. + dot(steep, steep));
    weight *= .5;
    p = TURN * p * 2.;
  }
  float valley = smoothstep(0., 3.2, abs(q.x + sin(q.y * .35 + seed) * .9));
  return sum * 1.75 * mix(.42, 1., valley) - .25;
}
vec3 sunRay() { return normalize(vec3(sunAt().x * 1.3, .32 + max(sunAt().y, 0.) * .5, .34)); }
vec3 haze(vec3 ray) {
  float toward = clamp(dot(ray, normalize(vec3(sunAt(), 1.6))), 0., 1.);
  return mix(mix(color[2], color[1], .4), mix(color[2], color[3], .6), pow(toward, 6.));
}
vec3 ground(vec3 at, float travel, vec3 ray) {
  float e = .0016 * travel + .002;
  float h = land(at.xz, 9);
  vec3 n = normalize(vec3(h - land(at.xz + vec2(e, 0.), 9), e, h - land(at.xz + vec2(0., e), 9)));
  float sun = clamp(dot(n, sunRay()), 0., 1.), shadow = 1.;
  for (int i = 1; i < 14; i++) {
    vec3 s = at + sunRay() * float(i) * .11;
    shadow = min(shadow, clamp(.5 + (s.y - land(s.xz, 5)) * 9. / float(i), 0., 1.));
  }
  float grain = fbm(at.xz * 9., 4);
  vec3 tone = mix(color[5], color[4], smoothstep(.2, .8, n.y + (grain - .5) * .4));
  float snow = smoothstep(value[4] - .12, value[4] + .12, at.y + (grain - .5) * .35) * smoothstep(.42, .62, n.y + (grain - .5) * .1);
  tone = mix(tone, vec3(.93, .95, 1.), snow);
  vec3 warm = mix(vec3(1.), color[3], .55);
  vec3 cool = mix(vec3(.5), color[0], .65);
  vec3 lit = tone * (sun * shadow * warm * 1.55 + (.28 + .3 * n.y) * cool);
  float low = exp(-max(at.y - value[5], 0.) * 2.6);
  float mist = 1. - exp(-travel * value[6] * (.035 + .5 * low * low));
  return mix(lit, haze(ray), clamp(mist, 0., 1.));
}
float march(vec3 eye, vec3 ray, float start) {
  float travel = start;
  for (int i = 0; i < 190; i++) {
    vec3 at = eye + ray * travel;
    float gap = at.y - land(at.xz, 6);
    if (gap < .0011 * travel) return travel;
    if (travel > 26. || at.y > 2.6) break;
    travel += max(.01, gap * .42);
  }
  return -1.;
}
vec3 above(vec3 ray) { return skyAt(ray.xy / ray.z * 1.6); }
vec3 scene(vec2 uv, vec2 p) {
  vec3 eye = vec3(seed * 17.3, value[7], seed * 9.1 + time * .1);
  eye.x -= sin(eye.z * .35 + seed) * .9 + eye.x;
  vec3 ray = normalize(vec3(p.x, p.y - .1, 1.6));
  float travel = march(eye, ray, .3);
  float toWater = ray.y < 0. ? (value[5] - eye.y) / ray.y : -1.;
  bool wet = toWater > 0. && (travel < 0. || toWater < travel) && toWater < 60.;
  if (!wet) return travel < 0. ? above(ray) : ground(eye + ray * travel, travel, ray);
  vec3 at = eye + ray * toWater;
  vec2 wave = vec2(fbm(at.xz * vec2(9., 14.) + time * .3, 4), fbm(at.xz * vec2(11., 15.) + 40. - time * .25, 4)) - .48;
  vec3 back = normalize(vec3(ray.x + wave.x * .05, -ray.y, ray.z) + vec3(0., wave.y * .05, 0.));
  float hit = march(at + vec3(0., .004, 0.), back, .02);
  vec3 mirror = hit < 0. ? above(back) : ground(at + back * hit, hit + toWater, back);
  float facing = .25 + .75 * pow(1. - clamp(-ray.y, 0., 1.), 4.);
  vec3 c = mix(color[6], mirror, facing);
  return mix(c, haze(ray), clamp(1. - exp(-toWater * value[6] * .1), 0., .9));
}
`;

/** Open water under a low sun; value 4 is the height of the waves, value 5 the horizon. */
export const ocean = `${sky}
float swell(vec2 q) {
  float sum = 0., weight = .5;
  mat2 turn = mat2(.86, .5, -.5, .86);
  for (int i = 0; i < 6; i++) {
    vec2 move = vec2(time * .34, time * .5) * (1. + float(i) * .22);
    float n = noise(q * vec2(.8, 1.25) + move);
    sum += weight * (1. - abs(n * 2. - 1.));
    q = turn * q * 1.9;
    weight *= .48;
  }
  return sum;
}
vec3 scene(vec2 uv, vec2 p) {
  float horizon = value[5];
  if (p.y > horizon) return skyAt(vec2(p.x, p.y - horizon));
  float depth = horizon - p.y;
  float z = 1. / (depth + .012);
  vec2 q = vec2(p.x * z, z) * 1.35;
  float e = .02 + z * .004;
  float h = swell(q);
  vec2 slope = vec2(swell(q + vec2(e, 0.)) - h, swell(q + vec2(0., e)) - h) / e;
  slope *= value[4] / (1. + z * .06);
  vec2 toSun = sunAt() - vec2(0., 0.);
  vec2 mirror = vec2(p.x + slope.x * .55, depth + slope.y * .35 + .02);
  float facing = clamp(pow(1. - clamp(depth * .62 + slope.y * .35, 0., 1.), 2.2), .06, 1.);
  vec3 deep = mix(color[5], color[4], clamp(h * 1.1 - .25, 0., 1.));
  vec3 c = mix(deep, skyAt(vec2(mirror.x, abs(mirror.y))), facing * .85);
  float path = exp(-pow((p.x - toSun.x + slope.x * .35) / (.09 + depth * .22), 2.));
  float spark = smoothstep(.2, .95, path * (.55 + slope.y * .5 + h * .5));
  c += color[3] * spark * (1.1 - depth * .4) * value[6];
  float foam = smoothstep(.8, .95, h) * smoothstep(.15, .7, depth) * value[4] * .35;
  c += foam * (color[2] * .5 + .2);
  return mix(c, skyAt(vec2(p.x, .0)), exp(-depth * 26.) * .8);
}
`;

/** Dunes with a light side and a dark side. */
export const dunes = `${sky}
float sand(vec2 q) {
  vec2 w = q + vec2(noise(q * .35) * 2.2, noise(q * .3 + 9.) * 1.6);
  float a = noise(vec2(w.x * .32, w.y * .62));
  float b = 1. - abs(noise(vec2(w.x * .5 + 4., w.y * .85)) * 2. - 1.);
  return 1.5 * a + .85 * b * b + .12 * (1. - abs(noise(w * 1.9) * 2. - 1.));
}
vec3 scene(vec2 uv, vec2 p) {
  vec3 eye = vec3(seed * 3.7 + time * .12, 2.55, 0.);
  vec3 ray = normalize(vec3(p.x, p.y - .22, 1.7));
  vec3 c = skyAt(vec2(p.x, p.y - .2));
  float travel = .4;
  bool hit = false;
  for (int i = 0; i < 220; i++) {
    vec3 at = eye + ray * travel;
    float gap = at.y - sand(at.xz);
    if (gap < .003 * travel) { hit = true; break; }
    travel += max(.012, gap * .34);
    if (travel > 42.) break;
  }
  if (!hit) return c;
  vec3 at = eye + ray * travel;
  float e = .006 * travel;
  float h = sand(at.xz);
  vec3 normal = normalize(vec3(h - sand(at.xz + vec2(e, 0.)), e, h - sand(at.xz + vec2(0., e))));
  float ripple = sin((at.z * 22. + at.x * 9. + noise(at.xz * 3.) * 6.)) * .12 / (1. + travel * .35);
  normal = normalize(normal + vec3(ripple * .4, 0., ripple));
  vec3 sun = normalize(vec3(sunAt().x > 0. ? 1. : -1., .42, -.05));
  float light = clamp(dot(normal, sun), 0., 1.);
  float shade = 1.;
  for (int i = 1; i < 18; i++) {
    vec3 s = at + sun * float(i) * .17;
    shade = min(shade, clamp((s.y - sand(s.xz) + .04) * 6. / float(i), 0., 1.));
  }
  vec3 tone = mix(color[5], color[4], light * shade);
  tone += color[3] * .22 * pow(light * shade, 3.) + color[0] * .07 * normal.y * (1. - light * shade);
  float far = 1. - exp(-travel * travel * .0022);
  return mix(tone, mix(color[2], color[3], .12), far * .9);
}
`;
