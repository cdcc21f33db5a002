import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import {defineConfig, type Plugin} from 'vite';

/**
 * The script for a `<script>` tag: all three elements with Lit inside. Built twice, as an ES module and
 * (`--mode classic`) for pages that cannot use one. The package's own modules come from `tsc` alone.
 */
export default defineConfig(({mode}) => {
  const isClassic = mode === 'classic';
  return {
    plugins: [minifyOurLiterals()],
    build: {
      target: 'es2022',
      sourcemap: true,
      // `tsc` writes its modules into the same folder.
      emptyOutDir: false,
      lib: {
        entry: 'src/define.ts',
        name: 'CloudVodGallery',
        formats: [isClassic ? 'iife' : 'es'],
        fileName: () => `cloud-vod-gallery${isClassic ? '.classic' : ''}.min.js`,
      },
      rolldownOptions: {output: {minify: true}},
    },
  };
});

/** White space out of our templates and styles; Lit's own files have none to lose. */
function minifyOurLiterals(): Plugin {
  return minifyLiterals({include: ['src/**/*.ts']}) as Plugin;
}
