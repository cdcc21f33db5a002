import {defineConfig} from 'astro/config';

const LIT = /node_modules\/(@lit|@lit-labs|lit|lit-html|lit-element)\//;

/** Keeps Lit in one file with its hydration support: otherwise it can run first, and the list replaces the HTML. */
const litInOneFile = {
  name: 'lit-in-one-file',
  hooks: {
    'astro:build:setup'({vite, target}) {
      if (target !== 'client') return;
      vite.build.rollupOptions.output.manualChunks = (id) => (LIT.test(id) ? 'lit' : undefined);
    },
  },
};

export default defineConfig({integrations: [litInOneFile]});
