const channel = typeof setImmediate === 'undefined' ? new MessageChannel() : undefined;
const waiting: (() => void)[] = [];
channel?.port1.start();
channel?.port1.addEventListener('message', () => waiting.shift()?.());

/** Resolves in the next task. Faster than a timer, which waits for milliseconds in browsers. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (!channel) return void setImmediate(resolve);
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
