/** What a key of the player does. */
export type PlayerCommand =
  | 'toggle'
  | 'mute'
  | 'fullscreen'
  | 'next'
  | 'previous'
  | {readonly seconds: number}
  | {readonly volume: number};

const COMMANDS: Readonly<Record<string, PlayerCommand>> = {
  ' ': 'toggle',
  k: 'toggle',
  m: 'mute',
  f: 'fullscreen',
  n: 'next',
  p: 'previous',
  ArrowLeft: {seconds: -5},
  ArrowRight: {seconds: 5},
  ArrowUp: {volume: 0.1},
  ArrowDown: {volume: -0.1},
};

/** What a key means to a player; undefined for nothing, while the user types or presses a button, too. */
export function commandOf(event: KeyboardEvent): PlayerCommand | undefined {
  const {key, ctrlKey, altKey, metaKey, shiftKey, defaultPrevented} = event;
  if (defaultPrevented || ctrlKey || altKey || metaKey || shiftKey) return undefined;
  const target = event.composedPath()[0] as HTMLElement;
  if (target.isContentEditable || target.matches?.('input, select, textarea')) return undefined;
  // The browser's own controls have these keys already.
  if (/^( |Arrow.*)$/.test(key) && target.matches?.('video[controls], audio[controls]'))
    return undefined;
  if (key === ' ' && target.matches?.('button, a, [role=button]')) return undefined;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
}

/** Obeys what is the media element's own business. */
export function obey(command: PlayerCommand, media: HTMLMediaElement): void {
  if (command === 'toggle') {
    if (media.paused) media.play()?.catch(() => {});
    else media.pause();
  } else if (command === 'mute') media.muted = !media.muted;
  else if (command === 'fullscreen') {
    if (document.fullscreenElement) void document.exitFullscreen();
    else media.requestFullscreen?.().catch(() => {});
  } else if (typeof command === 'object') {
    if ('seconds' in command) media.currentTime = Math.max(media.currentTime + command.seconds, 0);
    else media.volume = Math.min(Math.max(media.volume + command.volume, 0), 1);
  }
}
