/** Bundles scripts including Lit on the server of the test runner, like an application: further copies of the gallery. */
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';

const project = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Middleware: answers `/bundles/define/video-card.js` with a bundle of `src/define/video-card.ts`. */
export function bundles() {
  const made = new Map();
  return async (context, next) => {
    const [, name] = /^\/bundles\/([\w/-]+)\.js$/.exec(context.path) ?? [];
    if (!name) return next();
    if (!made.has(name)) made.set(name, bundle(`src/${name}.ts`));
    context.type = 'text/javascript';
    context.body = await made.get(name);
    return undefined;
  };
}

async function bundle(path) {
  const {outputFiles} = await build({
    entryPoints: [project(path)],
    tsconfig: project('tsconfig.json'),
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0].text;
}
