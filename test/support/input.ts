import {sendKeys, sendMouse} from '@web/test-runner-commands';

type Button = 'left' | 'middle' | 'right';

/** Moves the mouse to the middle of an element and clicks, as a person would. */
export async function clickOn(element: Element, button: Button = 'left'): Promise<void> {
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const {left, top, width, height} = element.getBoundingClientRect();
  const position: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({type: 'click', button, position});
}

/** Presses one key. The space bar is `' '`: Firefox has no key "Space" for the runner. */
export function press(key: string): Promise<void> {
  return sendKeys({press: key});
}

/** Does something while a key is held down. */
export async function holding(
  key: 'Shift' | 'Control',
  action: () => Promise<void>,
): Promise<void> {
  await sendKeys({down: key});
  await action();
  await sendKeys({up: key});
}

/** Goes one step back in the tab order. Not `press('Shift+Tab')`, which only some browsers take. */
export function pressShiftTab(): Promise<void> {
  return holding('Shift', () => press('Tab'));
}
