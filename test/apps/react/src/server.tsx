import {drawOnServer} from 'cloud-vod-gallery/server';
import {renderToString} from 'react-dom/server';
import {App} from './app';

drawOnServer();

export function render(name: string): string {
  return renderToString(<App name={name} />);
}
