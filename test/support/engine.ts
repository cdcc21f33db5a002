/** The one browser that can be told at run time what its user prefers (`emulateMedia`). */
export const isChromium = navigator.userAgent.includes('Chrome/');

/** WebKitGTK's driver presses the middle button, and then lets go of the left one. */
export const canClickMiddle = isChromium || navigator.userAgent.includes('Firefox/');
