/** Maximum length of a `videoId` in characters. A real one has 32. */
export const MAX_ID_LENGTH = 128;

/**
 * Maximum number of levels of objects and arrays inside each other. A real record has 3; `JSON.stringify` fails at
 * some thousands.
 */
export const MAX_RECORD_LEVELS = 32;
