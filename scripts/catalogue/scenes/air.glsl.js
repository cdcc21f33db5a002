/** Above the clouds, in the woods, over the shore. */
import {sky} from './nature.glsl.js';
import {pines} from './night.glsl.js';

/** Clouds, seen from above. */
export const clouds = `${sky}
float billow(vec2 q) {
  float sum = 0., weight = .55;
  vec2 w = q + .35 * vec2(fbm(q * .7, 3), fbm(q * .7 + 9., 3));
  for (int i = 0; i < 7; i++) {
    float n = abs(noise(w) * 2. - 1.);
    sum += weight * (i < 2 ? noise(w) : n);
    w = TURN * w * 2.07;
    weight *= .48;
  }
  return sum * 1.25;
}
vec3 scene(vec2 uv, vec2 p) {
  vec3 eye = vec3(seed * 6.1, 1.75, seed * 2.3 + time * .15);
  vec3 ray = normalize(vec3(p.x, p.y - .12, 1.5));
  vec3 c = skyAt(vec2(p.x, p.y - .1));
  float travel = .3;
  bool hit = false;
  for (int i = 0; i < 150; i++) {
    vec3 at = eye + ray * travel;
    float gap = at.y - billow(at.xz * .62);
    if (gap < .003 * travel) { hit = true; break; }
    travel += max(.02, gap * .5);
    if (travel > 34.) break;
  }
  vec3 far = mix(color[2], color[3], .35);
  if (!hit) return mix(c, far, exp(-max(p.y - .12, 0.) * 26.) * .6);
  vec3 at = eye + ray * travel;
  float h = billow(at.xz * .62);
  vec2 side = normalize(vec2(sunAt().x, .8)) * .16;
  float lit = clamp(.52 + (h - billow((at.xz + side) * .62)) * 2.1, 0., 1.);
  float top = smoothstep(.35, 1.25, h);
  vec3 tone = mix(color[5], color[4], clamp(lit * .75 + top * .35, 0., 1.));
  tone = mix(tone, color[3], pow(lit * top, 2.) * .65);
  return mix(tone, far, 1. - exp(-travel * travel * .0042));
}
`;

/** Rows of pines in mist, with rays of light. */
export const forest = `${sky}${pines}
vec3 scene(vec2 uv, vec2 p) {
  float y = uv.y;
  vec3 c = mix(color[2], color[1], smoothstep(.3, 1., y));
  c += (1.02 - c) * color[3] * (.75 * glow(p, sunAt(), .75) + .4 * glow(p, sunAt(), .25));
  for (float k = 0.; k < 6.; k++) {
    float near = k / 5.;
    float scale = mix(9., 1.7, pow(near, .75));
    float ground = mix(-.12, -1.22, near) + (noise(vec2(p.x * .9 + k * 4., k)) - .5) * .45;
    float x = p.x + k * 7.3 + time * .02 * near;
    float body = max(pine(vec2(x, p.y), ground, scale, mix(.42, 2.35, near), k * 3.), smoothstep(0., .02, ground - p.y));
    float mist = fbm(vec2(p.x * 1.3 + k * 3. + time * .04, p.y * 2.2 + k), 5);
    vec3 tone = mix(color[4], color[5], pow(near, .9));
    float low = smoothstep(.55, -.35, (p.y - ground) / mix(.42, 2., near));
    tone = mix(tone, mix(color[2], color[4], .3), low * (1. - near) * (.45 + mist * .8));
    tone += color[3] * .35 * glow(p, sunAt(), .7) * (1. - near * .75);
    c = mix(c, tone, body * mix(.8, 1., near));
    c = mix(c, color[2], smoothstep(.5, .8, mist) * .28 * (1. - near) * smoothstep(.5, -.5, p.y));
  }
  vec2 d = p - sunAt();
  float angle = atan(d.x, -d.y);
  float rays = smoothstep(.35, .9, noise(vec2(angle * 9. + seed, time * .1)) * .65 + noise(vec2(angle * 23., 3. + time * .15)) * .35);
  c += color[3] * rays * .32 * exp(-length(d) * .85) * smoothstep(0., .3, length(d)) * value[2];
  return c;
}
`;

