/** The only browser that supports `emulateMedia` for user preferences. */
export const isChromium = navigator.userAgent.includes('Chrome/');

/** WebKitGTK's driver presses the middle button, but releases the left one. */
export const canClickMiddle = isChromium || navigator.userAgent.includes('Firefox/');
