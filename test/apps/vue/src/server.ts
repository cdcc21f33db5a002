import {drawOnServer} from 'cloud-vod-gallery/server';
import {createSSRApp} from 'vue';
import {renderToString} from 'vue/server-renderer';
import App from './App.vue';

drawOnServer();

export function render(name: string): Promise<string> {
  return renderToString(createSSRApp(App, {name}));
}
