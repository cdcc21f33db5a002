/** The cover of every video: a striped picture of 64 × 36, small enough to cost next to nothing. */
export const COVER = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAkAQMAAAADwq7RAAAABlBMVEVGbqBajLQtHosjAAAAE0lEQVR42mP4DwUMeBjEgBFsDgDh4J9hpVxbAAAAAABJRU5ErkJggg==',
  'base64',
);
