import {sendKeys, sendMouse} from '@web/test-runner-commands';

type Button = 'left' | 'middle' | 'right';

/** Moves the mouse to the centre of an element and clicks. */
export async function clickOn(element: Element, button: Button = 'left'): Promise<void> {
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const {left, top, width, height} = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({type: 'click', button, position});
}

/** Presses a key. The space bar is `' '`, because the runner's Firefox has no key "Space". */
export function press(key: string): Promise<void> {
  return sendKeys({press: key});
}

/** Runs an action while a key is held down. */
export async function holding(
  key: 'Shift' | 'Control',
  action: () => Promise<void>,
): Promise<void> {
  await sendKeys({down: key});
  await action();
  await sendKeys({up: key});
}

/** Presses Shift+Tab. `press('Shift+Tab')` does not work in all browsers. */
export function pressShiftTab(): Promise<void> {
  return holding('Shift', () => press('Tab'));
}
