/** Pictures of a fragment shader, drawn into a 2D canvas. */
import {noiseSource} from './noise.glsl.js';

const canvas = new OffscreenCanvas(1, 1);
const gl = canvas.getContext('webgl2', {preserveDrawingBuffer: true});
const programs = new Map();

/**
 * Fills the canvas of `g` with `vec3 scene(vec2 uv, vec2 p)`. `uv` is from 0 to 1, upwards. `p` has its origin in the centre
 * and square units, with the shorter side from -1 to 1.
 */
export function shade(g, source, {colors = [], t = 0, seed = 0, values = []} = {}) {
  const {width, height} = g.canvas;
  canvas.width = width;
  canvas.height = height;
  gl.viewport(0, 0, width, height);
  const program = programFor(source);
  gl.useProgram(program);
  const at = (name) => gl.getUniformLocation(program, name);
  gl.uniform2f(at('size'), width, height);
  gl.uniform1f(at('time'), t);
  gl.uniform1f(at('seed'), seed);
  if (colors.length > 0) gl.uniform3fv(at('color'), colors.flatMap(toNumbers));
  if (values.length > 0) gl.uniform1fv(at('value'), values);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  g.drawImage(canvas, 0, 0);
}

function programFor(source) {
  if (!programs.has(source)) programs.set(source, link(source));
  return programs.get(source);
}

function link(source) {
  const program = gl.createProgram();
  gl.attachShader(program, compile(gl.VERTEX_SHADER, wholeScreen));
  gl.attachShader(program, compile(gl.FRAGMENT_SHADER, head + noiseSource + source + tail));
  gl.linkProgram(program);
  return program;
}

function compile(type, source) {
  const shader = gl.createShader(type);
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS))
    throw new Error(gl.getShaderInfoLog(shader));
  return shader;
}

function toNumbers(hex) {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16) / 255);
}

const wholeScreen = `#version 300 es
void main() {
  vec2 corner = vec2(gl_VertexID == 1 ? 3. : -1., gl_VertexID == 2 ? 3. : -1.);
  gl_Position = vec4(corner, 0., 1.);
}`;

const head = `#version 300 es
precision highp float;
uniform vec2 size;
uniform float time, seed;
uniform vec3 color[8];
uniform float value[8];
out vec4 pixel;
`;

const tail = `
void main() {
  vec2 uv = gl_FragCoord.xy / size;
  vec2 p = (gl_FragCoord.xy * 2. - size) / min(size.x, size.y);
  pixel = vec4(clamp(scene(uv, p), 0., 1.), 1.);
}`;
