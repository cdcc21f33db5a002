import vue from '@vitejs/plugin-vue';
import {defineConfig} from 'vite';

const isCustomElement = (tag: string) => /^(video-list|video-card|resolution-badge)$/.test(tag);

export default defineConfig({
  plugins: [vue({template: {compilerOptions: {isCustomElement}}})],
  build: {target: 'es2022'},
});
