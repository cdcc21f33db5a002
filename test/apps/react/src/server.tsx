import {renderToString} from 'react-dom/server';
import {App} from './app';

export function render(name: string): string {
  return renderToString(<App name={name} />);
}