/** A coast seen from a drone. Colours: 0 deep, 1 shallow, 2 foam, 3 wet sand, 4 sand, 5 scrub. */
export const shore = `
float foamLine(float d, float at, float width) { return smoothstep(width, 0., abs(d - at)); }
vec3 scene(vec2 uv, vec2 p) {
  vec2 q = mat2(.86, .5, -.5, .86) * p;
  float coast = q.x + (fbm(vec2(q.y * .8, 3.), 4) - .5) * 1.3 + (fbm(q * 2.2, 5) - .5) * .22;
  float swash = (noise(vec2(q.y * 3.2, 8. + time * .2)) - .5) * .16 + sin(time * .7) * .04;
  float d = coast + swash;
  float bed = fbm(q * 3.1 + 4., 6);
  vec3 water = mix(color[1], color[0], smoothstep(.05, 1.15, -d + (bed - .5) * .8));
  water = mix(water, color[0] * .55, smoothstep(.55, .72, bed) * .55 * smoothstep(.0, .5, -d));
  vec2 w = q * 7. + fbm(q * 4. + time * .15, 4) * 2.;
  float net = pow(1. - abs(noise(w) * 2. - 1.), 5.) + pow(1. - abs(noise(w * 1.7 + time * .3) * 2. - 1.), 6.) * .6;
  water += net * .13 * (1. - smoothstep(0., 1., -d));
  float rolls = 0.;
  for (float k = 0.; k < 4.; k++) {
    float at = -.14 - k * .24 - k * k * .03 + (noise(vec2(q.y * 2.1 + k * 5., k)) - .5) * .22 + mod(time * .03, .2);
    float broken = fbm(vec2(q.y * 9., d * 22. + k), 5);
    rolls += foamLine(d, at, .05 + .05 * broken) * smoothstep(.36, .7, broken) * (1.1 - k * .26);
  }
  float lace = smoothstep(.5, .72, ridged(q * 7. + 3., 5)) * smoothstep(-.26, -.04, d) * .9;
  water = mix(water, color[2], clamp(rolls + lace * .65, 0., 1.));
  float grain = fbm(q * 26., 4);
  vec3 land = mix(color[3], color[4], smoothstep(.02, .24, coast));
  land *= .9 + grain * .2;
  land = mix(land, land * .93, smoothstep(.4, .6, noise(vec2(q.y * 3., coast * 30.))));
  float scrub = smoothstep(.5, .56, fbm(q * 5. + 20., 6) + smoothstep(.5, 1.2, coast) * .35 - .12);
  vec3 leaf = color[5] * (.55 + .9 * fbm(q * 30., 5));
  land = mix(land, leaf, scrub * smoothstep(.34, .6, coast));
  vec3 c = mix(water, land, smoothstep(-.012, .012, d));
  return mix(c, color[2], foamLine(d, -.006, .026) * .9);
}
`;

/** Sea ice from above: floes, cracks and dark water. */
export const ice = `
vec3 cells(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  float first = 9., second = 9., id = 0.;
  for (int y = -1; y <= 1; y++) for (int x = -1; x <= 1; x++) {
    vec2 g = vec2(x, y), at = g + .15 + .7 * vec2(hash(i + g), hash(i + g + 41.)) - f;
    float d = dot(at, at);
    if (d < first) { second = first; first = d; id = hash(i + g + 7.); } else second = min(second, d);
  }
  return vec3(sqrt(first), sqrt(second) - sqrt(first), id);
}
vec3 scene(vec2 uv, vec2 p) {
  vec2 q = p * 1.35 + (vec2(fbm(p * 2., 5), fbm(p * 2. + 8., 5)) - .5) * .7;
  vec3 big = cells(q), small = cells(q * 3.1 + 5.);
  float lead = .045 + .16 * smoothstep(.35, .75, fbm(p * 1.1 + 2., 4));
  float floe = smoothstep(lead, lead + .018, big.y) * step(.16, big.z);
  float brash = smoothstep(.1, .14, small.y) * step(.45, small.z) * smoothstep(.3, .6, fbm(p * 3., 4));
  vec3 c = mix(color[0], color[1], smoothstep(.25, .8, fbm(p * 2.5, 5)));
  c = mix(c, color[1] * 1.25, smoothstep(lead - .05, lead, big.y) * step(.16, big.z) * .8);
  float relief = fbm(q * 5., 6) - fbm(q * 5. + vec2(.07, .05), 6);
  vec3 white = mix(color[3], color[2], .5 + big.z * .5) + relief * 1.1;
  white -= .1 * smoothstep(.03, .0, cells(q * 2.2 + 11.).y);
  c = mix(c, white * .93, brash);
  return mix(c, white, floe);
}
`;
