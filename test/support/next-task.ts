const channel = typeof setImmediate === 'undefined' ? new MessageChannel() : undefined;
const waiting: (() => void)[] = [];
channel?.port1.start();
channel?.port1.addEventListener('message', () => waiting.shift()?.());

/** Resolves in a task of its own, as soon as there can be one: in a browser a timer would wait for milliseconds. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    if (!channel) return void setImmediate(resolve);
    waiting.push(resolve);
    channel.port2.postMessage(undefined);
  });
}
