import {createApp, createSSRApp} from 'vue';
import App from './App.vue';
import Tags from './Tags.vue';

const container = document.querySelector('#root')!;
const name = new URLSearchParams(location.search).get('example') ?? 'Gallery';
const create = container.firstElementChild ? createSSRApp : createApp;
// Vue compiles no `v-model` on a plain tag for a server.
const app = name === 'Tags' ? createApp(Tags) : create(App, {name});
app.mount(container);

// For the test.
Object.assign(window, {unmount: () => app.unmount()});
