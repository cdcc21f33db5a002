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
  const {ctrlKey, altKey, metaKey, shiftKey, defaultPrevented, isComposing} = event;
  if (defaultPrevented || isComposing || ctrlKey || altKey || metaKey || shiftKey) return undefined;
  const name = nameOf(event);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  // A key that is held down seeks on, but does not play and pause in turns.
  if (event.repeat && typeof command !== 'object') return undefined;
  return isTakenBy(event.composedPath()[0] as HTMLElement, name) ? undefined : command;
}

/** By the letter on the key where the keyboard writes other letters, such as Arabic or Korean ones. */
function nameOf({key, code}: KeyboardEvent): string {
  if (key.length > 1) return key;
  return (key > '~' ? code.replace(/^Key/, '') : key).toLowerCase();
}

/** Whether an element that has the focus does something of its own with a key. */
function isTakenBy(target: HTMLElement, name: string): boolean {
  const isOneOf = (selector: string) => !!target.matches?.(selector);
  if (target.isContentEditable || isOneOf('input, select, textarea')) return true;
  if (name === ' ') return isOneOf('video[controls], audio[controls], button, a, [role=button]');
  // The browser's own controls seek and change the volume; a long description scrolls.
  return (
    name.startsWith('Arrow') && isOneOf('video[controls], audio[controls], [part=description]')
  );
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
