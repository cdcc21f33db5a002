import {describe} from 'node:test';
import {
  type AppEnvironment,
  frameworkScene,
  installApp,
  runIn,
  startIn,
} from '../../support/framework-app.js';
import {itDrawsTheFirstPage, itTakesOver} from '../../support/first-page.js';

/** `next start` or `next dev`. */
async function served(command: string) {
  const folder = await installApp('next');
  if (command === 'start') await runIn(folder, 'npm', ['run', 'build']);
  return {
    start: (port: number, env: AppEnvironment) =>
      startIn(folder, 'npx', ['next', command, '--port', `${port}`], {...env}),
    // Next 16 hydrates a page under development only when its WebSocket is there, and refuses that from other hosts.
    isInFront: command === 'dev',
  };
}

describe('An application in Next', () => {
  itDrawsTheFirstPage(frameworkScene(() => served('start')));
});

describe('An application in Next, while it is developed', () => {
  itTakesOver(
    frameworkScene(() => served('dev')),
    /hydrat|match/i,
  );
});
