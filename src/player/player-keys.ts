/** The command of a key. */
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

/** The command of a key; undefined for other keys, and while the user types or presses a button. */
export function commandOf(event: KeyboardEvent): PlayerCommand | undefined {
  const {ctrlKey, altKey, metaKey, shiftKey, defaultPrevented, isComposing} = event;
  if (defaultPrevented || isComposing || ctrlKey || altKey || metaKey || shiftKey) return undefined;
  const name = nameOf(event);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  // A held key repeats seeking, but does not toggle play and pause.
  if (event.repeat && typeof command !== 'object') return undefined;
  return isTakenBy(event.composedPath()[0] as HTMLElement, name) ? undefined : command;
}

/** Uses the Latin letter of the physical key if the keyboard layout has other letters, such as Arabic or Korean. */
function nameOf({key, code}: KeyboardEvent): string {
  if (key.length > 1) return key;
  return (key > '~' ? code.replace(/^Key/, '') : key).toLowerCase();
}

/** Whether the focused element handles a key itself. */
function isTakenBy(target: HTMLElement, name: string): boolean {
  const isOneOf = (selector: string) => !!target.matches?.(selector);
  if (target.isContentEditable || isOneOf('input, select, textarea')) return true;
  if (name === ' ') return isOneOf('video[controls], audio[controls], button, a, [role=button]');
  // The browser's controls seek and change the volume, and a long description scrolls.
  return (
    name.startsWith('Arrow') && isOneOf('video[controls], audio[controls], [part=description]')
  );
}

/** Executes the commands that concern the media element. */
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
