/** Noise and light for all shaders. */
export const noiseSource = `
const mat2 TURN = mat2(.8, .6, -.6, .8);

float hash(vec2 p) {
  uvec2 q = uvec2(ivec2(floor(p))) * uvec2(1597334673u, 3812015801u);
  uint n = (q.x ^ q.y ^ uint(seed * 7919.)) * 1597334673u;
  n ^= n >> 15u; n *= 2246822519u; n ^= n >> 13u;
  return float(n) / 4294967295.;
}
float hash(float x) { return hash(vec2(x, 71.)); }

float noise(vec2 p) {
  vec2 i = floor(p), f = fract(p);
  f = f * f * f * (f * (f * 6. - 15.) + 10.);
  return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + 1.), f.x), f.y);
}
float fbm(vec2 p, int octaves) {
  float sum = 0., weight = .5;
  for (int i = 0; i < octaves; i++) { sum += weight * noise(p); p = TURN * p * 2.03 + 17.; weight *= .5; }
  return sum;
}
float fbm(vec2 p) { return fbm(p, 6); }
float ridged(vec2 p, int octaves) {
  float sum = 0., weight = .5, last = 1.;
  for (int i = 0; i < octaves; i++) {
    float n = 1. - abs(noise(p) * 2. - 1.);
    n *= n;
    sum += n * weight * last;
    last = n;
    p = TURN * p * 2.1 + 31.;
    weight *= .5;
  }
  return sum;
}
float glow(vec2 p, vec2 at, float radius) { vec2 d = (p - at) / radius; return exp(-dot(d, d)); }

/** Stars: few large ones, many small ones. */
float stars(vec2 p, float cells, float density) {
  float sum = 0.;
  for (int layer = 0; layer < 3; layer++) {
    vec2 q = p * cells * (1. + float(layer) * .9) + float(layer) * 19.;
    vec2 cell = floor(q);
    vec2 at = cell + .2 + .6 * vec2(hash(cell), hash(cell + 57.));
    float shine = step(1. - density, hash(cell + 113.)) * pow(hash(cell + 7.), 3.);
    sum += shine * exp(-dot(q - at, q - at) * 90.) * (1.4 - float(layer) * .3);
  }
  return sum;
}
`;
