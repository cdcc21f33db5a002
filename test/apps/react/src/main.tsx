import {createRoot, hydrateRoot, type Root} from 'react-dom/client';
import {App} from './app';

const container = document.querySelector('#root')!;
const name = new URLSearchParams(location.search).get('example') ?? 'Gallery';
const app = <App name={name} />;
const isDrawn = container.firstElementChild;
const root: Root = isDrawn ? hydrateRoot(container, app) : createRoot(container);
if (!isDrawn) root.render(app);

// For the test.
Object.assign(window, {unmount: () => root.unmount()});
